/**
 * Everything the bot talks to, in this process, each behind a gate: storage, Graph and Teams. The bot itself runs as a
 * process of its own, to be killed; what the tests do and look at goes around the gate.
 */
import { createStorage, type Storage } from '../../src/azure/clients';
import { createConversations } from '../../src/azure/conversation-table';
import { createFacilitatorTable } from '../../src/azure/facilitator-table';
import { createRequestIndex } from '../../src/azure/request-index';
import { createRequests } from '../../src/azure/request-table';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import { createWorkbench } from '../../src/azure/workbench-table';
import { addDays, instantAt, localDate } from '../../src/domain/calendar';
import type { Reservation } from '../../src/domain/facilitator';
import type { PoolEntry } from '../../src/ports/pool';
import { MINUTE_MS } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import type { Request, RequestId, Submitted } from '../../src/domain/request';
import { createWorkflow, type Workflow } from '../../src/workflow';
import {
  aMatch,
  aRequest,
  anotherCoordinator,
  someMatches,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';
import { type BotProcess, startBot } from '../sandbox/bot-process';
import { type Microsoft365, startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { freePort } from '../sandbox/steady-ports';
import { startStorage, type StorageInProcess } from '../sandbox/storage';
import { type Hub, startHub } from '../sandbox/teams/hub';
import { makeAcquainted } from './acquainted';
import { type Gate, openGate } from './gate';
import { putFacilitator } from '../put-facilitator';

export interface Town {
  readonly gate: Gate;
  readonly microsoft365: Microsoft365;
  readonly workflow: Workflow;
  /** Around the gate. */
  readonly tables: Storage;
  /** Connection string, around the gate. */
  readonly storage: string;
  /** On the town's own port, or beside that bot on another; with a clock that goes ahead of ours by so much. */
  startBot(how?: { readonly onPort?: number; readonly aheadMs?: number }): Promise<BotProcess>;
  /**
   * Saves a request with one match, ready to be approved; on a day of its own, or on the day of an earlier one. `over`: what
   * else is to be in it.
   */
  request(sameDayAs?: RequestId, over?: Partial<Submitted>): Promise<RequestId>;
  state(id: RequestId): Promise<Request>;
  /** Effects that are still to do and not waiting for a later moment. */
  toDo(id: RequestId, at?: number): Promise<readonly string[]>;
  poolOf(): Promise<readonly PoolEntry[]>;
  events(id: RequestId): readonly StoredEvent[];
  reservations(id: RequestId): Promise<readonly Reservation[]>;
  stop(): Promise<void>;
}

const FACILITATOR = { ...theFacilitator, mail: facilitators[0].mail, team: 'hl-mh' };

export interface TownOptions {
  /** Whether Outlook tells the bot of changes, as it does where the bot has a public address. */
  readonly notified?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
  /** Gets what the bot prints. */
  readonly logFile?: string;
}

export async function buildTown({
  notified = false,
  settings = {},
  logFile,
}: TownOptions = {}): Promise<Town> {
  const storage: StorageInProcess = await startStorage();
  const deliver: Record<string, string> = {};
  const microsoft365 = await startMicrosoft365({ busy: 'none', deliver });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  deliver[url.replace('http:', 'https:')] = url;
  const hub: Hub = await startHub({ bot: `${url}/api/messages` });
  const endpoint = (name: string): string =>
    new RegExp(`${name}=([^;]+)`).exec(storage.connectionString)![1]!;
  const gate = await openGate({
    table: endpoint('TableEndpoint'),
    queue: endpoint('QueueEndpoint'),
    graph: microsoft365.url,
    teams: hub.url,
  });
  const gated = storage.connectionString
    .replace(endpoint('TableEndpoint'), gate.urls['table']!)
    .replace(endpoint('QueueEndpoint'), gate.urls['queue']!);

  const now = (): number => Date.now();
  const tables = createStorage({
    prefix: 'jags',
    connectionString: storage.connectionString,
    patient: true,
  });
  await tables.prepare();
  const index = createRequestIndex(tables.index);
  const requests = createRequests({ requests: tables.requests, index });
  const workbench = createWorkbench({ requests: tables.requests, index, now });
  const pool = createFacilitatorTable({ facilitators: tables.facilitators, now });
  const wakeUps = createWakeUps({
    wakeUps: tables.wakeUps,
    log: { warn: (_, message) => fail(message) },
  });
  const workflow = createWorkflow({
    requests,
    wakeUps,
    directory: { isCoordinator: async (id) => id === theCoordinator.id || id === anotherCoordinator.id },
    policy: defaultPolicy,
    now,
    // Of a wake-up that could not be sent, on a machine that is too busy: it costs time only.
    log: { warn: () => undefined },
  });
  await putFacilitator(pool, {
    ...FACILITATOR,
    trainedUntil: addDays(localDate(now()), 3650),
    sessionsPerMonth: 1000,
  });
  await makeAcquainted(createConversations(tables), gate.urls['teams']!, [
    practitioners[0],
    facilitators[0],
    coordinators[0],
  ]);

  let asked = 0;
  return {
    gate,
    microsoft365,
    workflow,
    tables,
    storage: storage.connectionString,
    startBot: ({ onPort = port, aheadMs = 0 } = {}) =>
      startBot({
        port: onPort,
        aheadMs,
        ...(logFile !== undefined && { logFile }),
        storage: gated,
        graph: gate.urls['graph']!,
        settings: { ...settings, ...(notified && { PUBLIC_URL: url }) },
      }),
    async request(sameDayAs, over = {}) {
      asked += 1;
      const id = over.id ?? `${String(asked).padStart(4, '0')}crash`;
      const day = sameDayAs ? Number.parseInt(sameDayAs, 10) : asked;
      const start = instantAt(addDays(localDate(now()), 10 + day), '10:00');
      const match = aMatch({
        id: '1-1',
        facilitator: FACILITATOR,
        slot: { start, end: start + 90 * MINUTE_MS },
      });
      const submitted = aRequest.submitted({
        ...over,
        id,
        matches: someMatches({ best: [match] }),
      });
      const audit = { at: now(), by: theRequester, what: 'submit' } as const;
      await requests.enter(id, theRequester.id);
      await requests.save({ next: submitted, effects: [], audit });
      return id;
    },
    async state(id) {
      return (await requests.load(id))!.request;
    },
    poolOf: () => pool.all(),
    async toDo(id, at = now()) {
      const soon = at + MINUTE_MS;
      const { effects } = (await workbench.work(id))!;
      return effects
        .filter(({ dueAt = 0, retryAt = 0 }) => Math.max(dueAt, retryAt) < soon)
        .map(({ key }) => key);
    },
    events: (id) =>
      microsoft365.tenant.events.list().filter((event) => JSON.stringify(event).includes(`${id}-`)),
    async reservations(id) {
      const all = (await pool.all()).flatMap((entry) => entry.reservations);
      return all.filter(({ requestId, state }) => requestId === id && state === 'held');
    },
    async stop() {
      await gate.close();
      await hub.stop();
      await microsoft365.stop();
      await storage.stop();
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}
