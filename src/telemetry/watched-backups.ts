/** How old the last backup is, seen in passing: whoever takes them looks for the newest each half hour. */
import type { Instant } from '../domain/intervals';
import type { Manifest } from '../ports/backups';
import type { Figures } from './figures';

export interface TakenBackups {
  take(): Promise<Manifest>;
  newest(): Promise<Manifest | undefined>;
}

/**
 * Where there has been none yet, or none can be seen, its age is how long it has been looked for: a first one that never comes
 * is told of too. Where nobody looks, as with `WORKER=off`, nothing is told.
 */
export function watchedBackups<Backups extends TakenBackups>(
  backups: Backups,
  figures: Figures,
  now: () => Instant,
): Backups {
  let since: Instant | undefined;
  figures.observe('jags.backup.age_seconds', () =>
    since === undefined ? undefined : Math.round((now() - since) / 1000),
  );
  return {
    ...backups,
    take: async () => see(await backups.take()),
    async newest() {
      since ??= now();
      return see(await backups.newest());
    },
  };

  function see<Found extends Manifest | undefined>(found: Found): Found {
    if (found) since = found.startedAt;
    return found;
  }
}
