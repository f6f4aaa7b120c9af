/** The system without Playgrounds and browser: people press and type by HTTP, as Teams would pass it on. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, startBot } from '../sandbox/bot-process';
import { type Microsoft365, startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import { coordinators, facilitators, type SandboxPerson, TENANT_ID } from '../sandbox/people';
import { seedPool } from '../sandbox/pool';
import { freePort } from '../sandbox/steady-ports';
import { type RunningStorage, startStorage } from '../sandbox/storage';
import { BOT, COORDINATION, personalChatId, TEAM } from '../sandbox/teams/conversations';
import { type Hub, startHub } from '../sandbox/teams/hub';
import { sendJson } from '../sandbox/teams/json-client';

export interface WithoutPages {
  readonly microsoft365: Microsoft365;
  readonly storage: RunningStorage;
  readonly hub: Hub;
  /** Types into the coordination channel. */
  say(person: SandboxPerson, text: string): Promise<void>;
  /** Presses a button that sends this. @returns the bot's answer as text. */
  press(person: SandboxPerson, verb: string, data: object, where?: 'chat' | 'channel'): Promise<string>;
  /** Everything the bot has posted in the channel or put in place there, as JSON text, oldest first. */
  inChannel(): string[];
  stop(): Promise<void>;
}

export async function startWithoutPages(settings: Readonly<Record<string, string>>): Promise<WithoutPages> {
  const dir = mkdtempSync(join(tmpdir(), 'journey-'));
  const storage = await startStorage();
  const microsoft365 = await startMicrosoft365({ busy: 'none' });
  const port = await freePort();
  const hub = await startHub({
    bot: `http://127.0.0.1:${port}/api/messages`,
    team: [...coordinators, facilitators[1]],
    stateFile: join(dir, 'teams.json'),
  });
  await seedPool(storage.connectionString);
  const bot: BotProcess = await startBot({
    port,
    storage: storage.connectionString,
    graph: microsoft365.url,
    settings,
  });

  async function send(person: SandboxPerson, where: 'chat' | 'channel', activity: object): Promise<string> {
    const inChannel = where === 'channel';
    const id = randomUUID();
    const response = await sendJson(`${bot.url}/api/messages`, 'POST', {
      id,
      channelId: 'msteams',
      serviceUrl: hub.url,
      from: { id: person.teamsId, name: person.name, aadObjectId: person.id },
      recipient: BOT,
      conversation: {
        id: inChannel ? COORDINATION.id : personalChatId(person),
        conversationType: inChannel ? 'channel' : 'personal',
        tenantId: TENANT_ID,
      },
      channelData: {
        tenant: { id: TENANT_ID },
        ...(inChannel && { team: { id: TEAM.id }, channel: { id: COORDINATION.id } }),
      },
      ...activity,
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`Expected the bot to answer, got ${response.status}: ${answer}`);
    return answer;
  }

  return {
    microsoft365,
    storage,
    hub,
    async say(person, text) {
      await send(person, 'channel', { type: 'message', text });
    },
    press: (person, verb, data, where = 'chat') =>
      send(person, where, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
    inChannel: () =>
      hub.traffic.flatMap(({ way, path, body }) =>
        way === 'bot→connector' && decodeURIComponent(path).includes(COORDINATION.id)
          ? [JSON.stringify(body)]
          : [],
      ),
    async stop() {
      await bot.stop();
      await hub.stop();
      await microsoft365.stop();
      await storage.stop();
      rmSync(dir, { recursive: true });
    },
  };
}
