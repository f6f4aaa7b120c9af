/** No child identified: what comes back from a form with somebody in it, and what is kept of that. */
import { cardBytes, MOST_CARD_BYTES } from '../../src/teams/cards';
import { participantAnswers } from '../builders';
import { practitioners } from '../sandbox/people';
import { fieldsOn, partsOf, press, wordsOn } from './card-in-hand';
import { FILLED, fillAndPress, NEXT, openForm, send } from './form-steps';
import { type Message, type Office, openOffice, type Reply } from './office';

const [petra] = practitioners;
const NUMBER = '999 100 2340';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** What ticking "No, it is not" sends. */
function ticked(card: unknown): Record<string, string> {
  const tick = partsOf(card).find(({ id }) => id === 'notNames');
  if (!tick) throw new Error('Expected a box to tick, got none');
  return { notNames: String(tick.valueOn) };
}

/** From a first card that is right now: fills in the people and sends. */
function goOn(next: Reply, message: Message): Promise<Reply> {
  return office.executes(petra, fillAndPress(next.card, 'Send request', FILLED), { message });
}

describe('a form that identifies a child', () => {
  it.each([
    ['reason', { reason: `We are stuck.\nSee ${NUMBER} for more` }, 'an NHS number (line 2, word 2)'],
    ['case reference', { caseReference: 'dob 14/03/2015' }, 'a date of birth (word 2)'],
    ['venue', { place: 'in-person', venue: 'Ring 07700 900123' }, 'a telephone number (word 2)'],
  ])(
    'comes back with everything typed, saying what and where without repeating it, nothing stored or logged: %s',
    async (_field, wrong, sentence) => {
      const typed: Record<string, string> = { ...FILLED, ...wrong };
      const { reply } = await send(office, typed);
      expect(wordsOn(reply.card)).toContain(sentence);
      expect(wordsOn(reply.card)).not.toContain(NUMBER);
      expect(fieldsOn(reply.card)).toMatchObject(wrong);
      expect(fieldsOn(reply.card)).not.toHaveProperty('notNames');
      expect(office.store.all()).toEqual([]);
      const logged = JSON.stringify(office.log.lines);
      for (const text of Object.values(wrong)) expect(logged).not.toContain(text);
      expect(logged).not.toContain(NUMBER);
    },
  );

  it('is sent once it is taken out', async () => {
    const { message, reply } = await send(office, { ...FILLED, reason: `See ${NUMBER}` });
    const mended = press(reply.card, NEXT, { reason: 'We are stuck.' });
    await goOn(await office.executes(petra, mended, { message }), message);
    expect(office.store.all().map(({ ask }) => ask.reason)).toEqual(['We are stuck.']);
  });
});

describe('a form that may name somebody', () => {
  const reason = 'I work with Jade Hazel, aged 34, on this.';

  it('asks, stores nothing and logs none of it', async () => {
    const { reply } = await send(office, { ...FILLED, reason });
    expect(wordsOn(reply.card)).toContain("Is this a child's or family member's name");
    expect(wordsOn(reply.card)).toContain('a name (word 4)');
    expect(fieldsOn(reply.card)).toMatchObject({ reason });
    expect(office.store.all()).toEqual([]);
    expect(JSON.stringify(office.log.lines)).not.toContain('Jade');
  });

  it('asks again when it is sent unticked', async () => {
    const { message, reply } = await send(office, { ...FILLED, reason });
    const again = await office.executes(petra, press(reply.card, NEXT), { message });
    expect(wordsOn(again.card)).toContain('No, it is not');
    expect(office.store.all()).toEqual([]);
  });

  it('is sent as it is when "No, it is not" is ticked', async () => {
    const { message, reply } = await send(office, { ...FILLED, reason });
    await goOn(
      await office.executes(petra, press(reply.card, NEXT, ticked(reply.card)), { message }),
      message,
    );
    expect(office.store.all().map(({ ask }) => ask.reason)).toEqual([reason]);
  });

  it('keeps the tick while people are added', async () => {
    const { message, reply } = await send(office, { ...FILLED, reason });
    const next = await office.executes(petra, press(reply.card, NEXT, ticked(reply.card)), { message });
    expect(fieldsOn(next.card)).not.toHaveProperty('notNames');
    const more = await office.executes(petra, fillAndPress(next.card, 'Add more people', FILLED), {
      message,
    });
    await office.executes(petra, press(more.card, 'Send request'), { message });
    expect(office.store.all()).toHaveLength(1);
  });

  it('asks anew about another name, and never lets a number through on a tick', async () => {
    const { message, reply } = await send(office, { ...FILLED, reason });
    for (const changed of ['It is about a child called Tyler.', `${reason} ${NUMBER}`]) {
      const pressed = press(reply.card, NEXT, { ...ticked(reply.card), reason: changed });
      const again = await office.executes(petra, pressed, { message });
      expect(wordsOn(again.card)).toContain('Nothing has been sent yet');
    }
    expect(office.store.all()).toEqual([]);
  });

  it('asks about a role that may name somebody, on the card where it stands', async () => {
    const role = { ...FILLED, name1: 'teacher of Jade, aged 7', mail1: '' };
    const { message, reply } = await send(office, role);
    expect(wordsOn(reply.card)).toContain('Person 2: please look again at what could be a name');
    expect(office.store.all()).toEqual([]);
    await office.executes(petra, press(reply.card, 'Send request', ticked(reply.card)), { message });
    expect(office.store.all()).toMatchObject([{ ask: { toBeNamed: [{ role: 'teacher of Jade, aged 7' }] } }]);
  });

  it('asks about a venue that looks like a home', async () => {
    const venue = 'Flat 3, Sycamore House';
    const { reply } = await send(office, { ...FILLED, place: 'in-person', venue });
    expect(wordsOn(reply.card)).toContain("a family's home (word 1)");
    expect(fieldsOn(reply.card)).toMatchObject({ venue });
  });
});

it('a form full of identifiers and people still fits what Teams takes', async () => {
  const { card } = await openForm(office);
  const draft = { ...(JSON.parse(fieldsOn(card).draft!) as object), added: participantAnswers(11) };
  const reason = `Jayden aged 7, NR99 9ZZ, ${NUMBER}\n`.repeat(60).slice(0, 2_000);
  const filled = {
    team: 'cs-fs',
    familyTold: 'yes',
    reason,
    caseReference: 'Jayden 07700 900123',
    place: 'in-person',
    venue: 'Flat 3, Sycamore House, 14 Larkspur Road, 07700 900123 '.repeat(3).trim(),
    draft: JSON.stringify(draft),
  };
  const reply = await office.executes(petra, press(card, NEXT, filled));
  expect(wordsOn(reply.card)).toContain(' more.');
  expect(fieldsOn(reply.card)).toMatchObject({ reason });
  expect(cardBytes(reply.card!)).toBeLessThanOrEqual(MOST_CARD_BYTES);
});
