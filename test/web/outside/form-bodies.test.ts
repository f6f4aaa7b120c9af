/** What a program, a proxy or a page of an older release can post to the form: a plain answer each, and nothing saved. */
import { partShown } from './filling-in';
import { bodyOf, formIn, HETTY, openOutsideOffice, type OutsideOffice, wholeForm } from './outside-office';
import { textIn } from '../markup';

const REASON = 'We go round in circles and everybody carries it home.';

describe('a body of any shape', () => {
  let office: OutsideOffice;
  let link: string;
  beforeAll(async () => {
    office = await openOutsideOffice();
    link = await office.linkFor(HETTY);
  });
  afterAll(() => office.close());
  afterEach(() => expect(office.store.all()).toEqual([]));

  const whole = bodyOf(wholeForm());

  it.each([...new Set(whole.keys())].filter((name) => name !== 'go'))(
    'is read without its field “%s”, and not sent as if somebody had seen that',
    async (name) => {
      const body = new URLSearchParams(whole);
      body.delete(name);
      // May be left out by whoever has none: it says nothing then.
      if (['person-0-name', 'person-0-mail', 'person-1-mail'].includes(name))
        return expect((await office.posts(link, body)).status).toBe(422);
      const page = await office.posts(link, body);
      expect([200, 422]).toContain(page.status);
      const kept = formIn(page.body);
      for (const [each, value] of whole)
        if (!['step', 'go', 'risk', name].includes(each) && !name.startsWith('person'))
          expect(kept.getAll(each)).toContain(value);
    },
  );

  it('of an older release is opened at its beginning, with what there is of it', async () => {
    const page = await office.posts(link, {
      ...{ page: 'people', action: 'submit', safety: 'no', risk: 'no' },
      ...{ reference: 'SCH-1', reason: REASON, earliest: '2026-12-10', team: 'ed-pri', weekdays: 'monday' },
    });
    expect([page.status, partShown(page)]).toEqual([422, 'about']);
    const kept = formIn(page.body);
    expect([kept.get('reason'), kept.get('team'), kept.get('earliest')]).toEqual([
      REASON,
      'ed-pri',
      '2026-12-10',
    ]);
    expect(kept.getAll('days')).toHaveLength(5);
  });

  it('of parts and buttons that are none goes on as if “Continue” was pressed', async () => {
    for (const over of [
      { step: 'where' },
      { go: 'remove' },
      { go: '__proto__' },
      { go: 'drop-x' },
      { go: [] },
      { step: 'toString' },
    ])
      expect([200, 422]).toContain(
        (await office.posts(link, wholeForm({ ...over, ...('step' in over ? {} : { step: 'when' }) })))
          .status,
      );
  });

  it('with fields twice is read by the first, and by each choice once', async () => {
    const page = await office.posts(
      link,
      wholeForm({
        step: 'when',
        go: 'back',
        caseReference: ['SCH-1', 'SCH-2'],
        days: ['monday', 'monday', 'friday'],
      }),
    );
    const kept = formIn(page.body);
    expect(kept.getAll('caseReference')).toEqual(['SCH-1']);
    expect(kept.getAll('days')).toEqual(['monday', 'friday']);
  });

  it('with thousands of fields is answered all the same', async () => {
    const body = new URLSearchParams(whole);
    for (let n = 0; n < 9_000; n += 1) body.append('days', `day${n}`);
    for (let n = 0; n < 400; n += 1) body.append(`person-${n}-name`, 'x');
    expect((await office.posts(link, body)).status).toBe(422);
  });

  it.each(['reason', 'name', 'person-0-name', 'goesOn', 'nobody-asked'])(
    'with a megabyte in “%s” is answered with a plain page',
    async (name) => {
      const page = await office.posts(link, wholeForm({ [name]: 'a'.repeat(1024 * 1024) }));
      expect(page.status).toBe(413);
      expect(textIn(page.body)).toContain('too much text');
      expect(page.body.length).toBeLessThan(10_000);
    },
  );

  it.each([
    ['application/json', JSON.stringify(wholeForm())],
    ['text/plain', whole.toString()],
    ['multipart/form-data; boundary=x', '--x--'],
    ['', whole.toString()],
  ])('of the media type “%s” is answered with a plain page', async (type, body) => {
    const page = await office.ask(link, { method: 'POST', headers: { 'Content-Type': type }, body });
    expect([page.status, textIn(page.body)]).toEqual([
      422,
      expect.stringContaining('takes its own form only'),
    ]);
  });

  it.each(['', '&&&===', '%', '%FF%FE=%00', '\u0000', 'step=check&go=send', 'a'.repeat(200_000)])(
    'that makes no sense is no fault of ours: %#',
    async (body) => {
      const page = await office.ask(link, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
      });
      expect(page.status).toBe(422);
    },
  );
});
