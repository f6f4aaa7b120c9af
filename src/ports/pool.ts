/** The facilitators there are, with their reservations; see ports.ts. */
import type { Facilitator, Reservation, ReservationRefusal } from '../domain/facilitator';
import type { Instant } from '../domain/intervals';
import type { Actor } from '../domain/request';
import type { PersonId } from '../domain/people';
import type { PoolNotice } from '../domain/pool-notices';
import type { Policy } from '../domain/policy';
import type { RequestId } from '../domain/request';
import type { Version } from '../ports';

export interface PoolEntry {
  readonly facilitator: Facilitator;
  readonly reservations: readonly Reservation[];
}

/** A facilitator as they were read, with what is needed to write them back. */
export interface LoadedFacilitator extends PoolEntry {
  readonly version: Version;
}

/** Who changed which fields of a facilitator when: appended, never changed. */
export interface PoolAuditEntry {
  readonly at: Instant;
  readonly by: Actor;
  /** Names of fields, and nothing of what they hold. */
  readonly changed: readonly string[];
}

export interface Pool {
  /** Everybody, those who left among them: their sessions count for what is fair. */
  all(): Promise<readonly PoolEntry[]>;
  /** One facilitator, with all that is needed to change them. */
  find(facilitator: PersonId): Promise<LoadedFacilitator | undefined>;
  /**
   * Adds a facilitator (`was` absent: `conflict` when there is one of that id) or changes one under the version that was
   * read; the audit entry in the same transaction. Their reservations stay.
   */
  save(facilitator: Facilitator, audit: PoolAuditEntry, was?: Version): Promise<'saved' | 'conflict'>;
  /** Who changed what when, oldest first. */
  history(facilitator: PersonId): Promise<readonly PoolAuditEntry[]>;
  /**
   * One transaction in the facilitator's partition, judged from rows read under the ledger's version.
   * Repeating it is harmless. `gone`: no such facilitator any more.
   */
  reserve(
    facilitator: PersonId,
    wanted: Reservation,
    policy: Policy,
  ): Promise<'reserved' | ReservationRefusal | 'gone'>;
  /** Whether a notice about a facilitator is to be given now: true once for each key, whoever asks. */
  claimNotice(facilitator: PersonId, key: string): Promise<boolean>;
  /** It was not given after all. */
  dropNotice(facilitator: PersonId, key: string): Promise<void>;
  /** Frees the time and leaves a tombstone that a later `reserve` of the same attempt cannot pass. */
  release(facilitator: PersonId, requestId: RequestId, attempt: number): Promise<void>;
}

export interface PoolMessenger {
  /** A short message in the coordinators' channel, or the facilitator's own card. `nowhere`: nobody can be reached there. */
  tell(
    audience: 'coordinators' | 'facilitator',
    facilitator: Facilitator,
    notice: PoolNotice,
  ): Promise<'shown' | 'nowhere'>;
}
