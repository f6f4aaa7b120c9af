import { cardBytes, MOST_CARD_BYTES } from '../../src/teams/cards';
import { participantAnswers } from '../builders';
import { outsiders, practitioners } from '../sandbox/people';
import { buttonsOn, fieldsOn, press, wordsOn } from './card-in-hand';
import { FILLED, fillAndPress, NEXT, openPeople, send } from './form-steps';
import { type Office, openOffice } from './office';

const [petra, sam] = practitioners;
const [hattie, percy] = outsiders;

/** Three different people for the three rows. */
function threeMore(from: number): Record<string, string> {
  const fields = participantAnswers(from + 3)
    .slice(from)
    .map(({ name, mail, team }, row) => ({
      [`name${row}`]: name,
      [`mail${row}`]: mail,
      [`team${row}`]: team,
    }));
  return Object.assign({}, ...fields) as Record<string, string>;
}

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('people on the form', () => {
  it('moves those entered to a list and keeps everything typed', async () => {
    const { message, card } = await openPeople(office);
    const more = await office.executes(petra, fillAndPress(card, 'Add more people', FILLED), { message });
    expect(wordsOn(more.card)).toContain('1. Hattie Hazel');
    expect(wordsOn(more.card)).toContain('2. Percy Plum');
    expect(fieldsOn(more.card)).toMatchObject({ name0: '', mail1: '' });
    const back = await office.executes(petra, press(more.card, 'Back to the first part'), { message });
    expect(fieldsOn(back.card)).toMatchObject({ reason: FILLED.reason, team: 'cs-fs' });
    expect(office.store.all()).toEqual([]);
  });

  it('leaves a row that is not right where it can be put right', async () => {
    const { card } = await openPeople(office);
    const more = await office.executes(
      petra,
      fillAndPress(card, 'Add more people', { ...FILLED, mail1: 'percy at work' }),
    );
    expect(fieldsOn(more.card)).toMatchObject({
      name0: 'Percy Plum',
      mail0: 'percy at work',
      team0: 'po-ch',
    });
    expect(wordsOn(more.card)).toContain('Person 2: give a full e-mail address');
  });

  it('takes somebody off the list again', async () => {
    const { card } = await openPeople(office);
    const more = await office.executes(petra, fillAndPress(card, 'Add more people', FILLED));
    const fewer = await office.executes(petra, press(more.card, 'Remove'));
    expect(wordsOn(fewer.card)).not.toContain('Hattie Hazel');
    expect(wordsOn(fewer.card)).toContain('1. Percy Plum');
    expect(fieldsOn(fewer.card).draft).toContain(FILLED.reason);
  });

  it('sends those on the list together with those still in the rows', async () => {
    const { message, card } = await openPeople(office);
    const more = await office.executes(petra, fillAndPress(card, 'Add more people', FILLED), { message });
    const rest = { name0: sam.name, mail0: sam.mail, team0: 'cs-eh' };
    await office.executes(petra, press(more.card, 'Send request', rest), { message });
    expect(office.store.all()[0]?.ask.participants.map(({ mail }) => mail)).toEqual([
      hattie.mail,
      percy.mail,
      sam.mail,
    ]);
  });

  it('makes room for eleven, and then for nobody more', async () => {
    const { message, card } = await openPeople(office);
    const five = await office.executes(
      petra,
      fillAndPress(card, 'Add more people', { ...FILLED, ...threeMore(0) }),
      { message },
    );
    const six = await office.executes(petra, press(five.card, 'Add more people', threeMore(3)), { message });
    const eight = await office.executes(
      petra,
      press(six.card, 'Add more people', {
        name0: hattie.name,
        mail0: hattie.mail,
        team0: 'ed-pri',
        name1: percy.name,
        mail1: percy.mail,
        team1: 'po-ch',
      }),
      { message },
    );
    expect(wordsOn(eight.card)).toContain('8. Percy Plum');
    expect(buttonsOn(eight.card)).not.toContain('Add more people');
    await office.executes(petra, press(eight.card, 'Send request', threeMore(6)), { message });
    expect(office.store.all()[0]?.ask.participants).toHaveLength(11);
  });

  it('keeps twelve on the list, says that it is one too many, and offers no more rows', async () => {
    const { card } = await openPeople(office);
    const draft = { ...(JSON.parse(fieldsOn(card).draft!) as object), added: participantAnswers(12) };
    const more = await office.executes(
      petra,
      fillAndPress(card, 'Add more people', { ...FILLED, draft: JSON.stringify(draft) }),
    );
    expect(wordsOn(more.card)).toContain('keep to at most 11 people besides yourself.');
    expect(wordsOn(more.card)).toContain('12. Practitioner 12');
    expect(buttonsOn(more.card)).not.toContain('Add more people');
    expect(cardBytes(more.card!)).toBeLessThanOrEqual(MOST_CARD_BYTES);
  });
});

