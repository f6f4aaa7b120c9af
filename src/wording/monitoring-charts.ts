/** What stands in and below the charts of monitoring. */
import type { XmrRule } from '../domain/spc';

export const CHART_WORDS = {
  mean: 'mean',
  upper: 'upper limit',
  lower: 'lower limit',
  target: 'target',
  decision: 'decision limit',
} as const;

/** What each shape says. */
export const RULE_WORDS: Readonly<Record<XmrRule, string>> = {
  outside: 'outside the limits',
  shift: '7 or more in a row on one side of the mean',
  trend: '7 or more in a row rising, or falling',
  'two-of-three': '2 of 3 close to one limit',
};
