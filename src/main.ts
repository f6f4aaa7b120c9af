/** config → clients → ports → workflow → bot, server, worker; nothing else. */
import { hostname } from 'node:os';
import { createAfterSessions } from './starting/after-sessions';
import { createArrangedSessions } from './watching/arranged-sessions';
import { createCards } from './azure/card-table';
import { createClaims } from './azure/claim-table';
import { createConversations } from './azure/conversation-table';
import { createFacilitatorTable } from './azure/facilitator-table';
import { createOpenRequests } from './azure/open-requests';
import { createRequestIndex } from './azure/request-index';
import { createRequests } from './azure/request-table';
import { createResponses } from './azure/response-table';
import { createTally } from './azure/tally-table';
import { createWakeUps } from './azure/wake-up-queue';
import { createWorkbench } from './azure/workbench-table';
import { followCalendar } from './starting/calendar-following';
import { type Config, readConfig } from './config';
import { serveCoordinatorsTab } from './starting/coordinators-tab';
import { createCredentials } from './credentials';
import { createDigestWatch } from './watching/digest-watch';
import { createEffects } from './performing/effects';
import { createAppInstalling } from './graph/app-installing';
import { createCalendars } from './graph/availability';
import { createGraph } from './graph/client';
import { createMeetings } from './graph/meetings';
import { createDirectory } from './graph/people';
import { createLog, type Log } from './log';
import { monitor } from './starting/monitoring';
import { servePeopleOutside } from './starting/people-outside';
import { createPoolKeeping } from './pool-keeping';
import { createPoolWatch } from './watching/pool-watch';
import { createServer } from './server';
import { createSessionLooking } from './watching/session-looking';
import { answers, openStorage, untilPrepared } from './starting/storage';
import { SettingsError } from './settings/reader';
import { stopOn } from './starting/stopping';
import { createBot } from './teams/bot';
import { prepareCards } from './teams/cards';
import { createAlerts } from './teams/reaching/alerting';
import { createDigestMessenger } from './teams/reaching/digest-messenger';
import { createMessenger } from './teams/reaching/messenger';
import { createPoolMessenger } from './teams/reaching/pool-messenger';
import { createPolling } from './teams/reaching/polling';
import { createReminders } from './teams/reaching/reminding';
import { createAdapter } from './teams/sign-in';
import { tabLink } from './teams/tab-link';
import { version } from './version';
import { createWorker } from './worker';
import { createWorkflow } from './workflow';

const now = (): number => Date.now();

