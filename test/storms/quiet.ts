/** When everything has been done that can be: seen by looking, never by waiting for some time. */
import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE_MS } from '../../src/domain/intervals';
import { isStale } from '../../src/domain/lanes';
import type { RequestId } from '../../src/domain/request';
import type { Town } from './town';

/** Real, and generous: what never comes to rest does not by then either, and a busy machine is no fault. */
const LONGEST_MS = 120_000;
/** How often it is looked at. */
const AGAIN_MS = 200;
/** Real. Longer than a call may be in hand that never comes back. */
const IN_HAND_MS = 5_000;
/** Longer than a lease, and than a message stays in the hands of whoever died. */
const LEASES_MINUTES = 6;
/** Longer than the longest wait for another try. */
const PATIENCE_MINUTES = 65;

/** Nothing breaks any more, everybody is up, clocks are right; whatever is due is done, and the calendar has been looked at. */
export async function comesToRest(town: Town, ids: readonly RequestId[]): Promise<void> {
  town.strikes.calm();
  Object.assign(town.tenant.notices.conditions, {
    off: false,
    lose: 0,
    doubled: false,
    lateMs: 0,
    reorder: 0,
  });
  await town.crew.up();
  town.redirect();
  town.crew.setSkews([]);
  await town.tenant.notices.settled();
  if (!(await goesOn(town, ids, IN_HAND_MS))) town.leasesLost.push(Date.now());
  for (const minutes of [LEASES_MINUTES, PATIENCE_MINUTES, PATIENCE_MINUTES]) {
    const looked = looks(town);
    town.jump(minutes * MINUTE_MS);
    if (minutes === PATIENCE_MINUTES)
      await until(async () => (looks(town) > looked ? [] : ['nobody has looked at the calendar']));
    await settles(town, ids);
  }
}

/** How often somebody has asked what has changed in the organiser's calendar. */
function looks({ tenant }: Town): number {
  return tenant.calls.list().filter(({ path }) => /calendarView\/delta/i.test(path)).length;
}

/** What is due now is done, or so much time has gone by: things may be broken. Whether it is done. */
export async function goesOn(town: Town, ids: readonly RequestId[], mostMs: number): Promise<boolean> {
  for (const end = Date.now() + mostMs; Date.now() < end; await pause(AGAIN_MS))
    if ((await allLeft(town, ids)).length === 0) return true;
  return false;
}

async function allLeft(town: Town, ids: readonly RequestId[]): Promise<readonly string[]> {
  return (await Promise.all(ids.map((id) => leftOf(town, id)))).flat();
}

/** Everything that is due now is done. */
export function settles(town: Town, ids: readonly RequestId[]): Promise<void> {
  return until(async () => {
    await town.tenant.notices.settled();
    const left = await allLeft(town, ids);
    const queues = await Promise.all(
      [town.tables.wakeUps, town.tables.eventChanges].map(async (queue) => {
        const { approximateMessagesCount = 0 } = await queue.getProperties();
        return approximateMessagesCount > 0 ? [`${approximateMessagesCount} messages in ${queue.name}`] : [];
      }),
    );
    return [...left, ...queues].flat();
  });
}

async function leftOf(town: Town, id: RequestId): Promise<readonly string[]> {
  const work = await town.workbench.work(id);
  if (!work) return [];
  const now = town.clock.now();
  const { request } = work.loaded;
  return [
    ...work.effects
      .filter(
        ({ effect, dueAt = 0, retryAt = 0 }) => isStale(effect, request) || Math.max(dueAt, retryAt) <= now,
      )
      .map(({ key }) => `${id} ${request.state} ${key}`),
    ...(request.state === 'approved' && work.effects.length === 0
      ? [`${id} is approved, with nothing to do`]
      : []),
  ];
}

/** Twice in a row, because what was done may have made more to do. */
async function until(left: () => Promise<readonly string[]>): Promise<void> {
  let quiet = 0;
  let last: readonly string[] = [];
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await pause(AGAIN_MS)) {
    last = await left();
    quiet = last.length === 0 ? quiet + 1 : 0;
    if (quiet === 2) return;
  }
  throw new NotQuiet(last);
}

/** Something goes on for ever, or nobody does it. */
export class NotQuiet extends Error {
  constructor(readonly left: readonly string[]) {
    super(`Expected everything to be done within ${LONGEST_MS / 1000} s, got left: ${left.join('; ')}`);
  }
}
