/** Asking which times suit, in chat: begun by a coordinator, answered by whoever was asked, and read by coordinators alone. */
import type { Submitted } from '../../src/domain/request';
import { createPolling } from '../../src/teams/reaching/polling';
import { POLLED } from '../../src/teams/wording/polling';
import { someMatches } from '../builders';
import { coordinators, facilitators, outsiders, practitioners } from '../sandbox/people';
import { buttonsOn, executing, fieldsOn, press, wordsOn } from './card-in-hand';
import { cardOf, CHANNEL, GROUP, type Office, openOffice, textOf } from './office';
import { current, known, shownInChannel, submitted } from './session-steps';

const [cora] = coordinators;
const [petra, sam, alex, stranger] = practitioners;
const [fay] = facilitators;
const [hattie] = outsiders;
const ASK = 'Ask which times suit';
const SEND = 'Send my answer';
const NONE = 'None of these suits me';
const TIMES = ['Tuesday 8 December 2026, 10:00 to 11:30', 'Wednesday 9 December 2026, 14:00 to 15:30'];

let office: Office;
let id: string;
beforeEach(async () => {
  office = await openOffice();
  await known(office, petra, sam, alex);
  id = (await submitted(office)).id;
  const people = [sam, alex].map(({ id: person, name, mail }) => ({
    id: person,
    name,
    mail,
    team: 'cs-eh',
  }));
  await alter((was) => ({
    ask: { ...was.ask, participants: [...people, { ...hattie, team: 'ed-pri' }] },
    matches: someMatches({ unseen: [sam.mail, alex.mail, hattie.mail] }),
  }));
});
afterEach(() => office.close());

async function alter(over: (was: Submitted) => Partial<Submitted>): Promise<void> {
  const was = await office.store.load(id);
  const before = current<Submitted>(office, id);
  const audit = { at: office.clock.now(), by: 'system', what: 'unknown' } as const;
  const next = { ...before, ...over(before) };
  await office.store.save({ ...(was && { was }), next, effects: [], audit });
}

const request = () => current<Submitted>(office, id);
const view = () => office.executes(cora, executing('coordinate', { request: id }));
const begin = async () => office.executes(cora, press((await view()).card, ASK));
const polling = () => createPolling(office.teams);

/** The card as Sam has it in their chat. */
async function asked() {
  await begin();
  expect(await polling().ask(request(), sam.id)).toBe('shown');
  return cardOf(office.connector.in(`a:${sam.id}`).at(-1));
}

async function inChannel(): Promise<string> {
  const channel = await shownInChannel(office, request());
  return wordsOn(cardOf(channel));
}

describe('A coordinator who asks which times suit', () => {
  it('sees before whom it would be put to, by name, and who has not answered afterwards', async () => {
    const before = await view();
    expect(wordsOn(before.card)).toContain(
      `Calendars not seen: ${[sam, alex, hattie].map(({ name }) => name).join(', ')}`,
    );
    const after = wordsOn((await begin()).card);
    for (const { name } of [sam, alex, hattie]) expect(after).toContain(`${name}: no answer yet`);
    expect(after).toContain('0 of 3 have answered which times suit; open until 17:00 on');
  });

  it('is offered it in a view of their own alone, and not while a question is open', async () => {
    const channel = await shownInChannel(office, request());
    expect(buttonsOn(cardOf(channel))).not.toContain(ASK);
    expect(buttonsOn((await view()).card)).toContain(ASK);
    expect(buttonsOn((await begin()).card)).not.toContain(ASK);
  });

  it.each<[string, Partial<Submitted>]>([
    ['whose calendars were all seen', { matches: someMatches() }],
    ['of which only one time is left', { matches: someMatches({ best: someMatches().best.slice(0, 1) }) }],
  ])('is not offered it for a request %s', async (_which, over) => {
    await alter(({ matches }) => ({
      ...over,
      matches: { ...over.matches!, ...(over.matches!.best.length === 1 && { unseen: matches!.unseen! }) },
    }));
    expect(buttonsOn((await view()).card)).not.toContain(ASK);
  });

  it('whose view has grown old is told that the matches are others now, and nobody is asked', async () => {
    const old = (await view()).card;
    await office.executes(cora, executing('look-again', { request: id }));
    const reply = await office.executes(cora, press(old, ASK));
    expect(wordsOn(reply.card)).toContain('That match is no longer offered.');
    expect(request().poll).toBeUndefined();
  });

  it.each([petra, sam, stranger, fay])('has to be one: not for $name', async (person) => {
    const reply = await office.executes(person, press((await view()).card, ASK));
    expect(reply.text).toContain('Only NSCP coordinators');
    expect(request().poll).toBeUndefined();
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'start-poll',
      refused: 'coordinators-only',
    });
  });
});

