import { setTimeout as sleep } from 'node:timers/promises';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import type { WakeUps } from '../../src/ports';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();

function queue() {
  const warnings: { fields: object; message: string }[] = [];
  const log = { warn: (fields: object, message: string) => warnings.push({ fields, message }) };
  const client = embedded.storage.wakeUps;
  return { wakeUps: createWakeUps({ wakeUps: client, log }), client, warnings };
}

/** What shows up within a few seconds. */
async function next(wakeUps: WakeUps, withinMs = 5_000) {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    const received = await wakeUps.receive(16);
    if (received.length > 0) return received;
    await sleep(100);
  }
  return [];
}

it('a wake-up shows up a moment after it was sent, so that the save it tells of can arrive first', async () => {
  const { wakeUps } = queue();
  await wakeUps.send('request-one');
  expect(await wakeUps.receive(16)).toEqual([]);
  expect((await next(wakeUps)).map(({ requestId }) => requestId)).toEqual(['request-one']);
});

it('a wake-up in hand is nobody else’s, and done it is gone', async () => {
  const { wakeUps, client } = queue();
  await wakeUps.send('request-one');
  const [wakeUp] = await next(wakeUps);
  expect(await next(wakeUps, 500)).toEqual([]);
  await wakeUp!.done();
  expect((await client.getProperties()).approximateMessagesCount).toBe(0);
});

it('a wake-up put back shows up again when asked to', async () => {
  const { wakeUps } = queue();
  await wakeUps.send('request-one');
  const [wakeUp] = await next(wakeUps);
  await wakeUp!.again(1);
  const [back] = await next(wakeUps);
  expect(back?.requestId).toBe('request-one');
  await back!.done();
});

it('a wake-up somebody else has by now is left to them', async () => {
  const { wakeUps, client } = queue();
  await wakeUps.send('request-one');
  const [late] = await next(wakeUps);
  await late!.again(0);
  const [current] = await next(wakeUps);
  await late!.done();
  await late!.again(0);
  expect((await client.getProperties()).approximateMessagesCount).toBe(1);
  await current!.done();
  await current!.done();
});

it('never expires and holds nothing but the id', async () => {
  const { wakeUps, client } = queue();
  await wakeUps.send('request-one');
  await sleep(1_100);
  const [message] = (await client.receiveMessages()).receivedMessageItems;
  expect(JSON.parse(message!.messageText)).toEqual({ requestId: 'request-one' });
  expect(message!.expiresOn.getUTCFullYear()).toBeGreaterThan(9_000);
});

it.each([['not json'], ['null'], ['{}'], ['{"requestId":7}'], ['{"requestId":"../x"}']])(
  'the unreadable message %j is deleted and told of without its text, and the good one comes',
  async (text) => {
    const { wakeUps, client, warnings } = queue();
    await client.sendMessage(text);
    await wakeUps.send('request-one');
    const received = await next(wakeUps);
    expect(received.map(({ requestId }) => requestId)).toEqual(['request-one']);
    await received[0]!.done();
    expect((await client.getProperties()).approximateMessagesCount).toBe(0);
    expect(warnings).toEqual([
      {
        fields: { messageId: expect.any(String) as string, dequeueCount: 1 },
        message: 'unreadable wake-up deleted',
      },
    ]);
  },
);

it('a wake-up delivered hundreds of times is given up on', async () => {
  const { wakeUps, client, warnings } = queue();
  await client.sendMessage(JSON.stringify({ requestId: 'request-one' }));
  for (let delivery = 1; delivery <= 200; delivery += 1) {
    const [wakeUp] = await wakeUps.receive(1);
    await wakeUp!.again(0);
  }
  expect(warnings).toEqual([]);
  expect(await wakeUps.receive(1)).toEqual([]);
  expect(warnings).toHaveLength(1);
  expect((await client.getProperties()).approximateMessagesCount).toBe(0);
});

it('more may be asked for than the service gives at once', async () => {
  const { wakeUps } = queue();
  for (let n = 0; n < 40; n += 1) await wakeUps.send(`request-${n}`);
  await sleep(1_100);
  expect(await wakeUps.receive(64)).toHaveLength(32);
  expect(await wakeUps.receive(64)).toHaveLength(8);
});
