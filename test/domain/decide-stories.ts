/** Long random stories: any commands by anybody in any order, decided one after the other as the workflow would. */
import fc from 'fast-check';
import { decide } from '../../src/domain/decide';
import { type Acceptance, isRefusal } from '../../src/domain/decisions/decision';
import { CANCEL_REASONS, NOT_HELD_REASONS } from '../../src/domain/ending';
import { type Instant, MINUTE_MS } from '../../src/domain/intervals';
import type { Person } from '../../src/domain/people';
import type { Match, Matches } from '../../src/domain/match';
import type {
  Actor,
  Command,
  Effect,
  PersonCommand,
  Request,
  Submitted,
  SystemCommand,
} from '../../src/domain/request';
import { isStanding } from '../../src/domain/rearranging';
import {
  aFacilitatorRef,
  aKnownPerson,
  aMatch,
  anEdit,
  aNote,
  anotherFacilitator,
  answers,
  askedAt,
  aSessionEvent,
  aSlot,
  aStranger,
  facts,
  someMatches,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';
import { whileStanding } from './standing-stories';
import {
  afterwards,
  byThoseWhoTakePart,
  cannotCome,
  nora,
  otherPeople,
  UNSEEN,
  whilePolled,
} from './taking-part-stories';

export const SECRET_REASON = 'the very private worry';
export const SECRET_REFERENCE = 'SECRET-REF-99';
export const REQUEST_ID = '5e550000-0000-4000-8000-000000000002';

export interface Step {
  readonly command: Command;
  readonly now: Instant;
  readonly before: Request;
  readonly after: Request;
  readonly effects: readonly Effect[];
  /** All that has been asked for so far, from the submission to these. */
  readonly asked: readonly Effect[];
  readonly refused: boolean;
}

const people = [theRequester, theCoordinator, theFacilitator, anotherFacilitator, aStranger, nora];
const attempt = fc.integer({ min: 0, max: 4 });
const round = fc.integer({ min: 1, max: 6 });

function matchesOf(n: number): Match[] {
  const other = aFacilitatorRef({ ...anotherFacilitator, mail: 'amber.azure@norfolk-sandbox.example' });
  return [
    aMatch({ id: `${n}-1` }),
    aMatch({ id: `${n}-2`, facilitator: other, slot: aSlot('2026-12-09T14:00') }),
  ];
}

/** When the sessions of these stories begin. */
const STARTS = matchesOf(1).map(({ slot }) => slot.start);

const personCommand: fc.Arbitrary<PersonCommand> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(round, fc.integer({ min: 1, max: 2 }))
      .map(([r, n]) => ({ kind: 'approve' as const, matchId: `${r}-${n}`, because: 'agreed' as const })),
  },
  { weight: 2, arbitrary: attempt.map((a) => ({ kind: 'accept' as const, attempt: a })) },
  { weight: 2, arbitrary: attempt.map((a) => ({ kind: 'cannot' as const, attempt: a })) },
  attempt.map((a) => ({ kind: 'cannot' as const, attempt: a, knowsFamily: true as const })),
  fc.constant({ kind: 'look-again' as const }),
  fc.constant({ kind: 'replace' as const }),
  fc.constant({ kind: 'relax' as const, step: { kind: 'shorter' as const, minutes: 75 } }),
  fc.tuple(round, fc.boolean()).map(([r, isFirst]) => ({
    kind: 'appoint' as const,
    match: aMatch({ id: 'own' }),
    round: r,
    isFirst,
    because: 'experience' as const,
    beside: { facilitator: matchesOf(r)[1]!.facilitator, as: 'observer' as const },
  })),
  fc.constant({ kind: 'withdraw' as const }),
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('2027-02-12', '2027-03-12', '2026-11-01')
      .map((latest) => ({ kind: 'new-dates' as const, dates: { ...answers(), earliest: latest, latest } })),
  },
  fc.constant({ kind: 'decline' as const, reason: 'another-door' as const }),
  fc
    .tuple(attempt, fc.constantFrom(...CANCEL_REASONS))
    .map(([a, reason]) => ({ kind: 'cancel' as const, attempt: a, reason })),
  fc
    .tuple(attempt, fc.constantFrom(...NOT_HELD_REASONS))
    .map(([a, reason]) => ({ kind: 'not-held' as const, attempt: a, reason })),
  byThoseWhoTakePart(STARTS),
  fc.constant({ kind: 'submit' as const, answers: answers() }),
  fc.constant({ kind: 'return' as const, missing: aNote() }),
  fc.constant({ kind: 'change' as const, answers: answers() }),
  fc.constant({ kind: 'note' as const, note: aNote() }),
  fc.nat({ max: 3 }).map((basedOn) => ({ kind: 'edit' as const, answers: anEdit(), basedOn })),
  fc.constant({ kind: 'transfer' as const, to: aKnownPerson() }),
);

