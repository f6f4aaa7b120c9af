import { createArrangedSessions } from '../../src/watching/arranged-sessions';
import { addDays } from '../../src/domain/calendar';
import type { Facilitator } from '../../src/domain/facilitator';
import { defaultPolicy } from '../../src/domain/policy';
import type { Command, Request } from '../../src/domain/request';
import { createPoolWatch } from '../../src/watching/pool-watch';
import type { PoolMessenger } from '../../src/ports/pool';
import { aFacilitator, aRequest, aReservation, askedAt, aSlot, at } from '../builders';
import { createMemoryPool } from '../memory/pool';

interface Told {
  readonly to: string;
  readonly what: string;
}

function watching(facilitators: readonly Facilitator[], open: readonly Request[] = []) {
  const told: Told[] = [];
  const handled: Command[] = [];
  const world = { now: askedAt, answer: 'shown' as 'shown' | 'nowhere' };
  const pool = createMemoryPool({ cut: false }, facilitators);
  const messenger: PoolMessenger = {
    async tell(to, { name }, notice) {
      if (world.answer === 'shown') told.push({ to, what: `${notice.kind} ${name}` });
      return world.answer;
    },
  };
  const arranged = createArrangedSessions({
    openRequests: { all: async () => open },
    workflow: {
      async handle(command) {
        handled.push(command);
        return { accepted: true, request: open[0]! };
      },
    },
  });
  const errors: string[] = [];
  const watch = createPoolWatch({
    pool,
    arranged,
    messenger,
    policy: defaultPolicy,
    now: () => world.now,
    log: { error: (_fields, message) => void errors.push(message) },
  });
  return { watch, told, handled, world, pool, errors };
}

const ending = aFacilitator({ trainedUntil: addDays('2026-11-24', 60) });

describe('Training about to end', () => {
  it('is told to both, once', async () => {
    const { watch, told } = watching([ending]);
    await watch.look();
    await watch.look();
    expect(told).toEqual([
      { to: 'coordinators', what: `training-ending ${ending.name}` },
      { to: 'facilitator', what: `training-ending ${ending.name}` },
    ]);
  });

  it.each([
    ['when it is a day too early', aFacilitator({ trainedUntil: addDays('2026-11-24', 61) })],
    ['when it has ended', aFacilitator({ trainedUntil: '2026-11-23' })],
    ['of somebody who left', aFacilitator({ ...ending, leftOn: '2026-11-24' })],
  ])('is not told %s', async (_when, facilitator) => {
    const { watch, told } = watching([facilitator]);
    await watch.look();
    expect(told).toEqual([]);
  });

  it.each(['2026-11-24T08:59', '2026-11-24T17:00', '2026-11-28T10:00', '2026-12-25T10:00'])(
    'is not told at %s',
    async (when) => {
      const { watch, told, world } = watching([ending]);
      world.now = at(when);
      await watch.look();
      expect(told).toEqual([]);
    },
  );

  it('is told later when there is no channel yet', async () => {
    const { watch, told, world } = watching([ending]);
    world.answer = 'nowhere';
    await watch.look();
    world.answer = 'shown';
    await watch.look();
    expect(told).toHaveLength(2);
  });

  it('is told again when it has been renewed and runs out once more', async () => {
    const { watch, told, world, pool } = watching([ending]);
    await watch.look();
    const was = await pool.find(ending.id);
    await pool.save(
      { ...ending, trainedUntil: '2028-01-24' },
      { at: 0, by: 'system', changed: [] },
      was!.version,
    );
    world.now = at('2027-12-06T10:00');
    await watch.look();
    expect(told).toHaveLength(4);
  });
});

it('asks for declared hours to be confirmed before they are unknown', async () => {
  const declared = { on: '2026-09-05', week: {}, exceptions: [], leave: [] };
  const { watch, told } = watching([aFacilitator({ declared })]);
  await watch.look();
  expect(told.map(({ what }) => what.split(' ')[0])).toEqual(['declaration-ageing', 'declaration-ageing']);
});

it('prompts coordinators of somebody who has not facilitated for half a year, unless a session is coming', async () => {
  const idle = aFacilitator({ facilitatedBefore: '2026-05-24' });
  const { watch, told, pool } = watching([idle]);
  await pool.reserve(idle.id, aReservation({ slot: aSlot('2026-12-08T10:00') }), defaultPolicy);
  await watch.look();
  expect(told).toEqual([]);
  await pool.release(idle.id, 'another-request', 1);
  await watch.look();
  expect(told).toEqual([{ to: 'coordinators', what: `not-facilitated ${idle.name}` }]);
});

describe('An arranged session whose facilitator is no longer available', () => {
  it.each<[string, Partial<Facilitator>, string[]]>([
    ['paused', { pauses: [{ from: '2026-12-08', until: '2026-12-08' }] }, ['facilitator-paused']],
    ['paused before', { pauses: [{ from: '2026-11-08', until: '2026-12-07' }] }, []],
    ['without training on the day', { trainedUntil: '2026-12-07' }, ['facilitator-untrained']],
    ['gone by then', { leftOn: '2026-12-08' }, ['facilitator-left']],
    ['gone the day after', { leftOn: '2026-12-09' }, []],
    ['there', {}, []],
  ])('is found: %s', async (_how, over, expected) => {
    const { watch, handled } = watching([aFacilitator(over)], [aRequest.booked()]);
    await watch.look();
    expect(handled.flatMap((each) => (each.kind === 'trouble-met' ? [each.trouble.kind] : []))).toEqual(
      expected,
    );
  });

  it('is told no more when they are back', async () => {
    const troubled = aRequest.offered({ troubles: [{ kind: 'facilitator-paused', attempt: 1 }] });
    const { watch, handled } = watching([aFacilitator()], [troubled]);
    await watch.look();
    expect(handled).toMatchObject([{ kind: 'trouble-over', trouble: { kind: 'facilitator-paused' } }]);
  });

  it('counts whoever comes beside the facilitator, but no training of an observer', async () => {
    const beside = { facilitator: aFacilitator({ id: 'beside' }), as: 'observer' as const };
    const trainee = aFacilitator({ id: 'beside', trainedUntil: '2020-01-01' });
    const open = [aRequest.booked({ beside })];
    const fine = watching([trainee], open);
    await fine.watch.look();
    expect(fine.handled).toEqual([]);
    const left = watching([{ ...trainee, leftOn: '2026-12-01' }], open);
    await left.watch.look();
    expect(left.handled).toMatchObject([{ trouble: { kind: 'beside-unavailable' } }]);
  });
});
