import fc from 'fast-check';
import type { Availability } from '../../src/domain/availability';
import type { WorkingHours } from '../../src/domain/calendar';
import { type Instant, type Interval, MINUTE_MS, union } from '../../src/domain/intervals';
import { type Candidate, findMatches, type MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import type { Match } from '../../src/domain/match';
import { aFacilitator, anAsk, aParticipant, aRequester, at } from '../builders';
import { compare, possibilities, type Possibility, ranked } from './matching-oracle';

const ALL = 10_000;

/** Days around which things go wrong: clock changes, bank holidays, ends of months and years, a leap day. */
const askingDays = [
  '2026-03-20',
  '2026-10-16',
  '2026-11-24',
  '2026-12-10',
  '2027-03-17',
  '2027-10-21',
  '2028-02-21',
  '2027-12-17',
];
const aNow: fc.Arbitrary<Instant> = fc
  .tuple(fc.constantFrom(...askingDays), fc.constantFrom('08:00', '16:59', '17:00', '23:30'))
  .map(([day, time]) => at(`${day}T${time}`));

/** Whole minutes, mostly inside office hours of the days after `now`. */
function intervalsAfter(now: Instant, maxLength: number): fc.Arbitrary<Interval[]> {
  const day = Math.floor(now / 86_400_000) * 86_400_000;
  const one = fc
    .tuple(
      fc.integer({ min: 0, max: 18 }),
      fc.integer({ min: 7 * 60, max: 18 * 60 }),
      fc.constantFrom(1, 15, 29, 60, 240, 1440),
    )
    .map(([days, minute, length]) => {
      const start = day + days * 86_400_000 + minute * MINUTE_MS;
      return { start, end: start + length * MINUTE_MS };
    });
  return fc.array(one, { maxLength });
}

const aWeek = fc.uniqueArray(
  fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'),
  { minLength: 2 },
) as fc.Arbitrary<WorkingHours['days']>;
const someHours: fc.Arbitrary<WorkingHours> = fc.record({
  days: aWeek,
  start: fc.constantFrom('08:30', '09:00', '10:15', '13:00', '22:00', '00:00'),
  end: fc.constantFrom('12:00', '15:45', '17:00', '06:00', '00:00'),
  zone: fc.constantFrom(
    'Europe/London',
    'Europe/Amsterdam',
    'UTC+2',
    'UTC-5',
    'America/New_York',
    'Asia/Kolkata',
  ),
});

function anAvailability(now: Instant, maxLength: number): fc.Arbitrary<Availability> {
  const known = fc
    .tuple(intervalsAfter(now, maxLength), fc.option(someHours, { nil: undefined }))
    .map(([busy, hours]): Availability => ({
      known: true,
      busy: union(busy),
      ...(hours && { workingHours: hours }),
    }));
  return fc.oneof(
    { weight: 6, arbitrary: known },
    { weight: 1, arbitrary: fc.constant({ known: false, why: 'no-answer' } as const) },
  );
}

function aCandidate(now: Instant, n: number): fc.Arbitrary<Candidate> {
  const facilitator = fc
    .record({
      team: fc.constantFrom('hl-mh', 'vs-fa', 'cs-fs', 'cs-other'),
      trainedUntil: fc.constantFrom('2026-04-01', '2026-12-09', '2027-10-31', '2028-03-01', '2030-01-01'),
      cap: fc.constantFrom(undefined, undefined, 0, 1, 4),
    })
    .map(({ team, trainedUntil, cap }) =>
      aFacilitator({
        id: `facilitator-${n}`,
        mail: `Facilitator.${n}@norfolk-sandbox.example`,
        team,
        trainedUntil,
        ...(cap !== undefined && { sessionsPerMonth: cap }),
      }),
    );
  const reservations = fc
    .tuple(intervalsAfter(now, 3), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
    .map(([slots, released]) =>
      slots.map((slot, i) => ({
        requestId: `other-${i}`,
        attempt: 1,
        slot,
        state: released[i] ? ('released' as const) : ('held' as const),
      })),
    );
  return fc.record({ facilitator, availability: anAvailability(now, 8), reservations });
}

function candidates(now: Instant): fc.Arbitrary<Candidate[]> {
  return fc
    .integer({ min: 0, max: 5 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => aCandidate(now, n))));
}

function dayAfter(now: Instant, days: number): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}

