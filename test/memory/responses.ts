/** Responses to themes that keep what is written, by the rule of the table: in place of what was read, and of nothing else. */
import type { KeptResponse, Responses } from '../../src/ports/responses';

export function createMemoryResponses(): Responses {
  const kept = new Map<string, KeptResponse>();
  let writes = 0;
  return {
    all: async () => [...kept.values()],
    async keep(response, was) {
      if (kept.get(response.theme)?.version !== was) return 'conflict';
      writes += 1;
      kept.set(response.theme, { ...response, version: `v${writes}` });
      return 'kept';
    },
  };
}
