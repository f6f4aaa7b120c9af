import { MessageFactory } from 'botbuilder';
import { coordinators, facilitators, practitioners } from '../people';
import { COORDINATION, personalChatId, threadId } from './conversations';
import { decidedCard, waitingCard } from './echo-bot-cards';
import { endpointFor } from './hub';
import { sendJson } from './json-client';
import { setStage, type Stage } from './stage';

const [petra, sam] = practitioners;
const [cora, colin] = coordinators;
const [fay] = facilitators;

describe('the simulated Teams', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await setStage({ withoutApp: [sam] });
  });

  afterEach(() => stage.stop());

  it('tells the bot who speaks and where as Teams does, whatever the Playground says of itself', async () => {
    const playground = await stage.playground(petra);
    await playground.say('hello');
    expect(stage.toBot().at(-1)?.body).toMatchObject({
      type: 'message',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: stage.hub.url,
      from: { id: petra.teamsId, aadObjectId: petra.id, name: petra.name },
      conversation: {
        id: personalChatId(petra),
        conversationType: 'personal',
        tenantId: expect.any(String) as string,
      },
      channelData: { tenant: { id: expect.any(String) as string } },
    });
    expect(playground.readable()).toContain('Heard \\"hello\\"');
  });

  it('shows what one person is told to nobody else', async () => {
    const [petras, coras] = [await stage.playground(petra), await stage.playground(cora)];
    await petras.say('something private');
    expect(petras.readable()).toContain('something private');
    expect(coras.readable()).not.toContain('something private');
  });

  it('shows a post in the channel to every member of the team and to nobody else', async () => {
    const [petras, coras, colins] = await Promise.all([petra, cora, colin].map((p) => stage.playground(p)));
    await stage.postInChannel();
    expect(coras?.readable()).toContain('A request is waiting');
    expect(colins?.readable()).toContain('A request is waiting');
    expect(petras?.readable()).not.toContain('A request is waiting');
  });

  it('updates a post in every copy of it', async () => {
    const [coras, colins] = [await stage.playground(cora), await stage.playground(colin)];
    const id = await stage.postInChannel();
    await stage.bot.inConversation(COORDINATION.id, async (turn) => {
      await turn.updateActivity({ ...MessageFactory.attachment(decidedCard('somebody')), id });
    });
    for (const playground of [coras, colins]) {
      expect(playground.shown).toHaveLength(1);
      expect(playground.readable()).toContain('Approved by somebody');
    }
  });

  it('shows that a message was deleted', async () => {
    const coras = await stage.playground(cora);
    const id = await stage.postInChannel();
    await stage.bot.inConversation(COORDINATION.id, (turn) => turn.deleteActivity(id));
    expect(coras.readable()).toContain('has been deleted');
    expect(coras.readable()).not.toContain('A request is waiting');
  });

  it('keeps a reply in the thread of each copy', async () => {
    const [coras, colins] = [await stage.playground(cora), await stage.playground(colin)];
    const id = await stage.postInChannel();
    await stage.bot.inConversation(threadId(COORDINATION.id, id), async (turn) => {
      await turn.sendActivity('A reply');
    });
    for (const { shown } of [coras, colins]) {
      expect(shown[1]?.conversationId).toBe(threadId(COORDINATION.id, shown[0]?.activityId ?? ''));
    }
  });

  it('shows what a member posts, and the answer to it, to the other members', async () => {
    const [coras, colins] = [await stage.playground(cora), await stage.playground(colin)];
    await coras.say('<at>JAGS</at> use this channel', COORDINATION.id);
    expect(colins.shown.map(({ activity }) => activity.text)).toEqual([
      `**${cora.name}:** JAGS use this channel`,
      expect.stringContaining('Heard "use this channel"'),
    ]);
    expect(colins.shown[1]?.conversationId).toBe(colins.shown[0]?.conversationId);
    expect(coras.shown).toHaveLength(1);
  });

  describe('automatic refresh', () => {
    it('shows the own card of each listed person to that person only', async () => {
      const [coras, colins] = [await stage.playground(cora), await stage.playground(colin)];
      await stage.postInChannel(cora.teamsId, petra.teamsId);
      expect(coras.readable()).toContain(`Only for ${cora.name}`);
      expect(colins.readable()).not.toContain('Only for');
      expect(stage.toBot().filter(({ body }) => JSON.stringify(body).includes('automatic'))).toHaveLength(1);
    });

    it('is done again when the card is updated', async () => {
      const coras = await stage.playground(cora);
      const id = await stage.postInChannel();
      await stage.bot.inConversation(COORDINATION.id, async (turn) => {
        await turn.updateActivity({ ...MessageFactory.attachment(waitingCard([cora.teamsId])), id });
      });
      await stage.hub.settled();
      expect(coras.shown).toHaveLength(1);
      expect(coras.readable()).toContain(`Only for ${cora.name}`);
    });

    it('says to the bot who looks at which card in which thread', async () => {
      await stage.playground(cora);
      const id = await stage.postInChannel(cora.teamsId);
      expect(stage.toBot().at(-1)?.body).toMatchObject({
        name: 'adaptiveCard/action',
        from: { id: cora.teamsId, aadObjectId: cora.id },
        conversation: { id: threadId(COORDINATION.id, id), conversationType: 'channel' },
        replyToId: id,
        value: { trigger: 'automatic', action: { verb: 'own' } },
      });
    });
  });

  describe('a pressed button', () => {
    it('gives the card in answer to the person who pressed, and the update to everybody', async () => {
      const [coras, colins] = [await stage.playground(cora), await stage.playground(colin)];
      const id = await stage.postInChannel();
      const { body } = await colins.press('Approve');
      expect(body).toMatchObject({ statusCode: 200, value: { type: 'AdaptiveCard' } });
      expect(coras.readable()).toContain(`Approved by ${colin.name}`);
      expect(stage.toBot().at(-1)?.body).toMatchObject({ replyToId: id, value: { trigger: 'manual' } });
    });

    it('gives an error back to the person who pressed', async () => {
      const coras = await stage.playground(cora);
      await stage.postInChannel(cora.teamsId);
      const { body } = await coras.press('Refuse');
      expect(body).toMatchObject({ statusCode: 400, value: { message: 'You cannot refuse this.' } });
    });
  });

  it('says that something went wrong where the bot fails, as Teams does and a Playground does not', async () => {
    const coras = await stage.playground(cora);
    await stage.postInChannel();
    await stage.bot.stop();
    const { status, body } = await coras.press('Approve');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 502,
      value: { message: expect.stringContaining('went wrong') as string },
    });
  });

  describe('a dialog', () => {
    it('opens from a card in the thread of the person who pressed, and shows it to nobody else', async () => {
      const [coras, colins] = [await stage.playground(cora), await stage.playground(colin)];
      await stage.postInChannel(cora.teamsId);
      await coras.press('Details');
      await stage.hub.settled();
      expect(stage.toBot().at(-1)?.body).toMatchObject({
        type: 'invoke',
        name: 'task/fetch',
        value: { data: { verb: 'details', msteams: { type: 'task/fetch' } } },
      });
      expect(coras.readable()).toContain('Dialog: Why it is asked for');
      expect(colins.readable()).not.toContain('Dialog');
    });

    it('goes on with another card in place, and ends with what the bot says', async () => {
      const petras = await stage.playground(petra);
      await petras.say('own');
      await petras.press('Details');
      await stage.hub.settled();
      await petras.press('Send', { reason: 'no' });
      await stage.hub.settled();
      expect(petras.readable()).toContain('Please say more');
      await petras.press('Send', { reason: 'a good reason' });
      await stage.hub.settled();
      expect(petras.readable()).toContain('Thank you: a good reason');
      expect(petras.readable()).not.toContain('Please say more');
      expect(stage.toBot().at(-1)?.body).toMatchObject({
        name: 'task/submit',
        value: { data: { verb: 'details', reason: 'a good reason' } },
      });
    });

    it('closes when the bot has nothing to say', async () => {
      const petras = await stage.playground(petra);
      await petras.say('own');
      await petras.press('Details');
      await stage.hub.settled();
      await petras.press('Never mind');
      await stage.hub.settled();
      expect(petras.shown.at(-1)?.activity.text).toBe('**Dialog: Why it is asked for** — closed');
    });
  });

  it('lets message extensions pass', async () => {
    const value = { commandId: 'ask', commandContext: 'compose' };
    const conversation = { id: petra.teamsId };
    const channelId = 'msteams';
    await sendJson(endpointFor(stage.hub.url, petra), 'POST', {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      channelId,
      value,
      conversation,
    });
    expect(stage.toBot().at(-1)?.body).toMatchObject({
      name: 'composeExtension/fetchTask',
      value,
      from: { id: petra.teamsId },
    });
  });

  describe('writing first', () => {
    it('reaches a person who has the app', async () => {
      const fays = await stage.playground(fay);
      await stage.bot.writeTo(fay.teamsId, 'A session for you');
      expect(fays.readable()).toContain('A session for you');
    });

    it('is kept for a person whose page is not open yet', async () => {
      await stage.bot.writeTo(fay.teamsId, 'A session for you');
      const fays = await stage.playground(fay);
      await fays.open();
      expect(fays.readable()).toContain('A session for you');
    });

    it('is forbidden to a person who does not have the app, until they open it', async () => {
      await expect(stage.bot.writeTo(sam.teamsId, 'hello')).rejects.toMatchObject({ statusCode: 403 });
      await (await stage.playground(sam)).open();
      await expect(stage.bot.writeTo(sam.teamsId, 'hello')).resolves.toBeUndefined();
    });
  });

  it('does not trouble the bot with a Playground that has left', async () => {
    const coras = await stage.playground(cora);
    const colins = await stage.playground(colin);
    await coras.stop();
    expect(await stage.postInChannel()).toMatch(/^\d+$/);
    expect(colins.readable()).toContain('A request is waiting');
    expect(stage.hub.traffic).toContainEqual(expect.objectContaining({ person: cora.teamsId, status: 0 }));
  });
});
