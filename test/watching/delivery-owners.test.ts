/** Who may still hear of what they asked for: a person only while they are a coordinator, if that is why they were let in. */
import { DAY_MS, OWNER_LEFT, OWNER_UNREAD } from '../../src/domain/delivering';
import { keyOfApplication, keyOfPerson } from '../../src/power/caller-key';
import { announcement, FAILED, NOW, openDeliveries, SECRET } from './deliveries';

const MINUTE_MS = 60_000;
const TENANT = '7e4a0000-0000-4000-8000-000000000001';
const PERSON = '9ac70000-0000-4000-8000-0000000000a1';
const byPerson = { caller: keyOfPerson(TENANT, PERSON) };

let office: ReturnType<typeof openDeliveries>;
beforeEach(() => {
  office = openDeliveries();
  office.world.coordinators.add(PERSON);
});

it('is told to a person who is a coordinator', async () => {
  await office.subscribe(byPerson);
  await office.announcing.announce(announcement(1));
  await office.instance().look();
  expect(office.whats()).toEqual(['7/1']);
});

describe('Whoever is no coordinator any more', () => {
  it('is told nothing, which is parked with the reason and told of once', async () => {
    await office.subscribe(byPerson);
    office.world.coordinators.clear();
    for (const n of [1, 2]) await office.announcing.announce(announcement(n));
    await office.instance().look();
    await office.announcing.announce(announcement(1, '8'));
    const [one, two] = [office.instance(), office.instance()];
    for (let n = 0; n < 4; n += 1) {
      office.clock.now += 10 * MINUTE_MS;
      await Promise.all([one.look(), two.look()]);
    }
    expect(office.called).toEqual([]);
    expect(await office.deliveries.left()).toMatchObject([
      { parkedAt: NOW, tries: 0, problem: OWNER_LEFT },
      { parkedAt: NOW, tries: 0, problem: OWNER_LEFT },
      { tries: 0, problem: OWNER_LEFT },
    ]);
    expect(office.alerts).toEqual(['deliveries-ownerless']);
    expect(JSON.stringify(office.log.lines)).not.toContain(SECRET);
  });

  it('is told nothing of what failed while they were one, and nobody else is told less', async () => {
    const theirs = await office.subscribe(byPerson);
    const other = await office.subscribe({ caller: keyOfApplication(TENANT, PERSON) });
    const assigned = await office.subscribe({ ...byPerson, byRole: true });
    office.answers(({ to }) => (to === theirs.id ? FAILED : { met: 'delivered' }));
    await office.announcing.announce(announcement(1));
    await office.instance().look();
    office.world.coordinators.clear();
    office.clock.now += MINUTE_MS;
    await office.announcing.announce(announcement(2));
    await office.instance().look();
    expect(office.whats(theirs)).toEqual(['7/1']);
    expect([office.whats(other), office.whats(assigned)]).toEqual([
      ['7/1', '7/2'],
      ['7/1', '7/2'],
    ]);
  });

  it('is told again once they are a coordinator again', async () => {
    await office.subscribe(byPerson);
    office.world.coordinators.clear();
    await office.announcing.announce(announcement(1));
    await office.instance().look();
    office.world.coordinators.add(PERSON);
    await office.announcing.announce(announcement(2));
    await office.instance().look();
    expect(office.whats()).toEqual(['7/2']);
  });
});

it('waits while nobody can see who is a coordinator, is not parked however long, and told when that is seen', async () => {
  await office.subscribe(byPerson);
  const application = await office.subscribe();
  office.world.membersFault = true;
  await office.announcing.announce(announcement(1));
  const watch = office.instance();
  const end = office.clock.now + 2 * DAY_MS;
  for (; office.clock.now < end; office.clock.now += 60 * MINUTE_MS) await watch.look();
  expect(office.called.map(({ to }) => to)).toEqual([application.id]);
  expect(office.alerts).toEqual([]);
  const [waiting] = await office.deliveries.left();
  expect(waiting).toMatchObject({ tries: 0, problem: OWNER_UNREAD });
  expect(waiting).not.toHaveProperty('parkedAt');
  office.world.membersFault = false;
  await watch.look();
  expect(office.called).toHaveLength(2);
  expect(await office.deliveries.left()).toEqual([]);
});
