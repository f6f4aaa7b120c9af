/** What watches the program, as the settings say: Application Insights where there is one, the log everywhere. */
import type { Config } from '../config';
import type { Credentials } from '../credentials';
import type { Instant } from '../domain/intervals';
import type { GraphWatch } from '../graph/client';
import type { ApiRoute } from '../http/api';
import type { Page } from '../http/page';
import type { Log } from '../log';
import type { Effects } from '../performing/effects';
import type { Around } from '../performing/lane-runner';
import type { Requests, Workbench } from '../ports';
import type { Handler } from '../server';
import { startTelemetry, type Telemetry } from '../telemetry/telemetry';
import { measuredEffects, tracedRequests, tracedSteps, tracedWorkflow } from '../telemetry/traced';
import { tracedApi, tracedGraph, tracedHandler, tracedPages } from '../telemetry/traced-doors';
import { watchedWorkbench } from '../telemetry/waiting-effects';
import { watchedLog } from '../telemetry/watched-log';
import type { Workflow } from '../workflow';

/** Each part of the program as it was given, with what is watched of it around it. */
export interface Observing {
  readonly telemetry: Telemetry;
  /** Errors in it are counted for that part; lines say which it is. */
  readonly logOf: (part: string) => Log;
  readonly throttled: () => void;
  readonly graph: GraphWatch;
  readonly steps: Around;
  requests(requests: Requests): Requests;
  workflow(workflow: Workflow): Workflow;
  effects(effects: Effects): Effects;
  workbench(workbench: Workbench): Workbench;
  handler(route: string, handler: Handler): Handler;
  pages(pages: readonly Page[]): readonly Page[];
  api(routes: readonly ApiRoute[]): readonly ApiRoute[];
}

export function observe(
  config: Pick<Config, 'applicationInsights' | 'signIn'>,
  credentials: Credentials | undefined,
  plainLog: Log,
  now: () => Instant,
): Observing {
  const telemetry = telemetryOf(config, credentials, plainLog);
  const log = watchedLog(plainLog, telemetry);
  return {
    telemetry,
    logOf: (part) => log.child({ part }),
    throttled: () => telemetry.count('jags.storage.throttled'),
    graph: tracedGraph(telemetry),
    steps: tracedSteps(telemetry),
    requests: (requests) => tracedRequests(requests, telemetry),
    workflow: (workflow) => tracedWorkflow(workflow, telemetry),
    effects: (effects) => measuredEffects(effects, telemetry),
    workbench: (workbench) => watchedWorkbench(workbench, telemetry, now),
    handler: (route, handler) => tracedHandler(route, handler, telemetry),
    pages: (pages) => tracedPages(pages, telemetry),
    api: (routes) => tracedApi(routes, telemetry),
  };
}

function telemetryOf(
  { applicationInsights, signIn }: Pick<Config, 'applicationInsights' | 'signIn'>,
  credentials: Credentials | undefined,
  log: Log,
): Telemetry {
  // A secret is for the bot's own sign-in; the connection string's key does where there is no managed identity.
  const isManaged = signIn.kind === 'federated' || signIn.kind === 'managed-identity';
  return startTelemetry({
    log,
    ...(applicationInsights !== undefined && { connectionString: applicationInsights }),
    ...(isManaged && credentials && { credential: credentials.storage }),
  });
}
