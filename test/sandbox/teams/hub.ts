/**
 * The simulated Teams: the Bot Connector that several Agents Playgrounds share, one for each person.
 *
 * A Playground alone is one person talking to a bot. Between the Playgrounds and the bot the hub makes them one
 * tenant: everybody has their own identity and chat, the team shares its channel, cards refresh for the people they
 * list, and dialogs open from cards. It also writes down what went to and fro and fails on demand.
 */
import { everybody, coordinators, type SandboxPerson } from '../people';
import { createBotEndpoint } from './bot-endpoint';
import { createDialogs } from './dialogs';
import { findConversation, type Conversation, type Directory } from './conversations';
import { createFaults, type Faults, type FaultyConnector } from './faults';
import { connectorRoutes } from './from-bot';
import { peopleRoutes } from './from-people';
import { sendJson } from './json-client';
import { serveJson, type Route } from './json-server';
import { createMessages, type Message } from './messages';
import { createRefresher } from './refresh';
import { rosterRoutes } from './roster';
import { createScreens } from './screens';
import { createTraffic, type Traffic, type TrafficEntry } from './traffic';

export interface HubOptions {
  /** The bot's /api/messages. */
  readonly bot: string;
  /** Default 0: any free one. */
  readonly port?: number;
  /** Everybody in the tenant; default the people of the sandbox. */
  readonly people?: readonly SandboxPerson[];
  /** Members of the team with the channel "Coordination"; default the coordinators. */
  readonly team?: readonly SandboxPerson[];
  /** People who have not installed the app: writing to them is forbidden until they open it. */
  readonly withoutApp?: readonly SandboxPerson[];
  /** Keeps messages and ids over a restart. */
  readonly stateFile?: string;
  /** Gets every activity as a line of JSON. */
  readonly trafficFile?: string;
}

export interface Hub {
  /** The service URL of the Bot Connector. */
  readonly url: string;
  readonly traffic: readonly TrafficEntry[];
  readonly faults: Faults;
  /** Whether the bot may write to a person first. */
  install(person: SandboxPerson): void;
  uninstall(person: SandboxPerson): void;
  /**
   * Waits for refreshes and dialogs that are under way.
   * @throws AggregateError with what went wrong in them since the last time.
   */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function startHub(options: HubOptions): Promise<Hub> {
  const { people = everybody, team = coordinators, port = 0 } = options;
  const directory: Directory = { people, team };
  const traffic = createTraffic(options.trafficFile);
  const messages = createMessages(options.stateFile);
  const faults = createFaults();
  const withoutApp = new Set(options.withoutApp);
  const background = createBackground();
  let url = '';
  const serviceUrl = () => url;

  const conversationOf = ({ conversationId }: Message): Conversation => {
    const conversation = findConversation(directory, conversationId);
    if (!conversation)
      throw new Error(
        `Expected a known conversation, got ${conversationId}; is the state file of other people?`,
      );
    return conversation;
  };
  const bot = createBotEndpoint(options.bot, traffic);
  const screens = createScreens({ messages, traffic, conversationOf });
  const dialogs = createDialogs({ bot, messages, screens });
  const refresher = createRefresher({ bot, screens, serviceUrl });

  /** A loaded page is empty: it gets all the person could read before, and their own cards again. */
  async function pageOpened(person: SandboxPerson): Promise<void> {
    screens.forget(person);
    for (const message of messages.all()) {
      const conversation = conversationOf(message);
      if (!conversation.members.includes(person)) continue;
      await screens.show(message, person);
      background.start(refresher.refresh(message, conversation, [person]));
    }
  }

  const server = await serveJson(port, [
    ...recorded(
      [
        ...connectorRoutes({
          directory,
          messages,
          screens,
          serviceUrl,
          isInstalled: (person) => !withoutApp.has(person),
          shown: (message, conversation) => background.start(refresher.refresh(message, conversation)),
        }),
        ...rosterRoutes(directory),
      ],
      faults,
      traffic,
    ),
    ...peopleRoutes({
      bot,
      dialogs,
      directory,
      messages,
      screens,
      serviceUrl,
      pageOpened,
      inBackground: background.start,
      install: (person) => void withoutApp.delete(person),
      uninstall: (person) => void withoutApp.add(person),
    }),
  ]);
  url = server.url;

  return {
    url,
    traffic: traffic.entries,
    faults,
    install: (person) => void withoutApp.delete(person),
    uninstall: (person) => void withoutApp.add(person),
    settled: background.settled,
    stop: () => server.stop(),
  };
}

/** Where a person's Playground sends what they do. */
export function endpointFor(hubUrl: string, person: SandboxPerson): string {
  return `${hubUrl}/people/${encodeURIComponent(person.teamsId)}/messages`;
}

/** Tells the hub where a person's Playground is reached. */
export async function joinHub(hubUrl: string, person: SandboxPerson, playgroundUrl: string): Promise<void> {
  const address = `${hubUrl}/people/${encodeURIComponent(person.teamsId)}/playground`;
  const response = await sendJson(address, 'PUT', { url: playgroundUrl });
  if (!response.ok)
    throw new Error(
      `Expected the hub to take ${person.name} in, got ${response.status}: ${await response.text()}`,
    );
}

/** The bot's calls, failing on demand and written down. */
function recorded(routes: readonly Route[], faults: FaultyConnector, traffic: Traffic): Route[] {
  return routes.map(([method, path, handle]) => [
    method,
    path,
    async (call) => {
      const reply = await faults.apply(call, async () => handle(call));
      traffic.record({
        way: 'bot→connector',
        method,
        path: call.path,
        body: call.body,
        status: reply.status,
        reply: reply.body,
      });
      return reply;
    },
  ]);
}

function createBackground() {
  const running = new Set<Promise<void>>();
  let failures: unknown[] = [];
  return {
    start(this: void, work: Promise<unknown>): void {
      const done = work.then(
        () => undefined,
        (error: unknown) => void failures.push(error),
      );
      running.add(done);
      void done.then(() => running.delete(done));
    },
    async settled(this: void): Promise<void> {
      while (running.size > 0) await Promise.all(running);
      const all = failures;
      failures = [];
      if (all.length > 0) throw new AggregateError(all, `In the background: ${all.map(String).join('; ')}`);
    },
  };
}
