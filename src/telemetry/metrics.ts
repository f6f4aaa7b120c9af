/**
 * The metrics there are: the one list that the code, the workbook (infra/workbook.json) and README.md here are held to.
 * Application Insights keeps them in its table AppMetrics, by these names.
 */
interface Metric {
  readonly kind: 'gauge' | 'counter' | 'histogram';
  readonly unit: string;
  /** What it says. Gauges: every instance tells the same of the whole installation, so take the maximum, never the sum. */
  readonly description: string;
  /** Its name in the line of the log that is written for those who have only logs. */
  readonly inLog?: string;
}

export const METRICS = {
  'jags.effects.waiting': {
    kind: 'gauge',
    unit: '{effect}',
    description: 'Effects that are due, or failed and to be tried again, and not done.',
    inLog: 'effectsWaiting',
  },
  'jags.effects.parked': {
    kind: 'gauge',
    unit: '{effect}',
    description: 'Effects given up on for now: somebody has to look.',
    inLog: 'effectsParked',
  },
  'jags.effects.oldest_seconds': {
    kind: 'gauge',
    unit: 's',
    description: 'How long the effect that has waited longest, and is not parked, has been due.',
    inLog: 'effectsOldestSeconds',
  },
  'jags.deliveries.waiting': {
    kind: 'gauge',
    unit: '{delivery}',
    description: 'Webhook deliveries that are due and not done.',
    inLog: 'deliveriesWaiting',
  },
  'jags.deliveries.parked': {
    kind: 'gauge',
    unit: '{delivery}',
    description: 'Webhook deliveries given up on for now.',
    inLog: 'deliveriesParked',
  },
  'jags.subscription.minutes_left': {
    kind: 'gauge',
    unit: 'min',
    description: 'How long Outlook still tells of changes; 0 and below: not any more.',
    inLog: 'subscriptionMinutesLeft',
  },
  'jags.backup.age_seconds': {
    kind: 'gauge',
    unit: 's',
    description: 'How long ago the last whole backup was made.',
    inLog: 'backupAgeSeconds',
  },
  'jags.errors': {
    kind: 'counter',
    unit: '{error}',
    description: 'Lines of the log at level error, by part of the program.',
    inLog: 'errors',
  },
  'jags.storage.throttled': {
    kind: 'counter',
    unit: '{answer}',
    description: 'Answers of Table Storage that asked to be left alone for a while (429, 503).',
    inLog: 'storageThrottled',
  },
  'jags.commands': {
    kind: 'counter',
    unit: '{command}',
    description: 'Commands decided, by kind and outcome: accepted, or why not.',
    inLog: 'commands',
  },
  'jags.effect.duration_ms': {
    kind: 'histogram',
    unit: 'ms',
    description: 'How long one try of an effect took, by kind and outcome.',
  },
} as const satisfies Readonly<Record<`jags.${string}`, Metric>>;

type Named<Kind extends Metric['kind']> = {
  [Name in keyof typeof METRICS]: (typeof METRICS)[Name]['kind'] extends Kind ? Name : never;
}[keyof typeof METRICS];

export type GaugeName = Named<'gauge'>;
export type CounterName = Named<'counter'>;
export type HistogramName = Named<'histogram'>;
