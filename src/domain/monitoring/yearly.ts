/**
 * Figures about people of a whole year, by the agency that asked and by locality: shown once, when no block of the year can
 * come any more. What is left out hides what may not be shown, also beside the blocks and beside each other: with four
 * sessions of an agency of which three are in one locality, both together would tell the fourth.
 */
import type { Policy } from '../policy';
import { discloses, type Places } from './disclosure';
import type { Month, YearlyFigures } from './monitoring';
import { yearOf } from './month';
import { pooled } from './people';
import { answeredOf, type Evaluated, type FrozenBlock, keepsRule } from './release';

export type YearlyCells = Pick<YearlyFigures, 'byAgency' | 'byLocality'>;

const BREAKDOWNS = ['byAgency', 'byLocality'] as const;
type By = (typeof BREAKDOWNS)[number];

interface Cell {
  readonly by: By;
  readonly code: string;
  readonly places: Places;
  readonly answers: number;
}

/** The blocks that lie wholly within a year. */
export function blocksOf(year: number, blocks: readonly FrozenBlock[]): FrozenBlock[] {
  return blocks.filter(({ from, to }) => yearOf(from) === year && yearOf(to) === year);
}

/** Whether every block that will ever lie within the year is there. */
export function isYearOver(year: number, blocks: readonly FrozenBlock[]): boolean {
  const last = blocks.at(-1);
  return last !== undefined && last.to >= monthOfYearEnd(year);
}

/**
 * @param blocks the sessions of each block of the year, exactly those it was frozen with.
 */
export function yearlyCells(blocks: readonly (readonly Evaluated[])[], policy: Policy): YearlyCells {
  // A session nobody answered about says nothing of what is shown of a cell.
  const perBlock = blocks.map((each) => each.filter(({ people }) => people.answers > 0));
  const sessions = perBlock.flat();
  const shown = new Set(chosen(sessions, placesOf(perBlock), policy));
  const cellsOf = (by: By, codes: readonly string[]) =>
    codes.map((code) => {
      const cell = [...shown].find((each) => each.by === by && each.code === code);
      return { code, ...(cell && { released: pooled(cell.places.map((n) => sessions[n]!.people)) }) };
    });
  return {
    byAgency: cellsOf(
      'byAgency',
      policy.agencies.map(({ code }) => code),
    ),
    byLocality: cellsOf(
      'byLocality',
      policy.localities.map(({ code }) => code),
    ),
  };
}

/** One cell after the other, the largest first, as long as nothing that must be hidden can be worked out with it. */
function chosen(sessions: readonly Evaluated[], blocks: readonly Places[], policy: Policy): Cell[] {
  const answered = sessions.map(answeredOf);
  const keeps = (places: Places): boolean =>
    keepsRule(
      places.map((n) => answered[n]!),
      policy,
    );
  const cells = BREAKDOWNS.flatMap((by) => cellsBy(by, sessions));
  const mayBe = cells.filter(({ places }) => keeps(places)).sort(largestFirst);
  const never = cells.filter((cell) => !mayBe.includes(cell)).map(({ places }) => places);
  return mayBe.reduce<Cell[]>((shown, cell) => {
    const wanted = [...shown, cell];
    const sums = [...blocks, ...wanted.map(({ places }) => places)];
    const rests = BREAKDOWNS.map((by) =>
      restOf(
        sessions.length,
        wanted.filter((each) => each.by === by),
      ),
    );
    const told = [...rests, ...differences([...sums, ...rests])];
    const isHidden = told.every((places) => places.length === 0 || keeps(places));
    return isHidden && !discloses(answered, sums, never, policy) ? wanted : shown;
  }, []);
}

function cellsBy(by: By, sessions: readonly Evaluated[]): Cell[] {
  const places = new Map<string, number[]>();
  sessions.forEach(({ agency, locality }, n) => {
    const code = by === 'byAgency' ? agency : locality;
    if (code !== undefined) places.set(code, [...(places.get(code) ?? []), n]);
  });
  return [...places].map(([code, of]) => ({
    by,
    code,
    places: of,
    answers: of.reduce((sum, n) => sum + sessions[n]!.people.answers, 0),
  }));
}

function largestFirst(one: Cell, other: Cell): number {
  const byName = `${one.by} ${one.code}` < `${other.by} ${other.code}` ? -1 : 1;
  return other.answers - one.answers || byName;
}

/** What is left of all when the cells of one breakdown are taken away. */
function restOf(count: number, cells: readonly Cell[]): Places {
  if (cells.length === 0) return [];
  const taken = new Set(cells.flatMap(({ places }) => places));
  return Array.from({ length: count }, (_, n) => n).filter((n) => !taken.has(n));
}

/** Where one sum holds all of another: what is in it besides. */
function differences(sums: readonly Places[]): Places[] {
  return sums.flatMap((larger) => {
    const all = new Set(larger);
    return sums.flatMap((smaller) => {
      if (smaller.length === 0 || smaller.length >= larger.length) return [];
      const within = new Set(smaller);
      return smaller.every((n) => all.has(n)) ? [larger.filter((n) => !within.has(n))] : [];
    });
  });
}

function placesOf(blocks: readonly (readonly unknown[])[]): Places[] {
  let from = 0;
  return blocks.map((block) => {
    const places = block.map((_, n) => from + n);
    from += block.length;
    return places;
  });
}

function monthOfYearEnd(year: number): Month {
  return `${year}-12`;
}
