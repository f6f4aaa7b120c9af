/** Two programs that are told of requests: one that takes everything, one that has not for a day. */
import { referenceOf } from '../src/domain/request';
import { askedAt } from './builders';
import { createMemoryConnections, type MemoryConnections } from './memory/connections';

const HOUR_MS = 60 * 60_000;

export async function someConnections(): Promise<MemoryConnections> {
  const connections = createMemoryConnections(() => askedAt);
  const { subscriptions, deliveries } = connections;
  const subscribe = (host: string) =>
    subscriptions.add({
      caller: '0a1b2c3d-0000-4000-8000-000000000001',
      events: ['booked', 'changed', 'closed'],
      callbackUrl: `https://${host}/workflows/invented?sig=invented`,
    });
  await subscribe('prod-21.logic.flows.example');
  const dead = await subscribe('0a1b2c3d4e5f.07.environment.api.flows.example');
  const requestId = '7qf3k2m9xw0d4h5j6n8p1r2s3t';
  for (const [n, event] of (['booked', 'changed', 'closed'] as const).entries()) {
    const id = `${referenceOf(requestId).toLowerCase()}-effect-announce-${n}`;
    await deliveries.add(dead.id, {
      id,
      requestId,
      event,
      state: 'booked',
      happenedAt: askedAt + n * HOUR_MS,
    });
  }
  for (const [n, each] of (await deliveries.left()).entries())
    if (n < 2)
      await deliveries.keep(each, {
        ...each,
        tries: 30,
        problem: 'status-400',
        parkedAt: askedAt + 24 * HOUR_MS,
      });
  return connections;
}
