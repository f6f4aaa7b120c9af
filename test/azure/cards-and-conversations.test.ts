import { createCards } from '../../src/azure/card-table';
import { createClaims } from '../../src/azure/claim-table';
import { createConversations } from '../../src/azure/conversation-table';
import { aRequest, theCoordinator, theRequester } from '../builders';
import { onTables, saved, useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const id = aRequest.submitted().id;
const reference = JSON.stringify({ user: { name: 'Ünïcødé "quoted"' }, conversation: { id: 'a:1/2#3?' } });

describe('where a card stands', () => {
  it('is kept with its request, card by card', async () => {
    const cards = createCards(embedded.storage);
    await cards.put(id, 'coordinators', { conversationId: '19:channel' });
    expect(await cards.find(id, 'coordinators')).toEqual({ conversationId: '19:channel' });
    await cards.put(id, 'coordinators', { conversationId: '19:channel', activityId: '7' });
    await cards.put(id, 'facilitator-1', { conversationId: 'a:1', activityId: '8' });
    expect(await cards.find(id, 'coordinators')).toEqual({ conversationId: '19:channel', activityId: '7' });
    expect(await cards.find(id, 'requester')).toBeUndefined();
    expect(await cards.find('another-request', 'coordinators')).toBeUndefined();
  });

  it('is not part of the work', async () => {
    const { requests, workbench } = onTables(embedded.storage);
    await saved(requests, aRequest.submitted());
    await createCards(embedded.storage).put(id, 'coordinators', { conversationId: '19:channel' });
    expect(await workbench.work(id)).toMatchObject({ effects: [], leases: [] });
  });

  it.each([[''], ['a/b'], ["x' or '1'"], ['a\u0007b']])('has no name such as %j', async (card) => {
    await expect(createCards(embedded.storage).find(id, card)).rejects.toThrow(/Expected a card name/);
  });
});

describe('conversation references', () => {
  it('are kept whole for each person, the last one counts', async () => {
    const conversations = createConversations(embedded.storage);
    await conversations.keepPerson(theRequester.id, 'an earlier one');
    await conversations.keepPerson(theRequester.id, reference);
    expect(await conversations.ofPerson(theRequester.id.toUpperCase())).toBe(reference);
    expect(await conversations.ofPerson(theCoordinator.id)).toBeUndefined();
  });

  it('are forgotten only as they were read', async () => {
    const conversations = createConversations(embedded.storage);
    await conversations.forgetPerson(theRequester.id, reference);
    await conversations.keepPerson(theRequester.id, reference);
    await conversations.forgetPerson(theRequester.id, 'an earlier one');
    expect(await conversations.ofPerson(theRequester.id)).toBe(reference);
    await conversations.forgetPerson(theRequester.id, reference);
    expect(await conversations.ofPerson(theRequester.id)).toBeUndefined();
  });

  it('of the coordination channel are one', async () => {
    const conversations = createConversations(embedded.storage);
    expect(await conversations.channel()).toBeUndefined();
    await conversations.keepChannel('an earlier one');
    await conversations.keepChannel(reference);
    expect(await conversations.channel()).toBe(reference);
  });
});

describe('what is done once', () => {
  it('is claimed by one of many at once, and again once it was dropped', async () => {
    const claims = createClaims(embedded.storage);
    const claimed = await Promise.all([1, 2, 3].map(() => claims.claim('digest-2026-11-24')));
    expect(claimed.filter((each) => each)).toHaveLength(1);
    expect(await claims.claim('digest-2026-11-25')).toBe(true);
    await claims.drop('digest-2026-11-24');
    await claims.drop('digest-2026-11-24');
    expect(await claims.claim('digest-2026-11-24')).toBe(true);
    expect(await claims.claim('digest-2026-11-24')).toBe(false);
  });

  it('is claimed for each person apart', async () => {
    const claims = createClaims(embedded.storage);
    for (const { id } of [theRequester, theCoordinator])
      expect(await claims.claim(`install-${id}-2026-11-24`)).toBe(true);
    expect(await claims.claim(`install-${theRequester.id}-2026-11-24`)).toBe(false);
  });

  it.each(['', 'install-somebody-2026-11-24', 'digest', "digest' or '1", 'digest-2026-11-24/x'])(
    'has no key such as %j',
    async (key) => {
      await expect(createClaims(embedded.storage).claim(key)).rejects.toThrow(/Expected what is claimed/);
    },
  );
});
