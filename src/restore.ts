/**
 * `npm run restore -- …`: lists backups, restores one, and after that shows what waits to go outward, takes some of it away, and
 * lets the rest go. With the bot's settings, where the bot runs; step by step in src/backup/README.md.
 */
import { createRestoreCommands } from './starting/restore-commands';
import { readRestoreOptions, RESTORE_USAGE } from './backup/restore-options';
import { readConfig } from './config';
import { SettingsError } from './settings/reader';

async function run(): Promise<void> {
  const options = readRestoreOptions(process.argv.slice(2));
  if ('wrong' in options) return refuse([options.wrong, '', RESTORE_USAGE]);
  try {
    const { say, refused } = await createRestoreCommands(readConfig(process.env)).run(options);
    if (refused) return refuse(say);
    process.stdout.write(`${say.join('\n')}\n`);
  } catch (error) {
    // Settings are wrong: the message is for the person at the console, and holds no secret.
    if (!(error instanceof SettingsError)) throw error;
    refuse([error.message]);
  }
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

void run();
