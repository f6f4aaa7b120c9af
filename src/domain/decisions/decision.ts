/** What deciding needs and gives; see `decide`. */
import type { Instant } from '../intervals';
import type { Policy } from '../policy';
import type { Effect, Request } from '../request';
import type { Refusal, Refused } from '../refusal';

/** What is true when a command is decided, besides the request itself. */
export interface Facts {
  readonly now: Instant;
  readonly policy: Policy;
  /** Whether the person acting is a coordinator, by Entra group. */
  readonly coordinator: boolean;
}

export interface Acceptance {
  readonly next: Request;
  readonly effects: readonly Effect[];
}

export type Decision = Refusal | Acceptance;

export function isRefusal(decision: Decision): decision is Refusal {
  return 'refused' in decision;
}

export function refuse(refused: Refused): Refusal {
  return { refused };
}

export function accept(next: Request, ...effects: Effect[]): Acceptance {
  return { next, effects };
}

/** Both cards that are kept of every request. */
export const SHOWN: readonly Effect[] = [{ kind: 'show-coordinators' }, { kind: 'show-requester' }];
