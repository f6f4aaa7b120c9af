/** What comes back from cards, as far as it is read before anybody looks at it: the data of every verb, and sentences. */
import fc from 'fast-check';
import { readSubmission, VERBS } from '../../../src/teams/commands';
import { intentOf } from '../../../src/teams/intent';
import type { Door, OpenDoor } from '../door';
import { hostileText, mostly } from '../grammar';
import { data, presses, SENTENCES } from './presses';
import { oddIn } from '../stored';

export const submissions: Door = {
  name: 'data of cards',
  share: 460,
  freshAfter: 20_000,
  grammar: fc.oneof(
    { weight: 9, arbitrary: fc.record({ verb: fc.constantFrom(...VERBS), data }) },
    { weight: 1, arbitrary: fc.oneof(mostly(SENTENCES), hostileText) },
  ),
  recorded: presses().map(({ verb, data: sent }) => ({ verb, data: sent })),
  open,
};

async function open(): Promise<OpenDoor> {
  return {
    async give(input) {
      const { verb, data: sent } = (typeof input === 'object' && input !== null ? input : {}) as {
        verb?: unknown;
        data?: unknown;
      };
      if (typeof input === 'string') return void intentOf(input);
      const known = VERBS.find((each) => each === verb) ?? 'help';
      const read = readSubmission(known, JSON.parse(JSON.stringify(sent ?? null)));
      // A draft is JSON in a text, and stays as it came until it is read again.
      const odd = oddIn(read).filter((each) => !each.startsWith('/draft'));
      return odd.length > 0 ? `${known}: ${odd.join('; ')}` : undefined;
    },
    stored: async () => [],
    close: async () => undefined,
  };
}
