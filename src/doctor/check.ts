/** What a check of the doctor is, and what can come of it. */
import type { Ground } from './ground';
import type { CheckName } from './wording';

/** Why something is not as it has to be, and what to do about it. */
export interface Advice {
  readonly why: string;
  readonly remedy: string;
}

export type Outcome =
  /** With a note where somebody should look all the same. */
  | { readonly kind: 'ok'; readonly note?: string }
  | ({ readonly kind: 'failed' } & Advice)
  | { readonly kind: 'skipped'; readonly why: string };

export interface Check {
  readonly name: CheckName;
  /** Checks this one stands on: where one of them failed, there is nothing to be seen here. */
  readonly needs?: readonly CheckName[];
  /** Checks that must be over first, whatever came of them. */
  readonly after?: readonly CheckName[];
  /** Its own limit, where the usual one is too short. */
  readonly timeoutMs?: number;
  /** What it throws becomes a failure with the remedy that stands in the wording. */
  run(ground: Ground): Promise<Outcome>;
}

/** A check with what came of it. */
export interface Finding {
  readonly name: CheckName;
  readonly outcome: Outcome;
}

export function ok(note?: string): Outcome {
  return note === undefined ? { kind: 'ok' } : { kind: 'ok', note };
}

export function failed({ why, remedy }: Advice): Outcome {
  return { kind: 'failed', why, remedy };
}

export function skipped(why: string): Outcome {
  return { kind: 'skipped', why };
}
