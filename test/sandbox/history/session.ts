/** A session of the sandbox's past, from asking to the end of its evaluation. */
import type { Facts } from '../../../src/domain/decisions/decision';
import { close } from '../../../src/domain/decisions/transitions';
import { evaluatingOf } from '../../../src/domain/evaluating';
import { addDays, localDate } from '../../../src/domain/calendar';
import type { Facilitator } from '../../../src/domain/facilitator';
import { type Instant, type Interval, MINUTE_MS } from '../../../src/domain/intervals';
import type { Booked, Closed, Held } from '../../../src/domain/request';
import { refOf } from '../../../src/domain/match';
import type { Policy } from '../../../src/domain/policy';
import { requestIdFor } from '../../../src/ids';
import type { AuditEntry } from '../../../src/ports';
import type { Chance } from '../../simulation/chance';
import { companyFor, NEVER_COMES } from './cast';
import { coordinatorOf, historyOf, type PastRequest } from './past-request';
import { type Said, saidOf } from './said';
import { waitsBefore } from './waits';

export interface Arrangement {
  /** The same for no other request of the same past. */
  readonly name: string;
  readonly n: number;
  readonly slot: Interval;
  readonly facilitator: Facilitator;
  readonly drifts: boolean;
}

/** How soon the program notices that a session is over. */
const NOTICED_MS = 2 * MINUTE_MS;

/** As it was when it was over: still to be evaluated. */
export interface SessionOver {
  readonly held: Held;
  readonly foundAt: Instant;
  readonly history: readonly AuditEntry[];
  readonly said: Said;
}

/** As far as it has come by now. */
export function pastSession(
  chance: Chance,
  arrangement: Arrangement,
  now: Instant,
  policy: Policy,
): PastRequest {
  const { held, history, said } = overSession(chance, arrangement, policy);
  const { closesAt } = held.evaluating!;
  const { slot, facilitator } = held.match;
  const reserved = {
    facilitator: facilitator.id,
    reservation: { requestId: held.id, attempt: held.attempt, slot, state: 'held' as const },
  };
  if (closesAt > now) {
    const effects = [{ kind: 'end-evaluation', attempt: held.attempt, at: closesAt }] as const;
    return { request: held, effects, history, said, reserved };
  }
  const ended = historyOf([
    [closesAt, 'session-ended', 'system', 'held'],
    [closesAt, 'evaluation-over', 'system', 'closed'],
  ]).slice(1);
  const request = closed(held, { kind: 'completed' }, closesAt, policy);
  return { request, effects: [], history: [...history, ...ended], said, reserved };
}

/** By the program's own rule of how a request is closed. */
export function closed(
  request: Parameters<typeof close>[0],
  outcome: Parameters<typeof close>[1],
  now: Instant,
  policy: Policy,
): Closed {
  const facts: Facts = { now, policy, coordinator: false };
  return close(request, outcome, facts).next as Closed;
}

export function overSession(chance: Chance, arrangement: Arrangement, policy: Policy): SessionOver {
  const { slot, drifts } = arrangement;
  const { booked, history } = bookedSession(chance, arrangement, policy);
  const foundAt = slot.end + NOTICED_MS;
  const evaluating = evaluatingOf(booked, foundAt, policy);
  const said = saidOf(chance, {
    slot,
    invited: evaluating.invited,
    came: evaluating.agencies.filter((code) => code !== NEVER_COMES),
    drifted: drifts,
  });
  const { bookedAt: _at, state: _state, ...rest } = booked;
  const held: Held = { ...rest, state: 'held', evaluating, ...(said.record && { record: said.record }) };
  return { held, foundAt, said, history: [...history, ...overEntries(held, foundAt)] };
}

function overEntries({ match, record }: Held, foundAt: Instant): AuditEntry[] {
  const { id, name } = match.facilitator;
  const by = { id, name };
  return historyOf([
    [foundAt, 'accept', by, 'booked'],
    [foundAt, 'session-ended', 'system', 'held'],
    ...(record ? [[foundAt + 20 * MINUTE_MS, 'record-session', by, 'held'] as const] : []),
  ]).slice(1);
}

/** Asked for, matched, approved, accepted. */
export function bookedSession(
  chance: Chance,
  { name, n, slot, facilitator }: Arrangement,
  policy: Policy,
): { readonly booked: Booked; readonly history: readonly AuditEntry[] } {
  const { requester, participants, locality } = companyFor(chance);
  const { submittedAt, answeredAt, offeredAt, acceptedAt } = waitsBefore(chance, slot.start, policy);
  const id = requestIdFor(requester.id, name);
  const by = coordinatorOf(n);
  const booked: Booked = {
    id,
    requester,
    ask: anAskOf(chance, participants, locality, localDate(slot.start)),
    submittedAt,
    answerDueAt: submittedAt,
    round: 1,
    attempt: 1,
    passed: [],
    state: 'booked',
    match: { id: '1-1', facilitator: refOf(facilitator), slot, reasons: [{ kind: 'free' }] },
    approvedBy: by,
    event: { id: `past-${id}`, iCalUId: `past-${id}` },
    openingChecks: [],
    bookedAt: acceptedAt,
  };
  const { id: facilitatorId, name: facilitatorName } = facilitator;
  const history = historyOf([
    [submittedAt, 'submit', { id: requester.id, name: requester.name }, 'submitted'],
    [submittedAt + MINUTE_MS, 'matches-found', 'system', 'submitted'],
    [answeredAt, 'approve', by, 'approved'],
    [offeredAt, 'meeting-secured', 'system', 'offered'],
    [acceptedAt, 'accept', { id: facilitatorId, name: facilitatorName }, 'booked'],
  ]);
  return { booked, history };
}

export function anAskOf(
  chance: Chance,
  participants: Booked['ask']['participants'],
  locality: string,
  around: string,
): Booked['ask'] {
  return {
    caseReference: `PAST-${chance.whole(1_000, 9_999)}`,
    reason: 'We keep going round in circles, and each of us carries it home.',
    familyTold: chance.pick(['yes', 'yes', 'yes', 'not-yet', 'not-appropriate']),
    riskKnown: false,
    place: { kind: 'online' },
    participants,
    earliest: addDays(around, -5),
    latest: addDays(around, 5),
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    times: ['morning', 'afternoon'],
    locality,
  };
}
