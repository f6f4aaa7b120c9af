/** Asking those who took part how a session was, in chat; and that nothing here keeps who answered, or when. */
import { STATEMENTS } from '../../src/domain/evaluation';
import type { Held } from '../../src/domain/request';
import { createAskingEvaluation } from '../../src/teams/reaching/asking-evaluation';
import { EVALUATING } from '../../src/teams/wording/evaluating';
import { TROUBLE } from '../../src/teams/wording/refusals';
import { CONFIDENTIAL, NOT_COUNTED, STATEMENT_TEXTS, THANKS } from '../../src/wording/evaluation';
import { at } from '../builders';
import { facilitators, practitioners } from '../sandbox/people';
import { buttonsOn, executing, fieldsOn, press, wordsOn } from './card-in-hand';
import { cardOf, GROUP, type Office, openOffice, textOf } from './office';
import { booked, current, known } from './session-steps';

const [petra, sam, , stranger] = practitioners;
const [fay] = facilitators;
const FILLED = {
  ...Object.fromEntries(STATEMENTS.map((each, n) => [each, String((n % 5) + 1)])),
  also: 'none',
};
const LESSON = 'Meetings clash with school days';

let office: Office;
let request: Held;
beforeEach(async () => {
  office = await openOffice();
  await known(office, petra, sam);
  const { id } = await booked(office);
  office.clock.pass(at('2026-12-08T11:31') - office.clock.now());
  await office.reports(id, { kind: 'session-ended', attempt: 1 });
  request = current<Held>(office, id);
  const { closesAt, invited } = request.evaluating!;
  await office.evaluations.open({ requestId: id, quarter: '2026-Q4', invited, closesAt });
});
afterEach(() => office.close());

const asks = (person: { id: string; mail: string } = petra, reminder = false) =>
  createAskingEvaluation({ ...office.teams, evaluations: office.evaluations }).ask(request, person, reminder);
const inChat = (person = petra) => office.connector.in(`a:${person.id}`);
const answersKept = async () => (await office.evaluations.collected(request.id))!;

/** The card as they have it in their chat. */
async function asked(person = petra) {
  expect(await asks(person)).toBe('shown');
  return cardOf(inChat(person).at(-1));
}

describe('the card that asks how a session was', () => {
  it('has the seven statements, what was done besides, one line, the promise and its limit', async () => {
    const card = await asked();
    for (const text of [...Object.values(STATEMENT_TEXTS), CONFIDENTIAL, 'not monitored', '0344'])
      expect(wordsOn(card)).toContain(text);
    expect(Object.keys(fieldsOn(card))).toEqual([...STATEMENTS, 'also', 'lesson']);
    expect(new Set(Object.values(fieldsOn(card)))).toEqual(new Set(['']));
  });

  it('has nothing of the case, of others, or of the person it is sent to', async () => {
    const text = JSON.stringify(await asked());
    const { ask, requester, match, id } = request;
    const people = [requester, match.facilitator, ...ask.participants];
    for (const secret of [
      ask.reason,
      ask.caseReference,
      ...people.map(({ name }) => name),
      petra.id,
      petra.mail,
    ])
      expect(text).not.toContain(secret);
    // The request is in the token, which is all that the card is about.
    expect(text.split(id)).toHaveLength(3);
  });

  it('is posted once, and the reminder once, with another token', async () => {
    const first = await asked();
    expect(await asks()).toBe('known');
    expect(await asks(petra, true)).toBe('shown');
    expect(await asks(petra, true)).toBe('known');
    const second = cardOf(inChat().at(-1));
    expect(press(second, 'Send').data.token).not.toBe(press(first, 'Send').data.token);
  });

  it('may have been posted where nobody knows what came of it, and is not posted again', async () => {
    office.connector.refuse((method) => method === 'POST', 502);
    await asks().catch(() => undefined);
    office.connector.refuse(() => false, 502);
    expect(await asks()).toBe('known');
  });

  it('goes nowhere where Teams does not let us, so that a mail can', async () => {
    let isRemoved = true;
    office.connector.refuse((method) => isRemoved && method === 'POST', 403);
    expect(await asks()).toBe('nowhere');
    // The mail may fail, and is then asked for again: never by a card as well.
    isRemoved = false;
    expect(await asks()).toBe('nowhere');
    expect(inChat().filter((each) => JSON.stringify(each).includes(CONFIDENTIAL))).toEqual([]);
  });

  it('is posted at the next try where Teams was too busy to take it', async () => {
    let isBusy = true;
    office.connector.refuse((method) => isBusy && method === 'POST', 429, { 'retry-after': '1' });
    await expect(asks()).rejects.toThrow('429');
    isBusy = false;
    expect(await asks()).toBe('shown');
    expect(await asks()).toBe('known');
  });

  it('reminds nobody who has answered, and leaves the same row as of whoever was reminded', async () => {
    await office.executes(petra, press(await asked(), 'Send', FILLED));
    await asked(sam);
    const before = inChat().length;
    expect([await asks(petra, true), await asks(sam, true)]).toEqual(['answered', 'shown']);
    expect(inChat()).toHaveLength(before);
    const rows = [petra, sam].map(({ id }) => office.cards.find(request.id, `evaluation-reminder-${id}`));
    const [answered, reminded] = await Promise.all(rows);
    expect(answered).toEqual(reminded);
  });
});

