/** Requests that have closed, by the story they had: for tests of what is counted. */
import fc from 'fast-check';
import { answerGen } from './domain/monitoring/some-sessions';
import { addDays } from '../src/domain/calendar';
import type { EvaluationAnswer } from '../src/domain/evaluation';
import type { Instant } from '../src/domain/intervals';
import type { Closed, Request, RequestId } from '../src/domain/request';
import type { Outcome } from '../src/domain/outcome';
import type { AuditEntry, Loaded } from '../src/ports';
import { anAsk, aRequest, aRequester, at, theCoordinator } from './builders';
import { someRecord } from './some-record';

/** A request with what was said of its session. */
export interface Story {
  readonly request: Closed;
  readonly history: readonly AuditEntry[];
  readonly answers: readonly EvaluationAnswer[];
  readonly lesson: string;
}

export interface Told {
  readonly id: RequestId;
  /** Asked on that day; a session a fortnight later, closed a fortnight after that. */
  readonly day: string;
  readonly outcome?: Outcome;
  readonly facilitator?: string;
  readonly team?: string;
  readonly locality?: string;
  readonly answers?: readonly EvaluationAnswer[];
  readonly lesson?: string;
}

const FORTNIGHT = 14;

export function aStory(told: Told): Story {
  const { id, day, outcome = { kind: 'completed' }, team, locality, facilitator = FACILITATORS[0] } = told;
  const on = (days: number, time = '10:00'): Instant => at(`${addDays(day, days)}T${time}`);
  const isHeld = outcome.kind === 'completed';
  const slot = { start: on(FORTNIGHT), end: on(FORTNIGHT, '11:30') };
  const request = aRequest.closed({
    id,
    requester: aRequester(team === undefined ? {} : { team }),
    ask: anAsk(locality === undefined ? {} : { locality }),
    submittedAt: on(0),
    outcome,
    closedAt: on(isHeld ? 2 * FORTNIGHT : 3),
    ...(isHeld && {
      facilitatedBy: facilitator,
      session: { slot, invited: 6, agencies: ['cs', 'ed'], record: someRecord({ themes: ['roles'] }) },
    }),
  });
  const audit = (days: number, what: AuditEntry['what'], from: Request['state'], to: Request['state']) =>
    ({ at: on(days), by: theCoordinator, what, from, to }) satisfies AuditEntry;
  const history = isHeld
    ? [
        audit(1, 'approve', 'submitted', 'approved'),
        audit(2, 'meeting-secured', 'approved', 'offered'),
        audit(3, 'answered', 'offered', 'booked'),
        audit(FORTNIGHT, 'session-ended', 'booked', 'held'),
        audit(2 * FORTNIGHT, 'evaluation-over', 'held', 'closed'),
      ]
    : [audit(3, 'decline', 'submitted', 'closed')];
  return { request, history, answers: told.answers ?? [], lesson: told.lesson ?? '' };
}

/** Invented. */
export const FACILITATORS = [
  'fac11111-0000-4000-8000-000000000001',
  'fac11111-0000-4000-8000-000000000002',
  'fac11111-0000-4000-8000-000000000003',
] as const;

/** Up to so many stories of some months, of every ending, in the order they are told in. */
export function storiesGen(most: number): fc.Arbitrary<Story[]> {
  const outcome = fc.oneof(
    { weight: 5, arbitrary: fc.constant<Outcome>({ kind: 'completed' }) },
    { weight: 1, arbitrary: fc.constant<Outcome>({ kind: 'silent' }) },
    {
      weight: 1,
      arbitrary: fc.constant<Outcome>({ kind: 'declined', reason: 'outside-norfolk', by: theCoordinator }),
    },
  );
  const told = fc.record({
    day: fc.integer({ min: 0, max: 150 }).map((days) => addDays('2026-01-05', days)),
    outcome,
    facilitator: fc.constantFrom(...FACILITATORS),
    team: fc.constantFrom('cs-fs', 'ed-pri', 'hl-hv'),
    locality: fc.constantFrom('norwich', 'north'),
    answers: fc.array(answerGen, { maxLength: 6 }),
    lesson: fc.constantFrom('', 'Write sooner.', 'Ask the school first.'),
  });
  return fc
    .array(told, { maxLength: most })
    .map((all) => all.map((each, n) => aStory({ id: requestId(n), ...each })));
}

export function requestId(n: number): RequestId {
  return `5e550000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** What the request rows tell of the stories. */
export function requestsOf(stories: readonly Story[]) {
  const byId = new Map(stories.map((each) => [each.request.id, each]));
  return {
    history: async (id: RequestId) => byId.get(id)?.history ?? [],
    load: async (id: RequestId): Promise<Loaded | undefined> => {
      const found = byId.get(id);
      return found && { request: found.request, version: 'v1', sequence: 1 };
    },
    async *all(): AsyncGenerator<RequestId> {
      yield* byId.keys();
    },
  };
}

/** What was said of their sessions. */
export function evaluationsOf(stories: readonly Story[]) {
  const byId = new Map(stories.map((each) => [each.request.id, each]));
  return {
    collected: async (id: RequestId) => {
      const found = byId.get(id);
      if (!found) return undefined;
      const lessons = found.lesson === '' ? [] : [found.lesson];
      return { invited: 6, quarter: '2026-Q1', answers: found.answers, lessons };
    },
  };
}
