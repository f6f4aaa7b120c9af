/** What instances and whoever runs them know together: whether everything outward is held, and who is running. */
import type { Instant } from '../domain/intervals';

/** Nothing goes outward while it stands: what was restored may ask for what has long been done. */
export interface Held {
  /** The backup it was restored from, and when that had been taken. */
  readonly backup: string;
  readonly takenAt: Instant;
  readonly since: Instant;
  /** `restoring`: not all rows are there yet. */
  readonly stage: 'restoring' | 'held';
  /** Once what was there may be written over: the backup it is kept as, or none where there was nothing. */
  readonly replaces?: { readonly keptFirst?: string };
}

export interface Hold {
  find(): Promise<Held | undefined>;
  set(held: Held): Promise<void>;
  lift(): Promise<void>;
}

/** One process of the bot. */
export interface Instance {
  readonly name: string;
  readonly seenAt: Instant;
  /** Whether it does nothing outward by now, because everything is held. */
  readonly rests: boolean;
}

export interface Instances {
  seen(instance: Instance): Promise<void>;
  gone(name: string): Promise<void>;
  all(): Promise<readonly Instance[]>;
}

/** What whoever runs the bot did: appended, never changed, and in no backup, so that it stays. */
export interface OperationEntry {
  readonly at: Instant;
  readonly what: 'restored' | 'confirmed' | 'dropped';
  readonly by?: string;
  /** Ids and counts only. */
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface Operations {
  note(entry: OperationEntry): Promise<void>;
  /** Oldest first. */
  notes(): Promise<readonly OperationEntry[]>;
}
