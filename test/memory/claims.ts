/** Claims in memory: an insert that fails where there is one already. */
import type { Claims } from '../../src/ports/digest';
import { overWire, type Wire } from '../fakes';

export function createMemoryClaims(wire: Wire = { cut: false }): Claims & { readonly kept: Set<string> } {
  const kept = new Set<string>();
  return {
    kept,
    async claim(key) {
      await overWire(wire);
      if (kept.has(key)) return false;
      kept.add(key);
      return true;
    },
    async drop(key) {
      await overWire(wire);
      kept.delete(key);
    },
  };
}
