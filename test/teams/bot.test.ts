import { coordinators, practitioners } from '../sandbox/people';
import { buttonsOn, press, wordsOn } from './card-in-hand';
import { FILLED, openForm } from './form-steps';
import { cardOf, GROUP, type Office, openOffice, textOf } from './office';

const [petra] = practitioners;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('where others read along', () => {
  it('goes on in the private chat and says so', async () => {
    const sent = await office.says(petra, `<at>JAGS</at> request`, GROUP);
    const here = sent.filter(({ conversationId }) => conversationId === GROUP);
    const there = sent.filter(({ conversationId }) => conversationId === `a:${petra.id}`);
    expect(here.map(textOf)).toEqual([expect.stringContaining('I have written to you in our own chat')]);
    expect(wordsOn(cardOf(there[0]))).toContain('immediate risk');
  });

  it('says how to go on when Teams does not let us write to the person', async () => {
    office.connector.refuse((_method, path) => path === '/v3/conversations', 403);
    const sent = await office.says(petra, 'request', GROUP);
    expect(sent.map(textOf)).toEqual([expect.stringContaining('open a chat with me')]);
  });

  it('never shows a form or a request there', async () => {
    const { card } = await openForm(office);
    for (const title of ['Send request', 'Add more people']) {
      const reply = await office.executes(petra, press(card, title, FILLED), { where: GROUP });
      expect(reply).toMatchObject({ status: 400 });
    }
    const sent = await office.submits(petra, { verb: 'reported' }, GROUP);
    expect(sent.every(({ activity }) => !activity.attachments)).toBe(true);
  });
});

describe('who is asking', () => {
  it('is refused when the sign-in does not say', async () => {
    const { body } = await office.receive({
      ...office.activityOf(petra),
      from: { id: petra.teamsId, name: petra.name },
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'ask', data: {} } },
    });
    expect(JSON.stringify(body)).toContain('could not be recognised');
  });

  it('is greeted once, with what a JAGS is and where to turn when worried', async () => {
    const [message, ...more] = await office.adds(petra);
    expect(wordsOn(cardOf(message))).toContain('safe, reflective space');
    expect(wordsOn(cardOf(message))).toContain('call 999');
    expect(buttonsOn(cardOf(message))).toEqual(['Ask for a JAGS', 'Help me choose', 'My requests']);
    expect(more).toEqual([]);
  });

  it('is not greeted when somebody else is added', async () => {
    const { body } = await office.receive({
      ...office.activityOf(petra),
      type: 'conversationUpdate',
      membersAdded: [{ id: coordinators[0].teamsId }],
    });
    expect(body).toBeUndefined();
    expect(office.connector.messages).toEqual([]);
  });

  it('is remembered with one write, however often they speak', async () => {
    for (let n = 0; n < 3; n += 1) await office.says(petra, 'help');
    expect(office.conversations.writes()).toBe(1);
  });

  it.each([
    ['a request for sugar', 'I did not understand'],
    ['what is the status of my flat', 'I did not understand'],
    ['HELP', 'safe, reflective space'],
    [' status ', 'You have not asked for a JAGS yet'],
    ['Request a JAGS.', 'immediate risk'],
  ])('gets what they meant, and no more: %s', async (text, words) => {
    const [message] = await office.says(petra, text);
    expect(wordsOn(cardOf(message))).toContain(words);
  });
});
