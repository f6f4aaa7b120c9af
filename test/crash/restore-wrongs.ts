/** What is wrong once a town that was restored has come to rest: calendar, pool and requests have to say the same. */
import { overlaps } from '../../src/domain/intervals';
import type { Request, RequestId } from '../../src/domain/request';
import type { Town } from './town';

/**
 * A sentence each.
 * @param withdrawn after the backup: restored, they are as before it, and their event is gone for good.
 */
export async function wrongsAfterwards(
  town: Town,
  known: readonly RequestId[],
  withdrawn: ReadonlySet<RequestId>,
): Promise<readonly string[]> {
  const wrongs: string[] = [];
  const all: { id: RequestId; start: number; end: number }[] = [];
  for (const id of known) {
    const request = await town.state(id);
    const stands = request.state === 'offered' || request.state === 'booked';
    const events = town.events(id).map(({ immutableId }) => immutableId);
    const wanted = stands ? [request.event.id] : [];
    // Then coordinators have to be told, who arrange it anew or close it.
    const isToldOf = withdrawn.has(id) && events.length === 0 && isOnTheirCard(request);
    if (events.join() !== wanted.join() && !isToldOf)
      wrongs.push(`${id} (${request.state}) has ${events.length} events, not its ${wanted.length}`);
    const reserved = await town.reservations(id);
    all.push(...reserved.map(({ slot }) => ({ id, ...slot })));
    if (reserved.length !== wanted.length)
      wrongs.push(`${id} (${request.state}) holds ${reserved.length} times, not ${wanted.length}`);
    if (request.troubles?.length && !isToldOf)
      wrongs.push(`${id} is in trouble: ${JSON.stringify(request.troubles)}`);
  }
  for (const [n, one] of all.entries())
    for (const other of all.slice(n + 1))
      if (overlaps(one, other)) wrongs.push(`${one.id} and ${other.id} are at the same time`);
  const strangers = town.microsoft365.tenant.events
    .list()
    .filter((event) => !known.some((id) => JSON.stringify(event).includes(`${id}-`)));
  return [...wrongs, ...strangers.map(({ start }) => `an event at ${start} is nobody's`)];
}

/** That the session has no event, or that nobody could be invited to it. */
function isOnTheirCard(request: Request): boolean {
  if (request.state !== 'booked') return false;
  return (
    request.outlook?.missing !== undefined ||
    (request.troubles ?? []).some(({ kind }) => kind === 'not-invited')
  );
}
