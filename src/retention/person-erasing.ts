/**
 * Erases somebody: rows that are theirs go, in all others they become nobody. Requests that are open stay as they are, because those who are
 * to meet must be known until they have; so does what a legal hold keeps, and whoever is in the pool there.
 */
import { localDate } from '../domain/calendar';
import type { Facilitator } from '../domain/facilitator';
import type { Instant } from '../domain/intervals';
import { isOnHold } from '../domain/legal-hold';
import type { RequestId } from '../domain/request';
import type { TableName, TableRows } from '../ports/backups';
import type { Erasures } from '../ports/erasures';
import type { PersonErasing, PersonErasure, SparedBecause } from '../ports/person-records';
import type { DatedRow } from '../ports/retention';
import { isAccountedFor } from './accounted-for';
import { isKeyedBy, type IsTheirs, withoutPerson } from './erased-person';
import { keysOf } from './identities';
import { contentOf } from './kinds-of-rows';
import { requestOf } from './request-of-row';
import { rowsWithPeople, scan, type Scan, type ScanningNeeds } from './scanning';

export interface PersonErasingNeeds extends ScanningNeeds {
  readonly tableRows: Pick<TableRows, 'change'>;
  readonly erasures: Erasures;
  readonly now: () => Instant;
}

/** What becomes of one row. `strip`: its facilitator goes, with what is counted of them. */
type Fate = 'remove' | 'replace' | 'strip' | { readonly spared: SparedBecause };

interface Fated {
  readonly table: TableName;
  readonly row: DatedRow;
  readonly fate: Fate;
  readonly requestId: RequestId | undefined;
}

interface Planned {
  readonly fated: readonly Fated[];
  readonly erasure: PersonErasure;
  readonly isTheirs: IsTheirs;
}

const WHY = 'asked-for';
/** As many are put on the list of what was erased at once. */
const AT_ONCE = 50;
const FACILITATOR = 'data.session.facilitator';

export function createPersonErasing(needs: PersonErasingNeeds): PersonErasing {
  const { rows, tableRows, erasures, now } = needs;
  return {
    plan: async (key) => (await planned(key))?.erasure,

    async erase(key) {
      const plan = await planned(key);
      if (!plan) return undefined;
      const { fated, erasure, isTheirs } = plan;
      const having = (fate: Fate) => fated.filter((each) => each.fate === fate);
      await erasures.forget({ keys: keysOf(erasure.person), spared: fated.flatMap(placeSpared), why: WHY });
      const gone = [
        ...having('remove').map(({ table, row }) => ({ ...keysIn(table, row), why: WHY })),
        ...having('strip').map(({ table, row }) => ({
          ...keysIn(table, row),
          property: FACILITATOR,
          why: WHY,
        })),
      ];
      for (let n = 0; n < gone.length; n += AT_ONCE) await erasures.erase(gone.slice(n, n + AT_ONCE));
      for (const { table, row } of having('replace'))
        await tableRows.change(table, row.partitionKey, row.rowKey, (as) => withoutPerson(as, isTheirs));
      return erasure;
    },
  };

  async function planned(key: string): Promise<Planned | undefined> {
    const known = await scan(needs);
    const person = known.find(key);
    if (!person) return undefined;
    const keys = new Set(keysOf(person));
    const isTheirs: IsTheirs = (each) => keys.has(each);
    const theirs: Omit<Fated, 'fate'>[] = [];
    for await (const { table, row } of rowsWithPeople(rows))
      if (isKeyedBy(row, isTheirs) || withoutPerson(row, isTheirs) !== row)
        theirs.push({ table, row, requestId: requestOf(table, row) });
    const standing = {
      known,
      isTheirs,
      isInPool: theirs.some(({ table, row }) => table === 'facilitators' && isInForce(row, isTheirs)),
      isAwaited: theirs.some(({ requestId }) => requestId !== undefined && isOpen(known, requestId)),
      isReserved: theirs.some(
        ({ table, row, requestId }) => table === 'facilitators' && isHeld(known, row, requestId),
      ),
    };
    const fated = theirs.map((each): Fated => ({ ...each, fate: fateOf(each, standing) }));
    return { fated, isTheirs, erasure: { person, ...summary(fated) } };
  }

  function isInForce(row: DatedRow, isTheirs: IsTheirs): boolean {
    if (row.rowKey !== 'profile' || !isKeyedBy(row, isTheirs)) return false;
    const { leftOn } = contentOf<Facilitator>(row) ?? {};
    return leftOn === undefined || leftOn > localDate(now());
  }
}

