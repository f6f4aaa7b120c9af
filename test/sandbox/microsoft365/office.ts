import type { CallLog } from './call-log';
import type { Faults } from './faults';
import type { Notices } from './notices';
import type { Store } from './store';
import type { Throttle } from './throttle';

/** What every part of the simulated tenant works with. */
export interface Office {
  readonly store: Store;
  readonly now: () => Date;
  /** Whether calendars start with weeks of plausible busy time, or empty. */
  readonly busy: 'plausible' | 'none';
  readonly faults: Faults;
  readonly throttle: Throttle;
  readonly calls: CallLog;
  readonly notices: Notices;
}
