/** The shape of each rule's points: what is special is told by shape, and by colour only besides. */
import type { XmrRule } from '../../domain/spc';

interface Shape {
  /** As ECharts calls it. */
  readonly symbol: 'diamond' | 'rect' | 'triangle' | 'pin';
  /** The same, for a key, in a box of 16. */
  readonly path: string;
}

/** In the order in which one is taken where several mark a point. */
const RULES = ['outside', 'shift', 'trend', 'two-of-three'] as const satisfies readonly XmrRule[];

export const SHAPES: Readonly<Record<XmrRule, Shape>> = {
  outside: { symbol: 'diamond', path: 'M8 0L14 8L8 16L2 8Z' },
  shift: { symbol: 'rect', path: 'M2 2H14V14H2Z' },
  trend: { symbol: 'triangle', path: 'M8 1L15 15H1Z' },
  'two-of-three': { symbol: 'pin', path: 'M8 16C2 8 3 1 8 1S14 8 8 16Z' },
};

export function firstRule(rules: readonly XmrRule[]): XmrRule | undefined {
  return RULES.find((rule) => rules.includes(rule));
}
