import { randomUUID } from 'node:crypto';

/** Thrown by anything that answers a Graph call, to answer with Graph's own kind of error. */
export class GraphRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'GraphRefusal';
  }
}

export interface GraphErrorBody {
  error: {
    code: string;
    message: string;
    innerError: { date: string; 'request-id': string; 'client-request-id': string };
  };
}

/** The body that Graph sends with every status of 400 and above (its `date` has no offset). */
export function errorBody(code: string, message: string, now: Date): GraphErrorBody {
  const id = randomUUID();
  return {
    error: {
      code,
      message,
      innerError: { date: now.toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id },
    },
  };
}
