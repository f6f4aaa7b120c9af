import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ERASED } from '../../src/teams/wording/erased';
import { createCardBlanking } from '../../src/teams/reaching/card-blanking';
import { createMemoryConversations } from '../fakes';
import { type Connector, startConnector } from './connector';
import { BOT_ID, CHANNEL, TEAM } from './office';

let connector: Connector;
beforeEach(async () => {
  connector = await startConnector();
});
afterEach(() => connector.stop());

async function blanking({ hasChannel = true } = {}) {
  const conversations = createMemoryConversations();
  const reference = {
    serviceUrl: connector.url,
    channelId: 'msteams',
    bot: { id: BOT_ID, name: 'JAGS' },
    conversation: { id: CHANNEL, conversationType: 'channel', tenantId: 'tenant', isGroup: true },
    teamId: TEAM,
  };
  if (hasChannel) await conversations.keepChannel(JSON.stringify(reference));
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  return createCardBlanking({ adapter, appId: '', conversations });
}

/** A card of ours in somebody's chat. */
async function aCard(conversationId: string): Promise<string> {
  const posted = await fetch(`${connector.url}v3/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', attachments: [{ content: { body: 'Rita Requester' } }] }),
  });
  return ((await posted.json()) as { id: string }).id;
}

it('puts a line that names nobody in place of a card, in whichever chat it stands', async () => {
  const cards = await blanking();
  const activityId = await aCard('a:rita');
  expect(await cards.blank({ conversationId: 'a:rita', activityId })).toBe('blank');
  const [message] = connector.in('a:rita');
  expect(message?.activity.text).toBe(ERASED);
  expect(message?.activity.attachments ?? []).toEqual([]);
});

it('is content with a card that is not there any more, or was never posted', async () => {
  const cards = await blanking();
  connector.refuse((method) => method === 'PUT', 404);
  expect(await cards.blank({ conversationId: 'a:rita', activityId: '1' })).toBe('gone');
  expect(await cards.blank({ conversationId: 'nowhere' })).toBe('gone');
});

it('says that Teams could not be reached, so that it is tried again', async () => {
  const cards = await blanking();
  connector.refuse((method) => method === 'PUT', 412);
  await expect(cards.blank({ conversationId: 'a:rita', activityId: '1' })).rejects.toThrow('got 412');
  const nowhere = await blanking({ hasChannel: false });
  await expect(nowhere.blank({ conversationId: 'a:rita', activityId: '1' })).rejects.toThrow('channel');
});
