/**
 * The bot as it is shipped, in a process of its own, with all it talks to in this one: begun anew at some moment, or gone on
 * with from what an earlier version had kept.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage, type Storage } from '../../src/azure/clients';
import { createConversations } from '../../src/azure/conversation-table';
import { createTableRows } from '../../src/azure/table-export';
import type { Instant } from '../../src/domain/intervals';
import { onTables } from '../azure/embedded-storage';
import { startReceiver } from '../power/receiver';
import { type BotProcess, startBot } from '../sandbox/bot-process';
import { startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import { coordinators, everybody, TENANT_ID } from '../sandbox/people';
import { freePort } from '../sandbox/steady-ports';
import { startStorage } from '../sandbox/storage';
import { BOT, COORDINATION, personalChatId, TEAM } from '../sandbox/teams/conversations';
import { startHub } from '../sandbox/teams/hub';
import { aboutKept, type Addresses, type Kept, readKept } from './kept';

const PREFIX = 'jags';
/** More sessions a month than anybody would be given, so that few facilitators do for many requests. */
const SESSIONS_PER_MONTH = 31;
export const POLICY = { sessionsPerMonth: SESSIONS_PER_MONTH } as const;

export type System = Awaited<ReturnType<typeof startSystem>>;

/** `from`: a version whose recording it goes on with, at the moment that is of; else it begins empty at `at`. */
export async function startSystem(begin: { readonly at: Instant } | { readonly from: string }) {
  const [botPort, teamsPort, graphPort] = [await freePort(), await freePort(), await freePort()];
  const programs = await startReceiver();
  const addresses: Addresses = {
    bot: at(botPort),
    teams: at(teamsPort),
    graph: at(graphPort),
    programs: programs.url,
  };
  const dir = mkdtempSync(join(tmpdir(), 'upgrade-'));
  const files = {
    outlook: join(dir, 'outlook.json'),
    teams: join(dir, 'teams.jsonl'),
    log: join(dir, 'bot.log'),
  };
  const kept = 'from' in begin ? readKept(begin.from, addresses) : undefined;
  if (kept) {
    writeFileSync(files.outlook, kept.outlook);
    writeFileSync(files.teams, kept.teams);
  }
  let aheadMs = ('from' in begin ? aboutKept(begin.from).at : begin.at) - Date.now();
  const now = (): Instant => Date.now() + aheadMs;

  const running = await startStorage();
  const microsoft365 = await startMicrosoft365({
    port: graphPort,
    stateFile: files.outlook,
    busy: 'none',
    now: () => new Date(now()),
    deliver: { [addresses.bot.replace('http:', 'https:')]: addresses.bot },
  });
  const hub = await startHub({
    port: teamsPort,
    stateFile: files.teams,
    bot: `${addresses.bot}/api/messages`,
    team: coordinators,
  });
  // Whoever looks on from here can wait, however busy the machine is.
  const clients = { prefix: PREFIX, connectionString: running.connectionString, patient: true } as const;
  const storage = createStorage(clients);
  const exact = createTableRows(createStorage(clients));
  await storage.prepare();
  if (kept) await load(kept);
  else await knowEverybody(storage, hub.url);
  let bot: BotProcess | undefined;

  return {
    addresses,
    kept,
    now,
    exact,
    microsoft365,
    hub,
    programs,
    ...onTables(storage, now),
    /** With or without its worker; in place of the one that runs. */
    async live({ worker = true }: { readonly worker?: boolean } = {}): Promise<void> {
      await bot?.stop();
      bot = await startBot({
        port: botPort,
        storage: running.connectionString,
        graph: microsoft365.url,
        aheadMs,
        logFile: files.log,
        settings: {
          PUBLIC_URL: addresses.bot,
          WORKER: worker ? 'on' : 'off',
          LEAD: coordinators[1].id,
          API_AUDIENCE: 'api://jags.example',
          API_ISSUER: 'http://127.0.0.1:9/',
          POLICY_SESSIONS_PER_MONTH: String(SESSIONS_PER_MONTH),
        },
      });
    },
    async stopBot(): Promise<void> {
      await bot?.stop();
      bot = undefined;
    },
    /** It is that moment now; a bot that runs has to be started anew. */
    jump(to: Instant): void {
      aheadMs = to - Date.now();
    },
    /** As they save themselves. */
    saved: () => ({
      outlook: JSON.stringify(JSON.parse(readFileSync(files.outlook, 'utf8'))),
      teams: lastOfEach(readFileSync(files.teams, 'utf8')),
    }),
    /** What the bot has written at a level, as lines of JSON: 40 warns, 50 is an error. */
    logged: (level: number): readonly Record<string, unknown>[] =>
      readFileSync(files.log, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter((line) => Number(line['level']) >= level),
    async stop(): Promise<void> {
      await bot?.stop();
      await hub.stop();
      await microsoft365.stop();
      await running.stop();
      await programs.close();
      rmSync(dir, { recursive: true });
    },
  };

  async function load({ rows, messages }: Kept): Promise<void> {
    for (const { table, ...row } of rows) await exact.write(table, [row]);
    for (const { queue, text } of messages) await storage[queue].sendMessage(text, { messageTimeToLive: -1 });
  }
}

/** Of a message that was saved several times the last counts. */
function lastOfEach(teams: string): string {
  const lines = new Map<string, string>();
  for (const line of teams.split('\n').filter(Boolean)) {
    const { message, key } = JSON.parse(line) as { message?: { id: string }; key?: string };
    lines.set(message?.id ?? `happened ${key}`, line);
  }
  return [...lines.values()].map((line) => `${line}\n`).join('');
}

const at = (port: number) => `http://127.0.0.1:${port}`;

/** As if everybody had opened the app, and the channel had been chosen. */
async function knowEverybody(storage: Storage, serviceUrl: string): Promise<void> {
  const conversations = createConversations(storage);
  const reference = (conversation: object, more: object = {}): string =>
    JSON.stringify({ serviceUrl, channelId: 'msteams', bot: BOT, conversation, ...more });
  for (const person of everybody) {
    const conversation = { id: personalChatId(person), conversationType: 'personal', tenantId: TENANT_ID };
    await conversations.keepPerson(person.id, reference(conversation));
  }
  const channel = { id: COORDINATION.id, conversationType: 'channel', tenantId: TENANT_ID, isGroup: true };
  await conversations.keepChannel(reference(channel, { teamId: TEAM.id }));
}
