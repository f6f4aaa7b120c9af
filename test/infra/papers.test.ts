/** The papers beside the deployment say what is so: every place where data is kept, every proof that is named. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API, CONSENTED, SCOPED } from '../../infra/tenant/permissions';
import { withDataMap } from '../../infra/data-map/write';
import { CHECKS } from '../../src/doctor/checks';
import { DATA_MAP } from '../../src/retention/data-map';
import { KEPT_IN_WORDS } from '../../src/retention/places';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the data map', () => {
  const kept = [...read('src/azure/clients.ts').matchAll(/\$\{prefix\}-?([A-Za-z-]+)`/g)].map(
    ([, name]) => name!,
  );

  it('is held against every table and queue there is', () => expect(kept.length).toBeGreaterThan(12));

  it('is written from what the clock erases by', () => {
    const paper = read('infra/dpia.md');
    expect(paper).toBe(withDataMap(paper));
  });

  it('has words for every kind of row, and for no other', () => {
    expect(Object.keys(KEPT_IN_WORDS).sort()).toEqual(
      DATA_MAP.map(({ table, kind }) => `${table} ${kind}`).sort(),
    );
  });

  it.each(kept)('says what is kept in %s', (name) => {
    expect(read('infra/dpia.md')).toMatch(new RegExp(`^\\| [^|]*\`${name}\``, 'm'));
  });
});

describe('the threat model', () => {
  const rows = read('infra/threat-model.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| door') && !line.startsWith('| ---'));
  const proofs = rows.flatMap((row) =>
    [
      ...row
        .split('|')
        .at(-2)!
        .matchAll(/`([^`]+)`/g),
    ].map(([, name]) => name!),
  );
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !/^(node_modules|build|\.git|dist|\.sandbox)[/\\]/.test(path),
  );

  it('names a proof for every door', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row.split('|').at(-2)).toMatch(/`[^`]+`/);
  });

  it.each(proofs)('names a proof that is there: %s', (proof) => {
    expect(files.some((path) => path === proof || path.startsWith(`test/${proof}`))).toBe(true);
  });
});

describe('the permissions', () => {
  const paper = read('infra/permissions.md');
  const named = new Set([...paper.matchAll(/^\| `([A-Z][A-Za-z.]+)`/gm)].map(([, name]) => name!));

  it('are those that are granted, and no other', () => {
    const granted = [
      ...Object.keys(CONSENTED),
      ...SCOPED.map(({ permission }) => permission),
      ...API.map(({ value }) => value),
    ];
    expect([...named].sort()).toEqual(granted.sort());
  });

  it('are each tried by the doctor, by a check there is', () => {
    const checks = CHECKS.map(({ name }) => name as string);
    const tried = paper
      .split('\n')
      .filter((line) => /^\| `(?!Requests|Monitoring|Events)[A-Z][A-Za-z]+\.[A-Z]/.test(line))
      .map((line) => line.split('|').at(-2)!.trim());
    expect(tried).toHaveLength(Object.keys(CONSENTED).length + SCOPED.length);
    for (const check of tried) expect(checks).toContain(check);
  });

  it('in Azure are the roles that are assigned', () => {
    const bicep = ['storage', 'backups', 'monitoring'].map((name) => read(`infra/${name}.bicep`)).join('\n');
    for (const role of paper.matchAll(/^\| (Storage \w+ Data Contributor|Monitoring Metrics Publisher)/gm))
      expect(bicep).toContain(role[1]);
    expect(bicep.match(/roleAssignments@/g)).toHaveLength(4);
  });
});

describe('what runs it', () => {
  it('leads only to what is there', () => {
    for (const paper of ['README', 'operations', 'permissions', 'dpia', 'threat-model'])
      for (const [, link] of read(`infra/${paper}.md`).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
        expect([paper, link, existsSync(join(root, 'infra', link!))]).toEqual([paper, link, true]);
  });

  it('says of every alert there is what to do', () => {
    const told = read('src/telemetry/README.md');
    expect(read('infra/alerts.bicep').match(/^ {4}title: /gm)).toHaveLength(7);
    for (const alert of [
      'errors',
      'parked effects',
      'oldest effect',
      'subscription renewal',
      'storage throttling',
      'health',
      'silent',
      'backup too old',
      'parked deliveries',
    ])
      expect(told).toContain(`| ${alert}`);
  });
});
