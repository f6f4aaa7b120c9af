/** When rows are over that say so themselves: by a date in what they hold. */
import type { Reservation } from '../domain/facilitator';
import type { Instant } from '../domain/intervals';
import {
  ACCOUNTED_FOR_DAYS,
  daysAfter,
  facilitatorForgottenFrom,
  SHARE_LOOKED_BACK_DAYS,
} from '../domain/retention';
import type { StoredRow } from '../ports/backups';
import { contentOf, type Judgement, moment } from './kinds-of-rows';

/** So long a new link can be mailed in place of one that is over (azure/link-table.ts). */
export const LINK_KEPT_DAYS = 30;

export interface StoredLink {
  readonly terms: { readonly requestId?: string; readonly expiresAt: Instant };
}
export interface StoredFact {
  readonly closedAt?: Instant;
  readonly session?: { readonly facilitator?: string };
}
export interface StoredNote {
  readonly at: Instant;
  /** Whoever it was, or nobody. */
  readonly by?: unknown;
}
export interface StoredDelivery {
  readonly announcement?: { readonly requestId: string };
}

/** Sessions count for what is a fair share. */
export function reservationOver(row: Parameters<Judgement>[0]): ReturnType<Judgement> {
  const reservation = contentOf<Reservation>(row);
  if (!reservation) return undefined;
  const { requestId, slot } = reservation;
  return { since: daysAfter(slot.end, SHARE_LOOKED_BACK_DAYS), requestId, over: slot, erases: 'row' };
}

export function linkOver(row: Parameters<Judgement>[0]): ReturnType<Judgement> {
  const link = contentOf<StoredLink>(row);
  if (!link) return undefined;
  const { requestId, expiresAt } = link.terms;
  return { since: daysAfter(expiresAt, LINK_KEPT_DAYS), requestId, over: moment(expiresAt), erases: 'row' };
}

/** Who facilitated a session is part of what it was counted as, until enough has been counted. */
export function facilitatorOver(erases: 'row' | readonly string[]): Judgement {
  return (row, { policy, erased }) => {
    const closedAt = contentOf<StoredFact>(row)?.closedAt;
    if (closedAt === undefined) return undefined;
    const requestId = row.rowKey;
    const since = erased.has(requestId) ? 0 : facilitatorForgottenFrom(closedAt, policy);
    return { since, requestId, over: moment(closedAt), erases };
  };
}

/** Who did what can be accounted for over a while; that it was done stays where only who it was goes. */
export function accountedFor(erases: 'row' | readonly string[]): Judgement {
  return (row) => {
    const note = contentOf<StoredNote>(row);
    if (note?.by === undefined) return undefined;
    return { since: daysAfter(note.at, ACCOUNTED_FOR_DAYS), over: moment(note.at), erases };
  };
}

/** A call's own row has its id as JSON, the other in its name. */
export function requestOfCall(row: StoredRow): string | undefined {
  return row.rowKey.startsWith('request-')
    ? row.rowKey.slice('request-'.length)
    : contentOf<{ requestId?: string }>(row)?.requestId;
}
