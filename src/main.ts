/** config → clients → ports → workflow → bot, server, worker; nothing else. */
import { hostname } from 'node:os';
import { createAfterSessions } from './starting/after-sessions';
import { announceToOthers } from './starting/announcing';
import { createEachNight } from './starting/each-night';
import { createCards } from './azure/card-table';
import { createClaims } from './azure/claim-table';
import { createConversations } from './azure/conversation-table';
import { createHold, createInstances } from './azure/operations-table';
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
import { createHolding } from './watching/holding';
import { createEffects } from './performing/effects';
import { createAppInstalling } from './graph/app-installing';
import { createCalendars } from './graph/availability';
import { createGraph } from './graph/client';
import { createMeetings } from './graph/meetings';
import { createDirectory } from './graph/people';
import { createLog, type Log } from './log';
import { monitor } from './starting/monitoring';
import { keepPool } from './starting/pool';
import { observe } from './starting/observing';
import { servePeopleOutside } from './starting/people-outside';
import { createServer } from './server';
import { createSessionLooking } from './watching/session-looking';
import { answers, openStorage, untilPrepared } from './starting/storage';
import { SettingsError } from './settings/reader';
import { tellInTeams } from './starting/telling';
import { stopOn } from './starting/stopping';
import { apiWhenWanted } from './starting/when-wanted';
import { createBot } from './teams/bot';
import { prepareCards } from './teams/cards';
import { createAlerts } from './teams/reaching/alerting';
import { createDigestMessenger } from './teams/reaching/digest-messenger';
import { createAdapter } from './teams/sign-in';
import { tabLink } from './teams/tab-link';
import { version } from './version';
import { createWorker } from './worker';
import { createWorkflow } from './workflow';

const now = (): number => Date.now();

