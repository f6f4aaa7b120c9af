/** Submissions by programs in memory, each under its caller and key, as the table keeps them. */
import type { Calls, KeptCall } from '../../src/ports/calls';
import { overWire, type Wire } from '../fakes';

export function createMemoryCalls(
  wire: Wire = { cut: false },
): Calls & { readonly rows: ReadonlyMap<string, KeptCall> } {
  const rows = new Map<string, KeptCall>();
  const nameOf = (caller: string, key: string): string => `${caller}\n${key}`;
  return {
    rows,
    async find(caller, key) {
      await overWire(wire);
      return rows.get(nameOf(caller, key));
    },
    async keep(caller, key, kept) {
      await overWire(wire);
      if (rows.has(nameOf(caller, key))) return 'conflict';
      rows.set(nameOf(caller, key), kept);
      return 'kept';
    },
    async drop(caller, key, kept) {
      await overWire(wire);
      if (rows.get(nameOf(caller, key))?.requestId === kept.requestId) rows.delete(nameOf(caller, key));
    },
    async hasSubmitted(caller, id) {
      await overWire(wire);
      return [...rows].some(([name, { requestId }]) => name.startsWith(`${caller}\n`) && requestId === id);
    },
  };
}