describe('a form that is not right', () => {
  const long = 'a'.repeat(4_999);
  it.each([
    ['empty reference', { caseReference: ' ' }, 'Your own case reference: an answer is needed here.'],
    ['no team', { team: '' }, 'Your agency and team: an answer is needed here.'],
    ['a team nobody listed', { team: 'zz-top' }, 'Your agency and team: choose from the list.'],
    [
      'empty reason',
      { reason: '' },
      'What would you like to think about together: an answer is needed here.',
    ],
    ['5,000 characters', { reason: `${long}.` }, 'use at most 2,000 characters.'],
    ['family not answered', { familyTold: '' }, 'Has the family been told: an answer is needed here.'],
    [
      'dates reversed',
      { earliest: '2026-12-18', latest: '2026-12-10' },
      'give Friday 18 December 2026 or later.',
    ],
    ['a day in the past', { earliest: '2026-11-02' }, 'Earliest day: this day has passed'],
    [
      'shorter than notice',
      { earliest: '2026-11-25', latest: '2026-12-01' },
      'give Tuesday 8 December 2026 or later.',
    ],
    ['no day at all', { days: '' }, 'Days that could work: an answer is needed here.'],
    ['one agency only', { team0: 'cs-cp', team1: 'cs-eh' }, 'at least 2 agencies take part.'],
    ['too few people', { name1: '', mail1: '', team1: '' }, 'add at least 2 people besides yourself.'],
    ['a bad address', { mail1: 'percy@nowhere' }, 'Person 2: give a full e-mail address'],
    [
      'half a person',
      { mail1: '' },
      'Person 2: give the work e-mail too; or, if you do not know who it will be',
    ],
    [
      'somebody twice',
      { mail1: hattie.mail.toUpperCase() },
      'Person 2: this e-mail address is on the list already',
    ],
  ])(
    'names the field, says what is allowed, keeps what was typed and stores nothing: %s',
    async (_what, wrong, sentence) => {
      const typed: Record<string, string> = { ...FILLED, ...wrong };
      const { form, reply } = await send(office, typed);
      expect(wordsOn(reply.card)).toContain('Nothing has been sent yet. Please change:');
      expect(wordsOn(reply.card)).toContain(sentence);
      expect(wordsOn(reply.card)).toMatch(
        /please change \d+ things?, see the red lines above, and (?:go on|send again)/,
      );
      expect(wordsOn(reply.card).split('Please change: ').length).toBeGreaterThanOrEqual(2);
      const kept = JSON.stringify(reply.card);
      for (const [field, value] of Object.entries(typed))
        if (value.trim() !== '' && field in fieldsOn(form) && !/^(team|days)/.test(field))
          expect([field, kept.includes(value)]).toEqual([field, true]);
      expect(office.store.all()).toEqual([]);
      expect(office.conversations.writes()).toBe(1);
    },
  );

  it('can be put right on the card that names the problem, and then sent', async () => {
    const { message, reply } = await send(office, { ...FILLED, reason: '' });
    const next = await office.executes(petra, press(reply.card, NEXT, { reason: 'Stuck.' }), { message });
    const sent = await office.executes(petra, fillAndPress(next.card, 'Send request', FILLED), { message });
    expect(wordsOn(sent.card)).toContain('Not confirmed yet');
    expect(office.store.all()).toHaveLength(1);
  });

  it('goes back to the first part when that is no longer right once it is sent, and keeps the people', async () => {
    const { message, card } = await openPeople(office);
    office.clock.pass(30 * 24 * 3_600_000);
    const reply = await office.executes(petra, fillAndPress(card, 'Send request', FILLED), { message });
    expect(wordsOn(reply.card)).toContain('Earliest day: this day has passed');
    expect(office.store.all()).toEqual([]);
    const dates = { earliest: '2027-01-20', latest: '2027-01-29' };
    const next = await office.executes(petra, press(reply.card, NEXT, dates), { message });
    expect(wordsOn(next.card)).toContain('2. Percy Plum');
    await office.executes(petra, press(next.card, 'Send request'), { message });
    expect(office.store.all()).toHaveLength(1);
  });

  it('keeps what is entered about people while the first part is looked at again', async () => {
    const { message, card } = await openPeople(office);
    const half = { ...FILLED, mail1: 'percy at work', team1: '' };
    const back = await office.executes(petra, fillAndPress(card, 'Back to the first part', half), {
      message,
    });
    const again = await office.executes(petra, press(back.card, NEXT), { message });
    expect(wordsOn(again.card)).toContain('1. Hattie Hazel');
    expect(fieldsOn(again.card)).toMatchObject({ name0: 'Percy Plum', mail0: 'percy at work', team0: '' });
  });

  it('says so plainly, keeps the text and logs none of it when storage cannot be reached', async () => {
    const { message, card } = await openPeople(office);
    office.wire.cut = true;
    const reply = await office.executes(petra, fillAndPress(card, 'Send request', FILLED), { message });
    expect(wordsOn(reply.card)).toContain('NOT saved');
    expect(fieldsOn(reply.card)).toMatchObject({ name0: hattie.name, mail1: percy.mail });
    expect(JSON.stringify(office.log.lines)).not.toContain(FILLED.reason);
    office.wire.cut = false;
    await office.executes(petra, press(reply.card, 'Send request'), { message });
    expect(office.store.all()).toMatchObject([{ ask: { reason: FILLED.reason } }]);
  });

  it('leaves a form alone that has become larger than Teams takes', async () => {
    const { reply } = await send(office, { ...FILLED, reason: '家'.repeat(9_000) });
    expect(reply).toMatchObject({
      status: 400,
      text: expect.stringContaining('too long for Teams') as string,
    });
    expect(office.store.all()).toEqual([]);
  });
});
