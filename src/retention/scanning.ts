/** One reading of everything that can name somebody: who there is, as what, and which requests there are. */
import { isOnHold, type LegalHold } from '../domain/legal-hold';
import type { Request } from '../domain/request';
import { TABLE_NAMES, type TableName } from '../ports/backups';
import type { LegalHolds } from '../ports/governance';
import type { FoundPerson, FoundRequest, PartPlayed } from '../ports/person-records';
import type { DatedRow, DatedRows } from '../ports/retention';
import { DATA_MAP, kindOf, namesSomebody } from './data-map';
import { createIdentities, keysOf } from './identities';
import { contentOf } from './kinds-of-rows';
import { type Mention, mentionsIn } from './mentions';
import { partPlayed } from './parts-played';

export interface ScanningNeeds {
  readonly rows: DatedRows;
  readonly holds: Pick<LegalHolds, 'all'>;
}

export interface Scan {
  readonly people: readonly FoundPerson[];
  readonly requests: ReadonlyMap<string, FoundRequest>;
  readonly holds: readonly LegalHold[];
  /** By an id or an address. */
  readonly find: (key: string) => FoundPerson | undefined;
}

/** What is known of one id or address before it is known whose it is. */
interface Traces {
  readonly names: Set<string>;
  readonly parts: Map<PartPlayed, Set<string>>;
}

const TABLES_WITH_PEOPLE: readonly TableName[] = TABLE_NAMES.filter((table) =>
  DATA_MAP.some((kind) => kind.table === table && kind.holds.length > 0),
);

/** Every row in which somebody can be found, with what kind it is. */
export async function* rowsWithPeople(
  rows: DatedRows,
): AsyncGenerator<{ readonly table: TableName; readonly kind: string; readonly row: DatedRow }> {
  for (const table of TABLES_WITH_PEOPLE)
    for await (const page of rows.read(table))
      for (const row of page) {
        const kind = kindOf(table, row);
        // One that nobody has thought of may hold anybody.
        if (!kind || namesSomebody(kind, row)) yield { table, kind: kind?.kind ?? 'other', row };
      }
}

export async function scan({ rows, holds }: ScanningNeeds): Promise<Scan> {
  const standing = await holds.all();
  const identities = createIdentities();
  const traces = new Map<string, Traces>();
  const named = new Set<string>();
  const requests = new Map<string, FoundRequest>();
  for await (const { table, kind, row } of rowsWithPeople(rows)) {
    if (table === 'requests' && kind === 'request') {
      const request = contentOf<Request>(row);
      if (request) requests.set(request.id, foundRequest(request, standing));
    }
    for (const mention of mentionsIn(row)) note(mention, table, `${table} ${row.partitionKey} ${row.rowKey}`);
  }
  const people = identities.all().flatMap((identity): FoundPerson[] => {
    const keys = keysOf(identity);
    // What was never somebody's own, a request's or an event's id, is nobody.
    if (!keys.some((key) => named.has(key))) return [];
    const all = keys.flatMap((key) => traces.get(key) ?? []);
    const names = [...new Set(all.flatMap((each) => [...each.names]))];
    return [{ ...identity, key: keys[0]!, names, parts: together(all) }];
  });
  const byKey = new Map(people.flatMap((person) => keysOf(person).map((key) => [key, person] as const)));
  return {
    people,
    requests,
    holds: standing,
    find: (key) => {
      const identity = identities.of(key);
      return identity && byKey.get(keysOf(identity)[0]!);
    },
  };

  function note(mention: Mention, table: TableName, at: string): void {
    const { id, mail, name, path } = mention;
    identities.note(mention);
    for (const key of [id, mail]) {
      if (key === undefined) continue;
      if (name !== undefined || key === mail) named.add(key);
      const own = traces.get(key) ?? nothingYet();
      if (name !== undefined) own.names.add(name);
      const part = partPlayed(table, path);
      own.parts.set(part, (own.parts.get(part) ?? new Set<string>()).add(at));
      traces.set(key, own);
    }
  }
}

function nothingYet(): Traces {
  return { names: new Set(), parts: new Map() };
}

function together(all: readonly Traces[]): FoundPerson['parts'] {
  const rows = new Map<PartPlayed, Set<string>>();
  for (const { parts } of all)
    for (const [part, at] of parts) rows.set(part, new Set([...(rows.get(part) ?? []), ...at]));
  return Object.fromEntries([...rows].map(([part, at]) => [part, at.size]));
}

function foundRequest(request: Request, holds: readonly LegalHold[]): FoundRequest {
  const { id, ask, state, submittedAt } = request;
  const end = request.state === 'closed' ? request.closedAt : submittedAt;
  return {
    ...{ id, caseReference: ask.caseReference, state, submittedAt },
    ...(request.state === 'closed' && { closedAt: request.closedAt }),
    isOnHold: isOnHold(holds, { requestId: id, over: { start: submittedAt, end } }),
  };
}
