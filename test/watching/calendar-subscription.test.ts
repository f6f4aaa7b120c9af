import { DAY_MS, errorsOf, ONE, useCalendarTown } from '../calendar-town';
import { FAY } from '../graph/sessions';
import { ORIGIN } from '../sandbox/microsoft365/subscriber';

const { clock, deliver, office, watching } = useCalendarTown();

describe('the subscription', () => {
  const standing = () => office.tenant.subscriptions.list();

  it('is made once, however many instances start at once', async () => {
    const { instance } = await watching();
    await Promise.all(Array.from({ length: 5 }, () => instance().look()));
    expect(standing()).toHaveLength(1);
    expect(standing()[0]!.clientState).toMatch(/^[\w-]{43}$/);
  });

  it('is renewed daily, and lives on for months', async () => {
    const { seen, session } = await watching();
    const one = await session(ONE);
    await seen();
    const [{ id } = {}] = standing();
    for (let day = 0; day < 100; day += 1) {
      clock.now += DAY_MS;
      await seen();
    }
    expect(standing()).toMatchObject([{ id }]);
    expect(await seen(() => office.tenant.events.respond(one, FAY.mail, 'accepted'))).toEqual([ONE]);
  });

  it('that ended while all instances were down is made anew, with a sweep', async () => {
    const { seen, session } = await watching();
    const one = await session(ONE);
    await seen();
    clock.now += 4 * DAY_MS;
    expect(await seen(() => office.tenant.events.remove(one))).toEqual([ONE]);
    expect(
      standing().filter(({ expirationDateTime }) => Date.parse(expirationDateTime) > clock.now),
    ).toHaveLength(1);
  });

  it('is renewed at once when Graph asks whether we may still have it', async () => {
    const { seen } = await watching();
    await seen();
    const [{ id, expirationDateTime } = { id: '', expirationDateTime: '' }] = standing();
    clock.now += 60_000;
    await seen(() => office.tenant.subscriptions.lifecycle(id, 'reauthorizationRequired'));
    expect(standing()[0]).toMatchObject({ id });
    expect(standing()[0]!.expirationDateTime > expirationDateTime).toBe(true);
  });

  it('that was removed is made anew, and what happened meanwhile is found', async () => {
    const { seen, session } = await watching();
    const one = await session(ONE);
    await seen();
    const [{ id } = { id: '' }] = standing();
    const act = async () => {
      office.tenant.subscriptions.lifecycle(id, 'subscriptionRemoved');
      office.tenant.events.respond(one, FAY.mail, 'declined');
    };
    expect(await seen(act)).toEqual([ONE]);
    expect(standing()).toHaveLength(1);
    expect(standing()[0]!.id).not.toBe(id);
  });

  it('is made anew, with a sweep, when Graph asks for one that is gone by now', async () => {
    const { seen, session, queue } = await watching();
    const one = await session(ONE);
    await seen();
    const [{ id } = { id: '' }] = standing();
    const act = async () => {
      office.tenant.subscriptions.remove(id);
      office.tenant.events.respond(one, FAY.mail, 'declined');
      await queue.send({ kind: 'lifecycle', event: 'reauthorizationRequired' });
    };
    expect(await seen(act)).toEqual([ONE]);
    expect(standing()).toHaveLength(1);
  });

  it('that was removed long ago is not made twice by being told of again', async () => {
    const { seen, queue } = await watching();
    await seen();
    const [{ id } = {}] = standing();
    await seen(async () => {
      for (let n = 0; n < 3; n += 1) await queue.send({ kind: 'lifecycle', event: 'subscriptionRemoved' });
    });
    expect(standing()).toMatchObject([{ id }]);
  });

  it('that missed something has it found at once', async () => {
    const { seen, session } = await watching();
    const one = await session(ONE);
    await seen();
    office.tenant.notices.conditions.lose = 1;
    const act = () => {
      office.tenant.events.respond(one, FAY.mail, 'declined');
      office.tenant.subscriptions.lifecycle(standing()[0]!.id, 'missed');
    };
    expect(await seen(act)).toEqual([ONE]);
  });

  it('that leads to an address of before is made anew, and the old one taken away', async () => {
    const { seen, instance } = await watching();
    await seen();
    deliver['https://moved.example'] = deliver[ORIGIN]!;
    const leadsTo = 'https://moved.example/api/graph/notifications';
    await instance(leadsTo).look();
    expect(standing()).toMatchObject([{ notificationUrl: leadsTo }]);
  });

  it('that cannot be made costs only time: the sweep goes on, and it is tried again', async () => {
    const { seen, session, log } = await watching();
    await session(ONE);
    office.tenant.faults.add({ kind: 'status', status: 403, path: '/subscriptions' });
    expect(await seen()).toEqual([ONE]);
    expect(errorsOf(log)).toEqual(['could not keep the subscription to the calendar; will try again']);
    expect(standing()).toEqual([]);
    await seen();
    expect(standing()).toEqual([]);
    clock.now += 2 * 60_000;
    await seen();
    expect(standing()).toHaveLength(1);
  });
});
