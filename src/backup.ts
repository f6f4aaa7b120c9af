/**
 * `npm run backup`: takes a backup now, beside a running bot too, with the settings the bot has, and removes those that get too
 * old. The bot does the same each night by itself. `npm run restore` restores one.
 */
import { readConfig } from './config';
import { createCredentials } from './credentials';
import { openBackups } from './starting/backups';
import { SettingsError } from './settings/reader';

async function run(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const backups = openBackups({
      config,
      credentials: createCredentials(config.signIn),
      now: () => Date.now(),
    });
    await backups.storage.prepare();
    const { id, tables } = await backups.take();
    const lines = Object.entries(tables).map(([name, { rows }]) => `  ${name}: ${rows} rows`);
    process.stdout.write(`Backup taken: ${id}\n${lines.join('\n')}\n`);
    const removed = await backups.prune();
    if (removed.length > 0) process.stdout.write(`Removed, not to be kept longer: ${removed.join(', ')}\n`);
  } catch (error) {
    // Settings are wrong: the message is for the person at the console, and holds no secret.
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

void run();
