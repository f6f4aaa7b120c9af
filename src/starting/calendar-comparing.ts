/** Beside what waits after a restore: which sessions to come the organiser's calendar and the restored requests disagree on. */
import type { Storage } from '../azure/clients';
import { createOpenRequests } from '../azure/open-requests';
import { createRequestIndex } from '../azure/request-index';
import { createRequests } from '../azure/request-table';
import { type Difference, differencesFrom } from '../backup/comparing';
import type { Config } from '../config';
import type { Credentials } from '../credentials';
import type { Instant } from '../domain/intervals';
import { createCalendarChanges } from '../graph/calendar-changes';
import { createGraph } from '../graph/client';
import { createMeetings } from '../graph/meetings';
import { createLog } from '../log';
import { SENT_AFTER_RESTORE } from '../wording/held';
import { slotInWords } from '../wording/when';

export interface CalendarComparingNeeds {
  readonly config: Pick<Config, 'graphUrl' | 'organiser' | 'policy'>;
  readonly credentials: Credentials | undefined;
  readonly storage: Storage;
  readonly now: () => Instant;
}

const words = SENT_AFTER_RESTORE.calendar;

/** Reads only; a calendar that cannot be read is said, and keeps nobody from seeing the rest. */
export async function comparedWithCalendar(needs: CalendarComparingNeeds): Promise<readonly string[]> {
  try {
    const found = await differences(needs);
    return found.length === 0 ? [words.agrees] : [words.differs, ...found.map(said)];
  } catch (error) {
    return [words.unreadable(error instanceof Error ? error.message : String(error))];
  }
}

function said(difference: Difference): string {
  switch (difference.kind) {
    case 'not-there':
      return words.notThere(difference.reference, slotInWords(difference.restored));
    case 'elsewhere':
      return words.elsewhere(
        difference.reference,
        slotInWords(difference.restored),
        slotInWords(difference.seen),
      );
    case 'unknown':
      return words.unknown(slotInWords(difference.seen));
  }
}

function differences(needs: CalendarComparingNeeds): Promise<readonly Difference[]> {
  const { config, credentials, storage, now } = needs;
  const { graphUrl, organiser, policy } = config;
  // At the console only what it comes to is said.
  const log = createLog({ level: 'error' });
  const graph = createGraph({ url: graphUrl, log, ...(credentials && { credential: credentials.app }) });
  const index = createRequestIndex(storage.index);
  const openRequests = createOpenRequests({
    requests: createRequests({ requests: storage.requests, index }),
    index,
  });
  return differencesFrom({
    openRequests,
    changes: createCalendarChanges({ graph, organiser }),
    meetings: createMeetings({ graph, organiser, log }),
    policy,
    now,
  });
}
