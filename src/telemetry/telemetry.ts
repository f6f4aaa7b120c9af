/**
 * What a person on call can see of the program: traces and metrics in Application Insights where there is one, and a line
 * of figures in the log everywhere. README.md here says what is recorded and what is not.
 */
import type { TokenCredential } from '@azure/identity';
import type { Log } from '../log';
import type * as ApplicationInsights from './application-insights';
import { createFigures, type Figures, type Instruments } from './figures';
import { noSpans, type Spans } from './spans';

export interface Telemetry extends Spans, Figures {
  /** Hands over what is still to be sent, for a short while at most. Never throws. */
  stop(): Promise<void>;
}

/** Who keeps spans and metrics. */
export interface Keeper {
  readonly spans: Spans;
  readonly instruments: Instruments;
  /** Hands over what is still to be sent. */
  stop(): Promise<void>;
}

export interface TelemetryNeeds {
  /** Of Application Insights; without it nothing leaves the process but its log. */
  readonly connectionString?: string;
  /** A managed identity that may publish metrics; without one the connection string's key is all that is shown. */
  readonly credential?: TokenCredential;
  readonly log: Log;
}

/** At a stop nobody waits longer than this for a far side that does not answer. */
const LONGEST_STOP_MS = 3_000;
const LINE_EVERY_MS = 5 * 60_000;

export function startTelemetry({ connectionString, credential, log }: TelemetryNeeds): Telemetry {
  if (connectionString === undefined) return createTelemetry(undefined, log);
  // It takes longer to load than all the rest, so only where it is used.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { openApplicationInsights } = require('./application-insights') as typeof ApplicationInsights;
  return createTelemetry(openApplicationInsights({ connectionString, credential, log }), log);
}

export function createTelemetry(keeper: Keeper | undefined, log: Pick<Log, 'info'>): Telemetry {
  const figures = createFigures(keeper?.instruments);
  const line = setInterval(() => log.info(figures.lineForLog(), 'figures'), LINE_EVERY_MS).unref();
  return {
    ...(keeper?.spans ?? noSpans),
    ...figures,
    async stop() {
      clearInterval(line);
      log.info(figures.lineForLog(), 'figures');
      if (keeper) await Promise.race([settled(keeper.stop()), longest()]);
    },
  };
}

/** What was not handed over is lost, and said in the log by whoever was to send it. */
async function settled(stopping: Promise<void>): Promise<void> {
  await Promise.allSettled([stopping]);
}

async function longest(): Promise<void> {
  await new Promise<void>((resolve) => void setTimeout(resolve, LONGEST_STOP_MS).unref());
}
