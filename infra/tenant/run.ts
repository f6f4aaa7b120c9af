/** `npm run tenant`: everything in the tenant that the bot needs, as often as wanted. infra/README.md says when. */
import { GraphFault } from '../../src/graph/fault';
import { SettingsError } from '../../src/settings/reader';
import { setUpTenant } from './set-up';
import { readWanted, USAGE } from './wanted';

void main();

async function main(): Promise<void> {
  try {
    const right = await setUpTenant(readWanted(process.argv.slice(2)), console.log);
    process.exitCode = right ? 0 : 1;
  } catch (error) {
    if (error instanceof SettingsError) {
      console.error(`${error.problems.join('\n')}\n\n${USAGE}`);
      process.exitCode = 2;
    } else if (error instanceof GraphFault) {
      console.error(`${error.message}\n${NEEDED}`);
      process.exitCode = 1;
    } else throw error;
  }
}

const NEEDED =
  'Whoever runs this needs the roles Privileged Role Administrator (for consents) and Application Administrator in Entra, and Teams ' +
  'Administrator (for the catalogue). What is done already stays done: run it again.';
