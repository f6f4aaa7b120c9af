/** How it is told of a stored row whether it is over: the rules that the data map is made of. */
import { type Holdable } from '../domain/legal-hold';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { RequestId } from '../domain/request';
import { daysAfter } from '../domain/retention';
import type { StoredRow } from '../ports/backups';
import type { DatedRow } from '../ports/retention';

/** What is known of the whole store while its rows are judged. */
export interface Known {
  readonly policy: Pick<Policy, 'keptDays' | 'pageLinkDays'>;
  /** Requests that are there. */
  readonly requests: ReadonlySet<RequestId>;
  /** Requests that have just been erased: whatever is about them is over at once. */
  readonly erased: ReadonlySet<RequestId>;
  /** Everybody in the pool, by id in small letters, and when they are to be erased, where they have left. */
  readonly pool: ReadonlyMap<string, { readonly over?: Instant }>;
}

/** Since when a row is over, what a legal hold could be about, and what of it goes: all of it, or fields in its JSON. */
export interface Over extends Holdable {
  readonly since: Instant;
  readonly erases: 'row' | readonly string[];
}

/** Undefined where the row stays for as long as it is there. */
export type Judgement = (row: DatedRow, known: Known) => Over | undefined;

/** A request's id is minted with its form, and rows about it are written before it is there. */
const MINTED_DAYS = 1;

export const stays: Judgement = () => undefined;

/** So long after it was last written. */
export function writtenAgo(days: (known: Known) => number): Judgement {
  return (row, known) => {
    const { writtenAt } = row;
    return { since: daysAfter(writtenAt, days(known)), over: moment(writtenAt), erases: 'row' };
  };
}

/** As long as the request that it is about. */
export function withRequest(
  requestOf: (row: StoredRow) => RequestId | undefined,
  erases: Over['erases'] = 'row',
): Judgement {
  return (row, { requests, erased }) => {
    const requestId = requestOf(row);
    if (requestId === undefined || requests.has(requestId)) return undefined;
    const { writtenAt } = row;
    const since = erased.has(requestId) ? 0 : daysAfter(writtenAt, MINTED_DAYS);
    return { since, requestId, over: moment(writtenAt), erases };
  };
}

/** As long as somebody is in the pool, and the policy's time after they have left; otherwise as `meanwhile` says. */
export function withFacilitator(meanwhile: Judgement = stays): Judgement {
  return (row, known) => {
    const person = known.pool.get(row.partitionKey);
    if (person?.over !== undefined) return { since: person.over, over: moment(row.writtenAt), erases: 'row' };
    return meanwhile(row, known);
  };
}

/** The first of them to be over. */
export function earliestOf(...each: readonly Judgement[]): Judgement {
  return (row, known) =>
    each
      .flatMap((judge) => judge(row, known) ?? [])
      .sort((one, other) => one.since - other.since)
      .at(0);
}

export function moment(at: Instant): Holdable['over'] {
  return { start: at, end: at };
}

/** What is stored of a row as JSON; undefined where there is nothing of it. */
export function contentOf<T>({ columns }: StoredRow): T | undefined {
  const data = columns['data']?.value;
  return typeof data === 'string' ? (JSON.parse(data) as T) : undefined;
}