interface Standing {
  readonly known: Scan;
  readonly isTheirs: IsTheirs;
  /** Is a facilitator who has not left. */
  readonly isInPool: boolean;
  /** Named in a request that is open. */
  readonly isAwaited: boolean;
  /** A legal hold keeps a session of theirs. */
  readonly isReserved: boolean;
}

function fateOf({ table, row, requestId }: Omit<Fated, 'fate'>, standing: Standing): Fate {
  const { known, isTheirs, isInPool, isAwaited, isReserved } = standing;
  if (isAccountedFor(table)) return { spared: 'accounted' };
  if (requestId !== undefined && isOpen(known, requestId)) return { spared: 'open' };
  if (isHeld(known, row, requestId)) return { spared: 'on-hold' };
  const isKeyed = isKeyedBy(row, isTheirs);
  const isOfPool = isKeyed && (table === 'facilitators' || table === 'conversations');
  if (isInPool && (isOfPool || table === 'facts' || isOwnPlace(table, requestId)))
    return { spared: 'in-pool' };
  if (isAwaited && isOfPool) return { spared: 'open' };
  if (isReserved && isKeyed && table === 'facilitators') return { spared: 'on-hold' };
  if (table === 'facts' && !isKeyed) return 'strip';
  // A link is for one person, and worth nothing to anybody else.
  return isKeyed || table === 'links' ? 'remove' : 'replace';
}

/** The link of a facilitator of another organisation to their own place in the pool, which is of no request. */
function isOwnPlace(table: TableName, requestId: RequestId | undefined): boolean {
  return table === 'links' && requestId === undefined;
}

function isOpen({ requests }: Scan, id: RequestId): boolean {
  const request = requests.get(id);
  return request !== undefined && request.state !== 'closed';
}

function isHeld({ requests, holds }: Scan, row: DatedRow, requestId: RequestId | undefined): boolean {
  if (requestId !== undefined && requests.get(requestId)?.isOnHold) return true;
  const over = { start: row.writtenAt, end: row.writtenAt };
  return isOnHold(holds, { requestId, over });
}

function summary(fated: readonly Fated[]): Omit<PersonErasure, 'person'> {
  const spared: Partial<Record<SparedBecause, number>> = {};
  for (const { fate } of fated)
    if (typeof fate === 'object') spared[fate.spared] = (spared[fate.spared] ?? 0) + 1;
  const requestsSpared = (why: SparedBecause): readonly RequestId[] => [
    ...new Set(
      fated.flatMap(({ fate, requestId }) =>
        typeof fate === 'object' && fate.spared === why && requestId !== undefined ? [requestId] : [],
      ),
    ),
  ];
  return {
    removed: fated.filter(({ fate }) => fate === 'remove').length,
    replaced: fated.filter(({ fate }) => fate === 'replace' || fate === 'strip').length,
    spared,
    open: requestsSpared('open'),
    onHold: requestsSpared('on-hold'),
  };
}

/** A request whole, because an earlier backup of it has rows that this one has not; of anything else the row. */
function placeSpared({ table, row, fate }: Fated) {
  if (typeof fate !== 'object' || fate.spared === 'accounted') return [];
  const { partitionKey, rowKey } = row;
  const isWhole = table === 'requests' || table === 'facilitators';
  return [{ table, partitionKey, ...(!isWhole && { rowKey }) }];
}

function keysIn(table: TableName, { partitionKey, rowKey }: DatedRow) {
  return { table, partitionKey, rowKey };
}
