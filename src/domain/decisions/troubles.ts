/**
 * What could not be done after all tries, and would leave people waiting unawares. Coordinators are called once, see it on
 * the card until it is over, and it is tried again each hour: most often a permission is put right meanwhile.
 */
import { type Instant, MINUTE_MS } from '../intervals';
import { plainMail } from '../mail-address';
import { chosenOf, eventAttempt } from '../rearranging';
import { type Effect, type Request, standingAttempt } from '../request';
import {
  canTryAgain,
  hasTrouble,
  isSameTrouble,
  type MailReturned,
  type Stuck,
  type Trouble,
} from '../setback';
import { accept, type Acceptance, type Decision, type Facts, refuse } from './decision';

const NEXT_TRY_MS = 60 * MINUTE_MS;

export function troubleMet(request: Request, trouble: Trouble, { now }: Facts): Acceptance {
  const again = nextTry(request, trouble, now + NEXT_TRY_MS);
  if (!matters(request, trouble)) return accept(request, ...(isLeftOnList(request, trouble) ? again : []));
  if (hasTrouble(request, trouble)) return accept(request, ...again);
  const next = { ...request, troubles: [...(request.troubles ?? []), trouble] };
  // A card that cannot be shown is not shown once more to say so.
  const told = isStuck(trouble, 'show-coordinators') ? [] : shown(next, trouble);
  return accept(next, ...again, ...told, ...rung(request, trouble));
}

export function troubleOver(request: Request, trouble: Trouble): Acceptance {
  if (!hasTrouble(request, trouble)) return accept(request);
  const { troubles = [], ...rest } = request;
  const left = troubles.filter((each) => !isSameTrouble(each, trouble));
  const next: Request = { ...rest, ...(left.length > 0 && { troubles: left }) };
  return accept(next, ...shown(next, trouble));
}

/** What waits for its next try waits no longer; asked twice, it is tried again twice at most. */
export function tryAgain(request: Request, { coordinator }: Facts): Decision {
  if (!coordinator) return refuse('coordinators-only');
  if (!canTryAgain(request)) return accept(request);
  const next = { ...request, triesAsked: (request.triesAsked ?? 0) + 1 };
  return accept(next, ...reachedAnew(request), { kind: 'show-coordinators' });
}

/** What is left once an arrangement has ended: nobody is to be invited to it any more, and nobody asked to facilitate it. */
export function lasting({ troubles = [], triesAsked }: Request): Pick<Request, 'troubles' | 'triesAsked'> {
  const left = troubles.filter((each) => each.kind === 'not-removed' || !('attempt' in each));
  return { ...(left.length > 0 && { troubles: left }), ...(triesAsked !== undefined && { triesAsked }) };
}

/** Only what is booked is invited to, what stands is never removed, and only who facilitates or is asked to has to be reached. */
export function matters(request: Request, trouble: Trouble): boolean {
  if (trouble.kind === 'mail-returned' && trouble.who !== 'facilitator') return isWrittenTo(request, trouble);
  if (!('attempt' in trouble)) return true;
  const stands = standingAttempt(request) === trouble.attempt;
  switch (trouble.kind) {
    case 'not-invited':
      return stands && request.state === 'booked';
    case 'not-removed':
      // An event outlives the attempt it was made in when its session moves.
      return !stands && !('event' in request && trouble.attempt === eventAttempt(request));
    case 'not-reached':
    case 'mail-returned':
      if (chosenOf(request, trouble.attempt)) return true;
      return stands && request.state !== 'uncovered' && request.state !== 'held';
    default:
      return stands && request.state !== 'held';
  }
}

function isWrittenTo(
  { requester, ask }: Request,
  trouble: Exclude<MailReturned, { readonly who: 'facilitator' }>,
): boolean {
  return trouble.who === 'requester' ? requester.outside === true : isOnList(ask, trouble.mail);
}

function isOnList({ participants }: Request['ask'], mail: string): boolean {
  return participants.some((each) => plainMail(each.mail) === plainMail(mail));
}

/** Whoever dropped out has to come off the list all the same; the others stay on it, so that nobody need be told. */
function isLeftOnList(request: Request, trouble: Trouble): boolean {
  return (
    trouble.kind === 'not-invited' &&
    request.state === 'uncovered' &&
    standingAttempt(request) === trouble.attempt
  );
}

/**
 * A facilitator who can no longer be relied on is nothing to be tried again: the pool says when it is over. What is stuck
 * has its next try already.
 */
function nextTry({ triesAsked = 0 }: Request, trouble: Trouble, at: Instant): Effect[] {
  switch (trouble.kind) {
    case 'not-invited':
      return [{ kind: 'invite-participants', attempt: trouble.attempt, at, triesAsked }];
    case 'not-removed':
      return [{ kind: 'cancel-event', attempt: trouble.attempt, at, triesAsked }];
    default:
      return [];
  }
}

/** Missing invitations concern everybody; anything else is for the coordinators to deal with. */
function shown(request: Request, { kind }: Trouble): Effect[] {
  if (kind !== 'not-invited' || request.state !== 'booked') return [{ kind: 'show-coordinators' }];
  const { attempt, match } = request;
  return [
    { kind: 'show-facilitator', attempt, facilitator: match.facilitator },
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
  ];
}

/** Once for everybody who is not reached, and once for all that is stuck: where Teams refuses one thing, it refuses many. */
function rung({ troubles = [] }: Request, trouble: Trouble): Effect[] {
  const isAnother =
    (trouble.kind === 'not-reached' || trouble.kind === 'stuck') &&
    troubles.some(({ kind }) => kind === trouble.kind);
  return isAnother || isStuck(trouble, 'call-coordinators') ? [] : [{ kind: 'call-coordinators' }];
}

function isStuck(trouble: Trouble, work: Stuck['work']): boolean {
  return trouble.kind === 'stuck' && trouble.work === work;
}

function reachedAnew(request: Request): Effect[] {
  return (request.troubles ?? []).flatMap((each): Effect[] => {
    if (each.kind !== 'not-reached') return [];
    if (each.who !== 'facilitator')
      return [{ kind: each.who === 'requester' ? 'show-requester' : 'show-lead' }];
    const { attempt } = each;
    const standing = 'match' in request && request.attempt === attempt ? request : undefined;
    const asked = chosenOf(request, attempt) ?? standing;
    return asked ? [{ kind: 'show-facilitator', attempt, facilitator: asked.match.facilitator }] : [];
  });
}
