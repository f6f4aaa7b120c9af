/**
 * Facilitators as rows, one partition each: `profile`, `ledger` and `reservation-{requestId}-{attempt}`. Whatever changes
 * what may be reserved replaces the ledger under the version it was judged by; so two of our sessions never share a
 * facilitator's time.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import { type Facilitator, judgeReservation, type Reservation, reservationKey } from '../domain/facilitator';
import type { Instant } from '../domain/intervals';
import type { PersonId } from '../domain/people';
import type { RequestId } from '../domain/request';
import { Fault } from '../ports';
import type { Pool, PoolAuditEntry, PoolEntry } from '../ports/pool';
import { noticeRow, ordinal, personKey, requestKey } from './keys';
import { commit, fromData, readRows, type Row, toData, unlessConflict } from './rows';

export interface FacilitatorTableNeeds {
  readonly facilitators: TableClient;
  readonly now: () => Instant;
}

/** Everything of one facilitator as of the ledger's version. */
interface Diary {
  readonly facilitator: Facilitator | undefined;
  readonly reservations: readonly Reservation[];
  readonly profileVersion: string | undefined;
  /** Absent before anything was written for them. */
  readonly ledgerVersion: string | undefined;
}

/** A year of sessions and the month in hand: what fairness and caps may look back on. */
const LOOK_BACK_MS = 396 * 24 * 60 * 60_000;
/** Everybody wanting the same facilitator at once gets a turn well before this. */
const MOST_TRIES = 40;
const JITTER_MS = 40;

export function createFacilitatorTable({ facilitators, now }: FacilitatorTableNeeds): Pool {
  return {
    /** One scan: a pool is some dozens of people with two sessions a month, and old reservations stay behind. */
    async all(): Promise<readonly PoolEntry[]> {
      const since = new Date(now() - LOOK_BACK_MS).toISOString();
      const rows = await readRows(
        facilitators,
        odata`RowKey eq ${'profile'} or (state eq ${'held'} and endsAt ge ${since})`,
      );
      const byFacilitator = new Map<string, Row[]>();
      for (const row of rows)
        byFacilitator.set(row.partitionKey!, [...(byFacilitator.get(row.partitionKey!) ?? []), row]);
      return [...byFacilitator.values()].map(toDiary).flatMap(({ facilitator, reservations }) => {
        return facilitator ? [{ facilitator, reservations }] : [];
      });
    },

    async reserve(id, wanted, policy) {
      return underLedger(id, ({ facilitator, reservations }) => {
        if (!facilitator) return { answer: 'gone' };
        const refusal = judgeReservation(facilitator, reservations, wanted, policy);
        if (refusal) return { answer: refusal };
        const stands = reservations.some((each) => isSame(each, wanted.requestId, wanted.attempt));
        return { answer: 'reserved', ...(!stands && { write: ['create', reservationRow(id, wanted)] }) };
      });
    },

    async release(id, requestId, attempt) {
      await underLedger(id, ({ reservations }) => {
        const found = reservations.find((each) => isSame(each, requestId, attempt));
        if (found?.state === 'released') return { answer: undefined };
        // Nothing was reserved yet: the tombstone takes no time, and stops a reserve that comes late.
        const slot = found?.slot ?? { start: now(), end: now() };
        const tombstone: Reservation = { requestId, attempt, slot, state: 'released' };
        return { answer: undefined, write: ['upsert', reservationRow(id, tombstone), 'Replace'] };
      });
    },

    async find(id) {
      const { facilitator, reservations, profileVersion } = await read(id);
      return facilitator && profileVersion
        ? { facilitator, reservations, version: profileVersion }
        : undefined;
    },

    /** With a new version of the ledger: a reservation judged by what was known before cannot be written any more. */
    async save(facilitator, audit, was) {
      const { id } = facilitator;
      const profile: TransactionAction =
        was === undefined
          ? ['create', profileRow(facilitator)]
          : ['update', profileRow(facilitator), 'Replace', { etag: was }];
      const ledger: TransactionAction = ['upsert', ledgerRow(id), 'Replace'];
      const outcome = await commit(facilitators, [profile, ledger, auditRow(id, audit)]);
      return outcome === 'committed' ? 'saved' : 'conflict';
    },

    async claimNotice(id, key) {
      const row = { partitionKey: personKey(id), rowKey: noticeRow(key), data: '{}' };
      return (await unlessConflict(facilitators.createEntity(row))) !== 'conflict';
    },

    async dropNotice(id, key) {
      await unlessConflict(facilitators.deleteEntity(personKey(id), noticeRow(key)));
    },

    async history(id) {
      const rows = await readRows(
        facilitators,
        odata`PartitionKey eq ${personKey(id)} and RowKey ge ${'audit-'} and RowKey lt ${'audit.'}`,
      );
      return rows.map((row) => fromData<PoolAuditEntry>(row));
    },
  };

  /** Judges the diary and writes, if there is something to write, unless anything was written meanwhile: then again. */
  async function underLedger<T>(
    id: PersonId,
    judge: (diary: Diary) => { readonly answer: T; readonly write?: TransactionAction },
  ): Promise<T> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const diary = await read(id);
      const { answer, write } = judge(diary);
      if (!write) return answer;
      if ((await commit(facilitators, [ledgerWrite(id, diary.ledgerVersion), write])) === 'committed')
        return answer;
      await sleep(Math.random() * JITTER_MS);
    }
    throw new Fault(
      `Expected a turn in the ledger of facilitator ${id} within ${MOST_TRIES} tries, got none`,
    );
  }

  /** Rows come in key order, the ledger before the reservations: what is written after it was read changes its version. */
  async function read(id: PersonId): Promise<Diary> {
    return toDiary(await readRows(facilitators, odata`PartitionKey eq ${personKey(id)}`));
  }
}

