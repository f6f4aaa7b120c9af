import { SWEEP_EVERY_MS } from '../../src/watching/calendar-sweep';
import { aRequest } from '../builders';
import { DAY_MS, errorsOf, ONE, TWO, useCalendarTown } from '../calendar-town';
import { FAY } from '../graph/sessions';
import { ORIGIN } from '../sandbox/microsoft365/subscriber';
import { ORGANISER_ID } from '../sandbox/people';

const { clock, office, deliver, watching } = useCalendarTown();

describe('when Graph tells', () => {
  it('a session is looked at soon after anybody changed it, and no other', async () => {
    const { session, seen } = await watching();
    const [one] = [await session(ONE), await session(TWO)];
    expect(await seen()).toEqual([ONE, TWO]);
    const { events } = office.tenant;
    expect(await seen(() => events.respond(one, FAY.mail, 'accepted'))).toEqual([ONE]);
    expect(
      await seen(() => events.move(one, { start: '2026-12-20T09:00Z', end: '2026-12-20T10:30Z' })),
    ).toEqual([ONE]);
    expect(await seen(() => events.remove(one))).toEqual([ONE]);
    expect(await seen()).toEqual([]);
  });

  it.each([
    ['doubled', { doubled: true }],
    ['reordered', { reorder: 4 }],
    ['late', { lateMs: 20 }],
  ])('notifications that are %s make one look each', async (_what, conditions) => {
    const { session, seen } = await watching();
    const [one, two] = [await session(ONE), await session(TWO)];
    await seen();
    Object.assign(office.tenant.notices.conditions, conditions);
    const { events } = office.tenant;
    const act = () => {
      for (const id of [one, two, one, two]) events.respond(id, FAY.mail, 'accepted');
    };
    expect(await seen(act)).toEqual([ONE, TWO]);
  });

  it('of events that are no session of ours, or no open one, nothing is looked at', async () => {
    const { session, seen } = await watching();
    const closed = await session(ONE, { ...aRequest.closed({ id: ONE }) });
    await seen();
    const act = async () => {
      office.tenant.events.respond(closed, FAY.mail, 'accepted');
      const when = (hour: number) => ({ dateTime: `2026-12-10T${hour}:00:00`, timeZone: 'UTC' });
      await office.graph().post(`/users/${ORGANISER_ID}/events`, { start: when(10), end: when(11) });
    };
    expect(await seen(act)).toEqual([]);
  });

  it('a thousand times at once, one scan finds what is meant', async () => {
    const { session, seen, scans } = await watching();
    const one = await session(ONE);
    await seen();
    scans.count = 0;
    const act = () => {
      for (let n = 0; n < 500; n += 1) office.tenant.events.respond(one, FAY.mail, 'accepted');
      for (let n = 0; n < 500; n += 1) office.tenant.events.respond(one, FAY.mail, 'declined');
    };
    expect(new Set(await seen(act))).toEqual(new Set([ONE]));
    expect(office.tenant.notices.sent().every(({ status }) => status === 202)).toBe(true);
    expect(scans.count).toBeLessThanOrEqual(2);
  });

  it('and what it tells with another secret is left out', async () => {
    const { session, seen } = await watching();
    const one = await session(ONE);
    await seen();
    const forged = {
      value: [{ clientState: 'guess', changeType: 'updated', resourceData: { id: one } }],
    };
    const act = async () => {
      const response = await fetch(`${deliver[ORIGIN]}/api/graph/notifications`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(forged),
      });
      expect(response.status).toBe(202);
    };
    expect(await seen(act)).toEqual([]);
  });
});

