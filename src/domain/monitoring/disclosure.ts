/**
 * Whether published sums, taken together, tell what may not be shown. A reader can add and subtract what is published: what
 * they can work out is every combination of the sums. So it is asked of linear algebra whether one of them is about
 * a forbidden few alone, and not only whether each sum is large enough (differencing; "Handbook on Statistical Disclosure
 * Control", Hundepool et al. 2010, ch. 4).
 */
import type { PersonId } from '../people';
import type { Policy } from '../policy';
import { type Answered, keepsRule } from './release';

/** Places in a list of sessions. */
export type Places = readonly number[];

/** Below the root of what a number holds exactly, so that no product of two is rounded. */
const PRIME = 94_906_249;

/**
 * Whether some combination of the sums is about forbidden sessions alone: about one or two kinds of sessions that may not be
 * shown together, about one facilitator's, or about any of the sets that are `hidden`. Sessions in exactly the same sums are of
 * one kind: nothing tells them apart.
 */
export function discloses(
  sessions: readonly Answered[],
  sums: readonly Places[],
  hidden: readonly Places[],
  policy: Policy,
): boolean {
  const kinds = kindsOf(sessions.length, sums);
  const isForbidden = (places: Places): boolean =>
    !keepsRule(
      places.map((place) => sessions[place]!),
      policy,
    );
  const matrix = matrixOf(kinds, sums);
  const directions = nullSpace(matrix);
  /** More than what is published about them as it is. */
  const isTold = (chosen: readonly number[]): boolean => {
    const combinations = chosen.length - rankOf(chosen.map((kind) => directions[kind]!));
    const within = matrix.filter((row) => row.every((each, kind) => each === 0 || chosen.includes(kind)));
    return combinations > rankOf(within);
  };
  const all = kinds.map((_, kind) => kind);
  if (all.some((kind) => isForbidden(kinds[kind]!) && isTold([kind]))) return true;
  if (pairsAlike(directions).some(([a, b]) => isForbidden([...kinds[a]!, ...kinds[b]!]))) return true;
  const wholly = (of: ReadonlySet<number>): number[] =>
    all.filter((kind) => kinds[kind]!.every((place) => of.has(place)));
  const sets = [...byFacilitator(sessions), ...hidden].map((places) => wholly(new Set(places)));
  return sets.some((chosen) => chosen.length > 0 && isTold(chosen));
}

/** Sessions in the same sums together; those in none are left out, nothing is said of them. */
function kindsOf(count: number, sums: readonly Places[]): Places[] {
  const sets = sums.map((places) => new Set(places));
  const byPattern = new Map<string, number[]>();
  for (let place = 0; place < count; place += 1) {
    const pattern = sets.map((set) => (set.has(place) ? '1' : '0')).join('');
    byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), place]);
  }
  return [...byPattern].filter(([pattern]) => pattern.includes('1')).map(([, places]) => places);
}

function matrixOf(kinds: readonly Places[], sums: readonly Places[]): number[][] {
  return sums.map((places) => {
    const set = new Set(places);
    return kinds.map(([first]) => (set.has(first!) ? 1 : 0));
  });
}

/** Those of nobody known may all be one person's: they are taken for it. */
function byFacilitator(sessions: readonly Answered[]): Places[] {
  const places = new Map<PersonId | undefined, number[]>();
  sessions.forEach(({ facilitator }, place) => {
    places.set(facilitator, [...(places.get(facilitator) ?? []), place]);
  });
  return [...places.values()];
}

/**
 * For each column of the matrix, its part in all that the rows say nothing about. A combination of the rows is about some
 * columns alone exactly where their parts depend on each other: where it is 0, a single column is told.
 */
function nullSpace(matrix: readonly (readonly number[])[]): number[][] {
  const columns = matrix[0]?.length ?? 0;
  const { rows, pivots } = reduced(matrix, columns);
  const free = Array.from({ length: columns }, (_, column) => column).filter(
    (column) => !pivots.includes(column),
  );
  return Array.from({ length: columns }, (_, column) => {
    const pivot = pivots.indexOf(column);
    if (pivot === -1) return free.map((each) => (each === column ? 1 : 0));
    // But for the sign: what depends on what is the same without it.
    return free.map((each) => rows[pivot]![each]!);
  });
}

/** Columns that say the same up to a factor, two and two; each that says nothing has been looked at alone. */
function pairsAlike(directions: readonly (readonly number[])[]): [number, number][] {
  const alike = new Map<string, number[]>();
  directions.forEach((direction, column) => {
    const first = direction.find((each) => each !== 0);
    if (first === undefined) return;
    const scale = inverse(first);
    const key = JSON.stringify(direction.map((each) => (each * scale) % PRIME));
    alike.set(key, [...(alike.get(key) ?? []), column]);
  });
  return [...alike.values()].flatMap((columns) =>
    columns.flatMap((a, n) => columns.slice(n + 1).map((b): [number, number] => [a, b])),
  );
}

function rankOf(matrix: readonly (readonly number[])[]): number {
  return reduced(matrix, matrix[0]?.length ?? 0).pivots.length;
}

/**
 * Gauss–Jordan, counting modulo a prime: exact, and without fractions that grow. The sums are of zeros and ones, and few: that
 * one of their determinants is a multiple of just this prime is left to chance, one in a hundred million.
 */
function reduced(
  matrix: readonly (readonly number[])[],
  columns: number,
): { rows: number[][]; pivots: number[] } {
  const rows = matrix.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < columns && pivots.length < rows.length; column += 1) {
    const top = pivots.length;
    const found = rows.findIndex((row, n) => n >= top && row[column] !== 0);
    if (found === -1) continue;
    [rows[top], rows[found]] = [rows[found]!, rows[top]!];
    const scale = inverse(rows[top][column]!);
    rows[top] = rows[top].map((each) => (each * scale) % PRIME);
    for (const [n, row] of rows.entries()) {
      const factor = row[column]!;
      if (n === top || factor === 0) continue;
      rows[n] = row.map((each, m) => (each + (PRIME - factor) * rows[top]![m]!) % PRIME);
    }
    pivots.push(column);
  }
  return { rows, pivots };
}

/** By Fermat's little theorem. */
function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
