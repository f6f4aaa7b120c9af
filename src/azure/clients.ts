/** Clients for the tables and the queues of one installation, all named with its prefix. */
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { type QueueClient, QueueServiceClient } from '@azure/storage-queue';
import { queueDeadline, queueRetries, tablePatience } from './patience';
import type { TableName } from '../ports/backups';
import { readRow } from './rows';

export type StorageNeeds = {
  /** Begins every table and queue name, so that installations can share an account. */
  readonly prefix: string;
  /** Called whenever Table Storage asks to be left alone for a while. */
  readonly throttled?: () => void;
  /** Waited for as long as it takes: nobody has clicked. */
  readonly patient?: true;
} & (
  { readonly account: string; readonly credential: TokenCredential } | { readonly connectionString: string }
);

export interface Storage extends Readonly<Record<TableName, TableClient>> {
  /** One partition per request: its state, effects, leases, cards and audit. */
  readonly requests: TableClient;
  /** Which requests are open, and which are a person's. */
  readonly index: TableClient;
  /** One partition per facilitator: profile, ledger, reservations. */
  readonly facilitators: TableClient;
  readonly conversations: TableClient;
  /** How often what happened, by month and agency. */
  readonly tally: TableClient;
  /** What closed requests are counted as: one partition a month, one a facilitator. */
  readonly facts: TableClient;
  /** What months come to, and what was released: as small as it is, however much was counted. */
  readonly figures: TableClient;
  /** One partition per link of people without Teams: whose it is, and the codes mailed for it. */
  readonly links: TableClient;
  /** How often what was asked for in an hour, so that strangers can be kept out. */
  readonly limits: TableClient;
  /** Which calls of programs were which request. */
  readonly calls: TableClient;
  /** What the partnership does about each theme. */
  readonly responses: TableClient;
  /** One partition per session: what was answered about it, and with which tokens. */
  readonly evaluations: TableClient;
  /** Which programs asked to be called back, and where. */
  readonly subscriptions: TableClient;
  /** One partition per subscription: what is on its way to it, and for some days what got there. */
  readonly deliveries: TableClient;
  /** What was erased, by month: hashes of keys, and nobody's name. */
  readonly erasures: TableClient;
  /** Legal holds, and what was done in the name of information governance. */
  readonly governance: TableClient;
  /** Of the installation itself: whether what goes outward is held, who runs, what was restored. */
  readonly operations: TableClient;
  readonly wakeUps: QueueClient;
  /** What there is to look at in the organiser's calendar. */
  readonly eventChanges: QueueClient;
  /** What pages ask to be mailed. */
  readonly errands: QueueClient;
  /** Makes tables and queues where they are missing. Call once at start; repeating it is harmless. */
  prepare(): Promise<void>;
  /** Resolves when tables and queues answer; throws within a few seconds when they do not. */
  ping(): Promise<void>;
}

/** Longest prefix with which every name stays within 63 characters. */
const PREFIX = /^[a-z][a-z0-9]{0,29}$/;

/** Throws when the prefix cannot begin a table's and a queue's name. Connects to nothing yet. */
export function createStorage(needs: StorageNeeds): Storage {
  const { prefix } = needs;
  if (!PREFIX.test(prefix))
    throw new Error(
      `Expected STORAGE_PREFIX to be a lower-case letter and up to 29 lower-case letters and digits, got "${prefix}"`,
    );
  const tables = {
    requests: tableClient(needs, `${prefix}Requests`),
    index: tableClient(needs, `${prefix}Index`),
    facilitators: tableClient(needs, `${prefix}Facilitators`),
    conversations: tableClient(needs, `${prefix}Conversations`),
    tally: tableClient(needs, `${prefix}Tally`),
    facts: tableClient(needs, `${prefix}Facts`),
    figures: tableClient(needs, `${prefix}Figures`),
    links: tableClient(needs, `${prefix}Links`),
    limits: tableClient(needs, `${prefix}Limits`),
    calls: tableClient(needs, `${prefix}Calls`),
    responses: tableClient(needs, `${prefix}Responses`),
    evaluations: tableClient(needs, `${prefix}Evaluations`),
    subscriptions: tableClient(needs, `${prefix}Subscriptions`),
    deliveries: tableClient(needs, `${prefix}Deliveries`),
    erasures: tableClient(needs, `${prefix}Erasures`),
    governance: tableClient(needs, `${prefix}Governance`),
    operations: tableClient(needs, `${prefix}Operations`),
    // None that a backup does not know of.
  } satisfies Record<TableName, TableClient>;
  const queues = {
    wakeUps: queueService(needs).getQueueClient(`${prefix}-wake-ups`),
    eventChanges: queueService(needs).getQueueClient(`${prefix}-event-changes`),
    errands: queueService(needs).getQueueClient(`${prefix}-errands`),
  };
  const waited = needs.patient ? () => ({}) : queueDeadline;
  return {
    ...tables,
    ...queues,
    async prepare() {
      const made = Object.values(tables).map((table) => table.createTable());
      const queued = Object.values(queues).map((queue) => queue.createIfNotExists(waited()));
      await Promise.all([...made, ...queued]);
    },
    async ping() {
      const read = Object.values(tables).map((table) => readRow(table, 'ping', 'ping'));
      const asked = Object.values(queues).map((queue) => queue.getProperties(waited()));
      await Promise.all([...read, ...asked]);
    },
  };
}

function tableClient(needs: StorageNeeds, name: string): TableClient {
  const patience = needs.patient ? {} : tablePatience(needs.throttled);
  if ('account' in needs)
    return new TableClient(
      `https://${needs.account}.table.core.windows.net`,
      name,
      needs.credential,
      patience,
    );
  const options: TableServiceClientOptions = {
    ...patience,
    allowInsecureConnection: isLoopback(needs.connectionString),
  };
  return TableClient.fromConnectionString(needs.connectionString, name, options);
}

/** Without encryption to this machine only (the emulator). */
function isLoopback(connectionString: string): boolean {
  return (
    /^UseDevelopmentStorage=true/i.test(connectionString) ||
    /TableEndpoint=http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/i.test(connectionString)
  );
}

function queueService(needs: StorageNeeds): QueueServiceClient {
  const options = { retryOptions: queueRetries };
  return 'account' in needs
    ? new QueueServiceClient(`https://${needs.account}.queue.core.windows.net`, needs.credential, options)
    : QueueServiceClient.fromConnectionString(needs.connectionString, options);
}
