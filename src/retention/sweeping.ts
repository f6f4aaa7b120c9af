/**
 * The clock of the policy: erases what is over, by the data map. Requests first, because most other rows are over when the request
 * they are about is gone; then every row of every table is judged by itself, so that nothing stays only because nobody remembered it.
 */
import { isOnHold, type LegalHold } from '../domain/legal-hold';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { RequestId } from '../domain/request';
import { erasedFrom, leaverErasedFrom } from '../domain/retention';
import { TABLE_NAMES, type TableName, type TableRows } from '../ports/backups';
import type { Erasure, Erasures } from '../ports/erasures';
import type { GovernanceLog, LegalHolds } from '../ports/governance';
import type { DatedRow, DatedRows, RequestErasing, WholeRequests } from '../ports/retention';
import { facilitatorOf, kindOf } from './data-map';
import type { Known, Over } from './kinds-of-rows';

export interface SweepingNeeds {
  readonly requests: WholeRequests;
  readonly requestErasing: RequestErasing;
  readonly rows: DatedRows;
  /** For rows that name nobody, which need not be on the list of what was erased. */
  readonly tableRows: Pick<TableRows, 'remove'>;
  readonly erasures: Erasures;
  readonly holds: Pick<LegalHolds, 'all'>;
  readonly governance: Pick<GovernanceLog, 'note'>;
  readonly policy: Pick<Policy, 'keptDays' | 'pageLinkDays'>;
  readonly now: () => Instant;
}

/** How many of each. */
export interface Swept {
  readonly requests: number;
  readonly rows: number;
  /** Over, and kept all the same: under a legal hold. */
  readonly onHold: number;
  /** Over, and waiting for Teams, for Outlook, or for work that is not done. */
  readonly left: number;
}

export interface Retention extends RequestErasing {
  sweep(): Promise<Swept>;
}

/** As many are put on the list of what was erased at once. */
const AT_ONCE = 50;

export function createRetention(needs: SweepingNeeds): Retention {
  const { requests, requestErasing, rows, tableRows, erasures, policy, now } = needs;
  return {
    async sweep() {
      const erased = new Set<RequestId>();
      const answers = { requests: 0, onHold: 0, left: 0 };
      for (const id of await dueRequests()) {
        const answer = await requestErasing.eraseRequest(id, 'retention');
        if (answer === 'erased') erased.add(id);
        if (answer === 'on-hold') answers.onHold += 1;
        if (answer === 'left') answers.left += 1;
      }
      const judged = await sweepRows(erased);
      const swept = {
        ...answers,
        requests: erased.size,
        rows: judged.rows,
        onHold: answers.onHold + judged.onHold,
      };
      await needs.governance.note({ at: now(), by: 'system', what: 'swept', detail: { ...swept } });
      return swept;
    },

    async eraseRequest(id, why) {
      const answer = await requestErasing.eraseRequest(id, why);
      if (answer === 'erased') await sweepRows(new Set([id]));
      return answer;
    },
  };

  async function dueRequests(): Promise<RequestId[]> {
    const due: RequestId[] = [];
    for await (const request of requests.all())
      if (request.state === 'closed' && erasedFrom(request, policy) <= now()) due.push(request.id);
    return due;
  }

  async function sweepRows(erased: ReadonlySet<RequestId>): Promise<Pick<Swept, 'rows' | 'onHold'>> {
    const known = { ...(await knownOf(needs)), erased };
    const holds = await needs.holds.all();
    const counted = { rows: 0, onHold: 0 };
    for (const table of TABLE_NAMES)
      for await (const page of rows.read(table)) {
        const over = page.flatMap((row) => overRow(table, row, { known, holds, now: now() }) ?? []);
        const going = over.filter(({ isHeld }) => !isHeld);
        counted.onHold += over.length - going.length;
        counted.rows += going.length;
        await erase(table, going);
      }
    return counted;
  }

  async function erase(table: TableName, going: readonly OverRow[]): Promise<void> {
    const named = going.filter(({ namesPeople }) => namesPeople).flatMap((each) => erasuresOf(table, each));
    for (let n = 0; n < named.length; n += AT_ONCE) await erasures.erase(named.slice(n, n + AT_ONCE));
    for (const { row } of going.filter(({ namesPeople }) => !namesPeople))
      await tableRows.remove(table, row.partitionKey, row.rowKey);
  }
}

export interface OverRow {
  readonly row: DatedRow;
  readonly over: Over;
  readonly namesPeople: boolean;
  readonly isHeld: boolean;
}

interface Judging {
  readonly known: Known;
  readonly holds: readonly LegalHold[];
  readonly now: Instant;
}

/** Undefined where it is not over yet. */
export function overRow(
  table: TableName,
  row: DatedRow,
  { known, holds, now }: Judging,
): OverRow | undefined {
  const kind = kindOf(table, row);
  const over = kind?.over(row, known);
  if (!kind || !over || over.since > now) return undefined;
  return { row, over, namesPeople: kind.holds.length > 0, isHeld: isOnHold(holds, over) };
}

/** What there is now: which requests, and who is in the pool. */
export async function knownOf({
  requests,
  rows,
  policy,
}: Pick<SweepingNeeds, 'requests' | 'rows' | 'policy'>): Promise<Omit<Known, 'erased'>> {
  const present = new Set<RequestId>();
  for await (const { id } of requests.all()) present.add(id);
  const pool = new Map<string, { readonly over?: Instant }>();
  for await (const page of rows.read('facilitators'))
    for (const row of page) {
      const facilitator = facilitatorOf(row);
      if (!facilitator) continue;
      const { leftOn } = facilitator;
      pool.set(row.partitionKey, leftOn === undefined ? {} : { over: leaverErasedFrom(leftOn, policy) });
    }
  return { policy, requests: present, pool };
}

function erasuresOf(table: TableName, { row, over }: OverRow): readonly Erasure[] {
  const { partitionKey, rowKey } = row;
  const whole = { table, partitionKey, rowKey, why: 'retention' };
  return over.erases === 'row' ? [whole] : over.erases.map((property) => ({ ...whole, property }));
}
