import fc from 'fast-check';
import {
  type Facilitator,
  judgeReservation,
  type Reservation,
  sessionsInMonth,
} from '../../src/domain/facilitator';
import { MINUTE_MS } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, aReservation, aSlot, at } from '../builders';

const policy = defaultPolicy;
const facilitator = aFacilitator();
const at10 = aReservation({ slot: aSlot('2026-12-08T10:00') });

function judge(
  held: readonly Reservation[],
  wanted: Partial<Reservation>,
): ReturnType<typeof judgeReservation> {
  return judgeReservation(facilitator, held, aReservation({ requestId: 'wanted', ...wanted }), policy);
}

describe("A facilitator's time", () => {
  it.each<[string, readonly Reservation[], Partial<Reservation>, ReturnType<typeof judgeReservation>]>([
    ['can be reserved when nothing is', [], {}, undefined],
    ['is taken at the same time', [at10], {}, 'slot-taken'],
    [
      'is taken when the sessions overlap by a minute',
      [at10],
      { slot: aSlot('2026-12-08T11:29') },
      'slot-taken',
    ],
    ['is taken without 15 minutes in between', [at10], { slot: aSlot('2026-12-08T11:44') }, 'slot-taken'],
    ['is free 15 minutes after', [at10], { slot: aSlot('2026-12-08T11:45') }, undefined],
    ['is taken without 15 minutes before', [at10], { slot: aSlot('2026-12-08T08:16') }, 'slot-taken'],
    ['is free 15 minutes before', [at10], { slot: aSlot('2026-12-08T08:15') }, undefined],
    [
      'is taken without 45 minutes after a session they travel to',
      [{ ...at10, inPerson: true }],
      { slot: aSlot('2026-12-08T12:14') },
      'slot-taken',
    ],
    [
      'is free 45 minutes after a session they travel to',
      [{ ...at10, inPerson: true }],
      { slot: aSlot('2026-12-08T12:15') },
      undefined,
    ],
    [
      'is taken for one they travel to without 45 minutes in between',
      [at10],
      { slot: aSlot('2026-12-08T12:14'), inPerson: true },
      'slot-taken',
    ],
    [
      'is free for one they travel to 45 minutes after',
      [at10],
      { slot: aSlot('2026-12-08T12:15'), inPerson: true },
      undefined,
    ],
    ['is free where a session was released', [{ ...at10, state: 'released' }], {}, undefined],
    [
      'is not reserved by an attempt already released',
      [aReservation({ requestId: 'wanted', state: 'released' })],
      {},
      'released',
    ],
    [
      'stays reserved when the same attempt asks again',
      [aReservation({ requestId: 'wanted' })],
      {},
      undefined,
    ],
    [
      'is taken by another attempt of the same request',
      [aReservation({ requestId: 'wanted' })],
      { attempt: 2 },
      'slot-taken',
    ],
    [
      'is given up by the attempt it takes the place of',
      [aReservation({ requestId: 'wanted' })],
      { attempt: 2, inPlaceOf: 1 },
      undefined,
    ],
    [
      'is not given up by another request with that attempt',
      [aReservation({ requestId: 'other' })],
      { attempt: 2, inPlaceOf: 1 },
      'slot-taken',
    ],
  ])('%s', (_what, held, wanted, expected) => {
    expect(judge(held, wanted)).toBe(expected);
  });

  it.each<[string, Partial<Facilitator>, Partial<Reservation>, ReturnType<typeof judgeReservation>]>([
    ['in a pause', { pauses: [{ from: '2026-12-08', until: '2026-12-08' }] }, {}, 'not-in-force'],
    ['of somebody who left', { leftOn: '2026-12-08' }, {}, 'not-in-force'],
    ['after the training', { trainedUntil: '2026-12-07' }, {}, 'not-in-force'],
    [
      'observed in a pause',
      { pauses: [{ from: '2026-12-08', until: '2026-12-08' }] },
      { observes: true },
      'not-in-force',
    ],
    ['observed by somebody who left', { leftOn: '2026-12-08' }, { observes: true }, 'not-in-force'],
    ['observed after the training', { trainedUntil: '2026-12-07' }, { observes: true }, undefined],
    ['observed beyond the cap', { sessionsPerMonth: 0 }, { observes: true }, undefined],
  ])('is judged for what has changed since the match was found: %s', (_what, over, wanted, expected) => {
    const now = aFacilitator(over);
    const reservation = aReservation({ requestId: 'wanted', slot: aSlot('2026-12-08T10:00'), ...wanted });
    expect(judgeReservation(now, [], reservation, policy)).toBe(expected);
  });

  it('tells attempt 11 of one request from attempt 1 of another', () => {
    const other = aReservation({ requestId: 'r-1', attempt: 1, state: 'released' });
    expect(judge([other], { requestId: 'r', attempt: 11 })).toBeUndefined();
  });
});

