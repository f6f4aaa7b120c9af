/** What happens in a storm: who does what in which round, and what breaks at which call. All of it from the seed. */
import fc from 'fast-check';

/** Processes of a town by number: two that serve, then two that work. */
export const CREW = ['bot-1', 'bot-2', 'worker-1', 'worker-2'] as const;
export type Member = (typeof CREW)[number];

export const HOWS = [
  /** Answered in the far side's place; nothing was done. */
  'status-429',
  'status-500',
  'status-503',
  /** Broken before it got there. */
  'cut',
  /** Done, and the answer is lost. */
  'lost',
  /** Done, and answered with a 500 all the same. */
  'done-then-500',
  'slow',
  /** Never answered; done or not. */
  'silence',
  'silence-after',
  /** This call and the next ones of that side are refused. */
  'outage',
  /** A message of the queue that is not deleted although it says so: it comes again. */
  'redelivered',
  'kill-before',
  'kill-after',
] as const;
export type How = (typeof HOWS)[number];
export type Side = 'table' | 'queue' | 'graph' | 'teams';

export interface Strike {
  /** Whose call; of Teams, anybody's. */
  readonly member: Member | undefined;
  readonly side: Side;
  /** The nth call of that side, from 1. */
  readonly nth: number;
  readonly how: How;
}

/** Something one person does about one request; which, follows from how it is then. */
export interface Act {
  readonly request: number;
  readonly n: number;
  /** Pressed twice at once, the second time at the other bot. */
  readonly twice: boolean;
}

export interface Round {
  readonly acts: readonly Act[];
  readonly kill: Member | undefined;
  readonly waitMs: number;
  /** Seconds that pass at once; with clocks as wrong as they are, no lease ends by it under work in hand. */
  readonly seconds: number;
}

export interface Notices {
  readonly lose: number;
  readonly doubled: boolean;
  readonly lateMs: number;
  readonly reorder: number;
}

export interface Plan {
  readonly seed: number;
  readonly requests: number;
  /** How wrong each clock is, in milliseconds. */
  readonly skews: readonly number[];
  readonly notices: Notices;
  readonly strikes: readonly Strike[];
  readonly asking: readonly Round[];
  /** Once sessions have been held: who answers how it was. */
  readonly evaluating: readonly Round[];
}

const MINUTE_MS = 60_000;

const member = fc.constantFrom(...CREW);
const worker = fc.constantFrom('worker-1' as const, 'worker-2' as const);

const strikeOf = (side: Side, who: fc.Arbitrary<Member | undefined>, most: number, hows: readonly How[]) =>
  fc.record({
    member: who,
    side: fc.constant(side),
    nth: fc.integer({ min: 1, max: most }),
    how: fc.constantFrom(...hows),
  });

const COMMON = ['status-503', 'status-500', 'cut', 'lost', 'slow', 'silence', 'silence-after'] as const;
const strike: fc.Arbitrary<Strike> = fc.oneof(
  {
    weight: 5,
    arbitrary: strikeOf('table', worker, 400, [...COMMON, 'outage']),
  },
  { weight: 2, arbitrary: strikeOf('table', member, 60, [...COMMON, 'outage']) },
  {
    weight: 2,
    arbitrary: strikeOf('queue', worker, 60, [...COMMON, 'redelivered', 'redelivered']),
  },
  {
    weight: 5,
    arbitrary: strikeOf('graph', worker, 60, [...COMMON, 'status-429', 'done-then-500']),
  },
  {
    weight: 4,
    arbitrary: strikeOf('teams', fc.constant(undefined), 60, [...COMMON, 'status-429', 'done-then-500']),
  },
);

/** Each costs a start, which is most of what a seed costs; so there is about one. */
const KILLED = ['kill-before', 'kill-after'] as const;
const killing: fc.Arbitrary<Strike> = fc.oneof(
  { weight: 4, arbitrary: strikeOf('table', worker, 150, KILLED) },
  { weight: 1, arbitrary: strikeOf('table', member, 40, KILLED) },
  { weight: 2, arbitrary: strikeOf('queue', worker, 30, KILLED) },
  { weight: 5, arbitrary: strikeOf('graph', worker, 40, KILLED) },
);

const act: fc.Arbitrary<Act> = fc.record({
  request: fc.nat({ max: 5 }),
  n: fc.nat({ max: 999 }),
  twice: fc.nat({ max: 4 }).map((n) => n === 0),
});

const round = (acts: number): fc.Arbitrary<Round> =>
  fc.record({
    acts: fc.array(act, { minLength: 2, maxLength: acts }),
    kill: fc.oneof({ weight: 24, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: member }),
    waitMs: fc.integer({ min: 100, max: 500 }),
    seconds: fc.integer({ min: 0, max: 60 }),
  });

const plan: fc.Arbitrary<Omit<Plan, 'seed'>> = fc.record({
  requests: fc.integer({ min: 4, max: 6 }),
  skews: fc.array(fc.integer({ min: -MINUTE_MS, max: MINUTE_MS }), {
    minLength: CREW.length,
    maxLength: CREW.length,
  }),
  notices: fc.record({
    lose: fc.nat({ max: 4 }),
    doubled: fc.boolean(),
    lateMs: fc.nat({ max: 300 }),
    reorder: fc.nat({ max: 3 }),
  }),
  strikes: fc
    .tuple(
      fc.array(strike, { minLength: 14, maxLength: 28 }),
      fc.array(killing, { minLength: 0, maxLength: 1 }),
    )
    .map(([broken, killed]) => [...broken, ...killed]),
  asking: fc.array(round(6), { minLength: 3, maxLength: 6 }),
  evaluating: fc.array(round(4), { minLength: 2, maxLength: 2 }),
});

/** The same for the same seed. */
export function planOf(seed: number): Plan {
  const [drawn] = fc.sample(fc.noBias(plan), { seed, numRuns: 1 });
  return { seed, ...drawn! };
}
