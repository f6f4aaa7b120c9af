/**
 * Holds the whole store against the data map: how many rows of each kind there are, in how many of them somebody can be found, and
 * whether anything is kept longer than it may be. Looks only; what is over is erased by the clock.
 */
import type { Instant } from '../domain/intervals';
import { isOnHold } from '../domain/legal-hold';
import type { Request } from '../domain/request';
import { daysAfter, erasedFrom } from '../domain/retention';
import { TABLE_NAMES, type TableName } from '../ports/backups';
import type { LegalHolds } from '../ports/governance';
import { kindOf, namesSomebody } from './data-map';
import { knownOf, overRow, type SweepingNeeds } from './sweeping';

export interface KindCounted {
  readonly table: TableName;
  readonly kind: string;
  readonly rows: number;
  /** Of them with somebody in them. */
  readonly naming: number;
  /** When the oldest of those was last written; absent where there is none. */
  readonly oldest?: Instant;
  /** Longer over than it takes the clock to come by. */
  readonly overdue: number;
  /** Over, and kept by a legal hold. */
  readonly onHold: number;
}

export interface Certificate {
  readonly at: Instant;
  /** By table and kind, as the data map has them; kinds without a row are left out. */
  readonly kinds: readonly KindCounted[];
  readonly holds: number;
}

export type CertifyingNeeds = Pick<SweepingNeeds, 'requests' | 'rows' | 'policy' | 'now'> & {
  readonly holds: Pick<LegalHolds, 'all'>;
};

/** Of no kind that the data map knows: nobody has decided how long it may stay. */
export const UNKNOWN = 'unknown';
const NONE = { rows: 0, naming: 0, overdue: 0, onHold: 0 } as const;
/** The clock comes each night, and again after a night on which it failed. */
const GRACE_DAYS = 2;

export async function certify(needs: CertifyingNeeds): Promise<Certificate> {
  const at = needs.now();
  const known = { ...(await knownOf(needs)), erased: new Set<string>() };
  const holds = await needs.holds.all();
  const counted = new Map<string, KindCounted>();
  for (const table of TABLE_NAMES)
    for await (const page of needs.rows.read(table))
      for (const row of page) {
        const kind = kindOf(table, row);
        const named = kind?.kind ?? UNKNOWN;
        const before = counted.get(`${table} ${named}`) ?? { table, kind: named, ...NONE };
        const names = kind === undefined || namesSomebody(kind, row);
        const over = overRow(table, row, { known, holds, now: daysAfter(at, -GRACE_DAYS) });
        const oldest = names ? Math.min(before.oldest ?? row.writtenAt, row.writtenAt) : before.oldest;
        counted.set(`${table} ${named}`, {
          ...before,
          rows: before.rows + 1,
          naming: before.naming + (names ? 1 : 0),
          ...(oldest !== undefined && { oldest }),
          overdue: before.overdue + (kind === undefined || (over && !over.isHeld) ? 1 : 0),
          onHold: before.onHold + (over?.isHeld ? 1 : 0),
        });
      }
  for await (const request of needs.requests.all()) addDueRequest(request, counted);
  return { at, kinds: [...counted.values()], holds: holds.length };

  /** A request is over by how it stands, which its row does not tell. */
  function addDueRequest(request: Request, kinds: Map<string, KindCounted>): void {
    const row = kinds.get('requests request');
    if (!row || request.state !== 'closed') return;
    if (daysAfter(erasedFrom(request, needs.policy), GRACE_DAYS) > at) return;
    const over = { start: request.submittedAt, end: request.closedAt };
    const counts = isOnHold(holds, { requestId: request.id, over }) ? 'onHold' : 'overdue';
    kinds.set('requests request', { ...row, [counts]: row[counts] + 1 });
  }
}

/** Whether anything is there that should not be. */
export function isClean({ kinds }: Certificate): boolean {
  return kinds.every(({ overdue }) => overdue === 0);
}

/** In how many rows somebody can be found. */
export function naming({ kinds }: Certificate): number {
  return kinds.reduce((sum, kind) => sum + kind.naming, 0);
}
