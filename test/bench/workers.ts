/** How much more several workers get done than one: whole programs, one storage, the simulated Graph and Teams. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createStorage } from '../../src/azure/clients';
import { createConversations } from '../../src/azure/conversation-table';
import { createRequestIndex } from '../../src/azure/request-index';
import { createRequests } from '../../src/azure/request-table';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import { createWorkbench } from '../../src/azure/workbench-table';
import type { Effect, RequestId } from '../../src/domain/request';
import { aRequest, askedAt, theRequester } from '../builders';
import { startBot } from '../sandbox/bot-process';
import type { Microsoft365 } from '../sandbox/microsoft365/microsoft365';
import { TENANT_ID } from '../sandbox/people';
import { freePort } from '../sandbox/steady-ports';
import type { RunningStorage } from '../sandbox/storage';
import { BOT, COORDINATION, TEAM } from '../sandbox/teams/conversations';
import { type Connector, startConnector } from '../teams/connector';
import { figure, ratioText, type Row, type Section } from './table';

const WORKERS = [1, 2, 4] as const;
const ROUNDS = 3;
const REQUESTS = 60;
/** One look into the organiser's calendar, two cards and two lines in Teams. */
const EFFECTS: readonly Effect[] = [
  { kind: 'cancel-event', attempt: 1 },
  { kind: 'show-coordinators' },
  { kind: 'call-coordinators' },
  { kind: 'show-requester' },
  { kind: 'call-requester' },
];
const LONGEST_RUN_MS = 120_000;

export async function measureWorkers(storage: RunningStorage, graph: Microsoft365): Promise<Section> {
  const connector = await startConnector();
  try {
    const rates: number[][] = WORKERS.map(() => []);
    // In turns, so that whatever else the machine does strikes all of them.
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [n, workers] of WORKERS.entries())
        rates[n]!.push(await effectsPerSecond(workers, { storage, graph, connector, round }));
    const single = rates[0]!;
    const rows = WORKERS.map((workers, n): Row => {
      const own = rates[n]!;
      const ratios = own.map((rate, round) => rate / single[round]!);
      return {
        what: `effects a second, ${workers} worker${workers === 1 ? '' : 's'}`,
        ours: `${figure(middleOf(own))} /s`,
        bare: `${figure(middleOf(single))} /s`,
        ratio: ratioText({
          median: middleOf(ratios),
          least: Math.min(...ratios),
          most: Math.max(...ratios),
        }),
      };
    });
    return {
      rows,
      means:
        `${REQUESTS} requests with ${EFFECTS.length} effects each, until the last is done, one run in each of ${ROUNDS} ` +
        'rounds and no warm-up; bare is one worker in the same round. Storage, Graph and Teams run on the same machine as the workers: on two cores they compete, so the ratio ' +
        'shows that workers do not stand in each other’s way, and not how far they would get with cores of their own.',
    };
  } finally {
    await connector.stop();
  }
}

interface Surroundings {
  readonly storage: RunningStorage;
  readonly graph: Microsoft365;
  readonly connector: Connector;
  readonly round: number;
}

async function effectsPerSecond(workers: number, around: Surroundings): Promise<number> {
  const { storage, graph, connector, round } = around;
  const { connectionString } = storage;
  const prefix = `workers${workers}r${round}`;
  const bots = await Promise.all(
    Array.from({ length: workers }, async () =>
      startBot({
        port: await freePort(),
        storage: connectionString,
        graph: graph.url,
        settings: { STORAGE_PREFIX: prefix },
      }),
    ),
  );
  try {
    const table = openTables(connectionString, prefix);
    await table.meet(connector);
    const ids: RequestId[] = [];
    for (let n = 0; n < REQUESTS; n += 1) ids.push(await table.put());
    const before = connector.messages.length;
    const from = performance.now();
    await Promise.all(ids.map((id) => table.wakeUps.send(id)));
    await table.untilDone();
    const seconds = (performance.now() - from) / 1_000;
    const posted = connector.messages.length - before;
    const expected = REQUESTS * (EFFECTS.length - 1);
    if (posted !== expected) throw new Error(`Expected ${expected} messages in Teams, got ${posted}`);
    return (REQUESTS * EFFECTS.length) / seconds;
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
  }
}

function openTables(connectionString: string, prefix: string) {
  const tables = createStorage({ prefix, connectionString });
  const index = createRequestIndex(tables.index);
  const requests = createRequests({ requests: tables.requests, index });
  const workbench = createWorkbench({ requests: tables.requests, index, now: Date.now });
  const conversations = createConversations(tables);
  const wakeUps = createWakeUps({ wakeUps: tables.wakeUps, log: console });
  return {
    wakeUps,
    /** As if the channel had been chosen, and the requester had opened the app. */
    async meet({ url }: Connector): Promise<void> {
      const reference = (conversation: object) => ({
        serviceUrl: url,
        channelId: 'msteams',
        bot: BOT,
        conversation: { ...conversation, tenantId: TENANT_ID },
      });
      const chat = reference({ id: `a:${theRequester.id}`, conversationType: 'personal' });
      await conversations.keepPerson(theRequester.id, JSON.stringify(chat));
      const channel = reference({ id: COORDINATION.id, conversationType: 'channel', isGroup: true });
      await conversations.keepChannel(JSON.stringify({ ...channel, teamId: TEAM.id }));
    },
    async put(): Promise<RequestId> {
      const next = aRequest.closed({ id: randomUUID(), attempt: 1 });
      const audit = { at: askedAt, by: theRequester, what: 'submit', to: next.state } as const;
      await requests.enter(next.id, theRequester.id);
      await requests.save({ next, effects: EFFECTS, audit });
      return next.id;
    },
    /** A closed request is off the list of open ones once its last effect is done. */
    async untilDone(): Promise<void> {
      for (const until = Date.now() + LONGEST_RUN_MS; Date.now() < until; await pause(25))
        if ((await workbench.open()).length === 0) return;
      throw new Error(`Expected the workers to be done within ${LONGEST_RUN_MS / 1_000} s`);
    },
  };
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}
