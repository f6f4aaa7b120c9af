/** Any question matching could be asked: pools, diaries, windows and policies, most of them awkward. */
import fc from 'fast-check';
import type { Ask } from '../../../src/domain/ask';
import type { DaySpan } from '../../../src/domain/calendar';
import type { Instant } from '../../../src/domain/intervals';
import type { MatchingQuestion } from '../../../src/domain/matching';
import type { Participant } from '../../../src/domain/people';
import { defaultPolicy, type Policy } from '../../../src/domain/policy';
import { anAsk, aParticipant, aRequester, at } from '../../builders';
import { aCandidate, anAvailability, dayFrom, rarely } from './candidates';
import { UNLISTED } from './matching';

/** Enough to show every match there is. */
export const ALL = 10_000;

/** Days around which things go wrong: clock changes, bank holidays, ends of months and years, a leap day. */
const askingDays = [
  '2026-03-20',
  '2026-10-16',
  '2026-11-24',
  '2026-12-10',
  '2027-03-17',
  '2027-10-21',
  '2028-02-21',
  '2028-04-07',
  '2027-12-17',
  '2026-05-31',
];
const aNow: fc.Arbitrary<Instant> = fc
  .tuple(fc.constantFrom(...askingDays), fc.constantFrom('08:00', '10:40', '16:59', '17:00', '23:30'))
  .map(([day, time]) => at(`${day}T${time}`));

const aPool = (now: Instant) =>
  fc
    .integer({ min: 0, max: 5 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => aCandidate(now, n))));

/** Strangers, schools, colleagues of a facilitator, and a facilitator by address or by an id somebody copied. */
const people: fc.Arbitrary<Participant[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom('po-ch', 'hl-sn', 'hl-other', 'ed-pri', 'vs-fa', UNLISTED)
        .map((team) => aParticipant({ name: 'Some Body', mail: 'some.body@x.example', team })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        aParticipant({ mail: 'facilitator.2@NORFOLK-sandbox.example' }),
        aParticipant({ mail: 'other@x.example', id: 'FACILITATOR-1' }),
      ),
    },
  ),
  { maxLength: 3 },
);

const aFollowUp = fc.constantFrom<NonNullable<Ask['followUpOf']>[]>(
  { requestId: 'earlier-request' },
  { requestId: 'earlier-request', facilitator: 'facilitator-0' },
  { requestId: 'earlier-request', facilitator: 'facilitator-2' },
);

const someAsk = (now: Instant): fc.Arbitrary<Ask> =>
  fc
    .record({
      participants: people,
      picked: rarely([{ id: 'facilitator-3', team: 'hl-sn' }]),
      toBeNamed: rarely([{ role: 'Head teacher', team: 'ed-sec' }], [{ role: 'Worker', team: 'vs-fa' }]),
      from: fc.integer({ min: 0, max: 8 }),
      span: fc.constantFrom(0, 1, 2, 2, 3, 4, 8),
      days: fc.subarray([...anAsk().days], { minLength: 2 }),
      times: fc.subarray([...anAsk().times], { minLength: 1 }),
      inPerson: fc.boolean(),
      minutes: rarely(45, 60),
      schoolsAgree: rarely(true as const),
      locality: fc.constantFrom(undefined, 'norwich', 'north'),
      followUpOf: fc.option(aFollowUp, { nil: undefined }),
    })
    .map(
      ({ picked, toBeNamed, from, span, inPerson, minutes, schoolsAgree, locality, followUpOf, ...made }) =>
        anAsk({
          ...made,
          earliest: dayFrom(now, from),
          latest: dayFrom(now, from + span),
          place: inPerson ? { kind: 'in-person' } : { kind: 'online' },
          ...(picked && { picked }),
          ...(toBeNamed && { toBeNamed }),
          ...(minutes && { minutes }),
          ...(schoolsAgree && { schoolsAgree }),
          ...(locality && { locality }),
          ...(followUpOf && { followUpOf }),
        }),
    );

const somePolicy = (now: Instant): fc.Arbitrary<Policy> =>
  fc
    .record({
      followUpFacilitator: fc.constantFrom(...(['same', 'fresh', 'either'] as const)),
      teamsApart: fc.constantFrom(...(['requester', 'everybody'] as const)),
      otherAgencyOnly: fc.constantFrom(false, false, false, true),
      noticeDays: fc.constantFrom(0, 0, 2, 5),
      bufferMinutes: fc.constantFrom(0, 15, 45),
      travelMinutes: fc.constantFrom(0, 30, 45, 90),
      sessionMinutes: fc.constantFrom(60, 90),
      slotStepMinutes: fc.constantFrom(15, 30, 60),
      sessionsPerMonth: fc.constantFrom(1, 2, 3),
      fairShareMonths: fc.constantFrom(1, 6, 12),
      extraClosedDays: fc.constantFrom([], [dayFrom(now, 6)]),
      schoolHolidays: fc.constantFrom<DaySpan[][]>(
        [],
        [{ from: dayFrom(now, 2), until: dayFrom(now, 5) }],
        [{ from: dayFrom(now, -3), until: dayFrom(now, 40) }],
      ),
    })
    .map((made) => ({ ...defaultPolicy, ...made, matchesShown: ALL }));

export const aQuestion: fc.Arbitrary<MatchingQuestion> = aNow.chain((now) =>
  fc.record({
    requestId: fc.uuid(),
    round: fc.constant(1),
    requester: fc.constantFrom(
      aRequester(),
      aRequester(),
      aRequester({ team: 'hl-other' }),
      aRequester({ team: UNLISTED }),
      aRequester({ id: 'Facilitator-4' }),
    ),
    ask: someAsk(now),
    passed: fc.constantFrom([], [], ['facilitator-1', 'facilitator-3']),
    candidates: aPool(now),
    participants: fc.array(anAvailability(now, 8), { maxLength: 4 }),
    now: fc.constant(now),
    policy: somePolicy(now),
  }),
);
