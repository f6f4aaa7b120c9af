/** The workbook for a person on call, held to what the program tells. Azure Monitor itself is not here to try it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '../../src/telemetry/metrics';

interface Item {
  readonly type: number;
  readonly name: string;
  readonly content: { readonly version?: string; readonly json?: string; readonly query?: string };
}

const ROOT = join(__dirname, '..', '..');
const workbook = JSON.parse(readFileSync(join(ROOT, 'infra', 'workbook.json'), 'utf8')) as {
  readonly version: string;
  readonly items: readonly Item[];
};
const { items } = workbook;
const TEXT = 1;
const QUERY = 3;
const queries = items.filter(({ type }) => type === QUERY);
const metricsIn = (text: string) => [...text.matchAll(/'(jags\.[\w.]+)'/g)].map(([, name]) => name!);

it('has the shape Azure Monitor asks for', () => {
  expect(workbook.version).toBe('Notebook/1.0');
  const names = items.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { type, content } of items)
    expect(content.version).toBe(
      { [TEXT]: undefined, [QUERY]: 'KqlItem/1.0', 9: 'KqlParameterItem/1.0' }[type],
    );
});

it('asks for every metric there is, and for no other', () => {
  const asked = queries.flatMap(({ content }) => metricsIn(content.query!));
  expect([...new Set(asked)].sort()).toEqual(Object.keys(METRICS).sort());
});

it('asks for nothing that nobody measures', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('metrics.ts'))
    .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'));
  const measured = (name: string) =>
    sources.some((text) => new RegExp(`\\b(?:observe|gauge|count|record)\\(\\s*'${name}'`).test(text));
  expect(Object.keys(METRICS).filter((name) => !measured(name))).toEqual([]);
});

it('alerts ask for metrics there are', () => {
  const alerts = readFileSync(join(ROOT, 'infra', 'alerts.bicep'), 'utf8');
  const asked = [...alerts.matchAll(/"(jags\.[\w.]+)"/g)].map(([, name]) => name!);
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((name) => !Object.hasOwn(METRICS, name))).toEqual([]);
});

it('alerts on what every instance tells of the whole by the highest of them, as the workbook shows it', () => {
  const alerts = readFileSync(join(ROOT, 'infra', 'alerts.bicep'), 'utf8');
  const rules = [...alerts.matchAll(/"(jags\.[\w.]+)" \| summarize Value = ([^']+)'/g)];
  const ofGauges = rules.filter(([, name]) => METRICS[name as keyof typeof METRICS].kind === 'gauge');
  expect(ofGauges.length).toBeGreaterThan(4);
  // Whether there is any at all is asked otherwise.
  const others = ofGauges.filter(([, , how]) => how !== 'max(Sum / ItemCount)' && how !== 'count()');
  expect(others.map(([, name]) => name)).toEqual([]);
});

it('asks only tables of a workspace', () => {
  const tables = queries.map(({ content }) => /^\w+/.exec(content.query!)![0]);
  expect(new Set(tables)).toEqual(new Set(['AppMetrics', 'AppTraces', 'AppDependencies', 'AppRequests']));
});

it('never adds a gauge up over instances', () => {
  const gauges = Object.entries(METRICS).filter(([, { kind }]) => kind === 'gauge');
  for (const [name] of gauges) {
    const wrong = queries.filter(
      ({ content: { query = '' } }) => query.includes(`'${name}'`) && /\bsum\(/.test(query),
    );
    expect(wrong.map((each) => each.name)).toEqual([]);
  }
});

it.each(queries)('says beside $name what is normal and what to do', ({ name }) => {
  const before = items[items.findIndex((each) => each.name === name) - 1]!;
  expect(before).toMatchObject({ type: TEXT, name: `${name}-normal` });
  expect(before.content.json).toMatch(/\*\*Normal:\*\*.+\*\*(?:Otherwise|What to do):\*\*/s);
});

describe('what is written about telemetry', () => {
  const readme = readFileSync(join(ROOT, 'src', 'telemetry', 'README.md'), 'utf8');

  it.each(Object.keys(METRICS))('tells of %s', (name) => {
    expect(readme).toContain(`\`${name}\``);
  });

  it('tells of no metric there is not', () => {
    const told = [...readme.matchAll(/`(jags\.[\w.]+)`/g)].map(([, name]) => name!);
    expect(told.filter((name) => !Object.hasOwn(METRICS, name))).toEqual([]);
  });
});
