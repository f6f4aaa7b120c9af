/** What takes a while to load, and only when it is wanted: the packages behind it are a sixth of what a start would load. */
import type * as Api from './api';
import type * as Opening from './backups';
import { backupAccountOf } from './storage';

type TakenBackups = Pick<Opening.Backups, 'take' | 'newest' | 'prune'>;

/** Backups as a running bot takes them, loaded at the first look. Throws at once where the settings name no way to them. */
export function backupsWhenWanted(needs: Opening.BackupsNeeds): TakenBackups {
  backupAccountOf(needs.config, needs.credentials);
  let opened: Opening.Backups | undefined;
  const open = (): Opening.Backups => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    opened ??= (require('./backups') as typeof Opening).openBackups(needs);
    return opened;
  };
  return {
    take: async () => open().take(),
    newest: async () => open().newest(),
    prune: async () => open().prune(),
  };
}

/** Undefined where the settings name no API. */
export function apiWhenWanted(needs: Api.ApiServingNeeds): Api.ServedApi | undefined {
  if (!needs.config.api) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./api') as typeof Api).serveApi(needs);
}
