/** What people write into the form: shown as they wrote it and never as markup, and read for what identifies a child. */
import { type Filling, PARTS, partOf, partShown, startFilling } from './filling-in';
import { type Form, formIn, HETTY, openOutsideOffice, type OutsideOffice, wholeForm } from './outside-office';
import { attributesIn, brokenTies, textIn } from '../markup';

/** Ends an attribute, an element, a text area and a comment, and begins a script in each of them. */
const HOSTILE =
  '"\'></textarea></option>--><script>alert(1)</script><p onclick="alert(2)" style=\'x\'>&lt;&amp;';

/** As much of it as a short field takes. */
const SHORT = '"><script src=x>\'<p onfocus="a()">&lt;';

const FIELDS = [
  ...['name', 'team', 'phone', 'colleague', 'caseReference', 'reason', 'familyTold', 'otherNeeds', 'goesOn'],
  ...['place', 'venue', 'locality', 'earliest', 'latest', 'days', 'times', 'schoolsAgree', 'arrangements'],
  ...[
    'person-0-name',
    'person-0-mail',
    'person-0-team',
    'notNames',
    'step',
    'go',
    'risk',
    'checked',
    'known',
  ],
  'nobody-asked-for-this',
];

/** An NHS number that passes its check digit, of the range kept for tests. */
const NHS_NUMBER = '999 000 0018';

