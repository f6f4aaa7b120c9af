/** What is wrong once a town that was restored has come to rest: calendar, pool and requests have to say the same. */
import { overlaps } from '../../src/domain/intervals';
import type { RequestId } from '../../src/domain/request';
import type { Town } from './town';

/** A sentence each. */
export async function wrongsAfterwards(town: Town, known: readonly RequestId[]): Promise<readonly string[]> {
  const wrongs: string[] = [];
  const all: { id: RequestId; start: number; end: number }[] = [];
  for (const id of known) {
    const request = await town.state(id);
    const stands = request.state === 'offered' || request.state === 'booked';
    const events = town.events(id).map(({ immutableId }) => immutableId);
    const wanted = stands ? [request.event.id] : [];
    if (events.join() !== wanted.join())
      wrongs.push(`${id} (${request.state}) has ${events.length} events, not its ${wanted.length}`);
    const reserved = await town.reservations(id);
    all.push(...reserved.map(({ slot }) => ({ id, ...slot })));
    if (reserved.length !== wanted.length)
      wrongs.push(`${id} (${request.state}) holds ${reserved.length} times, not ${wanted.length}`);
    if (request.troubles?.length) wrongs.push(`${id} is in trouble: ${JSON.stringify(request.troubles)}`);
  }
  for (const [n, one] of all.entries())
    for (const other of all.slice(n + 1))
      if (overlaps(one, other)) wrongs.push(`${one.id} and ${other.id} are at the same time`);
  const strangers = town.microsoft365.tenant.events
    .list()
    .filter((event) => !known.some((id) => JSON.stringify(event).includes(`${id}-`)));
  return [...wrongs, ...strangers.map(({ start }) => `an event at ${start} is nobody's`)];
}