async function start(config: Config, plainLog: Log): Promise<void> {
  const { signIn, policy, organiser, coordinatorsGroup, qualityGroup, governanceGroup } = config;
  const credentials = createCredentials(signIn);
  const observing = observe(config, credentials, plainLog, now);
  const { telemetry, logOf } = observing;
  const log = logOf('main');
  const storage = openStorage(config, credentials, { throttled: observing.throttled });
  const graph = createGraph({
    url: config.graphUrl,
    watch: observing.graph,
    log: logOf('graph'),
    ...(credentials && { credential: credentials.app }),
  });

  const index = createRequestIndex(storage.index);
  const requests = createRequests({ requests: storage.requests, index });
  const openRequests = createOpenRequests({ requests, index });
  const conversations = createConversations(storage);
  const cards = createCards(storage);
  const wakeUps = createWakeUps({ wakeUps: storage.wakeUps, log: logOf('queue') });
  const directory = createDirectory({
    ...{ graph, coordinatorsGroup, qualityGroup, governanceGroup, now },
    log: logOf('graph'),
  });
  const workflow = observing.workflow(
    createWorkflow({
      requests: observing.requests(requests),
      wakeUps,
      directory,
      policy,
      now,
      log: logOf('workflow'),
    }),
  );

  const adapter = createAdapter({ signIn, allowedTenants: config.allowedTenants, log: logOf('teams') });
  const appId = signIn.kind === 'anonymous' ? '' : signIn.botId;
  const teams = { adapter, appId, conversations, directory, cards, policy, log: logOf('teams') };
  const claims = createClaims(storage);
  const hold = createHold(storage);
  const { teamsAppId } = config;
  // Not for the bot, whose answers nobody waits for Graph for.
  const telling = {
    ...teams,
    ...(teamsAppId !== undefined && {
      installing: createAppInstalling({ graph, teamsAppId, claims, now, log: logOf('graph') }),
    }),
  };
  const nightly = createEachNight({
    config,
    credentials,
    graph,
    telling,
    claims,
    hold,
    telemetry,
    now,
    logOf,
  });
  const tally = createTally(storage);
  const afterSessions = createAfterSessions({ config, storage, telling, answering: { ...teams, hold }, now });
  const { evaluations, askingEvaluation, offers } = afterSessions;
  const calendars = createCalendars({ graph, organiser });
  const kept = keepPool({
    storage,
    openRequests,
    workflow,
    directory,
    telling,
    policy,
    now,
    log: logOf('pool'),
  });
  const { pool, poolKeeping } = kept;
  const workbench = observing.workbench(createWorkbench({ requests: storage.requests, index, now }));
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
    log: logOf('monitoring'),
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
    hold,
    ...afterSessions.given,
    feedbackOf: monitoring.feedbackOf,
    ...(poolPage && { poolPage }),
    now,
  });
  const digestWatch = createDigestWatch({
    openRequests,
    signals: monitoring.signals,
    claims,
    messenger: createDigestMessenger(teams),
    policy,
    now,
    log: logOf('digest'),
  });
  const meetings = createMeetings({ graph, organiser, log: logOf('graph') });
  const looking = createSessionLooking({ meetings, workflow, policy });
  /** What is behind every door. */
  const within = { config, storage, requests, openRequests, pool, poolKeeping, directory, workflow, now };
  const calendar = followCalendar({ ...within, graph, looking, telemetry, log: logOf('calendar') });
  const alerts = createAlerts({ ...teams, hold });
  const others = announceToOthers({
    ...{ config, storage, directory, alerts, claims, telemetry, now },
    log: logOf('deliveries'),
  });
  const outside = servePeopleOutside({
    ...within,
    graph,
    evaluations,
    ...afterSessions.given,
    feedbackOf: monitoring.feedbackOf,
    claims,
    tally,
    alerts,
    log: logOf('outside'),
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
    log: logOf('effects'),
    ...(outside && { mailer: outside.mailer }),
    ...(others && { announcing: others.announcing }),
    ...tellInTeams({ ...telling, offers, config, now }),
    policy,
    now,
  });

  const tabPages = serveCoordinatorsTab({
    ...within,
    calendars,
    ...{ figures: monitoring.figures, responses: createResponses(storage) },
    ...(others && { connections: others.connections }),
    ...{ hold, nightly },
    log: logOf('tab'),
  });

  const served =
    others &&
    apiWhenWanted({
      ...within,
      figures: monitoring.figures,
      subscribing: others.subscribing,
      ...(poolPage && { linkTo: poolPage }),
      log: logOf('api'),
    });

  let prepared = false;
  const server = createServer({
    port: config.port,
    anonymous: signIn.kind === 'anonymous',
    proxies: config.proxies,
    messages: observing.handler('messages', (received) => adapter.receive(received, (turn) => bot.run(turn))),
    ...(calendar.notifications && {
      notifications: observing.handler('notifications', calendar.notifications),
    }),
    pages: observing.pages([...tabPages, ...(outside?.pages ?? [])]),
    ...(outside && { faultPages: outside.faultPages }),
    ...(served && { ...served, api: observing.api(served.api) }),
    version: version(),
    ready: async () => (prepared && (await answers(storage.ping())) ? [] : ['storage']),
    log: logOf('server'),
  });
  const port = await server.listen();
  // Whoever holds the port is the only one of this name, so a restart takes its own leases over without waiting.
  const name = `${hostname()}:${port}`;
  const worker = createWorker({
    workbench,
    wakeUps,
    workflow,
    effects: observing.effects(effects),
    around: observing.steps,
    owner: name,
    now,
    log: logOf('worker'),
  });
  const holding = createHolding({ hold, instances: createInstances(storage), name, now, log });
  const watches = [
    ...[kept.watch, digestWatch, monitoring.watch, calendar.watch, ...(outside?.watches ?? [])],
    ...(others ? [others.watch] : []),
    nightly.retentionWatch,
  ];
  // The worker first: until its last effect is done, nobody else may hold the port, and with it the name of its leases.
  stopOn(['SIGTERM', 'SIGINT'], log, async () => {
    await Promise.all([holding, nightly.backupWatch].map((each) => each.stop()));
    await server.close();
    await telemetry.stop();
  });

  await untilPrepared(storage, log);
  prepared = true;
  holding.start();
  if (config.worker) await holding.take([worker]);
  // Asked for now, so that the first click need not wait for Graph; if it fails, that click asks again.
  await directory
    .coordinators()
    .catch((error: unknown) => log.warn({ err: error }, 'could not read the coordinators yet'));
  log.info({ port, worker: config.worker, signIn: signIn.kind }, 'started');
  bot.prepare();
  await prepareCards();
  // What they look for can wait until whoever clicks need not.
  if (!config.worker) return;
  await holding.take(watches);
  // What is held goes on being backed up, and too old backups being removed.
  nightly.backupWatch.start();
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