const aQuestion: fc.Arbitrary<MatchingQuestion> = aNow.chain((now) =>
  fc
    .record({
      candidates: candidates(now),
      participants: fc.array(anAvailability(now, 10), { maxLength: 4 }),
      requestId: fc.uuid(),
      from: fc.integer({ min: 0, max: 8 }),
      span: fc.integer({ min: 0, max: 9 }),
      days: fc.subarray([...anAsk().days], { minLength: 1 }),
      times: fc.subarray([...anAsk().times], { minLength: 1 }),
      passed: fc.subarray(['facilitator-1', 'facilitator-3']),
      listed: fc.constantFrom('nobody@x.example', 'facilitator.2@norfolk-sandbox.example'),
      facilitatedBefore: fc.constantFrom(undefined, 'facilitator-0', 'facilitator-2', 'somebody-else'),
      followUpFacilitator: fc.constantFrom(...(['same', 'fresh', 'either'] as const)),
      noticeDays: fc.constantFrom(0, 2, 5),
      bufferMinutes: fc.constantFrom(0, 15, 45),
      sessionMinutes: fc.constantFrom(60, 90),
      slotStepMinutes: fc.constantFrom(15, 30, 60),
      extraClosedDays: fc.constantFrom([], [dayAfter(now, 6)]),
    })
    .map((made): MatchingQuestion => ({
      requestId: made.requestId,
      round: 1,
      requester: aRequester(),
      ask: anAsk({
        earliest: dayAfter(now, made.from),
        latest: dayAfter(now, made.from + made.span),
        days: made.days,
        times: made.times,
        participants: [aParticipant({ mail: made.listed })],
        ...(made.facilitatedBefore && {
          followUpOf: { requestId: 'earlier-request', facilitator: made.facilitatedBefore },
        }),
      }),
      passed: made.passed,
      candidates: made.candidates,
      participants: made.participants,
      now,
      policy: {
        ...defaultPolicy,
        matchesShown: ALL,
        followUpFacilitator: made.followUpFacilitator,
        noticeDays: made.noticeDays,
        bufferMinutes: made.bufferMinutes,
        sessionMinutes: made.sessionMinutes,
        slotStepMinutes: made.slotStepMinutes,
        extraClosedDays: made.extraClosedDays,
      },
    })),
);

function told({ facilitator, slot, reasons }: Match): Possibility {
  const load = reasons.find((each) => each.kind === 'fair-share');
  const free = reasons.find((each) => each.kind === 'participants-free');
  return {
    facilitator: facilitator.id,
    start: slot.start,
    participantsFree: free?.kind === 'participants-free' ? free.free : 0,
    load: load?.kind === 'fair-share' ? load.sessions : NaN,
    preferred: reasons.some(({ kind }) => kind === 'facilitated-before'),
  };
}

function inOneOrder(all: readonly Possibility[]): Possibility[] {
  return [...all].sort((a, b) => a.start - b.start || (a.facilitator < b.facilitator ? -1 : 1));
}

describe('Matching, against a search minute by minute', () => {
  it('finds the same facilitators in the same slots, in the same order', () => {
    let found = 0;
    fc.assert(
      fc.property(aQuestion, (question) => {
        const expected = possibilities(question);
        const got = findMatches(question).best.map(told);
        expect(inOneOrder(got)).toEqual(inOneOrder(expected));
        const order = ranked(expected);
        got.forEach((each, n) => expect(compare(each, order[n]!)).toBe(0));
        found += got.length;
      }),
      { numRuns: 250 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it('shows the first few of that order when only a few are wanted', () => {
    fc.assert(
      fc.property(aQuestion, fc.integer({ min: 0, max: 6 }), (question, few) => {
        const best = (matchesShown: number) =>
          findMatches({ ...question, policy: { ...question.policy, matchesShown } }).best;
        expect(best(few)).toEqual(best(ALL).slice(0, few));
      }),
    );
  });

  it('judges alike in whatever order the pool is read', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const reversed = { ...question, candidates: [...question.candidates].reverse() };
        expect(findMatches(reversed)).toEqual(findMatches(question));
      }),
    );
  });

  it('accounts for every facilitator: matched, or removed by one rule', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const { best, removed } = findMatches(question);
        const matched = new Set(best.map(({ facilitator }) => facilitator.id)).size;
        const gone = Object.values(removed).reduce((sum, count) => sum + count, 0);
        expect(matched + gone).toBe(question.candidates.length);
      }),
    );
  });
});
