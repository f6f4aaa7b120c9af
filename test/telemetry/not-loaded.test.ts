/** What is not wanted is not loaded: Application Insights alone takes as long as all the rest of a start. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { MAIN } from '../sandbox/bot-process';

const SRC = dirname(MAIN);
/** The program's own imports, and telemetry started as the settings say; then what is loaded. */
const program = (connectionString: string | undefined): string => `
  const { observe } = require(${JSON.stringify(join(SRC, 'starting', 'observing.js'))});
  const { createLog } = require(${JSON.stringify(join(SRC, 'log.js'))});
  process.exitCode = 0;
  require(${JSON.stringify(MAIN)});
  const applicationInsights = ${JSON.stringify(connectionString)};
  observe({ signIn: { kind: 'anonymous' }, ...(applicationInsights && { applicationInsights }) }, undefined, createLog(), Date.now);
  const heavy = Object.keys(require.cache).filter((path) => /opentelemetry|applicationinsights|[\\\\/]telemetry[\\\\/](application|open|let)/.test(path));
  process.stdout.write('loaded ' + heavy.length, () => process.exit(0));
`;

function loadedWith(connectionString: string | undefined): number {
  const { stdout } = spawnSync(process.execPath, ['-e', program(connectionString)], {
    // Without settings the program says what is missing and does not start; by then it has loaded what it imports.
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  });
  return Number(/loaded (\d+)/.exec(stdout)?.[1]);
}

it('loads nothing of OpenTelemetry without a connection string', () => {
  expect(loadedWith(undefined)).toBe(0);
});

it('loads it with one, so that the test above would see it', () => {
  expect(loadedWith('InstrumentationKey=00000000-0000-4000-8000-000000000001')).toBeGreaterThan(100);
});

it('loads what writes backups and what checks calls of the API only once they are wanted', () => {
  const { stdout } = spawnSync(
    process.execPath,
    [
      '-e',
      `require(${JSON.stringify(MAIN)}); process.stdout.write(Object.keys(require.cache).join('|'), () => process.exit(0));`,
    ],
    { env: { PATH: process.env['PATH'] }, encoding: 'utf8' },
  );
  const loaded = stdout.split('|');
  expect(loaded.length).toBeGreaterThan(1_000);
  expect(loaded.filter((path) => /[\\/](?:storage-blob|ajv)[\\/]/.test(path))).toEqual([]);
});
