/** Sets up what the tests of the simulated Teams share: a hub, the test bot, and Playgrounds without pages. */
import type { SandboxPerson } from '../people';
import { COORDINATION } from './conversations';
import { waitingCard } from './echo-bot-cards';
import { startEchoBot, type EchoBot } from './echo-bot';
import { startFakePlayground, type FakePlayground } from './fake-playground';
import { startHub, type Hub, type HubOptions } from './hub';
import type { TrafficEntry } from './traffic';

export interface Stage {
  hub: Hub;
  readonly bot: EchoBot;
  /** The person's Playground; started the first time it is asked for. */
  playground(person: SandboxPerson): Promise<FakePlayground>;
  /** Lets the bot post its card in the channel. @returns the card's id, as the bot knows it. */
  postInChannel(...refreshFor: string[]): Promise<string>;
  /** What the bot got from people. */
  toBot(): readonly TrafficEntry[];
  /** Stops the hub and every Playground, and starts them again where they were. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function setStage(options: Omit<HubOptions, 'bot'> = {}): Promise<Stage> {
  const playgrounds = new Map<SandboxPerson, FakePlayground>();
  const bot = await startEchoBot(() => stage.hub.url);
  const stage: Stage = {
    hub: await startHub({ ...options, bot: bot.url }),
    bot,
    async playground(person) {
      const playground = playgrounds.get(person) ?? (await startFakePlayground(stage.hub.url, person));
      playgrounds.set(person, playground);
      return playground;
    },
    async postInChannel(...refreshFor) {
      let id = '';
      await bot.inConversation(COORDINATION.id, async (turn) => {
        id = (await turn.sendActivity({ attachments: [waitingCard(refreshFor)] }))?.id ?? '';
      });
      await stage.hub.settled();
      return id;
    },
    toBot: () => stage.hub.traffic.filter(({ way }) => way === 'person→bot'),
    async restart() {
      const port = Number(new URL(stage.hub.url).port);
      await stage.hub.stop();
      stage.hub = await startHub({ ...options, bot: bot.url, port });
      for (const playground of playgrounds.values()) await playground.restart();
    },
    async stop() {
      await stage.hub.stop();
      await bot.stop();
      for (const playground of playgrounds.values()) await playground.stop();
    },
  };
  return stage;
}
