import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailboxScript } from '../../infra/tenant/mailboxes';
import { meetingScript } from '../../infra/tenant/meetings';
import { API, CONSENTED, NEVER_CONSENTED, SCOPED } from '../../infra/tenant/permissions';
import { quoted } from '../../infra/tenant/powershell';
import { app, apply, directory, folder, ORGANISER, run, TENANT, useTenant, writes } from './set-up-runs';

useTenant();

const written = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
const expected = (name: string) => readFileSync(join(__dirname, 'scripts', name), 'utf8');

const asked = {
  tenant: TENANT,
  name: 'JAGS',
  appId: 'b0700000-0000-4000-8000-000000000001',
  principal: '5e000000-0000-4000-8000-000000000001',
  organiser: ORGANISER,
  facilitators: 'jags-facilitators@norfolk-sandbox.example',
};

describe('the scripts for administrators', () => {
  it.each([
    ['mailboxes.ps1', mailboxScript(asked)],
    ['online-meetings.ps1', meetingScript(asked)],
  ])('%s is as it was read and agreed', (name, script) => {
    expect(script).toBe(expected(name));
  });

  it('make nothing they have not looked for', () => {
    for (const script of [mailboxScript(asked), meetingScript(asked)]) {
      const lines = script
        .split('\n')
        .filter((line) => /^\s+(New|Set|Grant|Remove)-(Management|Service|Cs)/.test(line));
      expect(lines.length).toBeGreaterThan(2);
      // Each stands inside an if: four spaces deep at the top of the script is no place for it.
      expect(lines.filter((line) => /^ {0,4}\S/.test(line))).toEqual([]);
    }
  });

  it('grant every scoped permission over its mailboxes alone', () => {
    const script = mailboxScript(asked);
    for (const { permission, roles, over } of SCOPED)
      expect(script).toContain(
        `Set-Assignment -Roles ${roles.map((role) => `'${role}'`).join(', ')} -Scope 'JAGS ${over}' -For 'JAGS ${permission}'`,
      );
    expect(script).not.toMatch(/New-ManagementRoleAssignment(?!.*-CustomResourceScope)/);
  });
});

describe('what comes from outside', () => {
  const EVIL = [
    "x'; Remove-Mailbox -Identity everybody; '",
    'x’; Remove-Mailbox -Identity everybody; ‘',
    'x‚; Remove-Mailbox -Identity everybody; ‛',
    '$(Remove-Mailbox everybody)',
    '`"; Remove-Mailbox everybody #',
    "'",
    "''",
  ];

  /** Reads a single-quoted literal as PowerShell does: any two of its quotes are one, one alone is the end. */
  function literalAt(text: string): { value: string; rest: string } {
    const QUOTES = "'‘’‚‛";
    let value = '';
    let at = 1;
    for (; at < text.length; at += 1) {
      if (!QUOTES.includes(text[at]!)) value += text[at]!;
      else if (QUOTES.includes(text[at + 1] ?? '.')) value += text[at++]!;
      else break;
    }
    return { value, rest: text.slice(at + 1) };
  }

  it.each(EVIL)('is one literal and nothing else: %s', (text) => {
    expect(literalAt(quoted(text))).toEqual({ value: text, rest: '' });
  });

  it.each(EVIL)('stays in its line of the script: %s', (text) => {
    const lines = (script: string) => script.split('\n');
    const evil = lines(mailboxScript({ ...asked, name: text, facilitators: text }));
    const plain = lines(mailboxScript(asked));
    const differing = evil.filter((line, index) => line !== plain[index]);
    expect(evil).toHaveLength(plain.length);
    expect(differing).toEqual([`$name = ${quoted(text)}`, `$facilitators = ${quoted(text)}`]);
  });
});

describe('with pwsh', () => {
  /** Stands in for PowerShell: writes down how it was called, and ends as it is told to. */
  function putPwsh(status = 0): void {
    const file = join(folder, 'pwsh');
    const log = join(folder, 'calls');
    writeFileSync(
      file,
      `#!${process.execPath}\nrequire('node:fs').appendFileSync(${JSON.stringify(log)}, JSON.stringify(process.argv.slice(2)) + '\\n');\n` +
        `process.exit(process.argv.includes('-File') ? ${status} : 0);\n`,
    );
    chmodSync(file, 0o755);
  }
  const calls = () => {
    const lines = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line) as string[]).filter((args) => args.includes('-File'));
  };

  it('runs each script, with the ids of this tenant in it', async () => {
    putPwsh();
    const { said, right } = await apply();
    expect(calls()).toEqual([
      ['-NoProfile', '-File', join(folder, 'out', 'mailboxes.ps1')],
      ['-NoProfile', '-File', join(folder, 'out', 'online-meetings.ps1')],
    ]);
    expect(right).toBe(true);
    expect(said).toContain('it ended well');
    const [principal] = directory.principals;
    expect(written('mailboxes.ps1')).toBe(
      mailboxScript({ ...asked, appId: app().appId, principal: principal!.id }),
    );
    expect(written('online-meetings.ps1')).toBe(meetingScript({ ...asked, appId: app().appId }));
  });

  it('says that one ended in an error', async () => {
    putPwsh(1);
    const { said, right } = await apply();
    expect(right).toBe(false);
    expect(said).toContain('NOT DONE  it ended in an error');
  });

  it('is not called by a dry run', async () => {
    putPwsh();
    await apply();
    const before = calls().length;
    directory.forget();
    await run('--dry-run', '--organiser', ORGANISER, '--facilitators', asked.facilitators);
    expect(calls()).toHaveLength(before);
    expect(writes()).toEqual([]);
  });
});

describe('without pwsh', () => {
  it('writes the scripts for an administrator, and says so', async () => {
    const { said, right } = await apply();
    expect(right).toBe(false);
    for (const name of ['mailboxes.ps1', 'online-meetings.ps1']) {
      expect(existsSync(join(folder, 'out', name))).toBe(true);
      expect(said).toContain(`Have an administrator run ${join(folder, 'out', name)}`);
    }
  });
});

describe('the permissions', () => {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');

  it('are those README names', () => {
    const named = [...Object.keys(CONSENTED), ...SCOPED.map(({ permission }) => permission)];
    expect(named.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    const inReadme = new Set(
      [
        ...readme.matchAll(/`([A-Z]\w+\.(?:Read|ReadBasic|ReadWrite|ReadWriteSelfForUser|Send)(?:\.All)?)`/g),
      ].map(([, name]) => name!),
    );
    // What the bot asks of others, not what it grants them.
    for (const { value } of API) inReadme.delete(value);
    expect([...inReadme].sort()).toEqual([...named].sort());
  });

  it('are either consented or scoped, never both', () => {
    expect(Object.keys(CONSENTED).filter((name) => NEVER_CONSENTED.includes(name))).toEqual([]);
  });
});