const systemCommand: fc.Arbitrary<SystemCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: round.map((r) => ({
      kind: 'matches-found' as const,
      matches: someMatches({ round: r, best: matchesOf(r) }),
      known: [],
    })),
  },
  attempt.map((a) => ({ kind: 'reserved' as const, attempt: a })),
  fc
    .tuple(attempt, fc.constantFrom('slot-taken', 'diary-busy', 'event-gone'))
    .map(([a, why]) => ({ kind: 'slot-lost' as const, attempt: a, why: why as 'slot-taken' })),
  {
    weight: 2,
    arbitrary: attempt.map((a) => ({
      kind: 'event-created' as const,
      attempt: a,
      event: aSessionEvent({ id: `event-${a}` }),
    })),
  },
  {
    weight: 2,
    arbitrary: attempt.map((a) => ({ kind: 'meeting-secured' as const, attempt: a, openingChecks: [] })),
  },
  fc
    .tuple(attempt, fc.constantFrom('accepted', 'declined'))
    .map(([a, answer]) => ({ kind: 'answered' as const, attempt: a, answer: answer as 'accepted' })),
  attempt.map((a) => ({ kind: 'answer-overdue' as const, attempt: a })),
  attempt.map((a) => ({ kind: 'session-ended' as const, attempt: a })),
  attempt.map((a) => ({ kind: 'evaluation-over' as const, attempt: a })),
  attempt.map((a) => ({ kind: 'reminder-due' as const, attempt: a, days: 5 })),
  fc
    .tuple(
      fc.constantFrom('trouble-met' as const, 'trouble-over' as const),
      fc.constantFrom('not-invited' as const, 'not-removed' as const),
      attempt,
    )
    .map(([kind, trouble, a]) => ({ kind, trouble: { kind: trouble, attempt: a } })),
);

interface Move {
  readonly command: PersonCommand | SystemCommand;
  readonly by: Actor;
  readonly minutesLater: number;
}

const minutesLater = fc.constantFrom(0, 1, 5, 60, 60, 1440);
const aMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ command: personCommand, by: fc.constantFrom<Person[]>(...people), minutesLater }),
  fc.record({ command: systemCommand, by: fc.constant('system' as const), minutesLater }),
);

/** As long as it waits: the coordinators first, then the lead; the last day nears, and an answer about dates stays out. */
function overTime({ raised, answerDueAt: due, ask: asked, datesAsked }: Submitted, n: number): SystemCommand {
  if (n !== 7 && raised !== 'lead') return { kind: 'overdue', to: raised ? 'lead' : 'coordinators', due };
  if (!datesAsked) return { kind: 'dates-near', latest: asked.latest };
  return { kind: n === 3 ? 'dates-half-time' : 'dates-time-over', asked: datesAsked.at };
}

function givesDates({ requester: { id, name } }: Submitted, n: number): Move {
  const latest = n === 2 ? '2027-02-05' : '2027-02-26';
  const dates = { ...answers(), earliest: '2027-02-01', latest };
  return { command: { kind: 'new-dates', dates }, by: { id, name }, minutesLater: 60 };
}

/** Mostly somebody who can; now and then nobody has time. */
function found(r: number, n: number): Matches {
  return n % 5 === 0
    ? someMatches({ round: r, best: [], removed: { 'no-free-slot': 2 } })
    : someMatches({ round: r, best: matchesOf(r), unseen: UNSEEN });
}