describe('when Graph does not tell', () => {
  it.each([
    ['notifications are off', { off: true }, true],
    ['some are lost', { lose: 99 }, true],
    ['it cannot reach us at all', {}, false],
  ])('because %s, the sweep finds what was changed, only later', async (_what, conditions, reachable) => {
    const { session, seen } = await watching({ reachable });
    const [one, two] = [await session(ONE), await session(TWO)];
    await seen();
    Object.assign(office.tenant.notices.conditions, conditions);
    const { events } = office.tenant;
    const act = () => {
      events.respond(one, FAY.mail, 'accepted');
      events.remove(two);
    };
    expect(await seen(act)).toEqual([]);
    clock.now += SWEEP_EVERY_MS;
    expect(await seen()).toEqual([ONE, TWO]);
    clock.now += SWEEP_EVERY_MS;
    expect(await seen()).toEqual([]);
  });

  it('and has forgotten where we were, everything is looked at', async () => {
    const { session, seen } = await watching({ reachable: false });
    await session(ONE);
    await seen();
    office.tenant.loseDeltaTokens();
    clock.now += SWEEP_EVERY_MS;
    expect(await seen()).toEqual([ONE]);
    clock.now += SWEEP_EVERY_MS;
    expect(await seen()).toEqual([]);
  });

  it('each week the window is laid anew, with a look at everything, at what is not in it too', async () => {
    const { session, seen } = await watching({ reachable: false });
    await session(ONE);
    await session(TWO, { event: { id: 'never-there', iCalUId: 'x' } });
    await seen();
    clock.now += 7 * DAY_MS - 1;
    expect(await seen()).toEqual([]);
    clock.now += SWEEP_EVERY_MS;
    expect(await seen()).toEqual([ONE, TWO]);
    const asked = office.calls().filter((call) => call.includes('startDateTime'));
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain('startDateTime=2026-11-23T00:00:00.000Z&endDateTime=2027-06-05T23:00:00.000Z');
  });

  it.each([
    ['an hour', 60 * 60_000, [ONE]],
    ['a month', 30 * DAY_MS, [ONE, TWO]],
  ])(
    'and a clock has gone wrong by %s, the sweep goes on once it is right again',
    async (_what, ahead, looks) => {
      const { session, seen } = await watching({ reachable: false });
      const [one] = [await session(ONE), await session(TWO)];
      await seen();
      clock.now += ahead;
      await seen();
      clock.now -= ahead;
      expect(await seen(() => office.tenant.events.respond(one, FAY.mail, 'accepted'))).toEqual(looks);
    },
  );

  it('because the mailbox is full, even of what changed, every session is looked at', async () => {
    const { session, seen, log } = await watching({ reachable: false });
    await session(ONE);
    await seen();
    office.tenant.faults.add({ kind: 'status', status: 403, code: 'ErrorQuotaExceeded', path: '/delta' });
    clock.now += SWEEP_EVERY_MS;
    expect(await seen()).toEqual([ONE]);
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });

  it('a sweep that fails is made again, and forgets nothing', async () => {
    const { session, seen, watch } = await watching({ reachable: false });
    const one = await session(ONE);
    await seen();
    office.tenant.events.respond(one, FAY.mail, 'accepted');
    office.tenant.faults.add({ kind: 'status', status: 503, path: '/delta', times: 3 });
    clock.now += SWEEP_EVERY_MS;
    await expect(watch.look()).rejects.toThrow('503');
    clock.now += SWEEP_EVERY_MS;
    expect(await seen()).toEqual([ONE]);
  });
});

describe('a session that cannot be looked at', () => {
  it('is looked at again, and holds up no other', async () => {
    const { session, seen, broken, log } = await watching();
    const [one, two] = [await session(ONE), await session(TWO)];
    await seen();
    broken.add(ONE);
    const act = () => [one, two].forEach((id) => office.tenant.events.respond(id, FAY.mail, 'accepted'));
    expect(await seen(act)).toEqual([ONE, TWO]);
    expect(errorsOf(log)).toEqual(['could not look at a session; will try again']);
  });

  it('is not forgotten when the sweep had found it', async () => {
    const { session, seen, broken } = await watching({ reachable: false });
    const one = await session(ONE);
    await seen();
    broken.add(ONE);
    clock.now += SWEEP_EVERY_MS;
    expect(await seen(() => office.tenant.events.remove(one))).toEqual([ONE]);
  });
});

describe('several instances', () => {
  it('sweep once between them', async () => {
    const { instance } = await watching({ reachable: false });
    await Promise.all(Array.from({ length: 5 }, () => instance().look()));
    expect(office.calls().filter((call) => call.includes('/delta'))).toHaveLength(1);
  });

  it('started and stopped, finish what they have in hand', async () => {
    const { instance, session, looked } = await watching();
    await session(ONE);
    const instances = [instance(), instance()];
    for (const each of instances) each.start();
    await Promise.all(instances.map((each) => each.stop()));
    await instance().look();
    expect(looked).toContain(ONE);
  });
});
