/** The form in hands that slip or push: twice at once, two tabs, old pages, storage out of reach, bodies of any shape. */
import { MINUTE_MS } from '../../../src/domain/intervals';
import { personIdFor } from '../../../src/ids';
import { PURPOSES } from '../../../src/ports/links';
import { filledIn, partShown, startFilling } from './filling-in';
import { type Form, formIn, HETTY, openOutsideOffice, type OutsideOffice, wholeForm } from './outside-office';
import { textIn } from '../markup';

const REASON = 'We go round in circles and everybody carries it home.';

describe('the form, in hands that slip or push', () => {
  let office: OutsideOffice;
  let link: string;
  beforeEach(async () => {
    office = await openOutsideOffice();
    link = await office.linkFor(HETTY);
  });
  afterEach(() => office.close());

  const requests = () => office.store.all();
  const sends = (over: Form = {}) => office.posts(link, wholeForm(over));

  it.each([
    ['two', 2],
    ['ten', 10],
  ])(
    'makes one request of %s that are sent at once, and tells each that it was sent',
    async (_how, count) => {
      const answers = await Promise.all(Array.from({ length: count }, () => sends()));
      for (const { status, headers } of answers) {
        expect(status).toBe(303);
        const shown = await office.opens(headers.get('location') ?? '');
        expect([shown.status, textIn(shown.body)]).toEqual([200, expect.stringMatching(/has been sent/)]);
      }
      expect(requests()).toHaveLength(1);
    },
  );

  it('keeps the first of two tabs, and tells the second that what was typed there was not sent', async () => {
    expect((await sends({ caseReference: 'FIRST-1' })).headers.get('location')).toBe(link);
    const second = await sends({ caseReference: 'SECOND-2', reason: 'Something else altogether.' });
    expect(second.status).toBe(303);
    const told = textIn((await office.opens(second.headers.get('location') ?? '')).body);
    expect(told).toContain('had been sent before');
    expect(told).toContain('change it on your own page');
    expect(textIn((await office.opens(link)).body)).not.toContain('had been sent before');
    expect((await office.sentBy(HETTY))?.ask).toMatchObject({ caseReference: 'FIRST-1', reason: REASON });
    expect(requests()).toHaveLength(1);
  });

  it.each(['next', 'back', 'about', 'add', 'send'])(
    'tells whoever comes back to it after sending that it was sent: %s',
    async (go) => {
      await sends();
      const before = JSON.stringify(requests());
      const late = await sends({ step: 'when', go });
      expect(late.status).toBe(303);
      expect(textIn((await office.opens(late.headers.get('location') ?? '')).body)).toContain('sent');
      for (const query of ['', '?risk=no', '?risk=unsure']) {
        const { body } = await office.opens(link + query);
        expect(textIn(body)).toContain('Your request has been sent');
        expect(body).not.toMatch(/circles|SCH-2041|Scarlet/);
      }
      expect(JSON.stringify(requests())).toBe(before);
    },
  );

  it('keeps all that was typed while storage is out of reach, and sends it once afterwards', async () => {
    const filling = startFilling(office, link);
    const last = formIn((await filling.fillsIn(wholeForm())).body).toString();
    office.wire.cut = true;
    for (const go of ['send', 'about', 'send']) {
      const failed = await filling.presses(go);
      expect([failed.status, textIn(failed.body)]).toEqual([503, expect.stringContaining('NOT saved')]);
      expect([go, formIn(failed.body).toString()]).toEqual([go, last]);
      expect(failed.body).toContain('href="tel:03448008021"');
    }
    office.wire.cut = false;
    expect(requests()).toEqual([]);
    expect((await filling.presses('send')).status).toBe(303);
    expect((await sends()).status).toBe(303);
    expect(requests()).toHaveLength(1);
    expect((await office.sentBy(HETTY))?.ask.reason).toBe(REASON);
    expect(JSON.stringify(office.log.lines)).not.toMatch(/circles|hetty|SCH-2041/i);
  });

  it('keeps what was typed on a part with mistakes while storage is out of reach', async () => {
    office.wire.cut = true;
    const failed = await sends({ step: 'about', go: 'next', phone: 'ring me' });
    expect([failed.status, partShown(failed), formIn(failed.body).get('phone')]).toEqual([
      503,
      'about',
      'ring me',
    ]);
  });

  it.each(['unreported', 'unsure'])(
    'leads to CADS and saves nothing, whenever the answer is “%s”',
    async (risk) => {
      const asked = await office.opens(`${link}?risk=${risk}`);
      expect(asked.body).toContain('href="tel:03448008021"');
      expect(asked.body).toContain(`href="${link}?risk=known"`);
      expect(formIn(asked.body).has('step')).toBe(false);
      for (const go of ['next', 'send', 'check']) {
        const urgent = await sends({ risk, go });
        expect([urgent.status, urgent.body]).toEqual([200, expect.stringContaining('class="call-number"')]);
        expect(urgent.body).not.toMatch(/class="step"|value="send"/);
      }
      expect(requests()).toEqual([]);
      // Whoever has reported it meanwhile goes on with what was typed.
      const urgent = await sends({ risk });
      const on = await office.posts(link, filledIn(urgent, { risk: 'known' }, 'check'));
      expect([partShown(on), formIn(on.body).get('reason')]).toEqual(['check', REASON]);
      expect((await office.posts(link, filledIn(on, {}, 'send'))).status).toBe(303);
      expect((await office.sentBy(HETTY))?.ask.riskKnown).toBe(true);
    },
  );

  it.each(['', 'maybe', '<b>'])('is not sent without an answer to the first question: %j', async (risk) => {
    for (const form of [wholeForm({ risk }), wholeForm({ risk: [] })]) {
      const asked = await office.posts(link, form);
      expect(asked.status).toBe(422);
      expect(textIn(asked.body)).toContain('Please choose one of the four answers');
      expect(requests()).toEqual([]);
      const on = await office.posts(link, filledIn(asked, { risk: 'no' }, 'check'));
      expect([partShown(on), formIn(on.body).get('reason')]).toEqual(['check', REASON]);
    }
  });
});

