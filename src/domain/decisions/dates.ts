/**
 * Other dates: asked for when no time fits or the last day is near, and given by the requester at any time before a
 * decision. Only silence to the question closes a request, and only while nothing but the dates stands in the way:
 * what waits on NSCP never expires.
 */
import { type Ask, holidaysAvoided, minutesOf, teamsOf, windowOf } from '../ask';
import {
  endOfWorkingDay,
  endOfWorkingDayAfter,
  holdsASession,
  startOfWorkingDay,
  type LocalDate,
} from '../calendar';
import { checkDates, datesOf, type NewDatesAnswers } from '../form-dates';
import { type Instant, MINUTE_MS } from '../intervals';
import { mayActFor, type Person } from '../people';
import type { Effect, Request, Submitted } from '../request';
import { type DatesAsked, waitsOnRequester } from '../waiting';
import { accept, type Acceptance, type Decision, type Facts, refuse, SHOWN } from './decision';
import { answerDue, asksAnew, awaitDecision, close } from './transitions';

/** Nobody is closed out while the calendars are being looked at once more. */
const ROUND_MS = 10 * MINUTE_MS;

/** What a round that has just come in means for the requester: asked for other dates, or no longer. */
export function afterRound(request: Submitted, facts: Facts): Acceptance {
  if (noTimeFits(request, facts))
    return waitsOnRequester(request) ? shown(request) : askForDates(request, 'no-time', facts);
  const isPossible = request.matches?.best.some(({ slot }) => slot.start > facts.now);
  return request.datesAsked && isPossible ? settled(request, facts) : shown(request);
}

/** The last day is near: whoever has to decide may still do so, but soon nothing could be offered. */
export function datesNear(request: Request, latest: LocalDate, facts: Facts): Acceptance {
  if (request.state !== 'submitted' || request.ask.latest !== latest || request.datesAsked)
    return accept(request);
  return askForDates(request, 'dates-near', facts);
}

/** Half of the time to answer has gone. */
export function remindOfDates(request: Request, asked: Instant): Acceptance {
  return isAsked(request, asked) ? accept(request, { kind: 'call-requester' }) : accept(request);
}

/** The time to answer has gone: a request no time fits is closed; any other goes on waiting for NSCP. */
export function endDatesWait(request: Request, asked: Instant, facts: Facts): Acceptance {
  if (!isAsked(request, asked) || !waitsOnRequester(request)) return accept(request);
  if (!request.matches) return accept(request, { kind: 'end-dates-wait', asked, at: facts.now + ROUND_MS });
  const { next, effects } = close(request, { kind: 'silent' }, facts);
  return accept(next, ...effects, { kind: 'call-requester' });
}

/** The requester gives other dates, asked or not; checked by the same rules as the form. What is asked for has changed then. */
export function newDates(request: Request, dates: NewDatesAnswers, by: Person, facts: Facts): Decision {
  if (!mayActFor(request.requester, by)) return refuse('requester-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state !== 'submitted') return refuse('already-decided');
  const { requester } = request;
  const { schoolsAgree: agreed = false, ...kept } = request.ask;
  const { schoolsAgree = agreed } = dates;
  const fitting = {
    minutes: minutesOf(kept, facts.policy),
    avoided: holidaysAvoided(teamsOf(requester, kept), schoolsAgree, facts.policy),
  };
  const problems = checkDates(dates, fitting, facts.now, facts.policy);
  if (problems.length > 0) return { refused: 'form', problems };
  const ask: Ask = { ...kept, ...datesOf(dates), ...(schoolsAgree && { schoolsAgree }) };
  const { next, effects } = asksAnew(request, { requester, ask }, facts);
  return accept(next, ...effects, ...SHOWN, { kind: 'call-coordinators' });
}

/** Nothing but the dates is in the way: the calendars were read, and nobody who may facilitate has a time in them. */
function noTimeFits({ requester, ask, matches }: Submitted, { now, policy }: Facts): boolean {
  if (!matches || matches.unreachable || matches.best.length > 0) return false;
  const { 'no-free-slot': notFree = 0, cap = 0 } = matches.removed;
  const window = windowOf(requester, ask, policy);
  return notFree + cap > 0 || !holdsASession(window, minutesOf(ask, policy), now, policy);
}

/** While it is the requester's turn, NSCP is due only after it. */
function askForDates(request: Submitted, why: DatesAsked['why'], facts: Facts): Acceptance {
  const { now, policy } = facts;
  const answerBy = endOfWorkingDay(now, policy.newDatesDays, policy);
  const datesAsked: DatesAsked = { at: now, answerBy, why };
  const { raised, ...kept } = request;
  const next: Submitted =
    why === 'dates-near'
      ? { ...request, datesAsked }
      : {
          ...kept,
          datesAsked,
          answerDueAt: endOfWorkingDayAfter(answerBy, policy.answerTargetDays, policy),
        };
  return accept(
    next,
    ...SHOWN,
    { kind: 'call-requester' },
    {
      kind: 'remind-dates',
      asked: now,
      at: startOfWorkingDay(now, Math.ceil(policy.newDatesDays / 2), policy),
    },
    { kind: 'end-dates-wait', asked: now, at: answerBy },
    ...(why === 'no-time' ? awaitDecision(next, facts) : []),
  );
}

/** A time fits after all: the question is over. */
function settled(request: Submitted, facts: Facts): Acceptance {
  const { next, effects } = withoutQuestion(request, facts);
  return accept(next, ...SHOWN, ...effects);
}

/** Nobody is asked for other dates any more; if it was the requester's turn, NSCP's begins. */
export function withoutQuestion(request: Submitted, facts: Facts): Acceptance & { readonly next: Submitted } {
  const { datesAsked, raised, ...kept } = request;
  if (!waitsOnRequester(request)) return { next: { ...kept, ...(raised && { raised }) }, effects: [] };
  const next: Submitted = { ...kept, answerDueAt: answerDue(facts) };
  return { next, effects: awaitDecision(next, facts) };
}

function isAsked(request: Request, asked: Instant): request is Submitted {
  return request.state === 'submitted' && request.datesAsked?.at === asked;
}

function shown(request: Submitted): Acceptance {
  const effect: Effect = { kind: 'show-coordinators' };
  return accept(request, effect);
}
