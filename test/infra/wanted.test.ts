import { spawnSync } from 'node:child_process';
import { readWanted } from '../../infra/tenant/wanted';
import { scopesFor } from '../../infra/tenant/sign-in';
import { createDirectoryClient } from '../../infra/tenant/directory-client';
import { SettingsError } from '../../src/settings/reader';
import { join } from 'node:path';

const TENANT = '7e4a0000-0000-4000-8000-000000000001';
const right = ['--dry-run', '--tenant', TENANT];

function problemsOf(...args: readonly string[]): readonly string[] {
  try {
    readWanted(args);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('the command line', () => {
  it('is enough with a tenant and what to do', () => {
    expect(readWanted(right)).toEqual({
      dryRun: true,
      tenant: TENANT,
      name: 'JAGS',
      removeConsents: false,
      signIn: 'browser',
      graph: 'https://graph.microsoft.com',
      out: 'infra/tenant/out',
    });
  });

  it.each<[string, readonly string[]]>([
    ['Expected either --dry-run, which only prints, or --apply.', ['--tenant', TENANT]],
    ['Expected either --dry-run, which only prints, or --apply.', [...right, '--apply']],
    ['Expected --tenant to be the id of the tenant (az account show --query tenantId), got "".', ['--apply']],
    ['Expected a known option, got --organizer.', [...right, '--organizer', TENANT]],
    ['Expected options only, got "everything".', [...right, 'everything']],
    [
      'Expected --host to be a host in small letters, without https://, got "https://a.example".',
      [...right, '--host', 'https://a.example'],
    ],
    ['Expected --host to be a host in small letters, without https://, got "a".', [...right, '--host', 'a']],
    [
      'Expected --organiser to be the object id of the organiser account, got "fay@a.example".',
      [...right, '--organiser', 'fay@a.example'],
    ],
    [
      'Expected --facilitators to be the mail address of the group of facilitators, got "a b@c.example".',
      [...right, '--facilitators', 'a b@c.example'],
    ],
    [
      'Expected --app-package to be the path of a zip made by npm run package, got "app.json".',
      [...right, '--app-package', 'app.json'],
    ],
    ['Expected --name to be a name of at most 80 characters, got "a\\nb".', [...right, '--name', 'a\nb']],
    ['Expected --sign-in to be "browser" or "device", got "az".', [...right, '--sign-in', 'az']],
    ['Expected a value after --identity.', [...right, '--identity']],
  ])('is answered: %s', (problem, args) => {
    expect(problemsOf(...args)).toContain(problem);
  });

  it('has everything that is wrong named at once, and nothing done', () => {
    expect(problemsOf('--host', 'A', '--organiser', 'me', '--odd')).toHaveLength(5);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(__dirname, '../../build/infra/tenant/run.js'), '--host', 'A'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('Expected --host to be a host');
    expect(stderr).toContain('npm run tenant -- --dry-run | --apply');
  });
});

describe('whoever signs in', () => {
  it('gives a dry run nothing it could write with', () => {
    const scopes = scopesFor({ dryRun: true, graph: 'https://graph.microsoft.com' });
    expect(scopes.filter((name) => !name.endsWith('.Read.All'))).toEqual([]);
  });

  it('is asked for no more than the steps need', () => {
    expect(scopesFor({ dryRun: false, graph: 'https://graph.microsoft.com' })).toEqual([
      'https://graph.microsoft.com/Application.ReadWrite.All',
      'https://graph.microsoft.com/AppRoleAssignment.ReadWrite.All',
      'https://graph.microsoft.com/AppCatalog.ReadWrite.All',
    ]);
  });
});

describe('the directory in a dry run', () => {
  it('refuses to write, whoever asks', async () => {
    const token = () => Promise.reject(new Error('Expected nobody to sign in'));
    const directory = createDirectoryClient({ url: 'https://graph.microsoft.com', token, readOnly: true });
    await expect(directory.post('/servicePrincipals', {})).rejects.toThrow(
      'Expected a dry run to write nothing',
    );
    await expect(directory.patch('/applications/1', {})).rejects.toThrow(
      'Expected a dry run to write nothing',
    );
    await expect(directory.delete('/applications/1')).rejects.toThrow('Expected a dry run to write nothing');
  });
});
