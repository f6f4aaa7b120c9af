import { createReadingRow, createSubscriptionRow } from '../../src/azure/calendar-rows';
import { askedAt } from '../builders';
import { useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const known = { clientState: 'secret', notificationUrl: 'https://jags.example/n', since: askedAt };

describe('what all instances know together', () => {
  it('is there once it was put, each row by itself', async () => {
    const [subscription, reading] = [
      createSubscriptionRow(embedded.storage),
      createReadingRow(embedded.storage),
    ];
    expect(await subscription.find()).toBeUndefined();
    const put = await subscription.put(known, undefined);
    expect(await subscription.find()).toEqual(put);
    expect(await reading.find()).toBeUndefined();
    const read = {
      link: `/users/x/calendarView/delta?$deltatoken=${'x'.repeat(8_000)}`,
      windowFrom: askedAt,
    };
    await reading.put({ begunAt: askedAt, read }, undefined);
    expect((await reading.find())?.row).toEqual({ begunAt: askedAt, read });
  });

  it.each([
    ['where there is nothing yet', undefined],
    ['in place of what all have read', known],
  ])('is put by one of many at once, %s', async (_what, before) => {
    const row = createSubscriptionRow(embedded.storage);
    const was = before && (await row.put(before, undefined));
    if (was === 'conflict') throw new Error('Expected the first to be put');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => row.put({ ...known, clientState: `secret-${n}` }, was)),
    );
    const winners = answers.filter((answer) => answer !== 'conflict');
    expect(winners).toHaveLength(1);
    expect(await row.find()).toEqual(winners[0]);
  });

  it('can be put again by whoever put it last', async () => {
    const row = createSubscriptionRow(embedded.storage);
    const first = await row.put(known, undefined);
    if (first === 'conflict') throw new Error('Expected the first to be put');
    const second = await row.put({ ...known, since: askedAt + 1 }, first);
    expect(await row.put(known, first)).toBe('conflict');
    expect(await row.find()).toEqual(second);
  });
});
