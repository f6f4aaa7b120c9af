/**
 * How many partnerships of Norfolk's size one deployment could carry, by calculation: what one uses in its busiest hour
 * against what each service carries. A deployment has one group of coordinators, one channel and one organiser; "partnerships"
 * is a measure of size here, not a promise to keep several apart.
 */
import { LIMITS } from './limits';

/** What one partnership does. No source gives these: all are assumptions, on the high side. */
export interface Partnership {
  readonly requestsAYear: number;
  /** From asking to closing, erasure and all. */
  readonly openWeeks: number;
  /** Of each request, in its whole life. */
  readonly ofARequest: {
    /** Presses, refreshes, commands, pages, API calls and notifications. */
    readonly taken: number;
    readonly storageCalls: number;
    readonly queueMessages: number;
    /** In the organiser's mailbox: events, responses, mail. */
    readonly mailboxCalls: number;
    /** To anybody in Teams. */
    readonly messages: number;
    /** Posted or updated in the coordinators' channel. */
    readonly channelMessages: number;
    /** Lists of all that is open, by somebody who looks at the queue. */
    readonly queueLooks: number;
  };
}

export interface Deployment {
  readonly instances: number;
  readonly coresEach: number;
  /** Above it, a busy minute is felt. */
  readonly mostBusy: number;
  /** Processor time of the bot, measured: `node build/test/load/run.js`, botMsARequest. */
  readonly msARequest: number;
  /** Each instance reads the list of what is open so often. */
  readonly sweepsAMinute: number;
}

export const NORFOLK: Partnership = {
  requestsAYear: 500,
  openWeeks: 12,
  ofARequest: {
    taken: 250,
    storageCalls: 2_000,
    queueMessages: 100,
    mailboxCalls: 80,
    messages: 80,
    channelMessages: 25,
    queueLooks: 20,
  },
};

/** As `infra/main.bicep` makes it for production: two of P0v3, which has one core each. */
export const PRODUCTION: Omit<Deployment, 'msARequest'> = {
  instances: 2,
  coresEach: 1,
  mostBusy: 0.6,
  sweepsAMinute: 1,
};

/** Working days of eight hours; nobody asks at night. */
const WORKING_SECONDS_A_YEAR = 253 * 8 * 3_600;
/** The busiest hour, as a multiple of the average working hour. */
export const BUSIEST = 10;
const WEEKS_A_YEAR = 52;

export interface Wall {
  readonly what: string;
  /** What one partnership uses of it in its busiest hour, a second. */
  readonly used: number;
  readonly carried: number;
  readonly partnerships: number;
  /** What to do when it comes near. */
  readonly next: string;
}

/** Lowest first: the order in which they are met. */
export function walls(partnership: Partnership, deployment: Deployment): readonly Wall[] {
  const { ofARequest, requestsAYear, openWeeks } = partnership;
  const { instances, coresEach, mostBusy, msARequest, sweepsAMinute } = deployment;
  const busiest = (each: number): number => (requestsAYear * each * BUSIEST) / WORKING_SECONDS_A_YEAR;
  const open = (requestsAYear * openWeeks) / WEEKS_A_YEAR;

  // Each look and each sweep reads all that is open, of everybody, out of one partition: it grows with the square.
  const looks = busiest(ofARequest.queueLooks) * open;
  const sweeps = ((instances * sweepsAMinute) / 60) * open;
  const listed = positiveRoot(looks, sweeps, LIMITS.partition.perSecond);

  const linear = (what: string, used: number, carried: number, next: string): Wall => ({
    what,
    used,
    carried,
    partnerships: Math.floor(carried / used),
    next,
  });
  return [
    linear(
      LIMITS.channel.what,
      busiest(ofARequest.channelMessages),
      LIMITS.channel.perSecond,
      'Cards wait their turn and come later; nothing is lost. Give each area a deployment, and with it a channel, of its own.',
    ),
    linear(
      LIMITS.mailbox.what,
      busiest(ofARequest.mailboxCalls),
      LIMITS.mailbox.perSecond,
      'Bookings queue up. A deployment with an organiser of its own for each area; limits count by mailbox.',
    ),
    linear(
      LIMITS.teams.what,
      busiest(ofARequest.messages),
      LIMITS.teams.perSecond,
      'Messages are put off. A second bot registration, with a deployment of its own.',
    ),
    linear(
      'processors of the bot',
      busiest(ofARequest.taken) * (msARequest / 1_000),
      instances * coresEach * mostBusy,
      'More instances, or a larger plan: instances share nothing but storage.',
    ),
    {
      what: 'the list of what is open: one partition',
      used: looks + sweeps,
      carried: LIMITS.partition.perSecond,
      partnerships: Math.floor(listed),
      next: 'Divide the partition “open” of the index by area, and list one area at a time.',
    },
    linear(
      LIMITS.queue.what,
      busiest(ofARequest.queueMessages),
      LIMITS.queue.perSecond,
      'Wake-ups come later, and the sweep of each minute finds what they were for. A queue for each area.',
    ),
    linear(
      LIMITS.account.what,
      busiest(ofARequest.storageCalls),
      LIMITS.account.perSecond,
      'A storage account for each area.',
    ),
  ].sort((a, b) => a.partnerships - b.partnerships);
}

/** n of square·n² + linear·n = total. */
function positiveRoot(square: number, linear: number, total: number): number {
  return (-linear + Math.sqrt(linear ** 2 + 4 * square * total)) / (2 * square);
}

/** The walls as a table in Markdown. */
export function wallsTable(found: readonly Wall[]): string {
  const rows = found.map(
    ({ what, used, carried, partnerships, next }) =>
      `| ${what} | ${short(used)} | ${short(carried)} | ${partnerships.toLocaleString('en-GB')} | ${next} |`,
  );
  return [
    '| wall | one partnership, a second | carried, a second | partnerships | what to change |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const short = (value: number): string =>
  Number(value.toPrecision(2)).toLocaleString('en-GB', { maximumFractionDigits: 5 });
