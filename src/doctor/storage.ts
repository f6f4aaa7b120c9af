/** Storage: reached, written to and read, and nothing of it stays. */
import { provesQueues, provesTables, storageTime } from '../azure/trial';
import { clockOff, NO_TIME_TOLD, queuesMissing, tablesMissing } from './advice';
import { type Check, failed, ok } from './check';
import { remedyOf } from './wording';

/** What Microsoft's own sign-in and the bot's tolerate. */
const MOST_SECONDS_OFF = 300;

export const STORAGE: readonly Check[] = [
  {
    name: 'tables',
    run: async ({ storage }) => ((await provesTables(storage)) === 'missing' ? failed(tablesMissing) : ok()),
  },
  {
    name: 'queues',
    run: async ({ storage }) => ((await provesQueues(storage)) === 'missing' ? failed(queuesMissing) : ok()),
  },
  {
    name: 'clock',
    needs: ['queues'],
    async run({ storage, now }) {
      const remedy = remedyOf('clock');
      const there = await storageTime(storage);
      if (there === undefined) return failed({ why: NO_TIME_TOLD, remedy });
      const seconds = Math.round(Math.abs(there - now()) / 1_000);
      return seconds > MOST_SECONDS_OFF ? failed({ why: clockOff(seconds), remedy }) : ok();
    },
  },
];
