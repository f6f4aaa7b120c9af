/** A request of the sandbox's past that came to no session, and why. */
import { type HardRule } from '../../../src/domain/match';
import type { CancelReason, DeclineReason, NotHeldReason } from '../../../src/domain/ending';
import { addDays, localDate } from '../../../src/domain/calendar';
import { type Instant, MINUTE_MS } from '../../../src/domain/intervals';
import type { Policy } from '../../../src/domain/policy';
import type { Submitted } from '../../../src/domain/request';
import type { Outcome } from '../../../src/domain/outcome';
import type { Door } from '../../../src/domain/signpost';
import { requestIdFor } from '../../../src/ids';
import type { Chance } from '../../simulation/chance';
import { companyFor } from './cast';
import { coordinatorOf, historyOf, type PastRequest } from './past-request';
import type { EndedAs } from './seasons';
import { anAskOf, type Arrangement, bookedSession, closed, overSession } from './session';
import { answerTo, later, waitsBefore } from './waits';

const ELSEWHERE: readonly Door[] = [
  'tafs',
  'tafs',
  'tafs',
  'statutory-meeting',
  'case-supervision',
  'group-supervision',
  'social-worker',
];
const DECLINED: readonly Exclude<DeclineReason, 'another-door'>[] = [
  'not-enough-agencies',
  'not-enough-agencies',
  'already-arranged',
  'outside-norfolk',
];
const LACKING: readonly HardRule[] = ['no-free-slot', 'no-free-slot', 'no-free-slot', 'cap', 'same-team'];
const CANCELLED: readonly CancelReason[] = [
  'too-few',
  'too-few',
  'not-needed',
  'facilitator',
  'other-meeting',
  'circumstances',
];
const NOT_HELD: readonly NotHeldReason[] = ['too-few-came', 'too-few-came', 'technical', 'called-off'];

/** `arrangement`: what was arranged, or would have been. */
export function pastEnding(
  chance: Chance,
  as: EndedAs,
  arrangement: Arrangement,
  policy: Policy,
): PastRequest {
  if (as === 'cancelled') return cancelled(chance, arrangement, policy);
  if (as === 'not-held') return notHeld(chance, arrangement, policy);
  const request = submitted(chance, arrangement, policy, as === 'unmatched');
  const { requester, submittedAt } = request;
  const asked = [submittedAt, 'submit', { id: requester.id, name: requester.name }, 'submitted'] as const;
  const found = [submittedAt + MINUTE_MS, 'matches-found', 'system', 'submitted'] as const;
  const end = (
    outcome: Outcome,
    at: Instant,
    ...step: readonly ['decline' | 'withdraw' | 'dates-time-over', 'system' | { id: string; name: string }]
  ) => ({
    request: closed(request, outcome, at, policy),
    effects: [],
    history: historyOf([asked, found, [at, ...step, 'closed']]),
  });
  const by = coordinatorOf(arrangement.n);
  const answeredAt = answerTo(chance, submittedAt, policy);
  switch (as) {
    case 'redirected':
      return end(
        { kind: 'declined', reason: 'another-door', door: chance.pick(ELSEWHERE), by },
        answeredAt,
        'decline',
        by,
      );
    case 'declined':
      return end({ kind: 'declined', reason: chance.pick(DECLINED), by }, answeredAt, 'decline', by);
    case 'unmatched':
      return end({ kind: 'silent' }, later(chance, submittedAt, 12, policy), 'dates-time-over', 'system');
    case 'withdrawn':
      return end({ kind: 'withdrawn' }, later(chance, submittedAt, 1, policy), 'withdraw', {
        id: requester.id,
        name: requester.name,
      });
  }
}

function cancelled(chance: Chance, arrangement: Arrangement, policy: Policy): PastRequest {
  const { booked, history } = bookedSession(chance, arrangement, policy);
  const by = coordinatorOf(arrangement.n);
  const at = later(chance, booked.bookedAt, chance.whole(0, 3), policy);
  const steps = historyOf([
    [at, 'accept', by, 'booked'],
    [at, 'cancel', by, 'closed'],
  ]).slice(1);
  const outcome: Outcome = { kind: 'cancelled', reason: chance.pick(CANCELLED), by };
  return { request: closed(booked, outcome, at, policy), effects: [], history: [...history, ...steps] };
}

function notHeld(chance: Chance, arrangement: Arrangement, policy: Policy): PastRequest {
  const { held, foundAt, history } = overSession(chance, arrangement, policy);
  const { id, name } = arrangement.facilitator;
  const at = foundAt + chance.whole(10, 240) * MINUTE_MS;
  const { record: _none, ...request } = held;
  const steps = historyOf([
    [at, 'session-ended', 'system', 'held'],
    [at, 'not-held', { id, name }, 'closed'],
  ]).slice(1);
  const outcome: Outcome = { kind: 'not-held', reason: chance.pick(NOT_HELD), by: { id, name } };
  const before = history.filter(({ what }) => what !== 'record-session');
  return { request: closed(request, outcome, at, policy), effects: [], history: [...before, ...steps] };
}

function submitted(
  chance: Chance,
  { name, slot }: Arrangement,
  policy: Policy,
  unmatched: boolean,
): Submitted {
  const { requester, participants, locality } = companyFor(chance);
  const { submittedAt } = waitsBefore(chance, slot.start, policy);
  return {
    id: requestIdFor(requester.id, name),
    requester,
    ask: anAskOf(chance, participants, locality, addDays(localDate(submittedAt), 21)),
    submittedAt,
    answerDueAt: submittedAt,
    round: 1,
    attempt: 0,
    passed: [],
    state: 'submitted',
    ...(unmatched && {
      matches: {
        round: 1,
        foundAt: submittedAt + MINUTE_MS,
        best: [],
        calendars: { seen: 2, asked: participants.length },
        removed: { [chance.pick(LACKING)]: 4, 'same-agency': 1 },
      },
    }),
  };
}
