import safety from '../../cards/safety.json';
import { DOORS, QUESTIONS } from '../../src/domain/signpost';
import { DOOR_WORDING } from '../../src/wording/doors';
import { GUIDE } from '../../src/wording/guide';
import { practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, partsOf, press, wordsOn } from './card-in-hand';
import { FILLED, fillAndPress, NEXT } from './form-steps';
import { cardOf, GROUP, type Message, type Office, openOffice, textOf } from './office';

const [petra] = practitioners;
const TEAM = 'hl-sn';
const TO_TAFS = [GUIDE.risk.answers.no, GUIDE.need.answers.think, GUIDE.who.answers['several-agencies']];

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** Says it, gives one answer after the other, each with one tap, and holds what comes. */
async function choose(answers: readonly string[], team = '') {
  const [message] = await office.says(petra, 'help me choose');
  return tap(message!, cardOf(message), answers, team);
}

async function tap(message: Message, first: unknown, answers: readonly string[], team = '') {
  let card = first;
  for (const answer of answers) {
    const filled = 'team' in fieldsOn(card) ? { team } : {};
    ({ card } = await office.executes(petra, press(card, answer, filled), { message }));
  }
  return { message, card };
}

describe('"help me choose"', () => {
  it.each(['help me choose', ' Help me to choose. ', 'please help me choose', 'HELP ME CHOOSE?'])(
    'asks about a child at risk before anything else: %s',
    async (text) => {
      const [message] = await office.says(petra, text);
      const words = wordsOn(cardOf(message));
      expect(words.startsWith('Is a child at immediate risk of significant harm?')).toBe(true);
      expect(words).toContain('call 999');
      expect(words).toContain('Question 1 of at most 4');
    },
  );

  it('is not every sentence with these words in it', async () => {
    const [message] = await office.says(petra, 'can you help me choose a present');
    expect(wordsOn(cardOf(message))).toContain('I did not understand');
  });

  it('asks that first question as the card before the form does', () => {
    const { label, choices } = safety.body.find(({ id }) => id === 'answer')!;
    expect(GUIDE.risk.question).toBe(label);
    expect(Object.entries(GUIDE.risk.answers)).toEqual(choices!.map(({ value, title }) => [value, title]));
  });

  it('is a button on the welcome card and beside the first question before the form', async () => {
    for (const text of ['help', 'request']) {
      const [message] = await office.says(petra, text);
      const pressed = press(cardOf(message), 'Help me choose');
      const { card } = await office.executes(petra, pressed, { message: message! });
      expect(wordsOn(card)).toContain('Question 1 of at most 4');
    }
  });

  it('does not insist on the question it stands beside', async () => {
    const [message] = await office.says(petra, 'request');
    const button = partsOf(cardOf(message)).find(({ title }) => title === 'Help me choose');
    expect(button).toMatchObject({ associatedInputs: 'none' });
  });

  it('goes on in the private chat where others read along', async () => {
    const sent = await office.says(petra, '<at>JAGS</at> help me choose', GROUP);
    const here = sent.filter(({ conversationId }) => conversationId === GROUP);
    expect(here.map(textOf)).toEqual([expect.stringContaining('I have written to you in our own chat')]);
    const there = sent.find(({ conversationId }) => conversationId === `a:${petra.id}`);
    expect(wordsOn(cardOf(there))).toContain('Question 1 of at most 4');
    const pressed = press(cardOf(there), GUIDE.risk.answers.no);
    expect(await office.executes(petra, pressed, { where: GROUP })).toMatchObject({ status: 400 });
    expect(office.tally.counted).toEqual([]);
  });
});

