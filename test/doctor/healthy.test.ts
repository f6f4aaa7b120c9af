/** The doctor in an installation where everything is as it has to be: what it says, and that nothing of it stays. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { CHECKS } from '../../src/doctor/checks';
import { WORDS } from '../../src/doctor/wording';
import { checkerIsThere, checkTraffic, CLEAN } from '../graph/checker';
import type { GraphRecord } from '../sandbox/microsoft365/recorder';
import { facilitators, ORGANISER_ID } from '../sandbox/people';
import { expectNothingPersonal } from './privacy';
import { useSurgery } from './surgery';

const folder = mkdtempSync(join(tmpdir(), 'jags-doctor-'));
const recordFile = join(folder, 'traffic.jsonl');
afterAll(() => rmSync(folder, { recursive: true }));
const surgery = useSurgery(recordFile);

const recorded = (): GraphRecord[] =>
  readFileSync(recordFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GraphRecord);

it('passes every check, and says so last', async () => {
  const { text, exitCode } = await surgery.consult();
  expect(text).not.toMatch(/[✗–]/);
  expect(text.trimEnd().split('\n').at(-1)).toBe(`${CHECKS.length} checks passed, 0 failed, 0 skipped`);
  expect(exitCode).toBe(0);
  for (const { title, group } of Object.values(WORDS)) {
    expect(text).toContain(`  ✓ ${title}\n`);
    expect(text).toMatch(new RegExp(`^${group}$`, 'm'));
  }
  expectNothingPersonal(text);
});

it('says the same for machines', async () => {
  const { text, exitCode } = await surgery.consult(['--json']);
  expect(exitCode).toBe(0);
  expect(JSON.parse(text)).toMatchObject({
    passed: CHECKS.length,
    failed: 0,
    skipped: 0,
    checks: CHECKS.map(({ name }) => ({ name, ...WORDS[name], outcome: 'ok', remedy: undefined })).map(
      ({ name, group, title, proves, outcome }) => ({ name, group, title, proves, outcome }),
    ),
  });
  expectNothingPersonal(text);
});

it('leaves nothing behind, and writes to nobody', async () => {
  const { storage, tenant } = surgery;
  const before = { state: tenant.state(), rows: await rowsOf() };
  await surgery.consult();
  const { events, letters, outbox, subscriptions, groups, installedApps } = tenant.state();
  expect(events).toEqual([]);
  expect(letters).toEqual([]);
  expect(outbox).toEqual([]);
  expect({ subscriptions, groups, installedApps }).toEqual({
    subscriptions: before.state.subscriptions,
    groups: before.state.groups,
    installedApps: before.state.installedApps,
  });
  expect(await rowsOf()).toEqual(before.rows);
  for (const queue of [storage.wakeUps, storage.eventChanges, storage.errands])
    expect((await queue.getProperties()).approximateMessagesCount).toBe(0);

  async function rowsOf(): Promise<object[]> {
    const rows: object[] = [];
    for (const table of Object.values(storage)) {
      if (!(table instanceof TableClient)) continue;
      for await (const row of table.listEntities()) rows.push(row);
    }
    return rows;
  }
});

it('makes one event: private, free, far off, with nobody invited, and nobody’s name in it', async () => {
  const before = recorded().length;
  await surgery.consult();
  const made = recorded()
    .slice(before)
    .filter(({ method, url }) => method === 'POST' && url.endsWith(`/users/${ORGANISER_ID}/events`));
  expect(made).toHaveLength(1);
  const body = made[0]!.body as Record<string, unknown> & { start: { dateTime: string } };
  expect(body).toMatchObject({
    subject: 'JAGS doctor: a trial',
    sensitivity: 'private',
    showAs: 'free',
    isReminderOn: false,
  });
  expect(body).not.toHaveProperty('attendees');
  expect(body).not.toHaveProperty('body');
  expect(Date.parse(body.start.dateTime) - Date.now()).toBeGreaterThan(700 * 86_400_000);
  expectNothingPersonal(JSON.stringify(body));
});

it('tries the mailbox that is named, and asks for another where there is none', async () => {
  const [fay] = facilitators;
  const before = recorded().length;
  expect((await surgery.consult(['--outside-mailbox', fay.id.toUpperCase()])).exitCode).toBe(0);
  const tried = recorded()
    .slice(before)
    .filter(({ response }) => response?.status === 403)
    .map(({ url }) => url.split('/users/')[1]?.split('/')[0]);
  expect(tried).toEqual([fay.id, fay.id, fay.id, fay.id]);

  const { text } = await surgery.consult(['--outside-mailbox', '00000000-0000-4000-8000-000000000000']);
  expect(text).toContain('  – Another person’s calendar cannot be read');
  expect(text).toContain('Name another: npm run doctor -- --outside-mailbox <object id>.');
});

it.each([[['--jsn']], [['--outside-mailbox', 'cora']], [['--outside-mailbox']], [['everything']]])(
  'tells how it is asked when it does not understand %j',
  async (args) => {
    const { text, exitCode } = await surgery.consult(args);
    expect(exitCode).toBe(2);
    expect(text).toMatch(/^Use: npm run doctor/);
  },
);

it('asks only for operations the tenant knows', async () => {
  await surgery.consult();
  expect(surgery.tenant.calls.unknown()).toEqual([]);
});

const whereCheckerIs = checkerIsThere ? it : it.skip;

whereCheckerIs('sends only what Graph v1.0 describes (needs the checker of SHARED_TOOLS)', async () => {
  await surgery.consult();
  const { errors, warnings } = checkTraffic(recordFile)!;
  // On purpose, so that nobody is written to; each of them was refused.
  const unaddressed = errors.filter((error) => error.endsWith('request body/message: no recipient'));
  expect({ errors: errors.filter((error) => !unaddressed.includes(error)), warnings }).toEqual(CLEAN);
  const sent = recorded().filter(({ url }) => url.endsWith('/sendMail'));
  expect(sent.map(({ response }) => response?.status).filter((status) => status! < 400)).toEqual([]);
  expect(unaddressed).toHaveLength(sent.length);
});
