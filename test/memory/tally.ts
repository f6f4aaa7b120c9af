/** Stands in for the table of counts, as fakes.ts does for the others. */
import type { Counted, Tally } from '../../src/ports';
import { overWire, type Wire } from '../fakes';

/** Everything counted, one by one, in the order it came. */
export function createMemoryTally(
  wire: Wire = { cut: false },
): Tally & { readonly counted: readonly Counted[] } {
  const counted: Counted[] = [];
  return {
    counted,
    async count(what) {
      await overWire(wire);
      counted.push(what);
    },
  };
}
