import fc from 'fast-check';
import { addDays, isWithin } from '../../src/domain/calendar';
import { burdens, type Member } from '../../src/domain/fair-share';
import type { Facilitator, Reservation } from '../../src/domain/facilitator';
import type { Instant } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, aReservation, aSlot, at } from '../builders';
import { sharesOf } from './oracle/fair-share';

const now = at('2026-11-24T10:00');

function aMember(
  id: string,
  sessions: readonly (string | Partial<Reservation>)[] = [],
  over: Partial<Facilitator> = {},
): Member {
  const reservations = sessions.map((each, n) =>
    aReservation({
      requestId: `request-${n}`,
      ...(typeof each === 'string' ? { slot: aSlot(`${each}T10:00`) } : each),
    }),
  );
  return { facilitator: aFacilitator({ id, ...over }), reservations };
}

function burdenOf(pool: readonly Member[], id: string, at: Instant = now) {
  return burdens(pool, at, defaultPolicy).get(id)!;
}

const levelOf = (...args: Parameters<typeof burdenOf>) => burdenOf(...args).level;

/** A session a week for each of them, all through the year before. */
function aYearOf(...ids: string[]): Member[] {
  return ids.map((id, n) =>
    aMember(
      id,
      Array.from({ length: 12 }, (_, month) => addDays('2025-12-01', month * 28 + n)),
    ),
  );
}

