import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig, settings } from '../src/config';
import { defaultPolicy } from '../src/domain/policy';
import { policySettings } from '../src/settings/policy';
import type { Kind } from '../src/settings/kinds';
import { federated } from './settings/right-settings';

describe('.env.sample', () => {
  const sample = readFileSync(join(__dirname, '..', '.env.sample'), 'utf8');
  const lines = sample.split('\n');
  const assignment = /^(?:# )?([A-Z][A-Z_]+)=(.*)$/;
  const explained = lines.flatMap((line, at) => {
    const [, name, value] = assignment.exec(line) ?? [];
    const start = lines.lastIndexOf('', at) + 1;
    const comment = lines.slice(start, at).map((each) => each.replace(/^# /, ''));
    return name === undefined ? [] : [{ name, value: value!, comment: comment.join(' ') }];
  });

  it('names exactly the settings there are, each once', () => {
    const known = [...Object.keys(settings), ...Object.values(policySettings).map(({ name }) => name)];
    expect(explained.map(({ name }) => name).sort()).toEqual(known.sort());
  });

  it.each(explained)('explains $name', ({ comment }) => {
    expect(comment.length).toBeGreaterThan(20);
  });

  it.each(Object.values(policySettings))('explains $name as the code does', ({ name, meaning, kind }) => {
    const comment = explained.find((each) => each.name === name)?.comment.toLowerCase();
    expect(comment).toContain(`${meaning} ${kind.expected}.`.toLowerCase());
  });

  it('is itself a way to start', () => {
    expect(readConfig(parseEnv(sample))).toMatchObject({
      signIn: { kind: 'federated' },
      policy: defaultPolicy,
    });
  });

  it.each(explained)('shows a value of $name that is accepted', ({ name, value }) => {
    const kinds: Record<string, Kind<unknown>> = {
      ...settings,
      ...Object.fromEntries(Object.values(policySettings).map((each) => [each.name, each.kind])),
    };
    expect(kinds[name]?.schema.safeParse(value).success).toBe(true);
  });

  it('shows the default of every policy setting, but for the lists', () => {
    const shown = Object.fromEntries(explained.map(({ name, value }) => [name, value]));
    const policyLines = Object.entries(shown).filter(([name]) => name.startsWith('POLICY_'));
    const { policy } = readConfig({
      ...federated,
      ...Object.fromEntries(policyLines),
      POLICY_TEAMS: '',
      POLICY_EXTRA_CLOSED_DAYS: '',
      POLICY_SCHOOL_HOLIDAYS: '',
      POLICY_LOCALITIES: '',
      POLICY_THEMES: '',
      POLICY_SUPPORT_CONTACT: '',
      POLICY_PARTNER_DOMAINS: '',
      POLICY_ON_THE_DAY_CONTACT: '',
    });
    expect(policy).toEqual(defaultPolicy);
  });
});
