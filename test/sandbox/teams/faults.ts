/** Failures of the Bot Connector on demand, for the calls the bot makes. */
import type { Call, Reply } from './json-server';

export type Fault =
  | { readonly kind: 'throttled'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'server-error' }
  /** Done, then the connection is cut: the bot cannot know. */
  | { readonly kind: 'reset-after-delivery' }
  /** Done, but the answer never arrives. */
  | { readonly kind: 'lost-reply' };

export interface FaultPlan {
  /** How many calls fail; default 1. */
  readonly times?: number;
  /** Which calls; default those that send, update or delete something. */
  readonly when?: (call: Call) => boolean;
}

export interface Faults {
  add(fault: Fault, plan?: FaultPlan): void;
  clear(): void;
}

interface Planned {
  readonly fault: Fault;
  readonly when: (call: Call) => boolean;
  left: number;
}

export interface FaultyConnector extends Faults {
  /** Answers a call of the bot: with the fault that is due, else as `deliver` does. */
  apply(call: Call, deliver: () => Promise<Reply>): Promise<Reply>;
}

export function createFaults(): FaultyConnector {
  let planned: Planned[] = [];

  function next(call: Call): Fault | undefined {
    const due = planned.find(({ when }) => when(call));
    if (!due) return undefined;
    due.left -= 1;
    planned = planned.filter(({ left }) => left > 0);
    return due.fault;
  }

  return {
    add: (fault, { times = 1, when = changesSomething } = {}) =>
      void planned.push({ fault, when, left: times }),
    clear: () => void (planned = []),
    async apply(call, deliver) {
      const fault = next(call);
      switch (fault?.kind) {
        case undefined:
          return deliver();
        case 'throttled':
          return throttled(fault.retryAfterSeconds);
        case 'server-error':
          return { status: 500, body: { error: { code: 'ServiceError', message: 'Fault on demand' } } };
        case 'reset-after-delivery':
          return { ...(await deliver()), instead: 'reset' };
        case 'lost-reply':
          return { ...(await deliver()), instead: 'silence' };
      }
    },
  };
}

function changesSomething({ method }: Call): boolean {
  return method !== 'GET';
}

function throttled(retryAfterSeconds: number | undefined): Reply {
  return {
    status: 429,
    body: { error: { code: 'TooManyRequests', message: 'Fault on demand' } },
    ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': String(retryAfterSeconds) } }),
  };
}
