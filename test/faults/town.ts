/**
 * The whole program in this process, for the stories of a file: tables and queues in Azurite, the simulated Microsoft 365 and
 * the Bot Connector over HTTP, one clock for all of them. What is due is worked when a story says so.
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createCards } from '../../src/azure/card-table';
import { createCodes } from '../../src/azure/code-table';
import { createConversations } from '../../src/azure/conversation-table';
import { createEvaluations } from '../../src/azure/evaluation-table';
import { createLinks } from '../../src/azure/link-table';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import { createArrangedSessions } from '../../src/watching/arranged-sessions';
import { followCalendar } from '../../src/starting/calendar-following';
import { addDays, localDate } from '../../src/domain/calendar';
import { MINUTE_MS } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import type { PersonCommand, Request, RequestId } from '../../src/domain/request';
import type { Person } from '../../src/domain/people';
import { createEffects } from '../../src/performing/effects';
import { createCalendars } from '../../src/graph/availability';
import { createMail } from '../../src/graph/mail';
import { createMeetings } from '../../src/graph/meetings';
import { createDirectory } from '../../src/graph/people';
import { createPoolKeeping } from '../../src/pool-keeping';
import { createSessionLooking } from '../../src/watching/session-looking';
import { prepareCards } from '../../src/teams/cards';
import { createMessenger } from '../../src/teams/reaching/messenger';
import { createReminders } from '../../src/teams/reaching/reminding';
import { createMailer } from '../../src/web/outside/mailer';
import { createFigures } from '../../src/telemetry/figures';
import { createWorker, type Worker } from '../../src/worker';
import { createWorkflow } from '../../src/workflow';
import { onTables, saved, useEmbeddedStorage } from '../azure/embedded-storage';
import { aFacilitator, aRequest, askedAt, theCoordinator } from '../builders';
import { createMemoryLog } from '../fakes';
import { graphOffice } from '../graph/graph-office';
import { putFacilitator } from '../put-facilitator';
import { ORIGIN } from '../sandbox/microsoft365/subscriber';
import type { StoredEvent } from '../sandbox/microsoft365/state';
import {
  coordinators,
  COORDINATORS_GROUP,
  facilitators,
  ORGANISER_ID,
  practitioners,
  TENANT_ID,
} from '../sandbox/people';
import { BOT_ID, CHANNEL, TEAM } from '../teams/office';
import { type Connector, startConnector } from '../teams/connector';
import { start, stop } from '../web-server';

export type Town = Awaited<ReturnType<ReturnType<typeof useTown>>>;

/** More often than this, something is done over and over. */
const MOST_ROUNDS = 12;
const [fay, amber, basil] = facilitators;
/** Teams of three agencies that take no part in the request. */
const POOL = [
  aFacilitator(),
  aFacilitator({ ...named(amber), mail: amber.mail, team: 'vs-fa' }),
  aFacilitator({ ...named(basil), mail: basil.mail, team: 'hl-sn' }),
];

