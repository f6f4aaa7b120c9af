/**
 * The whole system on one machine: Azurite on disk, the simulated Microsoft 365 and Teams, the bot as it is shipped, and
 * one Agents Playground for each person. Everything it keeps is in one folder; started again there, it goes on.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../../src/domain/policy';
import { type BotProcess, startBot } from './bot-process';
import { API_AUDIENCE, type Entra, startEntra, TAB_AUDIENCE } from './entra';
import type { History } from './history/history';
import { keepHistory } from './history/keeping';
import { type Microsoft365, startMicrosoft365 } from './microsoft365/microsoft365';
import { coordinators, facilitators, practitioners, type SandboxPerson } from './people';
import { steadyPorts } from './steady-ports';
import { seedPool } from './pool';
import { startStorageOnDisk } from './storage';
import { type Hub, startHub } from './teams/hub';
import { type Playground, startPlayground } from './teams/playground';

export interface SandboxOptions {
  /** Where everything is kept. */
  readonly dir: string;
  /** Gets every Graph request and answer, one JSON record a line. */
  readonly recordFile?: string;
  /** Gets every Teams activity, one a line. */
  readonly trafficFile?: string;
  /** Calendars start with weeks of plausible busy time, or empty. */
  readonly busy?: 'plausible' | 'none';
  /** Puts it into storage before the bot starts, unless it is there. */
  readonly history?: History;
  /** Settings of the bot beyond the sandbox's own. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Sandbox {
  readonly microsoft365: Microsoft365;
  readonly entra: Entra;
  readonly hub: Hub;
  readonly bot: BotProcess;
  readonly storage: { readonly connectionString: string };
  readonly playgrounds: Readonly<Record<'practitioner' | 'coordinator' | 'facilitator', Playground>>;
  /** Starts the bot anew, with a clock that goes ahead of ours by so much; everything else stays as it is. */
  moveClock(aheadMs: number): Promise<void>;
  stop(): Promise<void>;
}

const SEATS = {
  practitioner: practitioners[0],
  coordinator: coordinators[0],
  facilitator: facilitators[0],
} satisfies Record<keyof Sandbox['playgrounds'], SandboxPerson>;

/** Members of the team that has the coordination channel: coordinators, and one who must see no buttons there. */
const TEAM = [...coordinators, facilitators[1]];

/** Starts it all, in the order in which each part needs the ones before. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dir, recordFile, trafficFile, busy = 'plausible', history, settings = {} } = options;
  mkdirSync(dir, { recursive: true });
  const ports = await steadyPorts(join(dir, 'ports.json'), [
    'microsoft365',
    'entra',
    'hub',
    'bot',
    'practitioner',
    'coordinator',
    'facilitator',
  ]);
  const started: { stop(): Promise<void> }[] = [];
  const keep = <T extends { stop(): Promise<void> }>(part: T): T => {
    started.unshift(part);
    return part;
  };
  const stop = async (): Promise<void> => {
    for (const part of started.splice(0)) await part.stop();
  };

  try {
    const storage = keep(await startStorageOnDisk(join(dir, 'storage')));
    const microsoft365 = keep(
      await startMicrosoft365({
        port: ports.microsoft365,
        stateFile: join(dir, 'microsoft365.json'),
        busy,
        deliver: { [`https://127.0.0.1:${ports.bot}`]: `http://127.0.0.1:${ports.bot}` },
        ...(recordFile && { recordFile }),
      }),
    );
    const entra = keep(await startEntra(ports.entra));
    const hub = keep(
      await startHub({
        port: ports.hub,
        bot: `http://127.0.0.1:${ports.bot}/api/messages`,
        team: TEAM,
        stateFile: join(dir, 'teams.json'),
        ...(trafficFile && { trafficFile }),
      }),
    );
    await seedPool(storage.connectionString);
    if (history)
      await keepHistory(history, {
        connectionString: storage.connectionString,
        now: Date.now(),
        policy: defaultPolicy,
      });
    const startBotAt = (aheadMs: number): Promise<BotProcess> =>
      startBot({
        port: ports.bot,
        storage: storage.connectionString,
        graph: microsoft365.url,
        aheadMs,
        settings: {
          PUBLIC_URL: `http://127.0.0.1:${ports.bot}`,
          TAB_ISSUER: entra.issuer,
          TAB_AUDIENCE,
          API_ISSUER: entra.issuer,
          API_AUDIENCE,
          ...settings,
        },
        logFile: join(dir, 'bot.log'),
      });
    let bot = await startBotAt(0);
    keep({ stop: () => bot.stop() });
    const [practitioner, coordinator, facilitator] = await Promise.all(
      (['practitioner', 'coordinator', 'facilitator'] as const).map(async (seat) =>
        keep(
          await startPlayground({
            person: SEATS[seat],
            members: TEAM,
            hubUrl: hub.url,
            port: ports[seat],
            dir: join(dir, seat),
          }),
        ),
      ),
    );
    return {
      microsoft365,
      entra,
      hub,
      get bot() {
        return bot;
      },
      storage,
      playgrounds: { practitioner: practitioner!, coordinator: coordinator!, facilitator: facilitator! },
      async moveClock(aheadMs) {
        await bot.stop();
        bot = await startBotAt(aheadMs);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
