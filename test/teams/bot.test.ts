import { referenceOf } from '../../src/domain/request';
import { coordinators, practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, press, wordsOn } from './card-in-hand';
import { FILLED, NEXT, openForm, openPeople } from './form-steps';
import { cardOf, CHANNEL, GROUP, type Office, openOffice, textOf } from './office';
import { current, submitted } from './session-steps';

const [petra] = practitioners;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('where others read along', () => {
  it.each(['request', "I'd like to book a jags for next week", 'what about this?', ''])(
    'posts one card with one button, and neither question nor form: "%s"',
    async (text) => {
      for (const where of [GROUP, CHANNEL]) {
        const sent = await office.says(petra, `<at>JAGS</at> ${text}`, where);
        expect(sent.map(({ conversationId }) => conversationId)).toEqual([where]);
        expect(wordsOn(cardOf(sent[0]))).toContain('a window that only you can see');
        expect(buttonsOn(cardOf(sent[0]))).toEqual(['Ask for a JAGS']);
        expect(fieldsOn(cardOf(sent[0]))).toEqual({});
      }
    },
  );

  it.each(['my requests', 'cancel my request'])(
    'goes on in the private chat and says so: %s',
    async (text) => {
      const sent = await office.says(petra, `<at>JAGS</at> ${text}`, GROUP);
      const here = sent.filter(({ conversationId }) => conversationId === GROUP);
      const there = sent.filter(({ conversationId }) => conversationId === `a:${petra.id}`);
      expect(here.map(textOf)).toEqual([expect.stringContaining('I have written to you in our own chat')]);
      expect(wordsOn(cardOf(there[0]))).toContain('You have not asked for a JAGS yet');
    },
  );

  it('says how to go on when Teams does not let us write to the person', async () => {
    office.connector.refuse((_method, path) => path === '/v3/conversations', 403);
    const sent = await office.says(petra, 'my requests', GROUP);
    expect(sent.map(textOf)).toEqual([expect.stringContaining('open a chat with me')]);
  });

  it('never shows a form or a request there', async () => {
    const { card: first } = await openForm(office);
    const { card: second } = await openPeople(office);
    for (const [card, title] of [
      [first, NEXT],
      [second, 'Back to the first part'],
      [second, 'Send request'],
      [second, 'Add more people'],
    ] as const) {
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

  it.each([GROUP, CHANNEL])('is greeted where others read along, with one button: %s', async (where) => {
    const [message, ...more] = await office.adds(petra, where);
    expect(wordsOn(cardOf(message))).toContain('I arrange Joint Agency Group Supervision');
    expect(buttonsOn(cardOf(message))).toEqual(['Ask for a JAGS']);
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
    ["I'd like to book a jags for next week", 'immediate risk'],
    ["I don't want a jags", 'I did not understand'],
    ['where is my request', 'You have not asked for a JAGS yet'],
    ['cancel my request', 'You have not asked for a JAGS yet'],
  ])('gets what they meant, and no more: %s', async (text, words) => {
    const [message] = await office.says(petra, text);
    expect(wordsOn(cardOf(message))).toContain(words);
  });

  it('withdraws nothing by what they type: the list opens, and the request stands', async () => {
    const { id } = await submitted(office);
    const [message] = await office.says(petra, 'please cancel my request');
    expect(buttonsOn(cardOf(message))).toContain(`Open ${referenceOf(id)}`);
    expect(current(office, id).state).toBe('submitted');
  });

  it('has nothing of what they type kept or logged', async () => {
    const before = office.conversations.writes();
    await office.says(petra, 'The MARKED-WORD child lives at number 4');
    await office.says(petra, 'request a MARKED-WORD', GROUP);
    expect(office.store.all()).toEqual([]);
    expect(office.conversations.writes() - before).toBeLessThanOrEqual(1);
    const kept = [await office.conversations.ofPerson(petra.id), office.log.lines, office.connector.messages];
    expect(JSON.stringify(kept)).not.toContain('MARKED-WORD');
  });
});
