import { DAY_MS } from '../../src/domain/delivering';
import { announcement, FAILED, NOW, openDeliveries, SECRET, TIMEOUT } from './deliveries';

const MINUTE_MS = 60_000;
let office: ReturnType<typeof openDeliveries>;
beforeEach(() => {
  office = openDeliveries();
});

/** Looks every quarter of an hour until that has passed. */
async function passes(ms: number, watch = office.instance()): Promise<void> {
  const end = office.clock.now + ms;
  for (;;) {
    await watch.look();
    if (office.clock.now >= end) return;
    office.clock.now = Math.min(end, office.clock.now + 15 * MINUTE_MS);
  }
}

describe('What has come about', () => {
  it('is told to everybody who asked for such events before it happened, and to nobody else', async () => {
    const [one, two] = [await office.subscribe(), await office.subscribe()];
    const other = await office.subscribe({ events: ['held'] });
    office.clock.now += 1_000;
    const later = await office.subscribe();
    await office.announcing.announce(announcement(1));
    await office.instance().look();
    expect(office.whats(one)).toEqual(['7/1']);
    expect(office.whats(two)).toEqual(['7/1']);
    expect([office.whats(other), office.whats(later)]).toEqual([[], []]);
    expect(await office.deliveries.left()).toEqual([]);
  });

  it('is told once, however often its effect is repeated, and to nobody who asked in between', async () => {
    const one = await office.subscribe();
    const watch = office.instance();
    await office.announcing.announce(announcement(1));
    await office.announcing.announce(announcement(1));
    await watch.look();
    office.clock.now += 1_000;
    const later = await office.subscribe();
    await office.announcing.announce(announcement(1));
    await watch.look();
    expect([office.whats(one), office.whats(later)]).toEqual([['7/1'], []]);
  });

  it('is told in the order of the effects, whatever order it was written down in', async () => {
    await office.subscribe();
    for (const n of [10, 2, 9, 1]) await office.announcing.announce(announcement(n));
    await office.instance().look();
    expect(office.whats()).toEqual(['7/1', '7/2', '7/9', '7/10']);
  });

  it('waits for what came before it of the same request, and for no other request', async () => {
    await office.subscribe();
    office.answers(({ what }) => (what === '7/1' ? FAILED : { met: 'delivered' }));
    for (const n of [1, 2]) await office.announcing.announce(announcement(n));
    await office.announcing.announce(announcement(1, '8'));
    await office.instance().look();
    expect(office.whats()).toEqual(['7/1', '8/1']);
    office.answers(() => ({ met: 'delivered' }));
    await office.instance().look();
    expect(office.whats()).toEqual(['7/1', '8/1']);
    office.clock.now += MINUTE_MS;
    await office.instance().look();
    expect(office.whats()).toEqual(['7/1', '8/1', '7/1', '7/2']);
  });

  it('waits as long as the other side asks', async () => {
    await office.subscribe();
    office.answers(() => ({ met: 'failed', problem: 'status-429', retryAfterMs: 20 * MINUTE_MS }));
    await office.announcing.announce(announcement(1));
    await office.instance().look();
    office.clock.now += 20 * MINUTE_MS - 1;
    await office.instance().look();
    expect(office.called).toHaveLength(1);
    office.clock.now += 1;
    await office.instance().look();
    expect(office.called).toHaveLength(2);
  });
});

