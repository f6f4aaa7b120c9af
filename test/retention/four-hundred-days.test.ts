/**
 * Two years of an installation, and one request that lived through everything outside too; then four hundred days go by, nobody of
 * the pool facilitates any more, and the clock comes. What is left is searched for everybody there ever was.
 */
import { defaultPolicy as policy } from '../../src/domain/policy';
import { localDate } from '../../src/domain/calendar';
import type { Request } from '../../src/domain/request';
import { isClean, naming } from '../../src/retention/certificate';
import { ERASED } from '../../src/teams/wording/erased';
import { theCoordinator, theRequester } from '../builders';
import { note } from '../evidence/noting';
import { DAYS, useTown } from '../faults/town';
import { inventHistory } from '../sandbox/history/history';
import { keepHistory } from '../sandbox/history/keeping';
import * as people from '../sandbox/people';
import { erasingIn } from './erasing-town';

const open = useTown();
const STORY = '5e55f001-story';

/** Every name, address and id of whoever the rows of a request tell of. */
function peopleOf(text: string): string[] {
  const named = [...text.matchAll(/"(?:name|mail|id)":"([^"]+)"/g)].map(([, value]) => value!);
  return named.filter((value) => /@|^[0-9a-f]{8}-|^[A-Z][a-z]+ [A-Z]/.test(value));
}

it('leaves nothing with a person in it, and says so', async () => {
  const town = await open();
  const { clock, connectionString, tenant, connector } = town;
  const erasing = erasingIn(town);
  const pool = (await town.pool.all()).map(({ facilitator }) => facilitator);
  const history = inventHistory({ now: clock.now, pool, policy });
  const closed = history.requests.filter(({ request }) => request.state === 'closed');
  const past = { ...history, requests: closed };
  await keepHistory(past, { connectionString, prefix: erasing.prefix, policy, now: clock.now });
  await town.booked(STORY);
  await town.says(theCoordinator, STORY, { kind: 'cancel', attempt: 1, reason: 'circumstances' });
  await town.settled();
  expect(await town.state(STORY)).toMatchObject({ state: 'closed' });

  const before = await erasing.everything();
  // The calendar's own rows name a subscription and the account whose calendar it is: nobody.
  const rowsOfPeople = [...before.values()].flat().filter(({ partitionKey }) => partitionKey !== 'calendar');
  const everybody = new Set([
    ...peopleOf(JSON.stringify(rowsOfPeople).replaceAll('\\"', '"')),
    ...Object.values(people)
      .flat()
      .flatMap((each) => (typeof each === 'object' && 'id' in each ? [each.name, each.mail, each.id] : [])),
    theRequester.name,
    theCoordinator.name,
  ]);
  everybody.delete(people.ORGANISER_ID);
  expect(everybody.size).toBeGreaterThan(150);
  expect(before.get('requests')!.length).toBeGreaterThan(1_000);
  const mails = tenant.outbox.list().length;

  clock.now += 400 * DAYS;
  for (const { id } of pool) {
    const found = (await town.pool.find(id))!;
    await town.pool.save(
      { ...found.facilitator, leftOn: localDate(clock.now - 200 * DAYS) },
      { at: clock.now, by: theCoordinator, changed: ['leftOn'] },
      found.version,
    );
  }
  const swept = await erasing.retention.sweep();
  expect(swept).toMatchObject({ requests: closed.length + 1, onHold: 0, left: 0 });

  const after = await erasing.everything();
  const found = [...after].flatMap(([table, rows]) =>
    rows.flatMap((row) => {
      const text = JSON.stringify(row).replaceAll('\\"', '"').toLowerCase();
      return [...everybody]
        .filter((each) => text.includes(each.toLowerCase()))
        .map((each) => `${table} ${row.partitionKey} ${row.rowKey}: ${each}`);
    }),
  );
  expect(found).toEqual([]);
  const certificate = await erasing.certificate();
  expect(isClean(certificate)).toBe(true);
  expect(naming(certificate)).toBe(0);
  // What says nothing of anybody is still there: figures, answers, and that things were erased.
  for (const table of ['figures', 'evaluations', 'facts', 'erasures'])
    expect(after.get(table)).not.toHaveLength(0);

  // Outside: no event of ours, no card that says anything, and nobody was told.
  expect(town.events(STORY)).toEqual([]);
  expect(tenant.outbox.list()).toHaveLength(mails);
  const cards = connector.messages.filter(({ activity }) => activity.attachments?.length);
  expect(cards).toEqual([]);
  expect(connector.messages.filter(({ activity }) => activity.text === ERASED).length).toBeGreaterThan(2);

  note({
    rowsBefore: [...before.values()].flat().length,
    rowsAfter: [...after.values()].flat().length,
    requestsErased: swept.requests,
    peopleLookedFor: everybody.size,
    found: found.length,
    naming: naming(certificate),
  });

  // The next night there is nothing left to do.
  expect(await erasing.retention.sweep()).toMatchObject({ requests: 0, rows: 0 });
});

it('keeps what is under a legal hold, and erases it once the hold is lifted', async () => {
  const town = await open();
  const erasing = erasingIn(town);
  const id = await town.offered();
  await town.says(theRequester, id, { kind: 'withdraw' });
  await town.settled();
  const hold = {
    id: 'aaaaaaaa-0000-4000-8000-000000000001',
    of: { kind: 'request', requestId: id },
    why: 'A serious case review',
    setBy: theCoordinator,
    setAt: town.clock.now,
  } as const;
  await erasing.holds.set(hold);
  town.clock.now += 400 * DAYS;
  const whole = async () => (await erasing.everything()).get('requests')!.length;
  const rows = await whole();
  expect(await erasing.retention.sweep()).toMatchObject({
    requests: 0,
    onHold: expect.any(Number) as number,
  });
  expect(await whole()).toBe(rows);
  const before: Request = await town.state(id);
  expect(await erasing.retention.eraseRequest(id, 'asked-for')).toBe('on-hold');
  expect(await town.state(id)).toEqual(before);
  expect(isClean(await erasing.certificate())).toBe(true);

  await erasing.holds.lift(hold.id);
  // Nobody has come by for long enough: that is told.
  expect(isClean(await erasing.certificate())).toBe(false);
  expect(await erasing.retention.sweep()).toMatchObject({ requests: 1, onHold: 0 });
  expect(await whole()).toBe(0);
});