describe('answering', () => {
  it.each(['unreported', 'unsure'] as const)('leads to CADS and 999 at once: %s', async (risk) => {
    const { message, card } = await choose([GUIDE.risk.answers[risk]], TEAM);
    expect(wordsOn(card)).toContain('Immediate danger: call 999');
    expect(wordsOn(card)).toContain('call CADS: 0344\u00a0800\u00a08021');
    expect(buttonsOn(card)).toEqual(['I have now reported it']);
    expect(office.tally.counted).toEqual([{ kind: 'door-cads', agency: 'hl', month: '2026-11' }]);
    const form = await office.executes(petra, press(card, 'I have now reported it'), { message });
    expect(fieldsOn(form.card)).toMatchObject({ team: TEAM });
    expect(wordsOn(form.card)).toContain('You told us that a child is at immediate risk');
  });

  it('leads to TAFS in four taps, with why and what to do next, and counts it by agency and month', async () => {
    const { card } = await choose([...TO_TAFS, GUIDE.moment.answers.routine], TEAM);
    expect(wordsOn(card)).toContain(DOOR_WORDING.tafs.why);
    expect(wordsOn(card)).toContain(`What to do next\n${DOOR_WORDING.tafs.next}`);
    expect(buttonsOn(card)).toEqual(['Ask for a JAGS all the same', 'Back']);
    expect(office.tally.counted).toEqual([{ kind: 'door-tafs', agency: 'hl', month: '2026-11' }]);
    expect(office.store.all()).toEqual([]);
  });

  it('opens the form from JAGS with the team and what was said about the risk', async () => {
    const answers = [GUIDE.risk.answers.known, ...TO_TAFS.slice(1), GUIDE.moment.answers.stuck];
    const { message, card } = await choose(answers, TEAM);
    const form = await office.executes(petra, press(card, 'Ask for a JAGS'), { message });
    expect(fieldsOn(form.card)).toMatchObject({ team: TEAM, reason: '' });
    const next = await office.executes(petra, fillAndPress(form.card, NEXT, { ...FILLED, team: TEAM }), {
      message,
    });
    await office.executes(petra, fillAndPress(next.card, 'Send request', FILLED), { message });
    expect(office.store.all()).toMatchObject([{ requester: { team: TEAM }, ask: { riskKnown: true } }]);
  });

  const { need, worker, who, moment } = GUIDE;
  it.each([
    ['cads', [need.answers['new-concern'], worker.answers.unsure]],
    ['social-worker', [need.answers['new-concern'], worker.answers.yes]],
    ['professional-disagreement', [need.answers.disagreement]],
    ['statutory-meeting', [need.answers['share-or-decide']]],
    ['tafs', [...TO_TAFS.slice(1), moment.answers.routine]],
    ['group-supervision', [need.answers.think, who.answers['social-work-team']]],
    ['case-supervision', [need.answers.think, who.answers['one-practitioner']]],
  ] as const)(
    'shows another door, and lets a person go on to the form from there: %s',
    async (door, answers) => {
      const { message, card } = await choose([GUIDE.risk.answers.no, ...answers], TEAM);
      expect(wordsOn(card).startsWith(DOOR_WORDING[door].heading)).toBe(true);
      expect(office.tally.counted).toEqual([{ kind: `door-${door}`, agency: 'hl', month: '2026-11' }]);
      const form = await office.executes(petra, press(card, 'Ask for a JAGS all the same'), { message });
      expect(fieldsOn(form.card)).toMatchObject({ team: TEAM, caseReference: '' });
      expect(wordsOn(form.card)).not.toContain('a child is at immediate risk');
    },
  );

  it('gives the number of CADS, and when it was checked, to whoever has a new concern and no social worker', async () => {
    const { card } = await choose([
      GUIDE.risk.answers.no,
      GUIDE.need.answers['new-concern'],
      GUIDE.worker.answers.no,
    ]);
    expect(wordsOn(card)).toContain('call CADS: 0344\u00a0800\u00a08021');
    expect(wordsOn(card)).toContain('Number last checked on 1 November 2026');
    expect(wordsOn(card)).toContain('call 999');
  });

  it('can be taken back, step by step, with the team still chosen', async () => {
    const there = [...TO_TAFS, GUIDE.moment.answers.routine];
    const { message, card } = await choose(there, TEAM);
    const back = await tap(
      message,
      card,
      there.map(() => 'Back'),
    );
    expect(wordsOn(back.card)).toContain('Question 1 of at most 4');
    expect(fieldsOn(back.card)).toEqual({ team: TEAM });
    expect(buttonsOn(back.card)).not.toContain('Back');
    const again = await tap(message, back.card, there, 'po-ch');
    expect(wordsOn(again.card)).toContain(DOOR_WORDING.tafs.why);
    expect(office.tally.counted.map(({ agency }) => agency)).toEqual(['hl', 'po']);
  });

  it('works from an old client too', async () => {
    const [message] = await office.says(petra, 'help me choose');
    const { fallback } = press(cardOf(message), GUIDE.risk.answers.unsure);
    await office.submits(petra, fallback!, undefined, message!.id);
    expect(wordsOn(cardOf(message))).toContain('Immediate danger: call 999');
  });
});

