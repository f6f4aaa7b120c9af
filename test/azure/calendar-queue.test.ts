import { setTimeout as sleep } from 'node:timers/promises';
import { createCalendarQueue } from '../../src/azure/calendar-queue';
import type { CalendarNews } from '../../src/ports/calendar-watch';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();

function queue() {
  const warnings: { fields: object; message: string }[] = [];
  const log = { warn: (fields: object, message: string) => warnings.push({ fields, message }) };
  const client = embedded.storage.eventChanges;
  return { queue: createCalendarQueue({ eventChanges: client, log, firstWaitSeconds: 1 }), client, warnings };
}

const EVENTS: CalendarNews = { kind: 'events', ids: ['AAkA+/=_-1', 'AAkA2'] };

it.each<CalendarNews>([EVENTS, { kind: 'everything' }, { kind: 'lifecycle', event: 'missed' }])(
  '%j comes as it was sent, and goes when it is done',
  async (news) => {
    const { queue: ours, client } = queue();
    await ours.send(news);
    const [received] = await ours.receive();
    expect(received!.news).toEqual(news);
    expect(await ours.receive()).toEqual([]);
    await received!.done();
    await received!.done();
    expect((await client.getProperties()).approximateMessagesCount).toBe(0);
  },
);

it('news never expires', async () => {
  const { queue: ours, client } = queue();
  await ours.send(EVENTS);
  const [message] = (await client.peekMessages()).peekedMessageItems;
  expect(message!.expiresOn.getUTCFullYear()).toBeGreaterThan(9_000);
});

it('a thousand of the longest ids fit, in several messages', async () => {
  const { queue: ours } = queue();
  const ids = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(512, 'A'));
  await ours.send({ kind: 'events', ids });
  const received = await ours.receive();
  const got = received.flatMap(({ news }) => (news.kind === 'events' ? news.ids : []));
  // Not toEqual: half a megabyte of difference helps nobody.
  expect(got.sort().join() === ids.sort().join()).toBe(true);
});

it('what is left comes later, and only that, with a wait that grows', async () => {
  const { queue: ours, client } = queue();
  await ours.send(EVENTS);
  const [first] = await ours.receive();
  await first!.later({ kind: 'events', ids: ['AAkA2'] });
  expect(await ours.receive()).toEqual([]);
  await sleep(1_100);
  const [second] = await ours.receive();
  expect(second!.news).toEqual({ kind: 'events', ids: ['AAkA2'] });
  await second!.later(second!.news);
  await sleep(1_100);
  expect(await ours.receive()).toEqual([]);
  await sleep(1_000);
  expect(await ours.receive()).toHaveLength(1);
  expect((await client.getProperties()).approximateMessagesCount).toBe(1);
});

it('a message somebody else has by now is left to them', async () => {
  const { queue: ours, client } = queue();
  await ours.send(EVENTS);
  const [item] = (await client.receiveMessages()).receivedMessageItems;
  await client.updateMessage(item!.messageId, item!.popReceipt, item!.messageText, 0);
  const [received] = await ours.receive();
  const taken =
    (await client.updateMessage(item!.messageId, item!.popReceipt).catch(() => undefined)) === undefined;
  expect(taken).toBe(true);
  await received!.done();
  await received!.later(EVENTS);
  expect((await client.getProperties()).approximateMessagesCount).toBe(0);
});

it.each([['not json'], ['{}'], ['{"kind":"events","ids":[7]}'], ['{"kind":"lifecycle","event":"x"}']])(
  'the unreadable message %j is deleted and told of without its text, and the good one comes',
  async (text) => {
    const { queue: ours, client, warnings } = queue();
    await client.sendMessage(text);
    await ours.send(EVENTS);
    const received = await ours.receive();
    expect(received.map(({ news }) => news)).toEqual([EVENTS]);
    expect(warnings).toEqual([
      {
        fields: { messageId: expect.any(String) as string, dequeueCount: 1 },
        message: 'unreadable calendar changes deleted',
      },
    ]);
  },
);

it('news that came hundreds of times is given up on', async () => {
  const { queue: ours, client, warnings } = queue();
  await client.sendMessage(JSON.stringify(EVENTS));
  for (let delivery = 1; delivery <= 200; delivery += 1) {
    const [item] = (await client.receiveMessages()).receivedMessageItems;
    await client.updateMessage(item!.messageId, item!.popReceipt, item!.messageText, 0);
  }
  expect(await ours.receive()).toEqual([]);
  expect(warnings).toMatchObject([{ message: 'calendar changes given up on after many tries' }]);
  expect((await client.getProperties()).approximateMessagesCount).toBe(0);
});
