/**
 * Application Insights through Microsoft's distribution of OpenTelemetry. It brings much that would look into requests and
 * addresses by itself: all of it is off, and only spans and metrics of our own leave. Loaded only where it is used.
 */
import { createRequire } from 'node:module';
import type { TokenCredential } from '@azure/identity';
import { shutdownAzureMonitor, useAzureMonitor } from '@azure/monitor-opentelemetry';
import { diag, DiagLogLevel, metrics, trace } from '@opentelemetry/api';
import type { Log } from '../log';
import { letThrough } from './let-through';
import { createInstruments, createSpans } from './open-telemetry';
import type { Keeper } from './telemetry';

export interface ApplicationInsightsNeeds {
  readonly connectionString: string;
  readonly credential: TokenCredential | undefined;
  readonly log: Log;
}

const NAME = 'jags-bot';

/**
 * What the distribution and its exporter can be told by the environment alone. Without them they would report on
 * themselves to Microsoft ("statsbeat"), send a description of the host, and let a file switch instrumentations on again.
 */
const ENVIRONMENT = {
  APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
  APPLICATIONINSIGHTS_STATSBEAT_DISABLED: 'true',
  APPLICATIONINSIGHTS_SDKSTATS_DISABLED: 'true',
  APPLICATIONINSIGHTS_OPENTELEMETRY_RESOURCE_METRIC_DISABLED: 'true',
  APPLICATION_INSIGHTS_NO_STANDARD_METRICS: 'true',
  APPLICATIONINSIGHTS_CONFIGURATION_CONTENT: '{}',
  OTEL_NODE_RESOURCE_DETECTORS: 'none',
} as const;

const OFF = { enabled: false } as const;

/** Throws when the connection string has no instrumentation key. Nothing is sent yet. */
export function openApplicationInsights({
  connectionString,
  credential,
  log,
}: ApplicationInsightsNeeds): Keeper {
  Object.assign(process.env, ENVIRONMENT);
  process.env['OTEL_SERVICE_NAME'] ??= NAME;
  useAzureMonitor({
    azureMonitorExporterOptions: {
      connectionString,
      ...(credential && { credential }),
      ...standIn(connectionString),
      // What could not be sent is dropped, not put on disk.
      disableOfflineStorage: true,
    },
    instrumentationOptions: {
      http: OFF,
      azureSdk: OFF,
      mongoDb: OFF,
      mySql: OFF,
      postgreSql: OFF,
      redis: OFF,
      redis4: OFF,
      bunyan: OFF,
      winston: OFF,
    },
    // Everything is kept: an installation has some thousands of spans a day. OTEL_TRACES_SAMPLER overrides it.
    samplingRatio: 1,
    tracesPerSecond: 0,
    enableLiveMetrics: false,
    enableStandardMetrics: false,
    enablePerformanceCounters: false,
    spanProcessors: [letThrough],
  });
  quieten(log.child({ part: 'telemetry' }));
  return {
    spans: createSpans(trace.getTracer(NAME)),
    instruments: createInstruments(metrics.getMeter(NAME)),
    stop: async () => shutdownAzureMonitor(),
  };
}

/** The exporter makes https of every address; plain http is for what stands in for Application Insights on this machine. */
function standIn(connectionString: string) {
  const [, host] =
    /(?:^|;)IngestionEndpoint=(http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+)/i.exec(connectionString) ??
    [];
  return host === undefined ? {} : { host, allowInsecureConnection: true };
}

const SAID_AGAIN_MS = 10 * 60_000;

/**
 * By default both OpenTelemetry and Azure's packages write to the console, whatever they have at hand. The first only ever
 * complains of not getting rid of what it has: the log says so, without its words, and not for every batch. The Azure
 * packages are silent again, as before.
 */
function quieten(log: Log): void {
  let saidAt: number | undefined;
  const said = () => {
    if (saidAt !== undefined && performance.now() - saidAt < SAID_AGAIN_MS) return;
    saidAt = performance.now();
    log.warn({}, 'could not hand over telemetry; what could not be sent is lost');
  };
  const nothing = () => undefined;
  diag.setLogger(
    { error: said, warn: said, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  // Not a package of ours, so found from where the distribution finds it.
  const theirs = createRequire(require.resolve('@azure/monitor-opentelemetry'));
  const { setLogLevel } = theirs('@azure/logger') as { readonly setLogLevel: (level?: string) => void };
  setLogLevel(undefined);
}