describe('counting', () => {
  const [NO, DISAGREE] = [GUIDE.risk.answers.no, GUIDE.need.answers.disagreement];

  it('is for an unknown agency when no team was chosen, or one that is not in the lists', async () => {
    await choose([NO, DISAGREE]);
    await choose([NO, DISAGREE], 'zz-top');
    const unknown = { kind: 'door-professional-disagreement', agency: 'unknown', month: '2026-11' };
    expect(office.tally.counted).toEqual([unknown, unknown]);
  });

  it("is in London's month", async () => {
    // 23:30 on 30 June in UTC is July in London.
    office.clock.pass(Date.parse('2027-06-30T23:30:00Z') - office.clock.now());
    await choose([NO, DISAGREE]);
    expect(office.tally.counted).toMatchObject([{ month: '2027-07' }]);
  });

  it("that fails stands in nobody's way, and is in the log without anything about them", async () => {
    office.wire.cut = true;
    for (const answers of [[GUIDE.risk.answers.unreported], [NO, DISAGREE]]) {
      const { card } = await choose(answers, TEAM);
      expect(wordsOn(card)).toContain('call 999');
    }
    const lost = office.log.lines.filter(({ message }) => message.includes('could not count'));
    expect(lost.map(({ level, kind }) => [level, kind])).toEqual([
      ['warn', 'door-cads'],
      ['warn', 'door-professional-disagreement'],
    ]);
    expect(JSON.stringify(lost)).not.toContain(petra.id);
    expect(office.tally.counted).toEqual([]);
  });

  it('is not waited for', async () => {
    const [message] = await office.says(petra, 'help me choose');
    let plug = (): void => undefined;
    office.wire.jam = new Promise((resolve) => (plug = resolve));
    const { card } = await tap(message!, cardOf(message), [GUIDE.risk.answers.unreported]);
    expect(wordsOn(card)).toContain('Immediate danger: call 999');
    expect(office.tally.counted).toEqual([]);
    plug();
  });
});

describe('what nobody should be able to send', () => {
  it.each([
    ['guide-answer', {}],
    ['guide-answer', { answers: 7 }],
    ['guide-answer', { answers: 'maybe' }],
    ['guide-answer', { answers: 'think,several-agencies,stuck' }],
    ['guide-answer', { answers: 'unreported,think' }],
    ['guide-answer', { answers: 'no,disagreement,' }],
    ['guide-answer', { answers: 'no,toString' }],
    ['guide-answer', { answers: `no,${'x'.repeat(200)}` }],
    ['guide-answer', { answers: 'no,disagreement', team: 'Jayden, aged 7' }],
    ['guide-answer', { answers: 'no,disagreement', knownTeam: ['hl-sn'] }],
    ['safety', { answer: 'no', team: '<b>' }],
    ['reported', { team: { code: 'hl-sn' } }],
  ])('is refused and counted nowhere: %s %j', async (verb, data) => {
    const reply = await office.executes(petra, { type: 'Action.Execute', verb, data });
    expect(reply).toMatchObject({
      status: 400,
      text: expect.stringContaining('could not be read') as string,
    });
    expect(office.tally.counted).toEqual([]);
  });

  it('does not get past the question about a child at risk', async () => {
    const data = { answer: 'unreported', team: TEAM };
    const { card } = await office.executes(petra, { type: 'Action.Execute', verb: 'safety', data });
    expect(wordsOn(card)).toContain('Please stop here and report it now');
  });

  it('starts the form without a team that is not in the lists', async () => {
    const data = { answer: 'no', team: 'zz-top' };
    const { card } = await office.executes(petra, { type: 'Action.Execute', verb: 'safety', data });
    expect(fieldsOn(card)).toMatchObject({ team: '' });
  });
});

describe('the wording', () => {
  it.each(DOORS)('says why in two sentences, and what to do next: %s', (door) => {
    const { why, next } = DOOR_WORDING[door];
    expect(why.match(/[.](?= |$)/g)).toHaveLength(2);
    expect(next).toMatch(/^[A-Z].*\.$/);
  });

  it('tells the answers to a question apart', () => {
    for (const question of Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]) {
      const titles = Object.values(GUIDE[question].answers);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});
