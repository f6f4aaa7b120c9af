/**
 * What the services say they carry, as kept copies of these pages, and texts that quote them, had it on the day below: the
 * pages themselves could not be reached, and none of the limits could be tried. Each may change without notice, so look again
 * at its address before relying on one.
 */
export const LOOKED_UP = '2026-11-27';

export interface Limit {
  readonly what: string;
  /** Of what the limit is counted in, each second. */
  readonly perSecond: number;
  readonly source: string;
}

const MAILBOX_AT_ONCE = 4;
/** Assumed: what a call to Exchange takes, on the slow side. */
const MAILBOX_CALL_SECONDS = 0.5;
const MAILBOX_IN_TEN_MINUTES = 10_000;

export const LIMITS = {
  account: {
    what: 'Table and Queue Storage, one account',
    perSecond: 20_000,
    source: 'https://learn.microsoft.com/azure/storage/tables/scalability-targets (account: 20,000 a second)',
  },
  partition: {
    what: 'one partition of a table',
    perSecond: 2_000,
    source: 'https://learn.microsoft.com/azure/storage/tables/scalability-targets (2,000 entities a second)',
  },
  queue: {
    what: 'one queue',
    perSecond: 2_000,
    source: 'https://learn.microsoft.com/azure/storage/queues/scalability-targets (2,000 messages a second)',
  },
  mailbox: {
    what: 'the organiser’s mailbox',
    perSecond: Math.min(MAILBOX_AT_ONCE / MAILBOX_CALL_SECONDS, MAILBOX_IN_TEN_MINUTES / 600),
    source:
      'https://learn.microsoft.com/graph/throttling-limits (Outlook: 4 at once, of half a second each as we assume, and ' +
      '10,000 in ten minutes, for each app and mailbox)',
  },
  teams: {
    what: 'Teams, one bot in one tenant',
    perSecond: 50,
    source: 'https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit (50 a second)',
  },
  channel: {
    what: 'Teams, one bot in one channel',
    perSecond: 1_800 / 3_600,
    source:
      'https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit (1,800 an hour in one conversation)',
  },
} as const satisfies Readonly<Record<string, Limit>>;