describe('what is written into the form', () => {
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

  function isHarmless(body: string): void {
    expect(body.match(/<script|<\/textarea><\/option>|<p on/i)).toBeNull();
    expect(attributesIn(body).filter((name) => /^on|^style$|^src$/.test(name))).toEqual([]);
    expect(body.match(/<form /g)).toHaveLength(1);
    expect(brokenTies(body)).toEqual([]);
  }

  it.each([...PARTS, 'check'] as const)(
    'is markup nowhere: everything hostile, on the part “%s”',
    async (part) => {
      for (const go of [part, 'next', 'send', HOSTILE]) {
        const { body } = await office.posts(link, {
          ...Object.fromEntries(FIELDS.map((name) => [name, HOSTILE])),
          ...{ step: part, go, risk: 'no' },
        });
        isHarmless(body);
        const kept = formIn(body);
        for (const name of [
          'caseReference',
          'reason',
          'venue',
          'phone',
          'colleague',
          'name',
          'person-0-name',
        ])
          expect([name, kept.get(name)]).toEqual([name, HOSTILE]);
      }
      await isUnsaved();
    },
  );

  it.each(FIELDS)('is markup nowhere: hostile in the field “%s” alone', async (name) => {
    isHarmless((await office.posts(link, wholeForm({ risk: 'no', [name]: HOSTILE }))).body || '<form ');
    expect(JSON.stringify(office.log.lines)).not.toContain('alert');
  });

  it('is markup nowhere: hostile as the name of a field, on the pages that carry everything along', async () => {
    for (const risk of ['', 'unsure', HOSTILE]) {
      const page = await office.posts(link, wholeForm({ risk, [HOSTILE]: HOSTILE, step: HOSTILE }));
      isHarmless(page.body);
      expect(formIn(page.body).get(HOSTILE)).toBe(HOSTILE);
    }
    await isUnsaved();
  });

  it('is shown as written where it is right, on every part and on the last page, and saved so', async () => {
    const texts = {
      name: SHORT,
      caseReference: SHORT.slice(0, 40),
      reason: `${HOSTILE}\n${HOSTILE}`,
      place: 'in-person',
      venue: HOSTILE,
      'person-0-name': SHORT,
    };
    const form = wholeForm(texts);
    const last = await filling.fillsIn(form);
    expect(partShown(last)).toBe('check');
    isHarmless(last.body);
    for (const text of [SHORT, SHORT.slice(0, 40), HOSTILE])
      expect(textIn(last.body)).toContain(text.replace(/\s+/g, ' '));
    for (const part of PARTS) {
      const page = await filling.presses(part);
      isHarmless(page.body);
      for (const [name, text] of Object.entries(texts)) expect(formIn(page.body).get(name)).toBe(text);
    }
    await filling.presses('check');
    await filling.presses('send');
    const request = await office.sentBy(HETTY);
    expect(request?.requester.name).toBe(SHORT);
    expect(request?.ask).toMatchObject({
      caseReference: texts.caseReference,
      reason: texts.reason,
      place: { kind: 'in-person', venue: HOSTILE },
    });
    expect(request?.ask.participants[0]?.name).toBe(SHORT);
  });

  it('is one line where one line is asked for, whatever a program sends', async () => {
    const form = wholeForm({
      name: 'Hetty\r\nHeadteacher',
      caseReference: 'SCH-2041\r\nSubject: x',
      place: 'in-person',
      venue: 'Library\nroom 2',
      'person-0-name': 'Scarlet\u2028Sepia',
    });
    expect((await office.posts(link, form)).status).toBe(303);
    const request = await office.sentBy(HETTY);
    expect(request?.requester.name).toBe('Hetty Headteacher');
    expect(request?.ask).toMatchObject({
      caseReference: 'SCH-2041 Subject: x',
      place: { venue: 'Library room 2' },
      participants: [{ name: 'Scarlet Sepia' }, {}],
    });
  });

  it.each<[string, Form]>([
    ['name', { name: `Hetty ${NHS_NUMBER}` }],
    ['name', { name: 'Hetty 01632 960 456' }],
    ['name', { name: HETTY }],
    ['caseReference', { caseReference: NHS_NUMBER }],
    ['reason', { reason: `We are stuck.\nThe number is ${NHS_NUMBER}.` }],
    ['venue', { place: 'in-person', venue: `Library ${NHS_NUMBER}` }],
    ['venue', { place: 'online', venue: `Library ${NHS_NUMBER}` }],
    ['person-1-name', { 'person-1-name': `Umber ${NHS_NUMBER}` }],
    ['person-1-name', { 'person-1-name': `police officer ${NHS_NUMBER}`, 'person-1-mail': '' }],
  ])('is not taken with what identifies somebody for certain: %s %j', async (field, over) => {
    // Neither on the last page, nor with the answer that it is nobody's name.
    for (const notNames of ['', 'yes', '1']) {
      const page = await office.posts(link, wholeForm({ ...over, notNames }));
      expect(page.status).toBe(422);
      expect(page.body).toContain(`href="#${field}"`);
      const [summary = ''] = /<section class="summary".*?<\/section>/s.exec(page.body) ?? [];
      expect(summary).toContain('please take out what could identify a child or family');
      expect(summary).not.toMatch(/999 000|960 456|hetty/i);
      expect(formIn(page.body).get(field)).toBe(
        Object.entries(over).at(-1)?.[0] === 'person-1-mail'
          ? `police officer ${NHS_NUMBER}`
          : Object.values(over).at(-1),
      );
    }
    await isUnsaved();
    expect(JSON.stringify(office.log.lines)).not.toMatch(/999 000|960 456|Hetty/);
  });

  it.each<[string, string, Form]>([
    ['about', 'reason', { reason: 'Tom Fletcher is tired of it.' }],
    ['about', 'caseReference', { caseReference: 'Tom Fletcher' }],
    ['when', 'venue', { place: 'in-person', venue: 'At Tom Fletcher’s' }],
    ['who', 'person-1-name', { 'person-1-name': 'social worker (3/5/2015)', 'person-1-mail': '' }],
  ])(
    'is asked about where it only could identify somebody, on the part %s: %s',
    async (part, field, over) => {
      const form = wholeForm(over);
      await filling.opens('no');
      for (const each of PARTS.slice(0, PARTS.findIndex((each) => each === part) + 1))
        await filling.presses('next', partOf(form, each));
      const asked = filling.shown();
      expect([asked.status, partShown(asked)]).toEqual([422, part]);
      expect(asked.body).toContain(`href="#${field}"`);
      const mark = /<input [^>]*name="notNames" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
      expect(textIn(asked.body)).toContain('No, it is not');

      // Not answered: asked again. Answered: on with it, to the end; and other words are asked about anew.
      expect((await filling.presses('next')).status).toBe(422);
      await filling.presses('next', { notNames: mark });
      while (filling.shown().status === 200 && partShown(filling.shown()) !== 'check')
        await filling.presses('next', partOf(form, partShown(filling.shown()) as 'about'));
      expect(partShown(filling.shown())).toBe('check');
      await filling.presses('about');
      const anew = await filling.presses('next', { reason: 'Jessica Smith is tired of it.' });
      expect([anew.status, partShown(anew)]).toEqual([422, 'about']);
      await isUnsaved();
      await filling.presses('next', { reason: wholeForm(over)['reason'] ?? '', notNames: mark });
      expect((await filling.presses('send')).status).toBe(303);
      expect(await office.sentBy(HETTY)).toBeDefined();
    },
  );

  it('does not take an answer that was given about other words', async () => {
    const page = await office.posts(
      link,
      wholeForm({ reason: 'Tom Fletcher is tired.', notNames: 'abc123' }),
    );
    expect([page.status, partShown(page)]).toEqual([422, 'about']);
    await isUnsaved();
  });

  it('may want what a JAGS is not for, once somebody goes on all the same, and only with just that', async () => {
    const unsure = await office.posts(link, wholeForm({ otherNeeds: ['tasks'] }));
    expect([unsure.status, partShown(unsure)]).toEqual([422, 'about']);
    expect(textIn(unsure.body)).toContain('Go on all the same');
    const other = await office.posts(link, wholeForm({ otherNeeds: ['tasks', 'decision'], goesOn: 'tasks' }));
    expect(other.status).toBe(422);
    await isUnsaved();
    expect((await office.posts(link, wholeForm({ otherNeeds: ['tasks'], goesOn: 'tasks' }))).status).toBe(
      303,
    );
    expect((await office.sentBy(HETTY))?.ask.otherNeeds).toEqual(['tasks']);
    // Monitoring counts it, as in chat, by the agency alone; sent once more it counts no more.
    await office.posts(link, wholeForm({ otherNeeds: ['tasks'], goesOn: 'tasks' }));
    expect(office.counted).toEqual([['went-on', wholeForm()['team']]]);
  });
});
