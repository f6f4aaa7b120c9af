/** What coordinators are told of in the morning: that drift has reached its limit, or that a month is out of the ordinary. */
import { monthlyChart, saidRule, sideOf } from './monthly-chart';
import type { Month, Monitoring, MonthlyId, MonthlySeries } from './monitoring';

/** Measures coordinators are told of in the morning; the others are looked at on the page. */
const WATCHED = ['requests', 'days-to-answer', 'days-to-session'] as const satisfies readonly MonthlyId[];
export type WatchedId = (typeof WATCHED)[number];

export type Signal =
  | { readonly kind: 'drift'; readonly from: Month; readonly to: Month }
  /** The latest whole month, by a rule of the XmR chart; `rises`: above the mean. */
  | { readonly kind: 'month'; readonly id: WatchedId; readonly month: Month; readonly rises: boolean };

/** So long after it was frozen a signal is still news: several blocks may be frozen at once, and one of them have it. */
const NEWS_MS = 60 * 24 * 60 * 60_000;

/** Signals at the end of the charts, each the same for as long as it is news. */
export function signalsOf({
  at,
  series,
  released,
}: Pick<Monitoring, 'at' | 'series' | 'released'>): Signal[] {
  const drift = released.blocks
    .filter(({ signal, frozenAt }) => signal && at - frozenAt < NEWS_MS)
    .map(({ from, to }): Signal => ({ kind: 'drift', from, to }));
  const months = WATCHED.flatMap((id) => {
    const found = series.find((each) => each.id === id);
    return (found && monthSignal(id, found)) ?? [];
  });
  return [...drift, ...months];
}

/** What a signal is remembered by, so that it is told once: a code with a day. */
export function signalKey(signal: Signal): string {
  const name = signal.kind === 'drift' ? 'drift' : signal.id.replaceAll('-', '');
  return `signal${name}-${signal.kind === 'drift' ? signal.to : signal.month}-01`;
}

/** None from trial limits: of fewer than twelve months nearly anything is out of the ordinary. */
function monthSignal(id: WatchedId, series: MonthlySeries): Signal | undefined {
  const last = series.points.at(-1);
  if (last?.value === undefined) return undefined;
  const chart = monthlyChart(series);
  const place = chart.points.length - 1;
  const rule = saidRule(chart.points[place]!);
  if (chart.trial || !rule) return undefined;
  return { kind: 'month', id, month: last.month, rises: sideOf(chart.points, place, rule) === 'above' };
}
