/**
 * What the protocol of booking promises, tried at every outside call it makes: the bot killed right after the call took
 * effect and started again, or the requester withdrawing at that very moment.
 */
import type { RequestId } from '../../src/domain/request';
import { theCoordinator, theRequester } from '../builders';
import type { BotProcess } from '../sandbox/bot-process';
import { buildTown, type Town } from './town';
import type { PassedCall } from './gate';
import { until } from './until';

const LONGEST_LOOP_MS = 30 * 60_000;
/** Most of a story is waiting for the queue, so several are told side by side, each in a town of its own. */
const TOWNS = 3;

interface Stage {
  readonly town: Town;
  bot: BotProcess;
}

let stages: Stage[];

beforeAll(async () => {
  stages = await Promise.all(
    Array.from({ length: TOWNS }, async () => {
      const town = await buildTown();
      return { town, bot: await town.startBot() };
    }),
  );
}, 180_000);

afterAll(async () => {
  for (const { bot, town } of stages) {
    await bot.stop();
    await town.stop();
  }
}, 60_000);

it(
  'ends with exactly one event and one reservation, whichever outside call the bot is killed after',
  async () => {
    const killedAfter = await atEveryCall(async (stage, number) => {
      const { town } = stage;
      const id = await town.request();
      const moment = atCall(town, number, () => stage.bot.kill());
      await approve(town, id);
      await until(
        async () => moment.met !== undefined || (await isArranged(town, id)),
        `call ${number} or the end`,
      );
      if (moment.met === undefined) return undefined;
      town.gate.reset();
      stage.bot = await town.startBot();
      await until(() => isArranged(town, id), `request ${id} to be offered after a kill at ${moment.met}`);
      expect({ call: moment.met, ...(await leftOf(town, id)) }).toEqual({
        call: moment.met,
        events: 1,
        reservations: 1,
      });
      return moment.met;
    });
    expect(await missing(killedAfter)).toEqual([]);
  },
  LONGEST_LOOP_MS,
);

it(
  'leaves no event and no reservation, whichever outside call the requester withdraws at',
  async () => {
    const withdrawnAt = await atEveryCall(async ({ town }, number) => {
      const id = await town.request();
      const moment = atCall(town, number, async () => {
        await town.workflow.handle({ kind: 'withdraw', requestId: id, by: theRequester });
      });
      await approve(town, id);
      await until(
        async () => moment.met !== undefined || (await isArranged(town, id)),
        `call ${number} or the end`,
      );
      if (moment.met === undefined) return undefined;
      await until(
        () => hasNothingToDo(town, id),
        `request ${id} to be undone after a withdrawal at ${moment.met}`,
      );
      expect({ call: moment.met, ...(await leftOf(town, id)) }).toEqual({
        call: moment.met,
        events: 0,
        reservations: 0,
      });
      expect(await town.state(id)).toMatchObject({ state: 'closed', outcome: { kind: 'withdrawn' } });
      return moment.met;
    });
    expect(await missing(withdrawnAt)).toEqual([]);
  },
  LONGEST_LOOP_MS,
);

/** Tells a story for call 1, 2, 3 … until booking ends before the call is reached; the names of all calls met. */
async function atEveryCall(
  story: (stage: Stage, number: number) => Promise<string | undefined>,
): Promise<Set<string>> {
  const met = new Set<string>();
  await Promise.all(
    stages.map(async (stage, first) => {
      for (let number = 1 + first; ; number += TOWNS) {
        const call = await story(stage, number);
        if (call === undefined) return;
        met.add(call);
      }
    }),
  );
  return met;
}

/**
 * Kinds of calls that booking makes when nobody disturbs it and that were not met. The two lanes run side by side, so
 * calls come in an order of their own each time; but each kind must have had its turn.
 */
async function missing(met: ReadonlySet<string>): Promise<string[]> {
  const { town } = stages[0]!;
  const id = await town.request();
  town.gate.reset();
  await approve(town, id);
  await until(() => isArranged(town, id), `request ${id} to be offered`);
  const wanted = new Set(town.gate.calls.filter(isOfBooking).map(nameOf));
  return [...wanted].filter((call) => !met.has(call));
}

async function approve({ workflow }: Town, requestId: RequestId): Promise<void> {
  const { accepted } = await workflow.handle({
    kind: 'approve',
    matchId: '1-1',
    requestId,
    by: theCoordinator,
  });
  expect(accepted).toBe(true);
}

/** Acts once the so-many-th call of booking has taken effect, before its answer goes back; `met` then names it. */
function atCall({ gate }: Town, number: number, act: () => Promise<void>): { met?: string } {
  const moment: { met?: string } = {};
  let passed = 0;
  gate.reset(async (call) => {
    if (!isOfBooking(call)) return;
    passed += 1;
    if (passed !== number) return;
    await act();
    moment.met = nameOf(call);
  });
  return moment;
}

/** Looking whether there is work is not part of any booking. */
function isOfBooking({ to, method, path }: PassedCall): boolean {
  const looksForWork = to === 'queue' && method === 'GET';
  const isOfReadiness = path.includes('ping') || path.includes('comp=metadata');
  return !looksForWork && !isOfReadiness;
}

function nameOf({ to, method, path }: PassedCall): string {
  const withoutIds = decodeURIComponent(path)
    .replace(/\?(?!.*RowKey).*$/, '')
    .replace(/\d{4}crash/g, '{request}')
    .replace(/(events|onlineMeetings|activities|messages)\/[^/?]+/g, '$1/{id}');
  return `${to} ${method} ${withoutIds}`;
}

async function isArranged(town: Town, id: RequestId): Promise<boolean> {
  return (await town.state(id)).state === 'offered' && hasNothingToDo(town, id);
}

async function hasNothingToDo(town: Town, id: RequestId): Promise<boolean> {
  return (await town.toDo(id)).length === 0;
}

async function leftOf(town: Town, id: RequestId): Promise<{ events: number; reservations: number }> {
  return { events: town.events(id).length, reservations: (await town.reservations(id)).length };
}
