/** Asking those whose calendars cannot be seen which times suit: begun by a coordinator, answered, over. */
import { endOfWorkingDay } from '../calendar';
import type { Instant } from '../intervals';
import type { Person } from '../people';
import {
  askedAs,
  cardOf,
  isAnsweredByAll,
  isRequestersOwn,
  openPoll,
  type Poll,
  polledSlots,
  toBePolled,
} from '../poll';
import type { Effect, Request, Submitted } from '../request';
import { takesPart } from '../taking-part';
import { accept, type Acceptance, type Decision, type Facts, refuse } from './decision';
import { search } from './transitions';

export function startPoll(request: Request, round: number, { now, policy, coordinator }: Facts): Decision {
  if (!coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state !== 'submitted') return refuse('already-decided');
  if (openPoll(request)) return refuse('poll-open');
  if (!request.matches || request.round !== round) return refuse('matches-outdated');
  const slots = polledSlots(request.matches.best, now);
  const asked = toBePolled(request);
  if (slots.length < 2 || asked.length === 0) return refuse('nothing-to-poll');
  // What could no longer be had when all have answered would be asked in vain.
  const first = Math.min(...slots.map(({ start }) => start));
  const closesAt = Math.min(endOfWorkingDay(now, policy.pollDays, policy), first);
  const next: Submitted = { ...request, poll: { at: now, slots, asked, closesAt, answers: [] } };
  return accept(
    next,
    ...asked.map((mail) => question(next, now, mail)),
    { kind: 'end-poll', poll: now, at: closesAt },
    { kind: 'show-coordinators' },
  );
}

/** Answered again, the last answer counts, until it is over. */
export function answerPoll(
  request: Request,
  { at, starts }: { readonly at: Instant; readonly starts: readonly Instant[] },
  by: Person,
  { now }: Facts,
): Decision {
  if (!takesPart(request, by)) return refuse('not-taking-part');
  const poll = openPoll(request);
  if (request.state !== 'submitted' || poll?.at !== at || now >= poll.closesAt) return refuse('poll-over');
  const mail = askedAs(request, poll, by);
  if (mail === undefined) return refuse('not-asked');
  const suit = poll.slots.map(({ start }) => start).filter((start) => starts.includes(start));
  if (starts.some((start) => !suit.includes(start))) return refuse('changed-meanwhile');
  const before = poll.answers.find((each) => each.mail === mail)?.starts;
  if (before && before.join() === suit.join()) return accept(request);
  const answers = [...poll.answers.filter((each) => each.mail !== mail), { mail, starts: suit }];
  const answered: Poll = { ...poll, answers };
  if (isAnsweredByAll(request, answered)) return ended(request, answered);
  return accept({ ...request, poll: answered }, { kind: 'show-coordinators' });
}

/** The time to answer has gone. */
export function pollOver(request: Request, at: Instant): Acceptance {
  const poll = openPoll(request);
  if (request.state !== 'submitted' || poll?.at !== at) return accept(request);
  return ended(request, poll);
}

/** Looked for anew, with what was answered. */
function ended(request: Submitted, poll: Poll): Acceptance {
  const { next, effects } = search({ ...request, poll: { ...poll, over: true } });
  return accept(
    next,
    ...effects,
    { kind: 'show-coordinators' },
    { kind: 'call-coordinators', about: 'poll' },
  );
}

/** On a card in their chat, or by mail. */
function question(request: Submitted, poll: Instant, mail: string): Effect {
  if (cardOf(request, mail) !== undefined) return { kind: 'ask-poll', poll, mail };
  const to = isRequestersOwn(request, mail)
    ? ({ as: 'requester' } as const)
    : ({ as: 'participant', mail } as const);
  return { kind: 'mail', to, news: 'poll' };
}
