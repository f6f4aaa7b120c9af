/**
 * Saves the rows of a file one by one, and tells of each what became of it. A row that could not be saved stops no other, and
 * is never lost: the page shows it again.
 */
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { Pool } from '../../ports/pool';
import type { Kept, PoolKeeping } from '../../pool-keeping';
import type { Field } from './roster-cells';
import { fingerprint, type JudgedRow } from './roster-import';

export interface SavedRow {
  readonly judged: JudgedRow;
  readonly became: Became;
}

export type Became =
  | { readonly kind: 'added'; readonly touched: number }
  /** `touched`: arranged sessions somebody has to look at now. */
  | { readonly kind: 'changed'; readonly fields: readonly Field[]; readonly touched: number }
  | { readonly kind: 'nothing-new' | 'left-out' }
  /** Not saved, because somebody else was faster. */
  | { readonly kind: 'conflict' | 'taken' | 'not-found' }
  /** Something broke on the way: it may have been saved or not. */
  | { readonly kind: 'unknown' }
  /** There was no time, or no use, to go on. */
  | { readonly kind: 'not-tried' };

export interface RosterSavingNeeds {
  readonly pool: Pick<Pool, 'find'>;
  readonly keeping: Pick<PoolKeeping, 'add' | 'change'>;
  readonly now: () => Instant;
  /** Of a fault the coordinator can only be told that it was one. */
  readonly report: (fault: unknown) => void;
}

/** Well before the page stops waiting for its answer. */
const MOST_SAVING_MS = 20_000;

export async function saveRoster(
  rows: readonly JudgedRow[],
  by: Person,
  { pool, keeping, now, report }: RosterSavingNeeds,
): Promise<readonly SavedRow[]> {
  const stopAt = now() + MOST_SAVING_MS;
  const saved: SavedRow[] = [];
  let broken = false;
  for (const judged of rows) {
    const became = await save(judged);
    broken ||= became.kind === 'unknown';
    saved.push({ judged, became });
  }
  return saved;

  async function save({ outcome, seen }: JudgedRow): Promise<Became> {
    if (outcome.kind === 'left-out' || outcome.kind === 'nothing-new') return { kind: outcome.kind };
    if (outcome.kind === 'wrong' || broken || now() >= stopAt) return { kind: 'not-tried' };
    try {
      if (outcome.kind === 'add') return becameOf(await keeping.add(outcome.draft, by), { kind: 'added' });
      const was = await pool.find(outcome.facilitator.id);
      if (!was) return { kind: 'not-found' };
      // What the coordinator was shown is no longer what is there.
      if (fingerprint(was.facilitator) !== seen) return { kind: 'conflict' };
      const { fields } = outcome;
      return becameOf(await keeping.change(was, outcome.draft, by), { kind: 'changed', fields });
    } catch (fault) {
      report(fault);
      return { kind: 'unknown' };
    }
  }
}

/** Whether a row has to be looked at again. */
export function isUnsaved({ became }: SavedRow): boolean {
  return ['conflict', 'taken', 'not-found', 'unknown', 'not-tried'].includes(became.kind);
}

function becameOf(
  kept: Kept,
  done: { readonly kind: 'added' } | { readonly kind: 'changed'; readonly fields: readonly Field[] },
): Became {
  return kept.saved ? { ...done, touched: kept.touched.length } : { kind: kept.why };
}
