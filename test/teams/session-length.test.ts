/** A shorter session, as a coordinator agreed with the requester. */
import type { Submitted } from '../../src/domain/request';
import { coordinators, practitioners } from '../sandbox/people';
import { fieldsOn, partsOf, press, wordsOn } from './card-in-hand';
import { dialogs } from './dialog-steps';
import { NEXT } from './form-steps';
import { cardOf, CHANNEL, type Office, openOffice } from './office';
import { current, known, shownInChannel, submitted } from './session-steps';

const [petra] = practitioners;
const [cora] = coordinators;
const WHERE = { where: `${CHANNEL};messageid=1` };

let office: Office;
let id: string;
beforeEach(async () => {
  office = await openOffice();
  ({ id } = await submitted(office));
});
afterEach(() => office.close());

const ask = () => current<Submitted>(office, id).ask;

async function opens(): Promise<unknown> {
  const data = { verb: 'edit-form', request: id };
  return (await office.executes(cora, { type: 'Action.Submit', verb: 'edit-form', data }, WHERE)).card;
}

async function saves(minutes: string): Promise<unknown> {
  const pressed = press(await opens(), 'Save', { minutes });
  return (await dialogs(office).dialogSubmits(cora, pressed, WHERE)).card;
}

describe('the length of a session', () => {
  it('is as usual, with shorter ones to choose from', async () => {
    const card = await opens();
    expect(fieldsOn(card)).toMatchObject({ minutes: '90' });
    expect(partsOf(card).find((part) => part.id === 'minutes')?.choices).toEqual([
      { title: '90 minutes (as usual)', value: '90' },
      { title: '75 minutes', value: '75' },
      { title: '60 minutes', value: '60' },
      { title: '45 minutes', value: '45' },
    ]);
    await saves('90');
    expect(ask()).not.toHaveProperty('minutes');
  });

  it('is told to everybody who reads how long it takes, once it is shorter', async () => {
    await saves('60');
    expect(ask()).toMatchObject({ minutes: 60 });
    expect((await office.store.history(id)).at(-1)?.changed).toEqual(['minutes']);
    const channel = cardOf(await shownInChannel(office, current(office, id)));
    expect(wordsOn(channel)).toContain('Length: 60 minutes');
    await known(office, petra);
    await office.messenger.show(current(office, id), { kind: 'requester' });
    const own = wordsOn(cardOf(office.connector.in(`a:${petra.id}`).at(-1)));
    expect(own).toContain('Length: 60 minutes');
    expect(own).toContain('A session takes 60 minutes');
    expect(wordsOn(await opens())).toContain('A session takes 60 minutes');
  });

  it('stays as agreed when the requester sends the form again, which tells it too', async () => {
    await saves('45');
    const form = await office.executes(petra, {
      type: 'Action.Execute',
      verb: 'change',
      data: { request: id },
    });
    expect(wordsOn(form.card)).toContain('A session takes 45 minutes');
    const people = await office.executes(petra, press(form.card, NEXT, { reason: 'Still stuck.' }));
    const back = await office.executes(petra, press(people.card, 'Back to the first part'));
    expect(wordsOn(back.card)).toContain('A session takes 45 minutes');
    await office.executes(petra, press(people.card, 'Send again'));
    expect(ask()).toMatchObject({ reason: 'Still stuck.', minutes: 45 });
  });

  it('goes back to the usual', async () => {
    await saves('45');
    await saves('90');
    expect(ask()).not.toHaveProperty('minutes');
  });

  it('is one of the list', async () => {
    expect(wordsOn(await saves('240'))).toContain('Length: choose from the list.');
    expect(ask()).not.toHaveProperty('minutes');
  });
});