/** What is likely to come next, so that stories get far; and in between, anything at all. */
function likely(request: Request, n: number): Move {
  const { attempt: a, round: r } = request;
  const system = (command: SystemCommand): Move => ({ command, by: 'system', minutesLater: 1 });
  const next = isStanding(request) && whileStanding(request, n);
  if (next) return { ...next, minutesLater: 5 };
  switch (request.state) {
    case 'returned':
      return {
        command: { kind: 'change', answers: answers() },
        by: { id: request.requester.id, name: request.requester.name },
        minutesLater: 60,
      };
    case 'submitted':
      if (request.matches && n % 6 === 5)
        return { command: { kind: 'return', missing: aNote() }, by: theCoordinator, minutesLater: 5 };
      if (n === 3 || n === 7) return system(overTime(request, n));
      if (request.matches && n % 8 <= Number(request.poll !== undefined)) return whilePolled(request, n);
      if (request.datesAsked && n % 4 === 2) return givesDates(request, n);
      return request.matches
        ? {
            command: { kind: 'approve', matchId: `${r}-${(n % 2) + 1}`, because: 'time-suits' },
            by: theCoordinator,
            minutesLater: 60,
          }
        : system({ kind: 'matches-found', matches: found(r, n), known: [] });
    case 'approved':
      if (request.stage.at === 'reserving') return system({ kind: 'reserved', attempt: a });
      return request.stage.at === 'creating'
        ? system({ kind: 'event-created', attempt: a, event: aSessionEvent({ id: `event-${a}` }) })
        : system({ kind: 'meeting-secured', attempt: a, openingChecks: [] });
    case 'offered':
      return {
        command: { kind: n % 3 === 0 ? 'cannot' : 'accept', attempt: a },
        by: request.match.facilitator,
        minutesLater: 5,
      };
    case 'booked':
      if (n === 11) return cannotCome(request);
      if (request.proposal || n === 2 || n === 5) return otherPeople(request);
      if (n === 4)
        return {
          command: { kind: 'cancel', attempt: a, reason: 'too-few' },
          by: theCoordinator,
          minutesLater: 5,
        };
      return n % 3 === 0
        ? system({ kind: 'trouble-met', trouble: { kind: 'not-invited', attempt: a } })
        : system({ kind: 'session-ended', attempt: a });
    case 'held':
      return afterwards(request, n);
    default:
      return system({ kind: 'trouble-met', trouble: { kind: 'not-removed', attempt: a } });
  }
}

/** Decides a story from asking on; every step with what it changed and asked for. */
function tell(moves: readonly (Move | number)[]): Step[] {
  let now = askedAt;
  const steps: Step[] = [];
  let { next: request, effects: asked } = ask(now);
  for (const each of moves) {
    const { command, by, minutesLater: later } = typeof each === 'number' ? likely(request, each) : each;
    now += later * MINUTE_MS;
    const full = { ...command, by, requestId: REQUEST_ID } as Command;
    const coordinator = by !== 'system' && by.id === theCoordinator.id;
    const decision = decide(request, full, facts({ now, coordinator }));
    const refused = isRefusal(decision);
    const after = refused ? request : decision.next;
    const effects = refused ? [] : decision.effects;
    asked = [...asked, ...effects];
    steps.push({ command: full, now, before: request, after, effects, asked, refused });
    request = after;
  }
  return steps;
}

function ask(now: Instant): Acceptance {
  const form = answers({ reason: SECRET_REASON, caseReference: SECRET_REFERENCE });
  const submit: Command = { kind: 'submit', answers: form, by: theRequester, requestId: REQUEST_ID };
  const decision = decide(undefined, submit, facts({ now }));
  if (isRefusal(decision)) throw new Error(`Expected the form to be accepted, got ${decision.refused}`);
  return decision;
}

export const aStory: fc.Arbitrary<Step[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 11 }) }, { weight: 1, arbitrary: aMove }), {
    minLength: 1,
    maxLength: 40,
    size: 'medium', // Small, as by itself, few stories would get to a booking.
  })
  .map(tell);

/** Holds at every step of any story, told with the steps before it. */
export function always(holds: (step: Step, earlier: readonly Step[]) => void, numRuns = 150): void {
  fc.assert(
    fc.property(aStory, (story) => {
      story.forEach((step, n) => holds(step, story.slice(0, n)));
    }),
    { numRuns },
  );
}
