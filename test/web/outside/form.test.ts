/** The form behind a mailed link, filled in as a browser does: what is typed is kept on the way, and is what is saved. */
import { personIdFor } from '../../../src/ids';
import { SAFETY_CARD_TITLES } from './safety-card';
import { type Filling, PARTS, partOf, partShown, startFilling } from './filling-in';
import { type Form, formIn, HETTY, openOutsideOffice, type OutsideOffice, wholeForm } from './outside-office';
import { brokenTies, textIn } from '../markup';

/** Something in every field, and a choice in every list. */
const EVERYTHING = wholeForm({
  name: "Hetty O'Headteacher",
  phone: '01632 960 456 ext 7',
  colleague: 'Deputy.Dora@school.example.org',
  reason: '  We go round in circles.\n\nEverybody "carries" it home: 3 < 4 & 5 > 4. ',
  otherNeeds: ['tasks', 'decision'],
  goesOn: 'decision+tasks',
  place: 'in-person',
  venue: 'Market Street library, room 2',
  days: ['tuesday', 'friday'],
  times: ['afternoon'],
  arrangements: ['bsl', 'step-free'],
  'person-1-name': 'police officer',
  'person-1-mail': '',
  'person-2-name': "Violet D'Vermilion",
  'person-2-mail': 'Violet+jags@health.example.org',
  'person-2-team': 'hl-sn',
});

