/** Many people at once: one decision each time, and the others told so. */
import type { RequestId } from '../../src/domain/request';
import { anotherCoordinator, theCoordinator, theRequester } from '../builders';
import type { BotProcess } from '../sandbox/bot-process';
import { buildTown, type Town } from './town';
import { until } from './until';

let town: Town;
let bot: BotProcess;

beforeAll(async () => {
  town = await buildTown();
  bot = await town.startBot();
});

afterAll(async () => {
  await bot.stop();
  await town.stop();
});

it('makes one event of 50 approvals of one request at the same moment', async () => {
  const id = await town.request();
  const by = [theCoordinator, anotherCoordinator];
  const handled = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      town.workflow.handle({ kind: 'approve', matchId: '1-1', requestId: id, by: by[n % 2]! }),
    ),
  );
  const refusals = handled.flatMap((each) => (each.accepted ? [] : [each.refusal.refused]));
  expect(refusals).toEqual(Array.from({ length: 49 }, () => 'already-decided'));
  await until(() => isSettled(id), 'the approved request to be offered');
  expect(await leftOf(id)).toEqual({ state: 'offered', events: 1, reservations: 1 });
});

it("gives a facilitator's hour to one of two requests and the other back to the coordinators, saying why", async () => {
  const one = await town.request();
  const other = await town.request(one);
  await Promise.all([one, other].map(approve));
  await until(async () => (await isSettled(one)) && (await isSettled(other)), 'both requests to be settled');
  const ends = [await leftOf(one), await leftOf(other)].sort((a, b) => b.events - a.events);
  expect(ends).toEqual([
    { state: 'offered', events: 1, reservations: 1 },
    { state: 'submitted', events: 0, reservations: 0 },
  ]);
  const states = [await town.state(one), await town.state(other)];
  expect(states).toContainEqual(
    expect.objectContaining({ setback: { why: 'slot-taken', facilitator: 'Fay Facilitate' } }),
  );
});

it('ends the same way for approving and withdrawing at the same moment: nothing is left over', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => town.request()));
  await Promise.all(
    ids.flatMap((requestId) => [
      approve(requestId),
      town.workflow.handle({ kind: 'withdraw', requestId, by: theRequester }),
    ]),
  );
  await until(
    async () => (await Promise.all(ids.map(isSettled))).every(Boolean),
    'all requests to be settled',
  );
  for (const id of ids) expect(await leftOf(id)).toEqual({ state: 'closed', events: 0, reservations: 0 });
});

async function approve(requestId: RequestId): Promise<void> {
  await town.workflow.handle({ kind: 'approve', matchId: '1-1', requestId, by: theCoordinator });
}

async function isSettled(id: RequestId): Promise<boolean> {
  return (await town.state(id)).state !== 'approved' && (await town.toDo(id)).length === 0;
}

async function leftOf(id: RequestId): Promise<{ state: string; events: number; reservations: number }> {
  const { state } = await town.state(id);
  return { state, events: town.events(id).length, reservations: (await town.reservations(id)).length };
}
