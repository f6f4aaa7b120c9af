/** Metrics as the program tells them, kept for the line in the log, and handed on where somebody else keeps them too. */
import type { LogFields } from '../log-fields';
import { type CounterName, type GaugeName, type HistogramName, METRICS } from './metrics';

export type MetricFields = Pick<LogFields, 'part' | 'kind' | 'outcome'>;

export interface Figures {
  /**
   * From now on `read` is asked for the gauge's value whenever one is needed; undefined leaves it out. Safe to call again:
   * the last one is asked. It must be quick and not throw, so look at what is known already:
   * `figures.observe('jags.backup.age_seconds', () => madeAt && (now() - madeAt) / 1000)`.
   */
  observe(gauge: GaugeName, read: () => number | undefined): void;
  /** The gauge's value until it is set anew: `figures.gauge('jags.deliveries.parked', parked.length)`. */
  gauge(gauge: GaugeName, value: number): void;
  count(counter: CounterName, fields?: MetricFields): void;
  record(histogram: HistogramName, value: number, fields: MetricFields): void;
  /** Gauges as they are, and what was counted since this was last asked. */
  lineForLog(): LogFields;
}

/** Where metrics go besides the log. */
export interface Instruments {
  gauge(name: GaugeName, read: () => number | undefined): void;
  count(name: CounterName, fields: MetricFields): void;
  record(name: HistogramName, value: number, fields: MetricFields): void;
}

export function createFigures(instruments?: Instruments): Figures {
  const gauges = new Map<GaugeName, () => number | undefined>();
  const counted = new Map<CounterName, number>();
  return {
    observe,
    gauge: (name, value) => observe(name, () => value),
    count(name, fields = {}) {
      counted.set(name, (counted.get(name) ?? 0) + 1);
      instruments?.count(name, fields);
    },
    record: (name, value, fields) => instruments?.record(name, value, fields),
    lineForLog() {
      const gauged = [...gauges].map(([name, read]) => [METRICS[name].inLog, read()]);
      const since = [...counted].map(([name, value]) => [METRICS[name].inLog, value]);
      counted.clear();
      return Object.fromEntries([...gauged, ...since]) as LogFields;
    },
  };

  function observe(name: GaugeName, read: () => number | undefined): void {
    if (!gauges.has(name)) instruments?.gauge(name, () => gauges.get(name)?.());
    gauges.set(name, read);
  }
}
