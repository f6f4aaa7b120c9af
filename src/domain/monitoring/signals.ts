/** What coordinators are told of in the morning: that drift has reached its limit, or that a month is out of the ordinary. */
import { monthlyChart } from './monthly-chart';
import type { Month, Monitoring, MonthlyId, MonthlySeries } from './monitoring';

/** Measures coordinators are told of in the morning; the others are looked at on the page. */
const WATCHED = ['requests', 'days-to-answer', 'days-to-session'] as const satisfies readonly MonthlyId[];
export type WatchedId = (typeof WATCHED)[number];

export type Signal =
  | { readonly kind: 'drift'; readonly from: Month; readonly to: Month }
  /** The latest whole month, by a rule of the XmR chart; `rises`: above the mean. */
  | { readonly kind: 'month'; readonly id: WatchedId; readonly month: Month; readonly rises: boolean };

/** Signals at the end of the charts: the same for as long as no month and no block has been added. */
export function signalsOf({ series, released }: Pick<Monitoring, 'series' | 'released'>): Signal[] {
  const last = released.blocks.at(-1);
  const drift: Signal[] = last?.signal ? [{ kind: 'drift', from: last.from, to: last.to }] : [];
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
  const point = chart.points.at(-1)!;
  if (chart.trial || point.rules.length === 0) return undefined;
  return { kind: 'month', id, month: last.month, rises: point.value > point.mean };
}
