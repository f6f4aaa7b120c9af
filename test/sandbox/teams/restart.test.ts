import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageFactory } from 'botbuilder';
import { coordinators, practitioners } from '../people';
import { COORDINATION, threadId } from './conversations';
import { decidedCard } from './echo-bot-cards';
import { setStage, type Stage } from './stage';

const [petra] = practitioners;
const [cora] = coordinators;

describe('pages opened again, and everything stopped and started', () => {
  let dir: string;
  let stage: Stage;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'simulated-teams-'));
    stage = await setStage({ stateFile: join(dir, 'state.jsonl') });
  });

  afterEach(async () => {
    await stage.stop();
    rmSync(dir, { recursive: true });
  });

  it('tells the bot of an installation once, though the page says it each time it is opened', async () => {
    const petras = await stage.playground(petra);
    await petras.open();
    await petras.open();
    expect(
      stage.toBot().filter(({ body }) => JSON.stringify(body).includes('installationUpdate')),
    ).toHaveLength(1);
    expect(petras.readable().match(/Welcome/g)).toHaveLength(1);
  });

  it('tells the bot of an installation again when it could not be told the first time', async () => {
    const petras = await stage.playground(petra);
    await stage.bot.stop();
    await petras.open();
    await petras.open();
    expect(stage.toBot().map(({ status }) => status)).toEqual([502, 502]);
  });

  describe('after everything was stopped and started', () => {
    it('still updates the card the bot knows, though the Playground has forgotten it', async () => {
      const coras = await stage.playground(cora);
      const id = await stage.postInChannel();
      await stage.restart();
      await stage.bot.inConversation(COORDINATION.id, async (turn) => {
        await turn.updateActivity({ ...MessageFactory.attachment(decidedCard('somebody')), id });
      });
      expect(coras.shown).toHaveLength(1);
      expect(coras.readable()).toContain('Approved by somebody');
    });

    it('gives an opened page back what was said, own cards included', async () => {
      const coras = await stage.playground(cora);
      await stage.postInChannel(cora.teamsId);
      await stage.restart();
      await coras.open();
      await stage.hub.settled();
      expect(coras.readable()).toContain(`Only for ${cora.name}`);
    });

    it('keeps a reply in its thread', async () => {
      const coras = await stage.playground(cora);
      const id = await stage.postInChannel();
      await stage.restart();
      await stage.bot.inConversation(threadId(COORDINATION.id, id), async (turn) => {
        await turn.sendActivity('A reply');
      });
      expect(coras.shown.map(({ conversationId }) => conversationId)).toEqual([
        coras.shown[0]?.conversationId,
        coras.shown[0]?.conversationId,
      ]);
    });
  });
});
