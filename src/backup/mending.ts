/**
 * What restored rows need before they can be worked with, because what came after the backup was done in the world and is not
 * known any more: numbers that were given out since are not given out again, lists are made anew, and time is given back.
 */
import { isOpen, type Request, type RequestId } from '../domain/request';
import { ownersOf, type PersonId } from '../domain/people';
import type { Reservation } from '../domain/facilitator';
import type { Instant } from '../domain/intervals';
import type { Column, StoredRow } from '../ports/backups';

/** More than a request can have had in the days since. */
const ATTEMPTS_LEFT_OUT = 100;
const EFFECTS_LEFT_OUT = 10_000;

/** What a restore remembers of each request: the last attempt it knows of. */
export type KnownAttempts = Map<RequestId, number>;

export interface Listing {
  readonly id: RequestId;
  readonly owners: readonly PersonId[];
  readonly isOpen: boolean;
}

/**
 * A partition of requests as it is to be restored. A letter is looked for by its effect's number, an event by its attempt's: those
 * of what was lost are still out there, and would be taken for what is new.
 */
export function mendedRequest(
  rows: readonly StoredRow[],
  known: KnownAttempts,
): { readonly rows: readonly StoredRow[]; readonly listing?: Listing } {
  const row = rows.find(({ rowKey }) => rowKey === 'request');
  if (!row) return { rows };
  const request = JSON.parse(String(row.columns['data']!.value)) as Request;
  const last = Math.max(request.attempt, request.tried ?? 0);
  known.set(request.id, last);
  const sequence = Number(row.columns['sequence']?.value ?? 0) + EFFECTS_LEFT_OUT;
  const data: Column = isOpen(request)
    ? { type: 'String', value: JSON.stringify({ ...request, tried: last + ATTEMPTS_LEFT_OUT }) }
    : row.columns['data']!;
  const mended: StoredRow = {
    ...row,
    columns: { ...row.columns, data, sequence: { type: 'Int32', value: sequence } },
  };
  const hasEffects = rows.some(({ rowKey }) => rowKey.startsWith('effect-'));
  return {
    rows: rows.map((each) => (each === row ? mended : each)),
    listing: {
      id: request.id,
      owners: ownersOf(request.requester),
      isOpen: isOpen(request) || hasEffects,
    },
  };
}

/**
 * Whether a facilitator's time to come is held for an attempt no restored request knows of: it was made after that was read. What
 * was over by then stays, whose request may be erased: it counts for a fair share.
 */
export function isUnknownReservation(
  { rowKey, columns }: StoredRow,
  known: KnownAttempts,
  takenAt: Instant,
): boolean {
  if (!rowKey.startsWith('reservation-')) return false;
  const { requestId, attempt, slot } = JSON.parse(String(columns['data']!.value)) as Reservation;
  return slot.end > takenAt && attempt > (known.get(requestId) ?? -1);
}
