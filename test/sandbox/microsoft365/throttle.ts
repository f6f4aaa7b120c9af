import { setTimeout as wait } from 'node:timers/promises';
import { GraphRefusal } from './graph-refusal';

/** How much the tenant takes at once; change the fields at any time. */
export interface Limits {
  /** Outlook's MailboxConcurrency. https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits */
  concurrentPerMailbox: number;
  /** Sent with the 429 that answers a call beyond it. May be decimal. */
  retryAfterSeconds: number;
  /** How long every call takes; without it nothing would ever be concurrent. */
  latencyMs: number;
}

export interface Throttle {
  readonly limits: Limits;
  /** Runs `work` in one of the mailbox's slots; refuses with 429 when all are taken. No mailbox, no limit. */
  run<T>(mailbox: string | undefined, work: () => Promise<T>): Promise<T>;
}

/** Counts what is under way for each mailbox. */
export function createThrottle(): Throttle {
  const limits: Limits = { concurrentPerMailbox: 4, retryAfterSeconds: 1, latencyMs: 5 };
  const underWay = new Map<string, number>();
  return {
    limits,
    async run(mailbox, work) {
      const taken = mailbox === undefined ? 0 : (underWay.get(mailbox) ?? 0);
      if (mailbox !== undefined && taken >= limits.concurrentPerMailbox) throw tooMany(limits);
      if (mailbox !== undefined) underWay.set(mailbox, taken + 1);
      try {
        await wait(limits.latencyMs);
        return await work();
      } finally {
        if (mailbox !== undefined) underWay.set(mailbox, (underWay.get(mailbox) ?? 1) - 1);
      }
    },
  };
}

function tooMany(limits: Limits): GraphRefusal {
  return new GraphRefusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
    'Retry-After': String(limits.retryAfterSeconds),
  });
}
