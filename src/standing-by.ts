/**
 * `node build/src/standing-by.js`: stands where the bot does while it is restored, with its settings. App Service lets nobody in
 * where nothing runs; see src/backup/README.md.
 */
import { readConfig } from './config';
import { SettingsError } from './settings/reader';
import { createStandIn } from './starting/standing-by';

try {
  const { port, policy, signIn } = readConfig(process.env);
  createStandIn(policy).listen(port, signIn.kind === 'anonymous' ? '127.0.0.1' : undefined);
} catch (error) {
  // Settings are wrong: the message is for the person at the console, and holds no secret.
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
