/** How old the newest backup is that was finished, where and as the bot itself writes them. */
import { openBackups } from '../starting/backups';
import { backupTooOld, blobsUnseen, NO_BACKUPS } from './advice';
import { type Check, failed, ok, type Outcome, skipped } from './check';

const HOUR_MS = 60 * 60_000;
const MOST_HOURS = 48;

export const BACKUPS: readonly Check[] = [
  {
    name: 'backups',
    async run({ config, credentials, now }) {
      try {
        const newest = await openBackups({ config, credentials, now }).newest();
        return judged(newest?.startedAt, now());
      } catch (error) {
        const refused = refusedBy(error);
        if (refused === undefined) throw error;
        return skipped(blobsUnseen(refused));
      }
    },
  },
];

function judged(newest: number | undefined, now: number): Outcome {
  if (newest === undefined) return skipped(NO_BACKUPS);
  const hours = Math.floor((now - newest) / HOUR_MS);
  return hours >= MOST_HOURS ? failed(backupTooOld(hours)) : ok();
}

/** Storage's own word for why it does not let us look; undefined for any other fault. */
function refusedBy(error: unknown): string | undefined {
  const { statusCode, code } = error as { readonly statusCode?: number; readonly code?: string };
  return statusCode === 401 || statusCode === 403 ? (code ?? String(statusCode)) : undefined;
}
