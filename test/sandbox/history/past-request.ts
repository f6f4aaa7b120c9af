/** A request of the sandbox's past as it is put into storage: closed, or as far as it has come. */
import type { Effect, Request, State } from '../../../src/domain/request';
import type { Reservation } from '../../../src/domain/facilitator';
import type { Instant } from '../../../src/domain/intervals';
import type { PersonId } from '../../../src/domain/people';
import type { AuditEntry } from '../../../src/ports';
import { coordinators } from '../people';
import type { Said } from './said';

export interface PastRequest {
  readonly request: Request;
  /** What the bot has to do for it; none where it is closed. */
  readonly effects: readonly Effect[];
  /** What happened to it, oldest first. */
  readonly history: readonly AuditEntry[];
  /** Where there was a session. */
  readonly said?: Said;
  readonly reserved?: { readonly facilitator: PersonId; readonly reservation: Reservation };
}

/** Cora and Colin share the work. */
export function coordinatorOf(n: number) {
  const { id, name } = coordinators[n % coordinators.length]!;
  return { id, name };
}

/** Steps of a request from state to state, each when it was taken and by whom. */
export function historyOf(
  steps: readonly (readonly [at: Instant, what: AuditEntry['what'], by: AuditEntry['by'], to: State])[],
): AuditEntry[] {
  return steps.map(([at, what, by, to], n) => {
    const from = steps[n - 1]?.[3];
    return { at, by, what, ...(from && { from }), to };
  });
}