describe('the form behind a mailed link', () => {
  let office: OutsideOffice;
  let link: string;
  let filling: Filling;
  beforeEach(async () => {
    office = await openOutsideOffice();
    link = await office.linkFor(HETTY);
    filling = startFilling(office, link);
  });
  afterEach(() => office.close());

  const isUnsaved = async () => expect(await office.sentBy(HETTY)).toBeUndefined();

  it('leads from the question through each part to a request of just what was typed', async () => {
    const question = await office.opens(link);
    for (const title of SAFETY_CARD_TITLES) expect(textIn(question.body)).toContain(title);
    expect(formIn(question.body).has('step')).toBe(false);

    await filling.opens('known');
    for (const part of PARTS) {
      expect(partShown(filling.shown())).toBe(part);
      expect(brokenTies(filling.shown().body)).toEqual([]);
      if (part === 'about') {
        // Asked with the warning, which comes first.
        expect((await filling.presses('next', partOf(EVERYTHING, part))).status).toBe(422);
        await filling.presses('next', { goesOn: EVERYTHING['goesOn'] ?? '' });
      } else await filling.presses('next', partOf(EVERYTHING, part));
      expect([part, filling.shown().status]).toEqual([part, 200]);
    }
    expect(partShown(filling.shown())).toBe('check');
    await isUnsaved();

    const sent = await filling.presses('send');
    expect([sent.status, sent.headers.get('location'), sent.body]).toEqual([303, link, '']);
    const after = await office.opens(link);
    expect([after.status, textIn(after.body)]).toEqual([
      200,
      expect.stringContaining('Your request has been sent'),
    ]);
    for (const own of ['circles', 'SCH-2041', 'Violet', 'library'])
      expect(after.body.toLowerCase()).not.toContain(own.toLowerCase());

    const request = await office.sentBy(HETTY);
    expect(request?.state).toBe('submitted');
    expect(request?.requester).toEqual({
      id: personIdFor(HETTY),
      name: "Hetty O'Headteacher",
      mail: HETTY,
      outside: true,
      team: 'ed-pri',
      phone: '01632 960 456 ext 7',
      colleague: { mail: 'deputy.dora@school.example.org' },
    });
    expect(request?.ask).toEqual({
      caseReference: 'SCH-2041',
      reason: 'We go round in circles.\n\nEverybody "carries" it home: 3 < 4 & 5 > 4.',
      familyTold: 'yes',
      riskKnown: true,
      otherNeeds: ['tasks', 'decision'],
      place: { kind: 'in-person', venue: 'Market Street library, room 2' },
      locality: 'norwich',
      arrangements: ['bsl', 'step-free'],
      earliest: '2026-12-09',
      latest: '2026-12-18',
      days: ['tuesday', 'friday'],
      times: ['afternoon'],
      participants: [
        { name: 'Scarlet Sepia', mail: 'scarlet.sepia@health.example.org', team: 'hl-sn' },
        { name: "Violet D'Vermilion", mail: 'violet+jags@health.example.org', team: 'hl-sn' },
      ],
      toBeNamed: [{ role: 'police officer', team: 'po-ne' }],
    });
  });

  it('shows before it is sent all that was typed', async () => {
    const words = textIn((await filling.fillsIn(wholeForm({ ...EVERYTHING, otherNeeds: [] }))).body);
    for (const [name, values] of Object.entries(EVERYTHING))
      if (/^(?:name|phone|colleague|caseReference|venue|person-\d-(?:name|mail))$/.test(name))
        expect(words).toContain([values].flat()[0]);
    for (const shown of [
      '3 < 4 & 5 > 4',
      'Tuesday; Friday',
      'Afternoon',
      HETTY,
      'School or college: primary',
    ])
      expect(words).toContain(shown);
  });

  it.each(PARTS)('keeps what was typed through mistakes, back and on: %s', async (part) => {
    const typed = partOf(EVERYTHING, part);
    const wrong: Record<(typeof PARTS)[number], Form> = {
      about: { phone: 'ring me' },
      when: { latest: '2026-12-01' },
      who: { 'person-0-mail': 'scarlet at health' },
    };
    const before = PARTS.slice(0, PARTS.indexOf(part));
    await filling.opens('no');
    for (const each of before) await filling.presses('next', partOf(wholeForm(), each));
    const mistaken = await filling.presses('next', { ...typed, ...wrong[part] });
    expect([mistaken.status, partShown(mistaken)]).toEqual([422, part]);
    expect(formIn(mistaken.body).toString()).toContain(String(new URLSearchParams(flat(wrong[part]))));
    await filling.presses('next', { ...typed, ...(part === 'about' && { goesOn: 'decision+tasks' }) });
    const on = filling.shown();
    expect([on.status, partShown(on)]).not.toEqual([422, part]);
    await filling.presses('back');
    if (part === 'about') expect(partShown(filling.shown())).toBe('about');
    const back = formIn(filling.shown().body);
    for (const [name, values] of Object.entries(typed))
      expect([name, back.getAll(name)]).toEqual([name, [values].flat()]);
    expect(formIn((await filling.presses('next')).body).toString()).toBe(formIn(on.body).toString());
    await isUnsaved();
  });

  it('comes back to the last page at once from whatever is changed', async () => {
    await filling.fillsIn(wholeForm());
    for (const part of PARTS) {
      expect(partShown(await filling.presses(part))).toBe(part);
      expect(partShown(await filling.presses('next'))).toBe('check');
    }
    await filling.presses('about');
    await filling.presses('next', { caseReference: 'SCH-2042' });
    await filling.presses('send');
    expect((await office.sentBy(HETTY))?.ask.caseReference).toBe('SCH-2042');
  });

  it('adds and removes people, and keeps the others and all the rest as typed', async () => {
    await filling.opens('no');
    await filling.presses('next', partOf(wholeForm(), 'about'));
    await filling.presses('next', partOf(wholeForm(), 'when'));
    const people = partOf(EVERYTHING, 'who');
    const two = Object.fromEntries(Object.entries(people).filter(([name]) => !name.startsWith('person-2')));
    expect(filling.shown().body).not.toContain('autofocus');
    expect((await filling.presses('add', two)).body).toMatch(/<input id="person-2-name"[^>]* autofocus/);
    const third = Object.fromEntries(Object.entries(people).filter(([name]) => name.startsWith('person-2')));
    expect(textIn((await filling.presses('remove-0', third)).body)).not.toContain('Person 3');
    const left = formIn(filling.shown().body);
    expect([0, 1, 2].map((n) => left.get(`person-${n}-name`))).toEqual([
      'police officer',
      "Violet D'Vermilion",
      null,
    ]);
    expect(left.get('reason')).toBe(wholeForm()['reason']);
    await filling.presses('next');
    await filling.presses('send');
    expect((await office.sentBy(HETTY))?.ask).toMatchObject({
      participants: [{ name: "Violet D'Vermilion" }],
      toBeNamed: [{ role: 'police officer' }],
    });
  });

  it('offers no more people than a session can have', async () => {
    await filling.fillsIn(wholeForm());
    await filling.presses('who');
    const rows = Array.from({ length: office.policy.mostParticipants - 1 }, (_, n) =>
      row(n, `Somebody Number${n}`),
    );
    const full = await filling.presses('add', Object.assign({}, ...rows.slice(0, -1)) as Form);
    expect(full.body).not.toContain('value="add"');
    expect(formIn(full.body).has('person-10-name')).toBe(true);
    await filling.presses('next', Object.assign({}, ...rows, row(11, 'One Toomany')) as Form);
    expect(textIn(filling.shown().body)).toContain('keep to at most 11 people besides yourself');
    expect(formIn(filling.shown().body).get('person-11-name')).toBe('One Toomany');
  });

  it('leads to the person with the mistake, where a row before them was left empty', async () => {
    await filling.opens('no');
    await filling.presses('who');
    const page = await filling.presses('next', {
      ...partOf(wholeForm(), 'about'),
      ...partOf(wholeForm(), 'when'),
      ...row(0, '', '', ''),
      ...row(1, 'Scarlet Sepia', 'scarlet at health'),
      ...row(2, 'Umber Ultramarine', 'umber@police.example.org', 'po-ne'),
    });
    const [, field = '', number] =
      /href="#(person-\d-mail)">Person (\d): give a full e-mail/.exec(page.body) ?? [];
    expect(formIn(page.body).get(field)).toBe('scarlet at health');
    const legend = /<legend>Person (\d)<\/legend>(?:(?!<legend>).)*scarlet at health/s.exec(page.body)?.[1];
    expect(legend).toBe(number);
  });
});

function flat(form: Form): Record<string, string> {
  return Object.fromEntries(Object.entries(form).map(([name, values]) => [name, [values].flat()[0] ?? '']));
}

function row(n: number, name: string, mail = `${name.replace(' ', '.')}@health.example.org`, team = 'hl-sn') {
  return { [`person-${n}-name`]: name, [`person-${n}-mail`]: mail, [`person-${n}-team`]: team };
}
