/** What the information-governance role does: legal holds, and what was done in its name. */
import type { Instant } from '../domain/intervals';
import type { LegalHold } from '../domain/legal-hold';
import type { Person } from '../domain/people';

export interface LegalHolds {
  /** Those that stand, oldest first. */
  all(): Promise<readonly LegalHold[]>;
  set(hold: LegalHold): Promise<void>;
  /** Done when there is none. */
  lift(id: string): Promise<void>;
}

/** Who did what when, in the name of information governance: appended, never changed. */
export interface GovernanceEntry {
  readonly at: Instant;
  /** `system`: the clock of the policy. */
  readonly by: Person | 'system';
  readonly what:
    | 'hold-set'
    | 'hold-lifted'
    | 'looked-for'
    | 'shown'
    | 'exported'
    | 'erased'
    | 'swept'
    | 'figures-exported';
  /** Codes, ids of requests and counts: never whom somebody looked for. */
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface GovernanceLog {
  note(entry: GovernanceEntry): Promise<void>;
  /** Newest first, no more than so many. */
  latest(most: number): Promise<readonly GovernanceEntry[]>;
}
