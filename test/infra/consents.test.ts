import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONSENTED } from '../../infra/tenant/permissions';
import { checkTraffic, CLEAN } from '../graph/checker';
import {
  app,
  apply,
  consentTo,
  directory,
  folder,
  granted,
  HOST,
  IDENTITY,
  packageOf,
  run,
  useTenant,
  WHOLE,
  writes,
} from './set-up-runs';

useTenant();

describe('a consent that undoes a scope', () => {
  it.each(['Calendars.ReadWrite', 'Calendars.Read', 'Calendars.ReadBasic.All', 'Mail.Send', 'Mail.Read'])(
    'to %s is told loudly, and taken away when asked to',
    async (name) => {
      await apply();
      consentTo(name);
      const { said, right } = await apply();
      expect(right).toBe(false);
      expect(said).toContain(`${name.toUpperCase()} IS CONSENTED FOR EVERY MAILBOX`);
      expect(said).toContain('--remove-consents');
      expect(granted()).toContain(name);
      const after = await apply('--remove-consents');
      expect(after.said).toContain(`done      take away the consent to ${name}`);
      expect(granted()).toEqual(Object.keys(CONSENTED).sort());
    },
  );

  it('is only named by a dry run, even when asked to take it away', async () => {
    await apply();
    consentTo('Mail.Send');
    directory.forget();
    const { said } = await run('--dry-run', ...WHOLE, '--remove-consents');
    expect(said).toContain('would     take away the consent to Mail.Send');
    expect(writes()).toEqual([]);
  });

  it('may be of another service than Graph, and is told', async () => {
    await apply();
    directory.assignments.push({
      id: 'elsewhere',
      principalId: directory.principals[0]!.id,
      resourceId: 'exchange',
      appRoleId: 'full-access',
      resourceDisplayName: 'Office 365 Exchange Online',
    });
    const { said, right } = await apply('--remove-consents');
    expect(said).toContain('It is granted a permission of Office 365 Exchange Online');
    expect(right).toBe(false);
    expect(directory.assignments).toHaveLength(5);
  });

  it('is not what a permission is that is merely not needed', async () => {
    await apply();
    consentTo('User.Read.All');
    const { said } = await apply('--remove-consents');
    expect(said).toContain('User.Read.All is consented, and the bot does not need it.');
    expect(granted()).toContain('User.Read.All');
  });
});

describe('the Teams app', () => {
  it('is updated when the package is newer, by number', async () => {
    await apply();
    await apply('--app-package', packageOf('1.9.0', app().appId));
    const { said } = await apply('--app-package', packageOf('1.10.0', app().appId));
    expect(said).toContain('done      update it from version 1.9.0 to 1.10.0');
    expect(directory.catalogue).toHaveLength(1);
    const older = await apply('--app-package', packageOf('1.2.0', app().appId));
    expect(older.said).toContain('The catalogue has the newer version 1.10.0.');
  });

  it('of another bot or another host is not uploaded', async () => {
    await apply();
    const another = await apply('--app-package', packageOf('1.0.0', IDENTITY));
    expect(another.said).toContain(`waits for a package for the bot ${app().appId}`);
    const elsewhere = await apply('--app-package', packageOf('1.0.0', app().appId, 'old.example'));
    expect(elsewhere.said).toContain(`waits for a package for ${HOST}; this one is for old.example`);
    expect(directory.catalogue).toEqual([]);
  });

  it('is looked for as Microsoft describes it; the trimmed description knows no more of these requests', async () => {
    await apply();
    await apply('--app-package', packageOf('1.0.0', app().appId));
    const described = directory.traffic.filter(
      ({ method, url }) => method === 'GET' && url.includes('/appCatalogs/teamsApps?'),
    );
    expect(described.length).toBeGreaterThan(0);
    const file = join(folder, 'traffic.jsonl');
    // Its schema of an app leaves out what can be expanded, such as the definitions.
    const lines = described.map((record) =>
      JSON.stringify(record, (key, value: unknown) => (key === 'appDefinitions' ? undefined : value)),
    );
    writeFileSync(file, lines.join('\n'));
    expect(checkTraffic(file) ?? CLEAN).toEqual(CLEAN);
  });
});
