/** Dialogs opened from a card that everybody in a group or channel sees. */
import { practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, press, wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { FILLED, fillAndPress, NEXT } from './form-steps';
import { cardOf, CHANNEL, GROUP, type Message, type Office, openOffice } from './office';
import { known, submitted } from './session-steps';

const [petra, sam] = practitioners;

let office: Office;
let dialog: ReturnType<typeof dialogs>;
let message: Message;
beforeEach(async () => {
  office = await openOffice();
  dialog = dialogs(office);
  [message] = (await office.says(petra, '<at>JAGS</at> request', GROUP)) as [Message];
});
afterEach(() => office.close());

/** Opens the dialog with the button everybody sees, and goes on to the second card of the form. */
async function formOf(person = petra, where = GROUP) {
  const first = await office.executes(person, press(cardOf(message), 'Ask for a JAGS'), { message, where });
  const on = { where, message };
  const { card } = await dialog.dialogSubmits(person, press(first.card, 'Continue', { answer: 'no' }), on);
  return dialog.dialogSubmits(person, fillAndPress(card, NEXT, FILLED), on);
}

describe('the one button in a group', () => {
  it('opens the question about a child at risk for whoever presses, whoever asked for the card', async () => {
    const { card } = await office.executes(sam, press(cardOf(message), 'Ask for a JAGS'), {
      message,
      where: GROUP,
    });
    expect(wordsOn(card)).toContain('Is a child at immediate risk');
    expect(fieldsOn(card)).toEqual({ answer: '' });
  });

  it.each([GROUP, CHANNEL])(
    'goes on to a request in the dialog, and shows nothing of it there: %s',
    async (where) => {
      await known(office, petra);
      const before = office.connector.messages.length;
      const form = await formOf(petra, where);
      const receipt = await dialog.dialogSubmits(petra, fillAndPress(form.card, 'Send request', FILLED), {
        where,
        message,
      });
      expect(wordsOn(receipt.card)).toContain('Your JAGS request');
      expect(office.connector.messages).toHaveLength(before);
      expect(message.updates).toBe(0);
    },
  );

  it('never puts the requester’s card over the card everybody sees', async () => {
    await known(office, petra);
    const form = await formOf();
    await dialog.dialogSubmits(petra, fillAndPress(form.card, 'Send request', FILLED), {
      where: GROUP,
      message,
    });
    await office.tells(office.store.all()[0]!);
    expect(wordsOn(cardOf(message))).toContain('a window that only you can see');
    expect(office.connector.in(GROUP)).toHaveLength(1);
    expect(wordsOn(cardOf(office.connector.in(`a:${petra.id}`).at(-1)))).toContain('Your JAGS request');
  });

  it('makes one request of a form that is sent twice', async () => {
    const pressed = fillAndPress((await formOf()).card, 'Send request', FILLED);
    await dialog.dialogSubmits(petra, pressed, { where: GROUP });
    const again = await dialog.dialogSubmits(petra, pressed, { where: GROUP });
    expect(office.store.all()).toHaveLength(1);
    expect(wordsOn(again.card)).toContain('has been sent already');
  });

  it('goes on in the private chat where Teams is too old for dialogs', async () => {
    const { data } = press(cardOf(message), 'Ask for a JAGS');
    const sent = await office.submits(petra, data, GROUP, message.id);
    const there = sent.filter(({ conversationId }) => conversationId === `a:${petra.id}`);
    expect(wordsOn(cardOf(there[0]))).toContain('immediate risk');
    expect(sent.filter(({ conversationId }) => conversationId === GROUP)).toMatchObject([
      { activity: { text: expect.stringContaining('I have written to you in our own chat') as string } },
    ]);
  });

  it('lists the requests of whoever presses, and opens only their own', async () => {
    const { id } = await submitted(office);
    const open = { type: 'Action.Submit', verb: 'open', data: { verb: 'open', request: id } };
    const list = { type: 'Action.Submit', verb: 'status', data: { verb: 'status' } };
    expect(buttonsOn((await dialog.dialogSubmits(petra, list, { where: GROUP })).card)).toContain(
      'Ask for a JAGS',
    );
    expect(wordsOn((await dialog.dialogSubmits(petra, open, { where: GROUP })).card)).toContain(
      'CASE-REF-4711',
    );
    expect(wordsOn((await dialog.dialogSubmits(sam, open, { where: GROUP })).card)).toContain(
      'No such request',
    );
  });

  it('says so in the dialog when something is out of date or cannot be read', async () => {
    for (const data of [{ verb: 'made-up' }, { verb: 'open' }, {}, { verb: 7 }]) {
      const reply = await dialog.dialogSubmits(petra, { type: '', verb: '', data }, { where: GROUP });
      expect(wordsOn(reply.card)).toMatch(/out of date|could not be read/);
    }
  });
});
