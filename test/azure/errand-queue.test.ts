import { setTimeout as sleep } from 'node:timers/promises';
import { createErrands } from '../../src/azure/errand-queue';
import type { Errand } from '../../src/ports/mailer';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const LINK = 'a'.repeat(64);
const ASK: Errand = { kind: 'ask-link', mail: 'hattie.hazel+jags@meadow-primary.example' };

function errands() {
  const warnings: { fields: object; message: string }[] = [];
  const log = { warn: (fields: object, message: string) => warnings.push({ fields, message }) };
  const client = embedded.storage.errands;
  return { errands: createErrands({ errands: client, log, firstWaitSeconds: 1 }), client, warnings };
}

it.each<Errand>([
  ASK,
  { kind: 'new-links', mail: "o'hara@meadow-primary.example" },
  { kind: 'new-link', link: LINK },
  { kind: 'code', link: LINK },
  { kind: 'facilitating-link', link: LINK },
])('%j comes as it was asked for, and goes when it is done', async (errand) => {
  const { errands: ours, client } = errands();
  await ours.send(errand);
  const [received] = await ours.receive();
  expect(received!.errand).toEqual(errand);
  await received!.done();
  expect((await client.getProperties()).approximateMessagesCount).toBe(0);
});

it('an errand has the same key in every try, and another has another', async () => {
  const { errands: ours } = errands();
  await ours.send(ASK);
  await ours.send(ASK);
  const first = await ours.receive();
  const keys = first.map(({ key }) => key).sort();
  expect(new Set(keys).size).toBe(2);
  for (const one of first) await one.later();
  expect(await ours.receive()).toEqual([]);
  await sleep(1_100);
  const again = await ours.receive();
  expect(again.map(({ key }) => key).sort()).toEqual(keys);
  expect(again.map(({ errand }) => errand)).toEqual([ASK, ASK]);
});

it('an errand is kept for a day, and no longer', async () => {
  const { errands: ours, client } = errands();
  await ours.send(ASK);
  const [message] = (await client.peekMessages()).peekedMessageItems;
  expect(message!.expiresOn.getTime() - message!.insertedOn.getTime()).toBe(24 * 60 * 60_000);
});

const KEY = '11111111-1111-4111-8111-111111111111';
it.each([
  ['not json'],
  ['{}'],
  [JSON.stringify({ key: KEY, errand: { kind: 'ask-link', mail: 'nobody' } })],
  [JSON.stringify({ key: KEY, errand: { kind: 'ask-link', mail: 'a@b.example\r\nBcc: c@d.example' } })],
  [JSON.stringify({ key: KEY, errand: { kind: 'code', link: '../' } })],
  [JSON.stringify({ key: 'x', errand: ASK })],
  [JSON.stringify({ key: KEY, errand: { kind: 'everything' } })],
])('the unreadable message %j is deleted, and told of without its text', async (text) => {
  const { errands: ours, client, warnings } = errands();
  await client.sendMessage(text);
  await ours.send(ASK);
  expect((await ours.receive()).map(({ errand }) => errand)).toEqual([ASK]);
  expect(warnings).toEqual([
    {
      fields: { messageId: expect.any(String) as string, dequeueCount: 1 },
      message: 'unreadable errand deleted',
    },
  ]);
});
