/** What can be asked for besides the first questions: arrangements, another door, a number, a colleague, roles. */
import { practitioners } from '../sandbox/people';
import { fieldsOn, partsOf, press, wordsOn } from './card-in-hand';
import { FILLED, fillAndPress, NEXT, send } from './form-steps';
import { type Office, openOffice } from './office';

const [petra, sam] = practitioners;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const only = () => office.store.all()[0];

describe('what a JAGS is not for', () => {
  const wanted = { ...FILLED, otherNeeds: 'tasks,decision' };

  function ticked(card: unknown): Record<string, string> {
    const tick = partsOf(card).find(({ id }) => id === 'goesOn');
    if (!tick) throw new Error('Expected a box to tick, got none');
    return { goesOn: String(tick.valueOn) };
  }

  it('is warned about with the better door before anything is sent, and kept as ticked', async () => {
    const { reply } = await send(office, wanted);
    expect(wordsOn(reply.card)).toContain('a JAGS is not for this. The existing meeting with the family is');
    expect(wordsOn(reply.card)).toContain('Go on all the same');
    expect(fieldsOn(reply.card)).toMatchObject({ otherNeeds: 'tasks,decision', goesOn: 'unanswered' });
    expect(office.store.all()).toEqual([]);
  });

  it('lets whoever wants to go on, and remembers that they did', async () => {
    const { message, reply } = await send(office, wanted);
    const next = await office.executes(petra, press(reply.card, NEXT, ticked(reply.card)), { message });
    await office.executes(petra, fillAndPress(next.card, 'Send request', FILLED), { message });
    expect(only()).toMatchObject({ state: 'submitted', ask: { otherNeeds: ['tasks', 'decision'] } });
  });

  it('asks again when something else is wanted', async () => {
    const { message, reply } = await send(office, wanted);
    const changed = { ...ticked(reply.card), otherNeeds: 'tasks,information' };
    const again = await office.executes(petra, press(reply.card, NEXT, changed), { message });
    expect(wordsOn(again.card)).toContain('a JAGS is not for this');
  });

  it('is asked for no longer once it is unticked', async () => {
    const { message, reply } = await send(office, wanted);
    const next = await office.executes(petra, press(reply.card, NEXT, { otherNeeds: '' }), { message });
    await office.executes(petra, fillAndPress(next.card, 'Send request', FILLED), { message });
    expect(only()?.ask).not.toHaveProperty('otherNeeds');
  });
});

describe('everything that may be left empty', () => {
  it('is kept when it is filled in', async () => {
    await send(office, {
      ...FILLED,
      arrangements: 'bsl,step-free',
      phone: '01632 960123',
      colleague: sam.mail.toUpperCase(),
    });
    expect(only()).toMatchObject({
      requester: { phone: '01632 960123', colleague: { mail: sam.mail } },
      ask: { arrangements: ['bsl', 'step-free'] },
    });
  });

  it.each([
    ['a number nobody can ring', { phone: 'ask the office' }, 'A number to ring you on: give a telephone'],
    ['a colleague without an address', { colleague: 'Sam' }, 'A colleague who may act for you: give a full'],
    ['an arrangement that is not offered', { arrangements: 'tea' }, 'Arrangements needed: choose from'],
    ['a need that is not offered', { otherNeeds: 'tea' }, 'Do you also need any of these: choose from'],
  ])('is pointed out when it is wrong: %s', async (_what, wrong, sentence) => {
    const { reply } = await send(office, { ...FILLED, ...wrong });
    expect(wordsOn(reply.card)).toContain(sentence);
    expect(fieldsOn(reply.card)).toMatchObject(wrong);
    expect(office.store.all()).toEqual([]);
  });

  it('takes a role for somebody who is not known yet', async () => {
    await send(office, { ...FILLED, name1: 'school nurse', mail1: '', team1: 'hl-sn' });
    expect(only()?.ask.toBeNamed).toEqual([{ role: 'school nurse', team: 'hl-sn' }]);
  });

  it('lists a role as one to be named later', async () => {
    const filled = {
      ...FILLED,
      name1: 'school nurse',
      mail1: '',
      team1: 'hl-sn',
      name0: 'Hattie',
      mail0: 'x',
    };
    const { reply } = await send(office, filled);
    expect(wordsOn(reply.card)).toContain('1. school nurse\nto be named later · Health: school nursing');
  });
});