function toDiary(rows: readonly Row[]): Diary {
  const profile = rows.find(({ rowKey }) => rowKey === 'profile');
  return {
    facilitator: profile && fromData<Facilitator>(profile),
    reservations: rows
      .filter(({ rowKey }) => rowKey?.startsWith('reservation-'))
      .map((row) => fromData<Reservation>(row)),
    profileVersion: profile?.etag,
    ledgerVersion: rows.find(({ rowKey }) => rowKey === 'ledger')?.etag,
  };
}

function isSame(reservation: Reservation, requestId: RequestId, attempt: number): boolean {
  return reservationKey(reservation.requestId, reservation.attempt) === reservationKey(requestId, attempt);
}

/** The row says nothing; its version is what counts. */
function ledgerWrite(id: PersonId, version: string | undefined): TransactionAction {
  const row = ledgerRow(id);
  return version === undefined ? ['create', row] : ['update', row, 'Replace', { etag: version }];
}

function ledgerRow(id: PersonId) {
  return { partitionKey: personKey(id), rowKey: 'ledger' };
}

function profileRow(facilitator: Facilitator) {
  return {
    partitionKey: personKey(facilitator.id),
    rowKey: 'profile',
    data: toData(facilitator, `facilitator ${facilitator.id}`),
  };
}

/** In order of time; two of one moment are told apart by chance. */
function auditRow(id: PersonId, entry: PoolAuditEntry): TransactionAction {
  return [
    'create',
    {
      partitionKey: personKey(id),
      rowKey: `audit-${ordinal(entry.at).padStart(15, '0')}-${randomUUID().slice(0, 8)}`,
      data: toData(entry, `an audit entry of facilitator ${id}`),
    },
  ];
}

function reservationRow(id: PersonId, reservation: Reservation) {
  const { requestId, attempt, slot, state } = reservation;
  return {
    partitionKey: personKey(id),
    rowKey: `reservation-${reservationKey(requestKey(requestId), attempt)}`,
    data: toData(reservation, `reservation ${reservationKey(requestId, attempt)}`),
    state,
    endsAt: new Date(slot.end).toISOString(),
  };
}
