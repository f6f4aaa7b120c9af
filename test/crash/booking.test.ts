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
const TOWNS = 4;

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
});

afterAll(async () => {
  for (const { bot, town } of stages) {
    await bot.stop();
    await town.stop();
  }
});

it(
  'ends with exactly one event and one reservation, whichever outside call the bot is killed after',
  async () => {
    const unmet = await atEveryCall(leavesSomething, async (stage, target) => {
      const { town } = stage;
      const id = await town.request();
      const moment = atCall(town, id, target, () => stage.bot.kill());
      await approve(town, id);
      if (!(await moment.cameBefore(() => isArranged(town, id)))) return false;
      stage.bot = await town.startBot();
      await until(() => isArranged(town, id), `request ${id} to be offered after a kill at ${target}`);
      expect({ target, ...(await leftOf(town, id)) }).toEqual({ target, events: 1, reservations: 1 });
      return true;
    });
    expect(unmet).toEqual([]);
  },
  LONGEST_LOOP_MS,
);

it(
  'leaves no event and no reservation, whichever outside call the requester withdraws at',
  async () => {
    const unmet = await atEveryCall(isAny, async ({ town }, target) => {
      const id = await town.request();
      const moment = atCall(town, id, target, async () => {
        await town.workflow.handle({ kind: 'withdraw', requestId: id, by: theRequester });
      });
      await approve(town, id);
      if (!(await moment.cameBefore(() => isArranged(town, id)))) return false;
      await until(
        () => hasNothingToDo(town, id),
        `request ${id} to be undone after a withdrawal at ${target}`,
      );
      expect({ target, ...(await leftOf(town, id)) }).toEqual({ target, events: 0, reservations: 0 });
      expect(await town.state(id)).toMatchObject({ state: 'closed', outcome: { kind: 'withdrawn' } });
      return true;
    });
    expect(unmet).toEqual([]);
  },
  LONGEST_LOOP_MS,
);

/** How often a call that did not come is waited for in another booking: the two lanes race each other. */
const MOST_TRIES = 4;

/**
 * Tells a story for every such call that an undisturbed booking makes, each town taking the next. A story is true when its
 * call came. The calls that change something and never came, in any try.
 */
async function atEveryCall(
  isTold: (target: string) => boolean,
  story: (stage: Stage, target: string) => Promise<boolean>,
): Promise<string[]> {
  const targets = (await callsOfOneBooking(stages[0]!.town)).filter(isTold);
  const unmet: string[] = [];
  const told = await Promise.allSettled(
    stages.map(async (stage) => {
      for (let target = targets.shift(); target !== undefined; target = targets.shift()) {
        let met = false;
        for (let tries = 0; !met && tries < MOST_TRIES; tries += 1) met = await story(stage, target);
        if (!met && changesSomething(target)) unmet.push(target);
      }
    }),
  );
  // Not before all have come to their end: what still went on would disturb the next test.
  for (const each of told) if (each.status === 'rejected') throw each.reason;
  return unmet;
}

/** In order, each with how often it has come: `table POST /…/$batch #3`. */
async function callsOfOneBooking(town: Town): Promise<string[]> {
  // Until then the bot still looks at everything there is, as each does that has just started.
  await book(town, await town.request());
  const id = await town.request();
  const names: string[] = [];
  const count = countNames();
  town.gate.reset((call) => {
    if (isOfBooking(call, id)) names.push(count(call));
  });
  await book(town, id);
  return names;
}

async function book(town: Town, id: RequestId): Promise<void> {
  await approve(town, id);
  await until(() => isArranged(town, id), `request ${id} to be offered`);
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

interface Moment {
  /** Whether the call came, and all that happens at it is done, before the booking was over. */
  cameBefore(isOver: () => Promise<boolean>): Promise<boolean>;
}

/** Acts once the named call of booking has taken effect, before its answer goes back. */
function atCall({ gate }: Town, id: RequestId, target: string, act: () => Promise<void>): Moment {
  let begun = false;
  let done = false;
  const count = countNames();
  gate.reset(async (call) => {
    if (begun || !isOfBooking(call, id) || count(call) !== target) return;
    begun = true;
    await act();
    done = true;
  });
  return {
    async cameBefore(isOver) {
      await until(async () => begun || (await isOver()), `${target} or the end`);
      gate.reset();
      if (begun) await until(async () => done, `what happens at ${target}`);
      return begun;
    },
  };
}

/** Names calls as they come, each with its number among those of the same name. */
function countNames(): (call: PassedCall) => string {
  const seen = new Map<string, number>();
  return (call) => {
    const name = nameOf(call);
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return `${name} #${number}`;
  };
}

/**
 * What names the request, and what Graph and Teams are asked. Looking whether there is work is not part of any booking, nor
 * is what a bot that starts and the watches read, each at its own time.
 */
function isOfBooking({ to, method, path, body }: PassedCall, id: RequestId): boolean {
  if (to === 'graph') return !/event-changes|calendarView/.test(path);
  if (to === 'teams') return true;
  const isOfWakeUp = to === 'queue' && method !== 'GET' && path.includes('wake-ups');
  return isOfWakeUp || path.includes(id) || body.includes(id);
}

function isAny(): boolean {
  return true;
}

/** After a call that only reads a kill finds what it finds after the call before. */
function leavesSomething(target: string): boolean {
  return !/ GET /.test(target);
}

/** Reading, waking and leasing only decide who works when. */
function changesSomething(target: string): boolean {
  return !/^queue | GET |lease-/.test(target);
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