/** Registers what starts and stops it; call once, outside of tests. What it gives opens a town of its own for each test. */
export function useTown() {
  const deliver: Record<string, string> = {};
  const clock = { now: askedAt };
  const now = () => clock.now;
  const office = graphOffice({ deliver, now: () => new Date(clock.now) });
  const embedded = useEmbeddedStorage();
  let connector: Connector;
  let worker: Worker | undefined;
  beforeAll(() => prepareCards());
  beforeEach(async () => {
    clock.now = askedAt;
    connector = await startConnector();
  });
  afterEach(async () => {
    await worker?.stop();
    await stop();
    await connector.stop();
  });

  return async function open() {
    const { storage } = embedded;
    const { requests, workbench, openRequests, pool } = onTables(storage, now);
    const log = createMemoryLog();
    const graph = office.graph();
    const directory = createDirectory({ graph, coordinatorsGroup: COORDINATORS_GROUP, now });
    const conversations = createConversations(storage);
    const cards = createCards(storage);
    const wakeUps = createWakeUps({ wakeUps: storage.wakeUps, log });
    const policy = defaultPolicy;
    const workflow = createWorkflow({ requests, wakeUps, directory, policy, now, log });
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    const teams = { adapter, appId: '', conversations, directory, cards, policy, log };
    const messenger = createMessenger({ ...teams, now });
    const meetings = createMeetings({
      graph,
      organiser: ORGANISER_ID,
      log,
      rereads: { times: 1, waitMs: 5 },
    });
    const looking = createSessionLooking({ meetings, workflow, policy });
    const arranged = createArrangedSessions({ openRequests, workflow });
    const links = createLinks({ links: storage.links, now });
    const mailer = createMailer({
      links,
      codes: createCodes({ links: storage.links, now, codeMinutes: policy.codeMinutes }),
      evaluations: createEvaluations({ evaluations: storage.evaluations, now }),
      mail: createMail({ graph, organiser: ORGANISER_ID }),
      openRequests,
      requests,
      pool,
      policy,
      publicUrl: ORIGIN,
      now,
    });
    const effects = createEffects({
      directory,
      pool,
      poolKeeping: createPoolKeeping({
        pool,
        directory,
        lookAfter: (facilitator) => arranged.lookAfter([facilitator]),
        now,
      }),
      calendars: createCalendars({ graph, organiser: ORGANISER_ID }),
      meetings,
      openRequests,
      messenger,
      reminders: createReminders({ ...teams, now }),
      mailer,
      log,
      policy,
      now,
    });
    const working = createWorker({ workbench, wakeUps, workflow, effects, owner: 'worker-1', now, log });
    worker = working;
    const sweeping = new Set<Promise<void>>();
    const config = { organiser: ORGANISER_ID, policy, publicUrl: ORIGIN };
    const { watch, notifications } = followCalendar({
      telemetry: createFigures(),
      config,
      storage,
      graph,
      openRequests,
      looking,
      now,
      log,
    });
    const { port } = await start({ notifications: notifications! });
    deliver[ORIGIN] = `http://127.0.0.1:${port}`;
    for (const facilitator of POOL)
      await putFacilitator(pool, { ...facilitator, trainedUntil: addDays(localDate(now()), 365) });
    await knowEverybody();

    const town = {
      clock,
      connector,
      storage,
      connectionString: embedded.connectionString,
      adapter,
      conversations,
      tenant: office.tenant,
      graph,
      requests,
      workbench,
      pool,
      cards,
      workflow,
      messenger,
      meetings,
      links,
      log,
      door: `${deliver[ORIGIN]}/api/graph/notifications`,
      /** One sweep of the worker: what is due, and what comes of it. */
      works: () => sweep(),
      async state(id: RequestId): Promise<Request> {
        return (await requests.load(id))!.request;
      },
      events: (id: RequestId): readonly StoredEvent[] =>
        office.tenant.events
          .list()
          .filter(({ extendedProperties }) =>
            extendedProperties.some(({ value }) => value.startsWith(`${id}-`)),
          ),
      /** Somebody's press on a card, as the bot would pass it on; whether it was accepted. */
      async says(person: Person, requestId: RequestId, command: PersonCommand): Promise<string> {
        const handled = await workflow.handle({ ...command, requestId, by: person });
        return handled.accepted ? 'accepted' : handled.refusal.refused;
      },
      settled,
      /** Time passes, all the quicker for nothing happening in it. */
      async passes(ms: number): Promise<void> {
        clock.now += ms;
        await settled();
      },
      offered,
      async booked(id?: RequestId): Promise<RequestId> {
        const asked = await offered(id);
        await town.says(named(fay), asked, { kind: 'accept', attempt: 1 });
        await settled();
        return asked;
      },
    };
    await settled();
    return town;

    function sweep(): Promise<void> {
      const swept = working.sweep().finally(() => sweeping.delete(swept));
      sweeping.add(swept);
      return swept;
    }

    /** Everything is told and done that can be now; what waits for a later moment waits. */
    async function settled(): Promise<void> {
      for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
        const calls = office.tenant.calls.list().length + connector.calls.length;
        await Promise.all(sweeping);
        await sweep();
        await office.tenant.notices.settled();
        await watch.look();
        if (office.tenant.calls.list().length + connector.calls.length === calls) return;
      }
      throw new Error('Expected everything to be done some time, got more to do each time');
    }

    /** Asked, approved and asked of Fay Facilitate. */
    async function offered(id = '5e55f001-story'): Promise<RequestId> {
      await saved(requests, aRequest.submitted({ id }), [
        { kind: 'show-coordinators' },
        { kind: 'show-requester' },
      ]);
      await town.says(theCoordinator, id, { kind: 'approve', matchId: '1-1' });
      await settled();
      return id;
    }

    /** As if everybody had opened the app, and the channel had been chosen. */
    async function knowEverybody(): Promise<void> {
      const reference = (conversation: object, more: object = {}): string =>
        JSON.stringify({
          serviceUrl: connector.url,
          channelId: 'msteams',
          bot: { id: BOT_ID, name: 'JAGS' },
          conversation,
          ...more,
        });
      for (const { id } of [...practitioners, ...facilitators, ...coordinators])
        await conversations.keepPerson(
          id,
          reference({ id: chatOf(id), conversationType: 'personal', tenantId: TENANT_ID }),
        );
      const channel = { id: CHANNEL, conversationType: 'channel', tenantId: TENANT_ID, isGroup: true };
      await conversations.keepChannel(reference(channel, { teamId: TEAM }));
    }
  };
}

export const MINUTES = MINUTE_MS;
export const HOURS = 60 * MINUTE_MS;
export const DAYS = 24 * HOURS;

export function chatOf(id: string): string {
  return `a:${id}`;
}

export function named({ id, name }: Person): Person {
  return { id, name };
}
