/**
 * `npm run rebuild-figures`: counts every closed request anew, beside a running bot too, with the settings the bot has. Once
 * after monitoring has come to an installation that was there before, and whenever its rules of counting have changed.
 */
import { createEvaluations } from './azure/evaluation-table';
import { createFigureRows } from './azure/figures-table';

import { createRequestIndex } from './azure/request-index';
import { createAllRequests } from './azure/all-requests';
import { createRequests } from './azure/request-table';
import { createWorkbench } from './azure/workbench-table';
import { type Config, readConfig } from './config';
import { createCredentials } from './credentials';
import { rebuildFigures } from './counting/rebuilding';
import { createReleasing } from './counting/releasing';
import { openStorage } from './starting/storage';
import { SettingsError } from './settings/reader';

async function rebuild(config: Config): Promise<void> {
  const now = (): number => Date.now();
  const { policy } = config;
  const storage = openStorage(config, createCredentials(config.signIn));
  await storage.prepare();
  const index = createRequestIndex(storage.index);
  const requests = createRequests({ requests: storage.requests, index });
  const rows = createFigureRows(storage);
  const workbench = createWorkbench({ requests: storage.requests, index, now });
  const rebuilt = await rebuildFigures(
    {
      requests,
      evaluations: createEvaluations({ evaluations: storage.evaluations, now }),
      rows,
      policy,
      allRequests: createAllRequests(storage),
      releasing: createReleasing({ workbench, requests, rows, policy }),
    },
    now(),
  );
  process.stdout.write(
    `Closed requests counted anew: ${rebuilt.requests}. Months brought up to date: ${rebuilt.months}. ` +
      'What had been released before stays as it was.\n',
  );
}

async function run(): Promise<void> {
  try {
    await rebuild(readConfig(process.env));
  } catch (error) {
    // Settings are wrong: the message is for the person at the console, and holds no secret.
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

void run();
