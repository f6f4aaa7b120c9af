/** What is done each night, put together: a backup, and erasing what is over. */
import type { Claims } from '../ports/digest';
import type { Hold } from '../ports/operations';
import type { Retention } from '../retention/sweeping';
import type { Figures } from '../telemetry/figures';
import { watchedBackups } from '../telemetry/watched-backups';
import { createBackupWatch } from '../watching/backup-watch';
import { createRetentionWatch } from '../watching/retention-watch';
import type { Watch } from '../watching/watch';
import type { Log } from '../log';
import type { BackupsNeeds } from './backups';
import type { RetentionNeeds } from './retention';
import { backupsWhenWanted, retentionWhenWanted, takenWhenWanted } from './when-wanted';

export interface EachNightNeeds
  extends Omit<BackupsNeeds, 'config'>, Omit<RetentionNeeds, 'backups' | 'log' | 'config'> {
  readonly config: BackupsNeeds['config'] & RetentionNeeds['config'];
  readonly claims: Claims;
  readonly hold: Pick<Hold, 'find'>;
  readonly telemetry: Figures;
  readonly logOf: (part: string) => Log;
}

export interface EachNight {
  /** Goes on while what goes outward is held. */
  readonly backupWatch: Watch;
  readonly retentionWatch: Watch;
  readonly retention: Retention;
}

export function createEachNight(needs: EachNightNeeds): EachNight {
  const { claims, hold, telemetry, now, logOf } = needs;
  const opened = backupsWhenWanted(needs);
  const backups = watchedBackups(takenWhenWanted(opened), telemetry, now);
  const retention = retentionWhenWanted(opened, { ...needs, log: logOf('retention') });
  return {
    backupWatch: createBackupWatch({ ...backups, claims, hold, now, log: logOf('backup') }),
    retentionWatch: createRetentionWatch({ ...retention, claims, now, log: logOf('retention') }),
    retention,
  };
}
