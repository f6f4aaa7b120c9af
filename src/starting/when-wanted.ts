/** What takes a while to load, and only when it is wanted: the packages behind it are a sixth of what a start would load. */
import type { Retention } from '../retention/sweeping';
import type * as Api from './api';
import type * as Opening from './backups';
import type * as Erasing from './retention';
import { backupAccountOf } from './storage';

/** Opened at the first look. Throws at once where the settings name no way to them. */
export function backupsWhenWanted(needs: Opening.BackupsNeeds): () => Opening.Backups {
  backupAccountOf(needs.config, needs.credentials);
  let opened: Opening.Backups | undefined;
  return () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    opened ??= (require('./backups') as typeof Opening).openBackups(needs);
    return opened;
  };
}

/** As a running bot takes them. */
export function takenWhenWanted(
  opened: () => Opening.Backups,
): Pick<Opening.Backups, 'take' | 'newest' | 'prune'> {
  return {
    take: async () => opened().take(),
    newest: async () => opened().newest(),
    prune: async () => opened().prune(),
  };
}

export function retentionWhenWanted(
  opened: () => Opening.Backups,
  needs: Omit<Erasing.RetentionNeeds, 'backups'>,
): Retention {
  let made: Retention | undefined;
  const retention = (): Retention => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { createRetentionOf } = require('./retention') as typeof Erasing;
    made ??= createRetentionOf({ ...needs, backups: opened() });
    return made;
  };
  return {
    sweep: async () => retention().sweep(),
    eraseRequest: async (...asked) => retention().eraseRequest(...asked),
  };
}

/** Undefined where the settings name no API. */
export function apiWhenWanted(needs: Api.ApiServingNeeds): Api.ServedApi | undefined {
  if (!needs.config.api) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./api') as typeof Api).serveApi(needs);
}