describe('The question which times suit', () => {
  it('has the times, who asks and where, until when it is open, and nothing of the case or the others', async () => {
    const card = await asked();
    const words = wordsOn(card);
    for (const time of TIMES) expect(JSON.stringify(card)).toContain(`"title":"${time}"`);
    for (const text of [`Asked for by: ${petra.name}`, 'Where: online', 'Please answer by 17:00 on'])
      expect(words).toContain(text);
    expect(words).toContain('Only the coordinators see who answered what.');
    const { ask, matches } = request();
    const others = [alex, hattie, ...matches!.best.map(({ facilitator }) => facilitator)];
    for (const secret of [ask.reason, ask.caseReference, ...others.map(({ name }) => name)])
      expect(JSON.stringify(card)).not.toContain(secret);
  });

  it('is put to somebody once, however often it is tried, and again when it is a new one', async () => {
    await asked();
    expect(await polling().ask(request(), sam.id)).toBe('known');
    await alter(({ poll }) => ({ poll: { ...poll!, at: poll!.at + 1 } }));
    expect(await polling().ask(request(), sam.id)).toBe('shown');
    expect(await polling().ask(request(), stranger.id)).toBe('known');
  });

  it('that may have been posted is not posted again', async () => {
    await begin();
    office.connector.refuse((method) => method === 'POST', 502);
    await polling()
      .ask(request(), sam.id)
      .catch(() => undefined);
    office.connector.refuse(() => false, 502);
    expect(await polling().ask(request(), sam.id)).toBe('known');
  });

  it('goes nowhere where Teams does not let us, so that a mail can', async () => {
    await begin();
    office.connector.refuse((method) => method === 'POST', 403);
    expect(await polling().ask(request(), sam.id)).toBe('nowhere');
  });

  it('is not put any more once the time to answer has gone', async () => {
    await begin();
    office.clock.pass(request().poll!.closesAt - office.clock.now());
    const before = office.connector.messages.length;
    expect(await polling().ask(request(), sam.id)).toBe('known');
    expect(office.connector.messages.length).toBe(before);
  });
});