describe('an answer', () => {
  it('is counted once, and thanked for in the card’s place, with where to find support', async () => {
    const card = await asked();
    const reply = await office.executes(petra, press(card, 'Send', { ...FILLED, lesson: LESSON }));
    for (const text of [THANKS.heading, THANKS.support, office.policy.staffSupport, 'not monitored'])
      expect(wordsOn(reply.card)).toContain(text);
    expect(buttonsOn(reply.card)).toEqual([]);
    expect(await answersKept()).toMatchObject({ lessons: [LESSON], answers: [{ also: 'none' }] });

    const again = await office.executes(petra, press(card, 'Send', FILLED));
    expect(wordsOn(again.card)).toContain(NOT_COUNTED.answered.heading);
    expect((await answersKept()).answers).toHaveLength(1);
  });

  it('counts whoever presses it: what it is about is in the card, and nothing says whose it was', async () => {
    const card = await asked();
    await office.executes(stranger, press(card, 'Send', FILLED));
    expect((await answersKept()).answers).toHaveLength(1);
  });

  it('leaves no audit, no row, no message and no line in the log', async () => {
    const card = await asked();
    const before = {
      history: await office.store.history(request.id),
      request: current(office, request.id),
      effects: office.store.effectsOf(request.id),
      writes: office.conversations.writes(),
      messages: office.connector.messages.length,
      lines: office.log.lines.length,
      text: JSON.stringify(inChat()),
    };
    for (const filled of [{}, { ...FILLED, lesson: LESSON }, FILLED])
      await office.executes(petra, press(card, 'Send', filled));
    expect({
      history: await office.store.history(request.id),
      request: current(office, request.id),
      effects: office.store.effectsOf(request.id),
      writes: office.conversations.writes(),
      messages: office.connector.messages.length,
      lines: office.log.lines.length,
      text: JSON.stringify(inChat()),
    }).toEqual(before);
  });

  it('that lacks something is not counted: what is missing is named, and what was chosen is still there', async () => {
    const filled = { ...FILLED, 'time-to-think': '', also: 'none,case-updates', lesson: LESSON };
    const reply = await office.executes(petra, press(await asked(), 'Send', filled));
    const words = wordsOn(reply.card);
    expect(words).toContain(EVALUATING.notSent);
    expect(words).toContain(`${STATEMENT_TEXTS['time-to-think']}: please choose one`);
    expect(words).not.toContain(`${STATEMENT_TEXTS['safe-to-say']}: please`);
    expect(words).toContain('Mostly, we also: please tick either');
    expect(fieldsOn(reply.card)).toMatchObject(filled);
    expect((await answersKept()).answers).toEqual([]);
    await office.executes(petra, press(reply.card, 'Send', { ...FILLED, lesson: LESSON }));
    expect((await answersKept()).answers).toHaveLength(1);
  });

  it('with an identifier in its line is sent back, and what may be a name is asked about', async () => {
    const card = await asked();
    const number = await office.executes(
      petra,
      press(card, 'Send', { ...FILLED, lesson: 'NHS 999 100 2340' }),
    );
    expect(wordsOn(number.card)).toContain(EVALUATING.notSent);
    const named = await office.executes(
      petra,
      press(card, 'Send', { ...FILLED, lesson: 'Rosie Redwood said so' }),
    );
    expect(Object.keys(fieldsOn(named.card))).toContain('notNames');
    expect((await answersKept()).answers).toEqual([]);
  });

  it('that could not be kept is still there to be sent again, and the log has nobody in it', async () => {
    const card = await asked();
    office.wire.cut = true;
    const reply = await office.executes(petra, press(card, 'Send', FILLED));
    office.wire.cut = false;
    expect(wordsOn(reply.card)).toContain(EVALUATING.notKept);
    expect(fieldsOn(reply.card)).toMatchObject(FILLED);
    const lines = JSON.stringify(office.log.lines);
    for (const secret of [petra.id, petra.name, petra.mail, request.id, press(card, 'Send').data.token])
      expect(lines).not.toContain(secret);
    await office.executes(petra, press(reply.card, 'Send', FILLED));
    expect((await answersKept()).answers).toHaveLength(1);
  });

  it.each([
    ['guessed', (token: string) => `${token.slice(0, -43)}${'A'.repeat(43)}`, 'unknown'],
    ['altered', (token: string) => token.replace(/^./, 'x'), 'unknown'],
    ['of no form', () => 'token', 'unknown'],
  ] as const)('with a token that is %s is told so', async (_how, change, why) => {
    const pressed = press(await asked(), 'Send', FILLED);
    const data = { ...pressed.data, token: change(String(pressed.data.token)) };
    const reply = await office.executes(petra, { ...pressed, data });
    expect(wordsOn(reply.card)).toContain(NOT_COUNTED[why].heading);
    expect((await answersKept()).answers).toEqual([]);
  });

  it('that is late is told so kindly', async () => {
    const card = await asked();
    office.clock.pass(request.evaluating!.closesAt - office.clock.now());
    const reply = await office.executes(petra, press(card, 'Send', FILLED));
    expect(wordsOn(reply.card)).toContain(NOT_COUNTED.over.heading);
  });

  it('from an old client is not taken, because the message in answer would have a time', async () => {
    const card = await asked();
    const { fallback } = press(card, 'Send', FILLED);
    const writes = office.conversations.writes();
    const [message] = await office.submits(sam, { ...fallback! }, 'a:somewhere-else', inChat().at(-1)!.id);
    expect(textOf(message)).toBe(TROUBLE.newerTeams);
    expect(office.conversations.writes()).toBe(writes);
    expect((await answersKept()).answers).toEqual([]);
    expect(JSON.stringify(cardOf(inChat().at(-1)))).toBe(JSON.stringify(card));
  });

  it('is not taken where others read along', async () => {
    const reply = await office.executes(petra, press(await asked(), 'Send', FILLED), { where: GROUP });
    expect(reply.text).toBe(TROUBLE.privateOnly);
    expect((await answersKept()).answers).toEqual([]);
  });

  it.each([
    { token: 7 },
    { start: 'soon' },
    { 'safe-to-say': ['5'] },
    { also: 7 },
    { lesson: { text: LESSON } },
  ])('of another shape could not be read, and is noted nowhere: %j', async (over) => {
    const pressed = press(await asked(), 'Send', FILLED);
    const before = await office.store.history(request.id);
    const reply = await office.executes(fay, executing('evaluate', { ...pressed.data, ...over }));
    expect(reply.text).toBe(TROUBLE.unreadable);
    expect(await office.store.history(request.id)).toEqual(before);
  });
});
