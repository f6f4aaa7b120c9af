/**
 * `npm run doctor`: checks every permission and setting from where it runs, with the settings the bot has, and says what to do
 * about each failure. It changes nothing that stays, and can be run beside the running bot.
 */
import { consult } from './doctor/consultation';

async function run(): Promise<void> {
  const { text, exitCode } = await consult(process.env, process.argv.slice(2));
  process.stdout.write(text, () => {
    // A check that did not end in its time may still hold a connection open.
    process.exit(exitCode);
  });
}

void run();