describe('the address of the form', () => {
  let office: OutsideOffice;
  let link: string;
  beforeEach(async () => {
    office = await openOutsideOffice();
    link = await office.linkFor(HETTY);
  });
  afterEach(() => office.close());

  const person = { id: personIdFor(HETTY), name: '', mail: HETTY };

  it('opens as often as it is opened, until its day is over', async () => {
    for (let n = 0; n < 3; n += 1) expect(partShown(await office.opens(`${link}?risk=no`))).toBe('about');
    office.clock.pass(24 * 60 * MINUTE_MS - 1);
    expect(partShown(await office.opens(`${link}?risk=no`))).toBe('about');
    office.clock.pass(1);
    expect((await office.opens(`${link}?risk=no`)).status).toBe(404);
  });

  it('opens nothing once it is over, altered or of another purpose, all in the same words, and saves nothing', async () => {
    const request = { requestId: 'req0another000000000000000001' };
    const others = await Promise.all(
      PURPOSES.filter((purpose) => purpose !== 'ask').map(async (purpose) =>
        office.links.mint({ purpose, person, ...request, expiresAt: office.clock.now() + MINUTE_MS }),
      ),
    );
    const over = await office.links.mint({
      purpose: 'ask',
      person,
      ...request,
      expiresAt: office.clock.now(),
    });
    const last = link.at(-1) === 'A' ? 'B' : 'A';
    const dead = [...others, over, 'A'.repeat(43), 'x', `${link.slice('/request/'.length, -1)}${last}`];
    const bodies = new Set<string>();
    for (const token of dead) {
      for (const query of ['', '?risk=no', '?risk=unsure']) {
        const page = await office.opens(`/request/${token}${query}`);
        expect([token, page.status]).toEqual([token, 404]);
        bodies.add(page.body);
      }
      const posted = await office.posts(`/request/${token}`, wholeForm());
      expect([token, posted.status]).toEqual([token, 404]);
      // It is lost otherwise, and it is nobody's but theirs.
      expect(formIn(posted.body).get('typed')).toBe(REASON);
    }
    expect(bodies.size).toBe(1);
    expect(office.store.all()).toEqual([]);
  });

  it('opens nothing where a request’s own page is', async () => {
    const token = link.slice('/request/'.length);
    for (const path of [
      `/r/${token}`,
      `/r/${token}/change`,
      `/r/${token}/withdraw`,
      `/r/${token}/code?for=change`,
    ])
      expect([path, (await office.opens(path)).status]).toEqual([path, 404]);
    for (const act of ['change', 'withdraw', 'accept'])
      expect([act, (await office.posts(`/r/${token}/${act}`, wholeForm())).status]).toEqual([act, 404]);
    expect(office.store.all()).toEqual([]);
  });

  it('is nobody else’s, once the request is another person’s', async () => {
    await office.posts(link, wholeForm());
    const [request] = office.store.all();
    const stranger = { id: personIdFor('stranger@example.org'), name: '', mail: 'stranger@example.org' };
    const token = await office.links.mint({
      ...({ purpose: 'ask', person: stranger, requestId: request!.id } as const),
      expiresAt: office.clock.now() + MINUTE_MS,
    });
    expect((await office.opens(`/request/${token}`)).status).toBe(404);
    expect((await office.posts(`/request/${token}`, wholeForm())).status).toBe(404);
    expect(office.store.all()).toEqual([request]);
  });

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour', { 'Sec-Fetch-Site': 'same-site' }],
    ['another origin', { Origin: 'https://evil.example' }],
  ])('takes no form of %s', async (_whose, headers: Record<string, string>) => {
    const page = await office.posts(link, wholeForm(), headers);
    expect([page.status, textIn(page.body)]).toEqual([403, expect.stringContaining('another website')]);
    expect(page.body).not.toContain('circles');
    expect(office.store.all()).toEqual([]);
  });
});
