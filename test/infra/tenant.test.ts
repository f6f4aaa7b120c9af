import { execFile } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CONSENTED, GRAPH_APP, TEAMS_CLIENTS } from '../../infra/tenant/permissions';
import {
  app,
  apply,
  directory,
  folder,
  granted,
  HOST,
  IDENTITY,
  packageOf,
  run,
  TENANT,
  tenantAsSeen,
  useTenant,
  WHOLE,
  writes,
} from './set-up-runs';
import { serveJson } from '../sandbox/teams/json-server';

useTenant();

describe('the first run', () => {
  it('makes the whole registration', async () => {
    await apply();
    const { appId, api, appRoles, identifierUris, signInAudience, requiredResourceAccess } = app();
    expect(signInAudience).toBe('AzureADMyOrg');
    expect(api.requestedAccessTokenVersion).toBe(2);
    expect(identifierUris).toEqual([`api://${HOST}/botid-${appId}`]);
    const ofTheApi = ['Requests.Submit', 'Requests.Read', 'Monitoring.Read', 'Events.Subscribe'];
    expect(api.oauth2PermissionScopes.map(({ value }) => value)).toEqual(['access_as_user', ...ofTheApi]);
    expect(appRoles.map(({ value }) => value)).toEqual(ofTheApi);
    // Programs by themselves, and the service accounts of flows and reports.
    for (const { allowedMemberTypes } of appRoles)
      expect(allowedMemberTypes).toEqual(['Application', 'User']);
    const [tab] = api.oauth2PermissionScopes;
    expect(api.preAuthorizedApplications).toEqual(
      TEAMS_CLIENTS.map((client) => ({ appId: client, delegatedPermissionIds: [tab!.id] })),
    );
    expect(requiredResourceAccess.map(({ resourceAppId }) => resourceAppId)).toEqual([GRAPH_APP]);
  });

  it('trusts the managed identity, and grants exactly what cannot be granted more narrowly', async () => {
    await apply();
    expect(directory.credentials).toEqual([
      expect.objectContaining({
        issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
        subject: IDENTITY,
        audiences: ['api://AzureADTokenExchange'],
      }),
    ]);
    expect(granted()).toEqual(Object.keys(CONSENTED).sort());
  });

  it('waits for what azure has not made yet, and prints what azure needs', async () => {
    const { said, right } = await run('--apply');
    expect(right).toBe(true);
    expect(said).toContain(`BOT_ID=${app().appId}`);
    expect(said).toContain('later     waits for --identity');
    expect(app().identifierUris).toEqual([]);
    await apply();
    expect(app().identifierUris).toHaveLength(1);
    expect(directory.apps).toHaveLength(1);
  });

  it('goes on when Entra does not know yet what it has just made', async () => {
    directory.lag = 3;
    const { said } = await apply();
    expect(said).toContain('not yet   make the service principal');
    expect(directory.principals).toHaveLength(1);
    expect(granted()).toEqual(Object.keys(CONSENTED).sort());
  });

  it('says what is not done when Entra goes on refusing', async () => {
    directory.lag = 100;
    const { said, right } = await apply();
    expect(right).toBe(false);
    expect(said).toContain('NOT DONE  make the service principal');
    expect(said).toContain('waits for the service principal');
  });
});

describe('the second run', () => {
  it('writes nothing', async () => {
    await apply();
    await apply('--app-package', packageOf('1.0.0', app().appId));
    directory.forget();
    const { said } = await apply('--app-package', packageOf('1.0.0', app().appId));
    expect(writes()).toEqual([]);
    expect(said).not.toContain('done ');
  });

  it('says which id the catalogue has given the app, which is not the one in its manifest', async () => {
    await apply();
    const { said } = await apply('--app-package', packageOf('1.0.0', app().appId));
    const [listing] = directory.catalogue;
    expect(said).toContain(`setting   TEAMS_APP_ID=${listing!.id}`);
    expect(listing!.id).not.toBe(listing!.externalId);
  });

  it('takes a registration that somebody made by hand, and leaves what they added', async () => {
    await apply();
    const foreign = { ...app().appRoles[0]!, id: 'a4000000-0000-4000-8000-000000000009', value: 'Other.Do' };
    app().appRoles = [...app().appRoles.slice(1), foreign];
    await run('--apply', '--app', app().appId, ...WHOLE);
    expect(app().appRoles.map(({ value }) => value)).toContain('Other.Do');
    expect(app().appRoles).toHaveLength(5);
    expect(directory.apps).toHaveLength(1);
  });

  it('does not make a registration of an id there is none for', async () => {
    const { said } = await run('--apply', '--app', IDENTITY, ...WHOLE);
    expect(said).toContain(`waits for a registration with the application id ${IDENTITY}: there is none`);
    expect(writes()).toEqual([]);
  });
});

describe('the command itself', () => {
  it('ends well when there is nothing against it, and says what it would do', async () => {
    const file = join(__dirname, '../../build/infra/tenant/run.js');
    const args = [file, '--dry-run', '--tenant', TENANT, '--graph', directory.url, ...WHOLE];
    // Not spawnSync: the directory answers in this process.
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    expect(stdout).toContain('would     register the application "JAGS"');
    expect(writes()).toEqual([]);
  });

  it('ends with what Graph said and who may do it, when it is refused', async () => {
    const file = join(__dirname, '../../build/infra/tenant/run.js');
    const refusing = await serveJson(0, [
      ['GET', /./, () => ({ status: 403, body: { error: { code: 'Forbidden', message: 'Not you.' } } })],
    ]);
    const args = [file, '--apply', '--tenant', TENANT, '--graph', refusing.url];
    const failed = promisify(execFile)(process.execPath, args, { cwd: folder });
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /got 403 Forbidden: Not you\.[^]+Privileged Role Administrator/,
      ) as string,
    });
    await refusing.stop();
  });
});

describe('a dry run', () => {
  it('of an empty tenant says what it would do and writes nothing', async () => {
    const { said, right } = await run('--dry-run', ...WHOLE);
    expect(said).toContain('would     register the application "JAGS"');
    expect(right).toBe(true);
    expect(writes()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a tenant with everything amiss names each, shows the scripts, and writes nothing', async () => {
    await apply();
    const before = tenantAsSeen();
    app().appRoles = [];
    directory.credentials = [];
    directory.assignments = [];
    const amiss = tenantAsSeen();
    directory.forget();
    rmSync(join(folder, 'out'), { recursive: true });
    const { said } = await run('--dry-run', ...WHOLE, '--app-package', packageOf('1.0.0', app().appId));
    expect(said).toContain('would     offer the app roles Requests.Submit, Requests.Read');
    expect(said).toContain(`would     trust the managed identity ${IDENTITY}`);
    expect(said.match(/would {5}consent to /g)).toHaveLength(4);
    expect(said).toContain('would     add version 1.0.0 to the catalogue');
    expect(said).toContain('Connect-ExchangeOnline');
    expect(said).toContain('Connect-MicrosoftTeams');
    expect(writes()).toEqual([]);
    expect(tenantAsSeen()).toEqual(amiss);
    expect(amiss).not.toEqual(before);
    expect(readdirSync(folder)).toEqual(['1.0.0.zip']);
  });
});
