/**
 * What restored rows need before they can be worked with, because what came after the backup was done in the world and is not
 * known any more: numbers that were given out since are not given out again, lists are made anew, and time is given back.
 */
import { isOpen, type Request, type RequestId } from '../domain/request';
import { ownersOf, type PersonId } from '../domain/people';
import type { Reservation } from '../domain/facilitator';
import type { Instant } from '../domain/intervals';
import { isStanding } from '../domain/rearranging';
import type { SavedEffect } from '../ports';
import type { StoredRow } from '../ports/backups';

/** More than a request can have had in the days since. */
const NUMBERS_LEFT_OUT = 100;
const EFFECTS_LEFT_OUT = 10_000;

/** What a restore remembers of each request: the last attempt it knows of. */
export type KnownAttempts = Map<RequestId, number>;

export interface Listing {
  readonly id: RequestId;
  readonly owners: readonly PersonId[];
  readonly isOpen: boolean;
}

/**
 * A partition of requests as it is to be restored. A letter is looked for by its effect's number, an event by its attempt's, a
 * match by its round's: those of what was lost are still out there, and would be taken for what is new.
 */
export function mendedRequest(
  rows: readonly StoredRow[],
  known: KnownAttempts,
): { readonly rows: readonly StoredRow[]; readonly listing?: Listing } {
  const row = rows.find(({ rowKey }) => rowKey === 'request');
  if (!row) return { rows };
  const request = dataOf<Request>(row);
  known.set(request.id, lastAttempt(request));
  const sequence = Number(row.columns['sequence']?.value ?? 0) + EFFECTS_LEFT_OUT;
  const numbered: StoredRow = {
    ...row,
    columns: { ...row.columns, sequence: { type: 'Int32', value: sequence } },
  };
  const isLeft = isOpen(request);
  const effects = rows.filter(({ rowKey }) => rowKey.startsWith('effect-'));
  return {
    rows: rows.map((each) => {
      if (each === row) return isLeft ? withData(numbered, movedOn(request)) : numbered;
      return isLeft && effects.includes(each) ? inNewRound(each, request) : each;
    }),
    listing: {
      id: request.id,
      owners: ownersOf(request.requester),
      isOpen: isLeft || effects.length > 0,
    },
  };
}

/** The matches that are shown stay what can be chosen; those that come next are of a round nobody has seen. */
function movedOn(request: Request): Request {
  const round = request.round + NUMBERS_LEFT_OUT;
  const next = { ...request, round, tried: lastAttempt(request) + NUMBERS_LEFT_OUT };
  if (next.state === 'submitted' && next.matches?.round === request.round)
    return { ...next, matches: { ...next.matches, round } };
  if (isStanding(next) && next.rearranging?.matches?.round === request.round)
    return { ...next, rearranging: { ...next.rearranging, matches: { ...next.rearranging.matches, round } } };
  return next;
}

/** What looks for the matches of the round does so still. */
function inNewRound(row: StoredRow, { round }: Request): StoredRow {
  const saved = dataOf<Omit<SavedEffect, 'key'>>(row);
  const { effect } = saved;
  if (effect.kind !== 'find-matches' || effect.round !== round) return row;
  return withData(row, { ...saved, effect: { ...effect, round: round + NUMBERS_LEFT_OUT } });
}

function lastAttempt({ attempt, tried = 0 }: Request): number {
  return Math.max(attempt, tried);
}

function dataOf<T>({ columns }: StoredRow): T {
  return JSON.parse(String(columns['data']!.value)) as T;
}

function withData(row: StoredRow, data: object): StoredRow {
  return { ...row, columns: { ...row.columns, data: { type: 'String', value: JSON.stringify(data) } } };
}

/**
 * Whether a facilitator's time to come is held for an attempt no restored request knows of: it was made after that was read. What
 * was over by then stays, whose request may be erased: it counts for a fair share.
 */
export function isUnknownReservation(row: StoredRow, known: KnownAttempts, takenAt: Instant): boolean {
  if (!row.rowKey.startsWith('reservation-')) return false;
  const { requestId, attempt, slot } = dataOf<Reservation>(row);
  return slot.end > takenAt && attempt > (known.get(requestId) ?? -1);
}
