import { instantAt, localDate } from '../../src/domain/calendar';
import { defaultPolicy } from '../../src/domain/policy';
import type { Booked } from '../../src/domain/request';
import type { Card } from '../../src/teams/cards';
import { createReminders } from '../../src/teams/reaching/reminding';
import { at } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { buttonsOn, executing, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, type Office, openOffice, textOf } from './office';
import { booked, current, known, shownInChannel } from './session-steps';

const [cora] = coordinators;
const [petra, sam, , stranger] = practitioners;
const [fay] = facilitators;
const BUTTON = 'The facilitator has not come';
const CONTACT = 'the coordinators, 01632 960456';
const SENTENCE = /At 10:12 somebody at the session .{4}-.{4} said the facilitator has not come\./;

let office: Office;
let request: Booked;
beforeEach(async () => {
  office = await openOffice({ policy: { ...defaultPolicy, onTheDayContact: CONTACT } });
  await known(office, petra, sam);
  const { id, ask } = await booked(office);
  // Sam of the same organisation is one of those who come.
  const comes = { name: sam.name, mail: sam.mail, team: 'cs-eh', id: sam.id };
  request = await alter(id, { ask: { ...ask, participants: [...ask.participants, comes] } });
});
afterEach(() => office.close());

const itIs = (london: string) => office.clock.pass(at(london) - office.clock.now());
const told = () =>
  office.store.effectsOf(request.id).flatMap(({ effect }) => ('about' in effect ? [effect.about] : []));

async function alter(id: string, over: Partial<Booked>): Promise<Booked> {
  const was = await office.store.load(id);
  const next = { ...current<Booked>(office, id), ...over };
  const audit = { at: office.clock.now(), by: 'system', what: 'unknown' } as const;
  await office.store.save({ ...(was && { was }), next, effects: [], audit });
  return next;
}

/** The card of the last reminder, as Sam has it in their chat. */
async function reminded(days = 1): Promise<Card> {
  const reminders = createReminders(office.teams);
  await reminders.remind(current<Booked>(office, request.id), days, { id: sam.id, as: 'participant' });
  return cardOf(office.connector.in(`a:${sam.id}`).at(-1));
}

async function requestersCard(): Promise<Card> {
  await office.messenger.show(current(office, request.id), { kind: 'requester' });
  const withCard = office.connector.in(`a:${petra.id}`).filter(({ activity }) => activity.attachments);
  return cardOf(withCard.at(-1));
}

describe('the button that says the facilitator has not come', () => {
  it('is on the last reminder before the session, and on no earlier one', async () => {
    expect(buttonsOn(await reminded(5))).not.toContain(BUTTON);
    expect(buttonsOn(await reminded(1))).toContain(BUTTON);
  });

  it('is on the requester’s card on the day of the session, until its end', async () => {
    for (const [when, isThere] of [
      ['2026-12-07T12:00', false],
      ['2026-12-08T09:00', true],
      ['2026-12-08T11:30', false],
    ] as const) {
      itIs(when);
      expect(buttonsOn(await requestersCard()).includes(BUTTON)).toBe(isThere);
    }
  });

  it('comes to the requester’s card on the morning of the day', () => {
    const dayStart = instantAt(localDate(request.match.slot.start), defaultPolicy.dayStart);
    expect(office.store.effectsOf(request.id).map(({ effect }) => effect)).toContainEqual({
      kind: 'show-on-the-day',
      attempt: 1,
      at: dayStart,
    });
  });
});