describe('The most sessions a month', () => {
  const two = ['2026-12-01T10:00', '2026-12-03T10:00'].map((time, n) =>
    aReservation({ requestId: `${n}`, slot: aSlot(time) }),
  );

  it.each<[string, string, ReturnType<typeof judgeReservation>]>([
    ['the third in a month is refused', '2026-12-31T15:00', 'cap-reached'],
    ['the first of the next month is not', '2027-01-04T09:00', undefined],
    ['nor the last of the month before', '2026-11-30T15:00', undefined],
  ])('%s', (_what, slot, expected) => {
    expect(judge(two, { slot: aSlot(slot) })).toBe(expected);
  });

  it('counts by the London month, also in summer time', () => {
    const midnight = aReservation({ slot: { start: at('2026-07-01T00:15'), end: at('2026-07-01T01:45') } });
    expect(sessionsInMonth([midnight], at('2026-07-20T10:00'))).toBe(1);
    expect(sessionsInMonth([midnight], at('2026-06-30T23:59'))).toBe(0);
  });

  it('begins with the first moment of a month, and ends before that of the next', () => {
    const first = aReservation({ slot: aSlot('2026-07-01T00:00') });
    expect(sessionsInMonth([first], at('2026-07-20T10:00'))).toBe(1);
    expect(sessionsInMonth([first], at('2026-06-20T10:00'))).toBe(0);
  });

  it('leaves out those that were only observed', () => {
    const [one, other] = two.map((each) => ({ ...each, observes: true as const }));
    expect(judge([one!, other!], { slot: aSlot('2026-12-31T15:00') })).toBeUndefined();
  });

  it('can be set for one facilitator, to none as well', () => {
    const wanted = aReservation({ requestId: 'wanted' });
    expect(judgeReservation(aFacilitator({ sessionsPerMonth: 0 }), [], wanted, policy)).toBe('cap-reached');
    expect(judgeReservation(aFacilitator({ sessionsPerMonth: 3 }), two, wanted, policy)).toBeUndefined();
  });

  it('names the taken slot first: another slot may help, another month is far away', () => {
    expect(judge([at10, ...two], {})).toBe('slot-taken');
  });
});

describe('Whatever is reserved and released, in whatever order', () => {
  const aWish = fc.record({
    requestId: fc.constantFrom('a', 'b', 'c', 'd'),
    attempt: fc.integer({ min: 1, max: 3 }),
    slot: fc.integer({ min: 0, max: 400 }).map((n) => {
      const start = at('2026-12-07T09:00') + n * 150 * MINUTE_MS;
      return { start, end: start + 90 * MINUTE_MS };
    }),
    release: fc.boolean(),
  });

  it('no two sessions held share time or buffer, no month holds too many, and asking twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(aWish, { maxLength: 30 }), fc.integer({ min: 0, max: 5 }), (wishes, cap) => {
        const who = aFacilitator({ sessionsPerMonth: cap });
        const rows = new Map<string, Reservation>();
        for (const { release, ...wish } of wishes) {
          const key = `${wish.requestId} ${wish.attempt}`;
          const row = rows.get(key);
          if (release) rows.set(key, { ...wish, ...row, state: 'released' });
          else {
            const wanted: Reservation = { ...wish, state: 'held' };
            if (judgeReservation(who, [...rows.values()], wanted, policy)) continue;
            if (!row) rows.set(key, wanted);
            expect(judgeReservation(who, [...rows.values()], wanted, policy)).toBeUndefined();
          }
          const held = [...rows.values()]
            .filter(({ state }) => state === 'held')
            .sort((a, b) => a.slot.start - b.slot.start);
          held.slice(1).forEach(({ slot }, n) => {
            expect(slot.start - held[n]!.slot.end).toBeGreaterThanOrEqual(policy.bufferMinutes * MINUTE_MS);
          });
          for (const { slot } of held) expect(sessionsInMonth(held, slot.start)).toBeLessThanOrEqual(cap);
        }
      }),
      { numRuns: 150 },
    );
  });
});
