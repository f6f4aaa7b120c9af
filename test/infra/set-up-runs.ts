/** The command run against a simulated directory, as tests of it need. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { setUpTenant } from '../../infra/tenant/set-up';
import { readWanted } from '../../infra/tenant/wanted';
import { type SimulatedDirectory, simulateDirectory } from './simulated-directory';

export const TENANT = '7e4a0000-0000-4000-8000-000000000001';
export const IDENTITY = '1de40000-0000-4000-8000-000000000001';
export const ORGANISER = '0a900000-0000-4000-8000-000000000001';
export const HOST = 'jags.norfolk-sandbox.example';
const TEAMS_APP = '7ea50000-0000-4000-8000-000000000001';
const FACILITATORS = 'jags-facilitators@norfolk-sandbox.example';

export const WHOLE = [
  ...['--host', HOST, '--identity', IDENTITY],
  ...['--organiser', ORGANISER, '--facilitators', FACILITATORS],
];

export let directory: SimulatedDirectory;
/** Of this test alone; also the PATH, so that there is a pwsh only where a test puts one. */
export let folder: string;

/** A tenant and a folder for each test of the file. */
export function useTenant(): void {
  const { PATH } = process.env;
  beforeEach(async () => {
    directory = await simulateDirectory();
    folder = mkdtempSync(join(tmpdir(), 'tenant-'));
    process.env['PATH'] = folder;
  });
  afterEach(async () => {
    process.env['PATH'] = PATH;
    await directory.stop();
    rmSync(folder, { recursive: true });
  });
}

/** Runs the command; what it said. */
export async function run(...more: readonly string[]): Promise<{ said: string; right: boolean }> {
  const lines: string[] = [];
  const args = ['--tenant', TENANT, '--graph', directory.url, '--out', join(folder, 'out'), ...more];
  const right = await setUpTenant(readWanted(args), (line) => lines.push(line), 0);
  return { said: lines.join('\n'), right };
}

/** With everything known, and further options. */
export const apply = (...more: readonly string[]) => run('--apply', ...WHOLE, ...more);

export const writes = () => directory.traffic.filter(({ method }) => method !== 'GET');
export const app = () => directory.apps[0]!;

/** Names of what is consented. */
export const granted = () =>
  directory.assignments
    .map(({ appRoleId }) => directory.graphPrincipal.appRoles.find(({ id }) => id === appRoleId)!.value)
    .sort();

/** Makes a package; its path. */
export function packageOf(version: string, botId: string, host = HOST): string {
  const path = join(folder, `${version}.zip`);
  const manifest = { id: TEAMS_APP, version, bots: [{ botId }], validDomains: [host] };
  writeFileSync(path, zipSync({ 'manifest.json': Buffer.from(JSON.stringify(manifest)) }));
  return path;
}

export function consentTo(name: string): void {
  const appRoleId = directory.graphPrincipal.appRoles.find(({ value }) => value === name)!.id;
  const principalId = directory.principals[0]!.id;
  const resourceId = directory.graphPrincipal.id;
  directory.assignments.push({ id: `consent-${name}`, principalId, resourceId, appRoleId });
}

/** What an administrator would see: without the ids Entra gives, and without the order things lie in. */
export function tenantAsSeen(): unknown {
  const { apps, principals, credentials, catalogue } = directory;
  return ordered({
    apps,
    principals: principals.map(({ appId }) => appId),
    credentials: credentials.map(({ issuer, subject, audiences }) => ({ issuer, subject, audiences })),
    granted: granted(),
    catalogue: catalogue.map(({ externalId, appDefinitions }) => ({
      externalId,
      versions: appDefinitions.map(({ version }) => version),
    })),
  });
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(ordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, ordered(each)])
      .sort(),
  );
}