describe('A fair share', () => {
  it('is counted over the last twelve months and what is to come', () => {
    const basil = aMember('basil', ['2025-11-23', '2025-11-24', '2026-05-05', '2026-12-24']);
    expect(burdenOf([basil, aMember('amber')], 'basil')).toEqual({
      sessions: 3,
      level: 3,
      turn: 3.5,
      share: 1.5,
    });
  });

  it('is more for a greater weight: with twice the weight, twice the sessions are the same level', () => {
    const pool = [
      aMember('basil', ['2026-05-05', '2026-06-05'], { weight: 2 }),
      aMember('amber', ['2026-05-06']),
      aMember('clove', [], { weight: 0.5 }),
    ];
    expect(levelOf(pool, 'basil')).toBe(levelOf(pool, 'amber'));
    expect(pool.map(({ facilitator: { id } }) => burdenOf(pool, id).share)).toEqual([1.714, 0.857, 0.429]);
  });

  it.each<[string, Partial<Reservation>]>([
    ['was cancelled', { state: 'released' }],
    ['was only sat in on', { observes: true }],
  ])('leaves out what %s', (_what, over) => {
    const pool = [aMember('basil', [{ slot: aSlot('2026-12-08T10:00'), ...over }]), aMember('amber')];
    expect(burdenOf(pool, 'basil')).toEqual({ sessions: 0, level: 0, turn: 0.5, share: 0 });
    expect(levelOf(pool, 'amber')).toBe(0);
  });

  it('starts for somebody who joins at the level of the pool, not at nothing', () => {
    const pool = [...aYearOf('basil', 'amber'), aMember('joy', [], { joinedOn: '2026-11-24' })];
    expect(burdenOf(pool, 'joy')).toMatchObject({ sessions: 0, level: 12 });
    expect(levelOf(pool, 'amber')).toBe(12);
  });

  it('has somebody who joined take what is given after that, not what was given before for a later day', () => {
    const given = [
      { slot: aSlot('2026-12-08T10:00'), givenOn: '2026-11-20' },
      { slot: aSlot('2026-12-09T10:00'), givenOn: '2026-11-23' },
    ];
    const pool = [aMember('basil', given), aMember('joy', [], { joinedOn: '2026-11-23' })];
    expect(levelOf(pool, 'basil')).toBe(2);
    expect(levelOf(pool, 'joy')).toBe(1);
  });

  it('still knows what was given before somebody joined when that is a year ago', () => {
    const given = { slot: aSlot('2026-12-08T10:00'), givenOn: '2026-11-20' };
    const pool = [aMember('basil', [given]), aMember('joy', [], { joinedOn: '2026-11-25' })];
    for (const day of ['2027-11-24', '2027-11-25', '2027-11-26', '2027-12-08'])
      expect([day, levelOf(pool, 'joy', at(`${day}T10:00`))]).toEqual([day, 1]);
    expect(levelOf(pool, 'joy', at('2027-12-09T10:00'))).toBe(0);
  });

  it('builds up no debt in a pause: the level rises with that of the others', () => {
    const pauses = [{ from: '2026-06-01', until: '2026-08-31' }];
    const pool = [
      aMember('basil', ['2026-05-05', '2026-06-01', '2026-07-05']),
      aMember('amber', ['2026-05-06', '2026-07-06', '2026-08-31']),
      aMember('penny', ['2026-05-07'], { pauses }),
    ];
    expect(levelOf(pool, 'penny')).toBe(3);
  });

  it('is owed by whoever left for what came from that day on', () => {
    const basil = aMember('basil', ['2026-05-05', '2026-06-01', '2026-07-05']);
    expect(levelOf([basil, aMember('lea', [], { leftOn: '2026-06-01' })], 'lea')).toBe(2);
  });

  it.each([
    ['2026-11-24', 2],
    ['2026-11-25', 1],
  ])('is shared with whoever leaves on %s, until that day: %i', (leftOn, share) => {
    const pool = [aMember('basil', ['2026-05-05', '2026-06-05']), aMember('lea', [], { leftOn })];
    expect(burdenOf(pool, 'basil').share).toBe(share);
  });

  it('counts each of two sessions of a day that were given on one day', () => {
    const given = { slot: aSlot('2026-12-08T10:00'), givenOn: '2026-11-20' };
    const pool = [aMember('basil', [given, given]), aMember('joy', [], { joinedOn: '2026-11-23' })];
    expect(levelOf(pool, 'joy')).toBe(2);
  });

  it('owes nobody anything for a session that was before one joined and in the pause of the other', () => {
    const pauses = [{ from: '2026-06-01', until: '2026-08-31' }];
    const pool = [
      aMember('penny', ['2026-07-05'], { pauses }),
      aMember('joy', [], { joinedOn: '2026-11-23' }),
    ];
    expect(levelOf(pool, 'joy')).toBe(0);
  });

  it('owes nobody anything for a session that nobody else could have had', () => {
    const pauses = [{ from: '2026-06-01', until: '2026-08-31' }];
    const pool = [aMember('basil', ['2026-07-05'], { pauses }), aMember('penny', [], { pauses })];
    expect(levelOf(pool, 'penny')).toBe(0);
  });

  it('is worked out over those who are in the pool, and keeps the work of those who left', () => {
    const pool = [
      aMember('basil', ['2026-05-05', '2026-06-05']),
      aMember('amber', ['2026-05-06']),
      aMember('luke', ['2026-05-07'], { leftOn: '2026-11-01' }),
    ];
    expect(burdenOf(pool, 'basil')).toEqual({ sessions: 2, level: 2, turn: 2.5, share: 1.5 });
    expect(burdenOf(pool, 'luke').sessions).toBe(1);
  });

  it('is nothing for nobody', () => {
    expect(burdens([], now, defaultPolicy).size).toBe(0);
    const left = aMember('luke', ['2026-05-07'], { leftOn: '2026-11-01' });
    expect(burdenOf([left], 'luke')).toEqual({ sessions: 1, level: 1, turn: 1.5, share: 0 });
  });
});

