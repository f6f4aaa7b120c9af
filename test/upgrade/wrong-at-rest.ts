/** What is wrong once a version has gone on with what an earlier one had kept, a sentence each. */
import { overlaps } from '../../src/domain/intervals';
import type { State } from '../../src/domain/request';
import { isStanding } from '../../src/domain/rearranging';
import type { Before } from './carrying-on';
import type { System } from './system';

/** The design's table of states; whatever is open can be closed. */
const MOVES: Readonly<Record<State, readonly State[]>> = {
  submitted: ['returned', 'approved', 'closed'],
  returned: ['submitted', 'closed'],
  approved: ['submitted', 'offered', 'booked', 'closed'],
  offered: ['booked', 'submitted', 'closed'],
  booked: ['uncovered', 'held', 'submitted', 'closed'],
  uncovered: ['booked', 'submitted', 'closed'],
  held: ['closed'],
  closed: [],
};

/** Longer than an evaluation is open, with Christmas in between. */
const LONG_OVER_MS = 30 * 24 * 60 * 60_000;

export async function wrongAtRest(system: System, before: readonly Before[]): Promise<readonly string[]> {
  return [
    ...(await lost(system, before)),
    ...(await wronglyMoved(system, before)),
    ...(await wrongInCalendar(system, before)),
    ...(await heldTwice(system)),
    ...(await givenUp(system)),
    ...(await stuck(system)),
    ...toldTwice(system),
  ];
}

/** Requests, and what their histories said. */
async function lost({ requests }: System, before: readonly Before[]): Promise<readonly string[]> {
  const wrongs: string[] = [];
  for (const { request, history } of before) {
    if (!(await requests.load(request.id))) wrongs.push(`${request.id} is lost`);
    const after = (await requests.history(request.id)).map((entry) => JSON.stringify(entry));
    const missing = history.filter((entry) => !after.includes(entry));
    if (missing.length > 0) wrongs.push(`${request.id} has lost ${missing.length} lines of its history`);
  }
  return wrongs;
}

async function wronglyMoved({ requests }: System, before: readonly Before[]): Promise<readonly string[]> {
  const wrongs: string[] = [];
  for (const { request, history } of before)
    for (const { from, to, what } of (await requests.history(request.id)).slice(history.length))
      if (from && to && from !== to && !MOVES[from].includes(to))
        wrongs.push(`${request.id} went from ${from} to ${to} by ${what}`);
  return wrongs;
}

async function wrongInCalendar(
  { requests, microsoft365 }: System,
  before: readonly Before[],
): Promise<readonly string[]> {
  const wrongs: string[] = [];
  for (const { request: earlier } of before) {
    const { request } = (await requests.load(earlier.id))!;
    const events = microsoft365.tenant.events
      .list()
      .filter((event) => JSON.stringify(event.extendedProperties).includes(`${request.id}-`));
    const stands = request.state === 'offered' || isStanding(request);
    const isOver = request.state === 'held' || request.state === 'closed';
    if (stands ? events.length !== 1 : events.length > (isOver ? 1 : 0))
      wrongs.push(`${request.id} (${request.state}) has ${events.length} events`);
    if (stands && events[0] && events[0].immutableId !== request.event.id)
      wrongs.push(`${request.id} (${request.state}) knows another event than its own`);
  }
  return wrongs;
}

async function heldTwice({ pool }: System): Promise<readonly string[]> {
  return (await pool.all()).flatMap(({ facilitator, reservations }) =>
    reservations
      .filter(({ state }) => state === 'held')
      .flatMap((one, n, all) =>
        all
          .slice(n + 1)
          .filter((other) => other.requestId !== one.requestId && overlaps(one.slot, other.slot))
          .map(
            ({ requestId }) => `${facilitator.id} is reserved twice, for ${one.requestId} and ${requestId}`,
          ),
      ),
  );
}

/** Its session is long over, and so is what is asked about it. */
async function stuck({ openRequests, now }: System): Promise<readonly string[]> {
  return (await openRequests.all())
    .filter((request) => 'match' in request && request.match.slot.end < now() - LONG_OVER_MS)
    .map(({ id, state }) => `${id} is still ${state}`);
}

async function givenUp({ workbench }: System): Promise<readonly string[]> {
  const works = await Promise.all((await workbench.open()).map((id) => workbench.work(id)));
  return works.flatMap((work) =>
    (work?.effects ?? [])
      .filter(({ parked }) => parked !== undefined)
      .map(({ effect }) => `${effect.kind} of ${work!.loaded.request.id} was given up on`),
  );
}

/** Programs hear of each event once; told again it would have the same id. */
function toldTwice({ programs }: System): readonly string[] {
  const ids = programs.heard.map(({ body }) => String(body['id']));
  return [...new Set(ids.filter((id, n) => ids.indexOf(id) !== n))].map(
    (id) => `programs were told ${id} twice`,
  );
}