describe('An answer', () => {
  it('is noted with one tap, seen as it stands, and changed on the same card', async () => {
    const card = await asked();
    const [first, second] = request().poll!.slots.map(({ start }) => start) as [number, number];
    const noted = await office.executes(sam, press(card, SEND, { starts: `${first},${second}` }));
    expect(wordsOn(noted.card)).toContain(POLLED.noted);
    expect(wordsOn(noted.card)).toContain('You can change your answer until 17:00 on');
    expect(fieldsOn(noted.card)).toEqual({ starts: `${first},${second}` });
    expect(request().poll!.answers).toEqual([{ mail: sam.mail, starts: [first, second] }]);

    const changed = await office.executes(sam, press(noted.card, NONE));
    expect(wordsOn(changed.card)).toContain(POLLED.noneNoted);
    expect(request().poll!.answers).toEqual([{ mail: sam.mail, starts: [] }]);
  });

  it('without a tick is not taken for a no: an old client sends what is not filled in', async () => {
    const { fallback } = press(await asked(), SEND);
    const before = office.connector.in(`a:${sam.id}`).at(-1)!;
    await office.submits(sam, fallback!, undefined, before.id);
    const shown = office.connector.in(`a:${sam.id}`).find(({ id: each }) => each === before.id);
    expect(wordsOn(cardOf(shown))).toContain('Nothing was noted yet.');
    expect(request().poll!.answers).toEqual([]);
  });

  it('is a number in the channel, and never tells who or what; each by name in a coordinator’s own view', async () => {
    const card = await asked();
    const [first] = request().poll!.slots.map(({ start }) => start) as [number];
    await office.executes(sam, press(card, SEND, { starts: String(first) }));
    await polling().ask(request(), alex.id);
    await office.executes(alex, press(cardOf(office.connector.in(`a:${alex.id}`).at(-1)), NONE));
    const words = await inChannel();
    expect(words).toContain('2 of 3 have answered which times suit');
    for (const { name, mail } of [sam, alex, hattie])
      for (const secret of [name, mail]) expect(words).not.toContain(secret);
    const own = wordsOn((await view()).card);
    expect(own).toContain(`${sam.name}: Tue 8 Dec 10:00`);
    expect(own).toContain(`${alex.name}: none of them`);
    expect(own).toContain(`${hattie.name}: no answer yet`);
    // The calls in the channel are sentences of their own.
    await office.messenger.call(request(), { kind: 'coordinators' }, 'poll');
    expect(textOf(office.connector.in(CHANNEL).at(-1))).not.toContain(sam.name);
  });

  it('that is late is answered kindly, on a card with nothing left to press', async () => {
    const card = await asked();
    const starts = String(request().poll!.slots[0]!.start);
    await office.reports(id, { kind: 'poll-over', at: request().poll!.at });
    const reply = await office.executes(sam, press(card, SEND, { starts }));
    expect(wordsOn(reply.card)).toContain('This question is over, so your answer was not noted.');
    expect(buttonsOn(reply.card)).toEqual([]);
    expect(wordsOn(reply.card)).not.toContain(petra.name);
    expect(request().poll!.answers).toEqual([]);
  });

  it('to an earlier question is not one to that which is open, and the card then has that', async () => {
    const card = await asked();
    const [first, second] = request().poll!.slots.map(({ start }) => start) as [number, number];
    await alter(({ poll }) => ({ poll: { ...poll!, at: poll!.at + 1 } }));
    const reply = await office.executes(sam, press(card, SEND, { starts: String(first) }));
    expect(wordsOn(reply.card)).toContain(POLLED.others);
    expect(request().poll!.answers).toEqual([]);
    await office.executes(sam, press(reply.card, SEND, { starts: String(second) }));
    expect(request().poll!.answers).toEqual([{ mail: sam.mail, starts: [second] }]);
  });

  it.each([
    ['a stranger', stranger, 'You are not on the list'],
    ['a coordinator', cora, 'You are not on the list'],
    ['the requester, whose calendar was seen', petra, 'You have not been asked about these times'],
  ])('is not taken from %s, whatever card they hold', async (_who, person, sentence) => {
    const card = await asked();
    const starts = String(request().poll!.slots[0]!.start);
    for (const pressed of [press(card, SEND, { starts }), press(card, NONE), press(card, SEND)]) {
      const reply = await office.executes(person, pressed);
      expect(reply.card).toBeUndefined();
      if (pressed.data.starts !== '') expect(reply.text).toContain(sentence);
    }
    expect(request().poll!.answers).toEqual([]);
  });

  it('is not taken where others read along', async () => {
    const pressed = press(await asked(), NONE);
    const reply = await office.executes(sam, pressed, { where: GROUP });
    expect(reply.card).toBeUndefined();
    expect(reply.text).toContain('our own chat');
    expect(request().poll!.answers).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['of more times than are asked about', { starts: '1,2,3,4' }],
    ['of times that are none', { starts: 'tomorrow' }],
    ['of a list', { starts: [1] }],
    ['to no question', { at: undefined, starts: '1' }],
    ['to a question by name', { at: 'first', starts: '1' }],
    ['with another mark for none', { none: 'yes' }],
  ])('%s is refused as unreadable, and kept', async (_what, over) => {
    const pressed = press(await asked(), SEND);
    const reply = await office.executes(sam, { ...pressed, data: { ...pressed.data, ...over } });
    expect(reply.text).toContain('could not be read');
    expect((await office.store.history(id)).at(-1)).toMatchObject({
      what: 'answer-poll',
      refused: 'unreadable',
    });
    expect(request().poll!.answers).toEqual([]);
  });

  it('for a time that was not asked about is not noted', async () => {
    const reply = await office.executes(sam, press(await asked(), SEND, { starts: '1' }));
    expect(wordsOn(reply.card)).toContain(POLLED.others);
    expect(request().poll!.answers).toEqual([]);
  });
});