describe('A subscriber that does not answer', () => {
  it('holds up nobody else, also what comes in meanwhile, and itself only for the time of one try', async () => {
    const hanging = await office.subscribe();
    const other = await office.subscribe();
    const hands: (() => void)[] = [];
    office.answers(({ to }) =>
      to === hanging.id ? new Promise((resolve) => hands.push(() => resolve(TIMEOUT))) : { met: 'delivered' },
    );
    for (const letter of ['7', '8']) await office.announcing.announce(announcement(1, letter));
    const watch = office.instance();
    watch.start();
    await until(() => office.whats(other).length === 2);
    await office.announcing.announce(announcement(2, '9'));
    await until(() => office.whats(other).length === 3);
    expect(office.whats(hanging)).toEqual(['7/1']);
    // Its other requests wait for another round, and are not thrown after the first.
    hands.shift()!();
    await until(() => hands.length === 1);
    expect(office.whats(hanging)).toEqual(['7/1', '8/1']);
    const stopped = watch.stop();
    hands.shift()!();
    await stopped;
    expect(office.whats(hanging)).toEqual(['7/1', '8/1']);
  });

  it('is waited for when the bot stops, and then nothing more begins', async () => {
    await office.subscribe();
    let answer: () => void = () => undefined;
    office.answers(() => new Promise((resolve) => (answer = () => resolve({ met: 'delivered' }))));
    for (const n of [1, 2]) await office.announcing.announce(announcement(n));
    const watch = office.instance();
    watch.start();
    await until(() => office.called.length === 1);
    let isStopped = false;
    const stopped = watch.stop().then(() => (isStopped = true));
    await turns();
    expect(isStopped).toBe(false);
    answer();
    await stopped;
    expect(office.whats()).toEqual(['7/1']);
    expect(await office.deliveries.left()).toMatchObject([{ announcement: { id: announcement(2).id } }]);
  });
});

it('goes on where it was stopped and is started again, as everything that was held is', async () => {
  await office.subscribe();
  const watch = office.instance();
  watch.start();
  await watch.stop();
  for (const n of [1, 2]) await office.announcing.announce(announcement(n));
  await turns();
  expect(office.called).toEqual([]);
  watch.start();
  try {
    await until(() => office.whats().length === 2);
  } finally {
    await watch.stop();
  }
});

describe('Several instances', () => {
  it('deliver each thing once while all is well', async () => {
    const subscribed = [await office.subscribe(), await office.subscribe(), await office.subscribe()];
    for (const letter of ['7', '8', '9'])
      for (let n = 1; n <= 5; n += 1) await office.announcing.announce(announcement(n, letter));
    const [one, two] = [office.instance(), office.instance()];
    while ((await office.deliveries.left()).length > 0) await Promise.all([one.look(), two.look()]);
    for (const to of subscribed) {
      const whats = office.whats(to);
      expect(new Set(whats).size).toBe(15);
      expect(whats).toHaveLength(15);
    }
  });

  it('deliver again, under the same id, what one delivered and did not live to write down', async () => {
    await office.subscribe();
    for (const n of [1, 2]) await office.announcing.announce(announcement(n));
    const dying = office.instance({
      deliveries: { ...office.deliveries, finish: () => Promise.reject(new Error('killed')) },
    });
    await dying.look();
    expect(office.whats()).toEqual(['7/1']);
    await office.instance().look();
    expect(office.whats()).toEqual(['7/1']);
    office.clock.now += MINUTE_MS;
    await office.instance().look();
    expect(office.whats()).toEqual(['7/1', '7/1', '7/2']);
  });

  it('let what the later of two met count, where the first came back after all', async () => {
    await office.subscribe();
    await office.announcing.announce(announcement(1));
    let late: () => void = () => undefined;
    office.answers((_called, n) =>
      n === 0 ? new Promise((resolve) => (late = () => resolve(FAILED))) : { met: 'delivered' },
    );
    const slow = office.instance().look();
    await until(() => office.called.length === 1);
    office.clock.now += MINUTE_MS;
    await office.instance().look();
    late();
    await slow;
    expect(await office.deliveries.left()).toEqual([]);
  });
});