describe('Whose turn it is', () => {
  it.each<[string, Record<string, [weight: number, sessions: number]>, string]>([
    ['whoever has had less', { amber: [1, 2], basil: [1, 1] }, 'basil'],
    [
      'whoever has the greater weight, when nobody has had any',
      { amber: [0.5, 0], basil: [1, 0], clove: [2, 0] },
      'clove',
    ],
    [
      'somebody of half the weight, once the others have had one',
      { amber: [0.5, 0], basil: [1, 1], clove: [2, 2] },
      'amber',
    ],
    [
      'the other, when somebody of half the weight has had as many',
      { amber: [0.5, 1], basil: [1, 1] },
      'basil',
    ],
  ])('is that of %s', (_whose, had, expected) => {
    const pool = Object.entries(had).map(([id, [weight, sessions]]) =>
      aMember(
        id,
        Array.from({ length: sessions }, () => '2026-05-05'),
        { weight },
      ),
    );
    const all = [...burdens(pool, now, defaultPolicy)].sort(([, a], [, b]) => a.turn - b.turn);
    expect(all[0]![0]).toBe(expected);
  });

  it('keeps every two as near to each other, per unit of weight, as whole sessions can', () => {
    const weights = fc.array(fc.constantFrom(0.5, 1, 2), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 40 }), (each, count) => {
        const had = each.map(() => 0);
        const poolOf = () =>
          each.map((weight, n) =>
            aMember(
              `${n}`,
              Array.from({ length: had[n]! }, () => '2026-05-05'),
              { weight },
            ),
          );
        for (let n = 0; n < count; n += 1) {
          const [[next]] = [...burdens(poolOf(), now, defaultPolicy)].sort(
            ([, a], [, b]) => a.turn - b.turn,
          ) as [[string, unknown]];
          had[Number(next)]! += 1;
        }
        const per = (n: number, more = 0) => (had[n]! + more) / each[n]!;
        for (const [a] of each.entries())
          for (const [b] of each.entries())
            if (per(a) > per(b)) expect(per(a) - per(b)).toBeLessThanOrEqual(per(b, 1) - per(a, -1));
      }),
    );
  });
});

describe('A fair share from day to day', () => {
  const somebody = fc.record({
    weight: fc.constantFrom(0.5, 1, 2),
    joined: fc.constantFrom(undefined, -200, 0, 30, 200),
    pause: fc.option(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 })), {
      nil: undefined,
    }),
  });
  const aPool = fc
    .tuple(
      fc.array(somebody, { minLength: 2, maxLength: 5 }),
      // Whose session it is, day after day: no two on one day.
      fc.noShrink(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 300, maxLength: 300 })),
      fc.integer({ min: 0, max: 30 }),
    )
    .map(([people, turns, lead]) =>
      people.map(({ weight, joined, pause }, n) => {
        const start = '2026-01-01';
        const joinedOn = joined === undefined ? undefined : addDays(start, joined);
        const pauses = pause
          ? [{ from: addDays(start, pause[0]), until: addDays(start, pause[0] + pause[1]) }]
          : [];
        const sessions = turns.flatMap((whose, day): Partial<Reservation>[] => {
          const date = addDays(start, day);
          const givenOn = addDays(date, -lead);
          const isTheirs = whose === n && !isWithin(date, pauses) && givenOn >= (joinedOn ?? '');
          return isTheirs ? [{ slot: aSlot(`${date}T10:00`), givenOn }] : [];
        });
        return aMember(`facilitator-${n}`, sessions, { weight, pauses, ...(joinedOn && { joinedOn }) });
      }),
    );

  it('has no cliff at the end of a month, nor a year after somebody joined: one session leaves at a time', () => {
    fc.assert(
      fc.property(aPool, fc.integer({ min: 0, max: 360 }), (pool, from) => {
        const least = Math.min(...pool.map(({ facilitator: { weight = 1 } }) => weight));
        let before: ReturnType<typeof burdens> | undefined;
        for (let day = from; day < from + 40; day += 1) {
          const today = burdens(pool, at(`${addDays('2026-10-28', day)}T10:00`), defaultPolicy);
          for (const [id, { level }] of before ?? [])
            expect(Math.abs(today.get(id)!.level - level)).toBeLessThanOrEqual(1 / least + 0.001);
          before = today;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is what its definition says, everybody against every session', () => {
    fc.assert(
      fc.property(aPool, fc.integer({ min: 0, max: 700 }), (pool, day) => {
        const then = at(`${addDays('2026-01-01', day)}T10:00`);
        const ours = burdens(pool, then, defaultPolicy);
        for (const [id, { sessions, level, share }] of sharesOf(pool, then, defaultPolicy)) {
          const burden = ours.get(id)!;
          expect(burden.sessions).toBe(sessions);
          expect(burden.level).toBeCloseTo(level, 2);
          expect(burden.share).toBeCloseTo(share, 2);
        }
      }),
      { numRuns: 100 },
    );
  });
});
