/** What can be said of the settings alone. That these checks run means that they could be read. */
import { addMonths, localDate } from '../domain/calendar';
import { lineNotCheckedSince, WORKER_OFF } from './advice';
import { type Check, ok } from './check';

/** How long somebody's word for the number is taken: policy, ours. */
const LINE_MONTHS = 6;

export const SETTINGS: readonly Check[] = [
  { name: 'settings', run: async () => ok() },
  { name: 'worker', run: async ({ config }) => (config.worker ? ok() : ok(WORKER_OFF)) },
  {
    name: 'cads-line',
    async run({ config: { policy }, now }) {
      const { cadsChecked } = policy;
      const stale = addMonths(cadsChecked, LINE_MONTHS) < localDate(now());
      return stale ? ok(lineNotCheckedSince(cadsChecked, LINE_MONTHS)) : ok();
    },
  },
];
