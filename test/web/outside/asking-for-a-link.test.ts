/** The public door: what anybody on the internet can do at it, and what comes of it. */
import { MINUTE_MS } from '../../../src/domain/intervals';
import { plainMail } from '../../../src/domain/mail-address';
import { QUESTIONS } from '../../../src/domain/signpost';
import { SAFETY_CARD_TITLES } from './safety-card';
import { HETTY, MOST, openOutsideOffice, type OutsideOffice } from './outside-office';
import { brokenTies } from '../markup';
import { textOf } from '../tab-office';

const HOUR = 60 * MINUTE_MS;

describe('the public door', () => {
  let office: OutsideOffice;
  beforeEach(async () => {
    office = await openOutsideOffice();
  });
  afterEach(() => office.close());

  const asksFor = (mail: string, more: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    office.posts('/request/link', { mail, ...more }, headers);
  const errands = () => office.errands.waiting.map(({ errand }) => errand);

  it('asks first whether a child is at risk, in the words of the card', async () => {
    const page = await office.opens('/request');
    for (const title of SAFETY_CARD_TITLES) expect(textOf(page)).toContain(title);
    expect(page.body).not.toContain('mail"');
  });

  it.each(['unreported', 'unsure'])(
    'leads to CADS and 999 whoever answers "%s", with numbers to touch',
    async (risk) => {
      for (const path of [`/request?risk=${risk}`, `/request/choose?so=${risk}`]) {
        const { body, status } = await office.opens(path);
        expect(status).toBe(200);
        expect(body).toContain('href="tel:999"');
        expect(body).toContain('href="tel:03448008021"');
        expect(body).toContain('href="/request?risk=known"');
      }
      expect((await office.opens(`/request/start?risk=${risk}`)).headers.get('location')).toBe(
        `/request?risk=${risk}`,
      );
    },
  );

  it.each(['no', 'known'])('goes on to the address whoever answers "%s"', async (risk) => {
    const { status, headers } = await office.opens(`/request?risk=${risk}`);
    expect([status, headers.get('location')]).toEqual([303, `/request/start?risk=${risk}`]);
  });

  it('lets nobody past the question', async () => {
    expect((await office.opens('/request/start')).headers.get('location')).toBe('/request');
    expect((await office.opens('/request?risk=maybe')).status).toBe(422);
    expect((await office.opens('/request?asked=yes')).status).toBe(422);
  });

  it('stands while everything else is out of reach', async () => {
    office.wire.cut = true;
    for (const path of [
      '/request',
      '/request?risk=unsure',
      '/request/choose',
      '/request/start?risk=no',
      '/request/again',
    ])
      expect((await office.opens(path)).status).toBe(200);
    const answer = await asksFor(HETTY);
    expect(answer.status).toBe(503);
    expect(answer.body).toContain('href="tel:03448008021"');
    expect(office.log.lines.some(({ level }) => level === 'error')).toBe(true);
  });

  it('has a link mailed, once, to the address as it is stored', async () => {
    const answer = await asksFor('  Hetty.Headteacher@School.example.org ');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/request/mailed?of=ask']);
    expect(errands()).toEqual([{ kind: 'ask-link', mail: HETTY }]);
    expect(answer.body + (await office.opens('/request/mailed?of=ask')).body).not.toContain('hetty');
  });

  it('has new links mailed to whoever has asked already', async () => {
    const answer = await office.posts('/request/again', { mail: HETTY });
    expect(answer.headers.get('location')).toBe('/request/mailed?of=again');
    expect(errands()).toEqual([{ kind: 'new-links', mail: HETTY }]);
  });

  it.each([
    ['headteacher+jags@school.example.org', true],
    ["o'hara@school.example.org", true],
    ['hétty@school.example.org', true],
    ['hetty@xn--schl-6qa.example.org', true],
    ['"hetty head"@school.example.org', false],
    ['hetty@schöl.example.org', false],
    ['hetty@[127.0.0.1]', false],
    ['hetty@localhost', false],
    ['hetty@school.example.org\r\nBcc: everybody@example.org', false],
    ['hetty@school.example.org%0ABcc:x@example.org', false],
    ['hetty@school.example.org, umber@police.example.org', false],
    ['Hetty <hetty@school.example.org>', false],
    ['hetty\u0000@school.example.org', false],
    [`${'h'.repeat(65)}@school.example.org`, false],
    [`h@${'s'.repeat(200)}.example.org`, false],
    ['', false],
    ['<script>alert(1)</script>', false],
  ])('takes %j as an address: %s', async (mail, isTaken) => {
    const { status, body } = await asksFor(mail);
    expect(status).toBe(isTaken ? 303 : 422);
    expect(errands()).toEqual(isTaken ? [{ kind: 'ask-link', mail: plainMail(mail) }] : []);
    expect(body).not.toContain('<script');
    if (!isTaken) expect(brokenTies(body)).toEqual([]);
  });

  it('mails no more to one address than a few in an hour, and says nothing of it', async () => {
    const answers = [];
    for (let n = 0; n < MOST.asksForOneMail + 3; n += 1)
      answers.push(await asksFor(n % 2 ? HETTY : HETTY.toUpperCase()));
    expect(
      new Set(answers.map(({ status, body, headers }) => `${status} ${body} ${headers.get('location')}`))
        .size,
    ).toBe(1);
    expect(errands()).toHaveLength(MOST.asksForOneMail);
    await office.posts('/request/again', { mail: HETTY });
    expect(errands()).toHaveLength(MOST.asksForOneMail + 1);
    office.clock.pass(HOUR);
    await asksFor(HETTY);
    expect(errands()).toHaveLength(MOST.asksForOneMail + 2);
  });

  it('sends no more than its number of errands to whoever tries ten thousand addresses', async () => {
    const statuses = new Map<number, number>();
    const tries = Array.from({ length: 10_000 }, (_, n) => n);
    for (let at = 0; at < tries.length; at += 50)
      for (const { status } of await Promise.all(
        tries.slice(at, at + 50).map((n) => asksFor(`somebody${n}@example.org`)),
      ))
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
    expect(errands()).toHaveLength(MOST.asksFromOneAddress);
    expect(Object.fromEntries(statuses)).toEqual({
      303: MOST.asksFromOneAddress,
      429: 10_000 - MOST.asksFromOneAddress,
    });
  });

  it('stops for everybody above the cap, tells the coordinators once, and says whom to ring', async () => {
    await office.close();
    office = await openOutsideOffice({
      most: { ...MOST, asksFromOneAddress: 1_000, asksInAll: 5 },
      policy: { onTheDayContact: 'Cora Coordinator, 01632 960 123' },
    });
    for (let n = 0; n < 5; n += 1) expect((await asksFor(`somebody${n}@example.org`)).status).toBe(303);
    for (let n = 5; n < 9; n += 1) {
      const answer = await asksFor(`somebody${n}@example.org`);
      expect(answer.status).toBe(503);
      expect(textOf(answer)).toContain('Cora Coordinator, 01632 960 123');
    }
    expect(errands()).toHaveLength(5);
    expect(office.alerts).toEqual(['too-many-asks']);
  });

  it('answers a program that fills in everything like anybody else, and mails nothing', async () => {
    const form = (await office.opens('/request/start?risk=no')).body;
    const lure = /<div class="lure"[^>]*>.*?<input ([^>]*)>/s.exec(form)?.[1] ?? '';
    const name = /name="([^"]*)"/.exec(lure)?.[1] ?? '';
    expect(lure).toContain('tabindex="-1"');
    const lured = await asksFor(HETTY, { [name]: 'https://spam.example' });
    const plain = await asksFor(HETTY, { [name]: '' });
    expect([lured.status, lured.headers.get('location')]).toEqual([
      plain.status,
      plain.headers.get('location'),
    ]);
    expect(errands()).toHaveLength(1);
  });

  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'nonsense' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, 303],
    [{ Origin: 'null' }, 303],
    [{}, 303],
  ])('takes nothing that another site sends: %j', async (headers, expected) => {
    const { status, body } = await asksFor(HETTY, {}, headers);
    expect(status).toBe(expected);
    expect(errands()).toHaveLength(expected === 303 ? 1 : 0);
    if (expected === 403) expect(body).toContain('another website');
  });

  it('leads through the same guide as the chat, and back', async () => {
    const { body } = await office.opens('/request/choose?so=no');
    for (const answer of QUESTIONS.need) expect(body).toContain(`href="/request/choose?so=no,${answer}"`);
    const door = await office.opens('/request/choose?so=known,think,several-agencies,stuck');
    expect(textOf(door)).toContain('A JAGS fits this');
    expect(door.body).toContain('href="/request/start?risk=known"');
    expect(door.body).toContain('href="/request/choose?so=known,think,several-agencies"');
  });

  it.each(['maybe', 'no,no', 'no,think,several-agencies,stuck,stuck', '<script>', ',', 'constructor'])(
    'begins the guide anew at an answer to nothing: %s',
    async (so) => {
      const { status, headers } = await office.opens(`/request/choose?so=${encodeURIComponent(so)}`);
      expect([status, headers.get('location')]).toEqual([303, '/request/choose']);
    },
  );

  it('leaves no address of anybody in the log', async () => {
    await asksFor(HETTY);
    expect(JSON.stringify(office.log.lines)).not.toContain('hetty');
    expect(JSON.stringify(office.log.lines)).toContain('request-link');
  });
});