describe('What nobody takes', () => {
  it('is tried for a day, then parked and told of once, and holds up nothing any more', async () => {
    await office.subscribe();
    office.answers(({ what }) => (what === '7/2' ? { met: 'delivered' } : FAILED));
    for (const n of [1, 2]) await office.announcing.announce(announcement(n));
    await office.announcing.announce(announcement(1, '8'));
    await passes(DAY_MS - 1);
    expect(office.alerts).toEqual([]);
    expect((await office.deliveries.left()).every(({ parkedAt }) => parkedAt === undefined)).toBe(true);
    await passes(1);
    await passes(3 * MINUTE_MS, office.instance());
    expect(office.whats()).toContain('7/2');
    expect(await office.deliveries.left()).toMatchObject([
      { parkedAt: NOW + DAY_MS, problem: 'status-500' },
      { parkedAt: NOW + DAY_MS, problem: 'status-500' },
    ]);
    const tries = office.called.length;
    await passes(DAY_MS);
    expect(office.called).toHaveLength(tries);
    expect(office.alerts).toEqual(['deliveries-parked']);
  });

  it('is told of once also by two instances, and again only where telling failed', async () => {
    await office.subscribe();
    office.answers(() => FAILED);
    office.world.alertFault = true;
    await office.announcing.announce(announcement(1));
    const [one, two] = [office.instance(), office.instance()];
    await passes(DAY_MS + MINUTE_MS, one);
    expect(office.alerts).toEqual([]);
    office.world.alertFault = false;
    for (let n = 0; n < 4; n += 1) {
      office.clock.now += 10 * MINUTE_MS;
      await Promise.all([one.look(), two.look()]);
    }
    expect(office.alerts).toEqual(['deliveries-parked']);
  });

  it('is forgotten when nobody has looked for a month', async () => {
    await office.subscribe();
    office.answers(() => FAILED);
    await office.announcing.announce(announcement(1));
    const watch = office.instance();
    await passes(DAY_MS, watch);
    office.clock.now += 30 * DAY_MS - 1;
    await watch.look();
    expect(await office.deliveries.left()).toHaveLength(1);
    office.clock.now += 61 * MINUTE_MS;
    await watch.look();
    expect(await office.deliveries.left()).toEqual([]);
  });

  it('goes at once with a subscription that says it is over, and is told to nobody else less', async () => {
    const [gone, other] = [await office.subscribe(), await office.subscribe()];
    office.answers(({ to }) => (to === gone.id ? { met: 'gone' } : { met: 'delivered' }));
    for (const letter of ['7', '8']) await office.announcing.announce(announcement(1, letter));
    await office.instance().look();
    expect(office.whats(gone)).toEqual(['7/1']);
    expect(office.whats(other)).toHaveLength(2);
    expect(await office.subscriptions.all()).toEqual([other]);
    expect(await office.deliveries.left()).toEqual([]);
  });

  it('is nobody’s where it was written down while its subscription was ended, and is taken away', async () => {
    const one = await office.subscribe();
    await office.subscriptions.remove(one.id);
    await office.deliveries.add(one.id, announcement(1));
    await office.instance().look();
    expect(office.called).toEqual([]);
    expect(await office.deliveries.left()).toEqual([]);
  });
});

it('says in the log what was told and what was not, and never where', async () => {
  await office.subscribe();
  office.answers((_called, n) => (n === 0 ? FAILED : n === 1 ? { met: 'delivered' } : { met: 'gone' }));
  for (const n of [1, 2]) await office.announcing.announce(announcement(n));
  await office.instance().look();
  office.clock.now += MINUTE_MS;
  await office.instance().look();
  expect(office.log.lines).toMatchObject([
    { level: 'warn', kind: 'booked', outcome: 'status-500', tries: 1, requestId: announcement(1).requestId },
    { level: 'info', kind: 'booked', tries: 2 },
    { level: 'warn', kind: 'booked', tries: 1 },
  ]);
  const said = JSON.stringify(office.log.lines);
  expect(said).not.toContain(SECRET);
  expect(said).not.toContain('flows.example');
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 1));
}

async function turns(): Promise<void> {
  for (let n = 0; n < 20; n += 1) await new Promise((done) => setImmediate(done));
}