describe('saying that the facilitator has not come', () => {
  it('tells the coordinators at once, and not who said it; and the others whom to turn to', async () => {
    const channel = await shownInChannel(office, request);
    const card = await reminded();
    itIs('2026-12-08T10:12');
    const reply = await office.executes(sam, press(card, BUTTON));
    expect(wordsOn(reply.card)).toContain(`You can also turn to ${CONTACT}.`);
    expect(told()).toEqual(['facilitator-missing']);

    const before = office.connector.in(CHANNEL).length;
    await office.tells(current(office, request.id));
    const call = office.connector.messages.map(textOf).filter((text) => SENTENCE.test(text));
    expect(call).toHaveLength(1);
    const onCard = wordsOn(cardOf(office.connector.in(CHANNEL).find(({ id }) => id === channel.id)));
    expect(onCard).toMatch(SENTENCE);
    for (const words of [call[0]!, onCard]) expect(words).not.toContain(sam.name);
    expect(office.connector.in(CHANNEL).length).toBeGreaterThanOrEqual(before);
    expect(wordsOn(await requestersCard())).toContain('The coordinators have been told');
  });

  it('tells them once, however many press it and on whichever card', async () => {
    const card = await reminded();
    itIs('2026-12-08T10:12');
    const own = await requestersCard();
    const replies = await Promise.all([
      office.executes(sam, press(card, BUTTON)),
      office.executes(petra, press(own, BUTTON)),
      office.executes(sam, press(card, BUTTON)),
    ]);
    for (const { card: shown } of replies)
      expect(wordsOn(shown)).toContain('The coordinators have been told');
    expect(told()).toEqual(['facilitator-missing']);
  });

  it('is kept in the history as said by somebody there', async () => {
    const card = await reminded();
    itIs('2026-12-08T10:12');
    await office.executes(sam, press(card, BUTTON));
    const history = await office.executes(cora, {
      ...executing('history', { verb: 'history', request: request.id }),
      type: 'Action.Submit',
    });
    const words = wordsOn(history.card);
    expect(words).toContain('Somebody at the session');
    expect(words).not.toContain(sam.name);
  });

  it.each([
    ['2026-12-07T15:00', 'If the facilitator has not come by 10:05, please press the button again'],
    ['2026-12-08T10:04', 'If the facilitator has not come by 10:05, please press the button again'],
    ['2026-12-08T11:31', 'The time of this session is over.'],
  ])('at %s is answered kindly, and tells nobody', async (when, answer) => {
    const card = await reminded();
    itIs(when);
    expect(wordsOn((await office.executes(sam, press(card, BUTTON))).card)).toContain(answer);
    expect(told()).toEqual([]);
  });

  it('on the card of a session that was cancelled says so, and the button goes', async () => {
    const card = await reminded();
    const by = { id: cora.id, name: cora.name };
    await office.workflow.handle({
      kind: 'cancel',
      attempt: 1,
      reason: 'too-few',
      requestId: request.id,
      by,
    });
    itIs('2026-12-08T10:12');
    const reply = await office.executes(sam, press(card, BUTTON));
    expect(wordsOn(reply.card)).toContain('no longer takes place as it was planned');
    expect(buttonsOn(reply.card)).not.toContain(BUTTON);
    expect(told()).toEqual([]);
  });

  it('on the card of a session that was moved gives the new time, and the button for it', async () => {
    const card = await reminded();
    const moved = { start: at('2026-12-10T14:00'), end: at('2026-12-10T15:30') };
    await alter(request.id, { match: { ...request.match, slot: moved } });
    itIs('2026-12-08T10:12');
    const reply = await office.executes(sam, press(card, BUTTON));
    expect(wordsOn(reply.card)).toContain('It is now on Thursday 10 December 2026, 14:00 to 15:30.');
    itIs('2026-12-10T14:07');
    await office.executes(sam, press(reply.card, BUTTON));
    expect(told()).toEqual(['facilitator-missing']);
  });

  it.each([
    ['a stranger', stranger],
    ['the facilitator', fay],
    ['a coordinator', cora],
  ])('is not for %s, whatever card they hold', async (_who, person) => {
    const card = await reminded();
    itIs('2026-12-08T10:12');
    for (const verb of ['facilitator-missing', 'facilitator-missing-own']) {
      const reply = await office.executes(person, { ...press(card, BUTTON), verb });
      expect(reply.card).toBeUndefined();
      expect(reply.text).toContain('You are not on the list');
    }
    expect(told()).toEqual([]);
  });
});