async function start(config: Config, log: Log): Promise<void> {
  const { signIn, policy, organiser, coordinatorsGroup, qualityGroup } = config;
  const credentials = createCredentials(signIn);
  const storage = openStorage(config, credentials);
  const graph = createGraph({
    url: config.graphUrl,
    log,
    ...(credentials && { credential: credentials.app }),
  });

  const index = createRequestIndex(storage.index);
  const requests = createRequests({ requests: storage.requests, index });
  const openRequests = createOpenRequests({ requests, index });
  const conversations = createConversations(storage);
  const cards = createCards(storage);
  const wakeUps = createWakeUps({ wakeUps: storage.wakeUps, log });
  const directory = createDirectory({ graph, coordinatorsGroup, qualityGroup, now, log });
  const workflow = createWorkflow({ requests, wakeUps, directory, policy, now, log });

  const adapter = createAdapter({ signIn, allowedTenants: config.allowedTenants, log });
  const appId = signIn.kind === 'anonymous' ? '' : signIn.botId;
  const teams = { adapter, appId, conversations, directory, cards, policy, log };
  const claims = createClaims(storage);
  const { teamsAppId } = config;
  // Not for the bot, whose answers nobody waits for Graph for.
  const telling = {
    ...teams,
    ...(teamsAppId !== undefined && {
      installing: createAppInstalling({ graph, teamsAppId, claims, now, log }),
    }),
  };
  const tally = createTally(storage);
  const afterSessions = createAfterSessions({ config, storage, telling, answering: teams, now });
  const { evaluations, askingEvaluation, offers } = afterSessions;
  const calendars = createCalendars({ graph, organiser });
  const pool = createFacilitatorTable({ facilitators: storage.facilitators, now });
  const arranged = createArrangedSessions({ openRequests, workflow });
  const poolKeeping = createPoolKeeping({
    pool,
    directory,
    lookAfter: (facilitator) => arranged.lookAfter([facilitator]),
    now,
  });
  const workbench = createWorkbench({ requests: storage.requests, index, now });
  const monitoring = monitor({
    storage,
    requests,
    openRequests,
    workbench,
    evaluations,
    pool,
    tally,
    directory,
    workflow,
    policy,
    now,
    log,
  });
  const poolPage = tabLink(config);
  const bot = createBot({
    ...teams,
    workflow,
    requests,
    openRequests,
    tally,
    pool,
    poolKeeping,
    evaluations,
    ...afterSessions.given,
    feedbackOf: monitoring.feedbackOf,
    ...(poolPage && { poolPage }),
    now,
  });
  const poolWatch = createPoolWatch({
    pool,
    arranged,
    messenger: createPoolMessenger({ ...telling, pool, now }),
    policy,
    now,
    log,
  });
  const digestWatch = createDigestWatch({
    openRequests,
    signals: monitoring.signals,
    claims,
    messenger: createDigestMessenger(teams),
    policy,
    now,
    log,
  });
  const meetings = createMeetings({ graph, organiser, log });
  const looking = createSessionLooking({ meetings, workflow, policy });
  const calendar = followCalendar({ config, storage, graph, openRequests, looking, now, log });
  const { publicUrl } = config;
  const outside =
    publicUrl === undefined
      ? undefined
      : servePeopleOutside({
          config,
          publicUrl,
          storage,
          graph,
          requests,
          openRequests,
          pool,
          poolKeeping,
          workflow,
          evaluations,
          ...afterSessions.given,
          feedbackOf: monitoring.feedbackOf,
          claims,
          tally,
          alerts: createAlerts(teams),
          now,
          log,
        });
  const effects = createEffects({
    directory,
    pool,
    poolKeeping,
    calendars,
    meetings,
    openRequests,
    evaluations,
    askingEvaluation,
    facts: monitoring.facts,
    log,
    reminders: createReminders({ ...telling, now }),
    ...(outside && { mailer: outside.mailer }),
    polling: createPolling({ ...telling, now }),
    messenger: createMessenger({
      ...telling,
      offers,
      now,
      ...(config.lead !== undefined && { lead: config.lead }),
    }),
    policy,
    now,
  });

  const tabPages = serveCoordinatorsTab({
    config,
    pool,
    poolKeeping,
    requests,
    openRequests,
    directory,
    calendars,
    workflow,
    figures: monitoring.figures,
    responses: createResponses(storage),
    now,
    log,
  });

  let prepared = false;
  const server = createServer({
    port: config.port,
    anonymous: signIn.kind === 'anonymous',
    proxies: config.proxies,
    messages: (received) => adapter.receive(received, (turn) => bot.run(turn)),
    ...(calendar.notifications && { notifications: calendar.notifications }),
    pages: [...tabPages, ...(outside?.pages ?? [])],
    ...(outside && { faultPages: outside.faultPages }),
    version: version(),
    ready: async () => (prepared && (await answers(storage.ping())) ? [] : ['storage']),
    log,
  });
  const port = await server.listen();
  // Whoever holds the port is the only one of this name, so a restart takes its own leases over without waiting.
  const worker = createWorker({
    workbench,
    wakeUps,
    workflow,
    effects,
    owner: `${hostname()}:${port}`,
    now,
    log,
  });
  const watches = [poolWatch, digestWatch, monitoring.watch, calendar.watch, ...(outside?.watches ?? [])];
  // The worker first: until its last effect is done, nobody else may hold the port, and with it the name of its leases.
  stopOn(['SIGTERM', 'SIGINT'], log, async () => {
    await Promise.all([worker, ...watches].map((each) => each.stop()));
    await server.close();
  });

  await untilPrepared(storage, log);
  prepared = true;
  if (config.worker) worker.start();
  // Asked for now, so that the first click need not wait for Graph; if it fails, that click asks again.
  await directory
    .coordinators()
    .catch((error: unknown) => log.warn({ err: error }, 'could not read the coordinators yet'));
  log.info({ port, worker: config.worker, signIn: signIn.kind }, 'started');
  await prepareCards();
  // What they look for can wait until whoever clicks need not.
  if (config.worker) for (const each of watches) each.start();
}

function fail(error: unknown): void {
  // Settings are wrong: the message is for the person at the console, and holds no secret.
  if (error instanceof SettingsError) process.stderr.write(`${error.message}\n`);
  else createLog().error({ err: error }, 'could not start');
  process.exitCode = 1;
}

try {
  const config = readConfig(process.env);
  start(config, createLog()).catch((error: unknown) => {
    fail(error);
    process.exit(1);
  });
} catch (error) {
  fail(error);
}
