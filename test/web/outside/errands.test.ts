import { MINUTE_MS } from '../../../src/domain/intervals';
import type { Errand } from '../../../src/ports/mailer';
import { personIdFor, requestIdFor } from '../../../src/ids';
import { aFacilitator } from '../../builders';
import { aMailOffice, given, PUBLIC_URL } from './office';
import { alsoOutside, booked, closed, ID, MAILS, outside, PERSONS, STANDINGS } from './marked';

const HOUR_MS = 60 * MINUTE_MS;

describe('The link to the form', () => {
  it('goes to whoever says that it is their address, for a day', async () => {
    const office = await aMailOffice();
    await office.mailer.run({ kind: 'ask-link', mail: MAILS.requester }, 'errand-1');
    const [opened] = await office.lastLinks();
    expect(opened?.url).toBe(`${PUBLIC_URL}/request/${opened?.token}`);
    const id = personIdFor(MAILS.requester);
    expect(opened?.link?.terms).toEqual({
      purpose: 'ask',
      person: { id, name: '', mail: MAILS.requester },
      requestId: requestIdFor(id, 'errand-1'),
      expiresAt: office.clock.now() + 24 * HOUR_MS,
    });
  });

  it('is of another request each time it is asked for', async () => {
    const office = await aMailOffice();
    for (const key of ['errand-1', 'errand-2'])
      await office.mailer.run({ kind: 'ask-link', mail: MAILS.requester }, key);
    expect(new Set(office.links.all().map(({ terms }) => terms.requestId)).size).toBe(2);
    expect(office.mail.sent).toHaveLength(2);
  });

  it('has one text, whoever it goes to', async () => {
    const office = await aMailOffice();
    for (const [n, mail] of [MAILS.requester, 'nobody.known@school.example'].entries())
      await office.mailer.run({ kind: 'ask-link', mail }, `errand-${n}`);
    const [one, other] = office.mail.sent.map(({ text }) => text.replace(/https:\S+/, ''));
    expect(one).toBe(other);
  });
});

describe('A new link in place of another', () => {
  it.each(['requester', 'facilitator', 'participant'] as const)('goes to the same %s', async (purpose) => {
    const office = await aMailOffice({ requests: [booked] });
    const attempt = purpose === 'facilitator' ? { attempt: 1 } : {};
    const before = await given(office, { purpose, person: PERSONS[purpose], ...attempt });
    // Over already: it can be replaced all the same.
    office.clock.pass(2 * HOUR_MS);
    await office.mailer.run({ kind: 'new-link', link: before.id }, 'errand-1');
    expect(office.mail.sent[0]?.to.mail).toBe(MAILS[purpose]);
    const [opened] = await office.lastLinks();
    expect(opened?.link).toMatchObject({
      state: 'valid',
      terms: { purpose, person: PERSONS[purpose], requestId: ID, ...attempt },
    });
  });

  it('takes back those before', async () => {
    const office = await aMailOffice({ requests: [booked] });
    const before = await given(office, { purpose: 'requester', person: PERSONS.requester });
    await office.mailer.run({ kind: 'new-link', link: before.id }, 'errand-1');
    expect((await office.links.byId(before.id))?.state).toBe('over');
  });

  it('is of the form as long as it has not been sent, and then of the page', async () => {
    const office = await aMailOffice();
    const person = { ...PERSONS.requester, name: '' };
    const form = await given(office, { purpose: 'ask', person });
    await office.mailer.run({ kind: 'new-link', link: form.id }, 'errand-1');
    expect((await office.lastLinks())[0]?.link?.terms).toMatchObject({ purpose: 'ask', requestId: ID });
    await office.store.save({
      next: booked,
      effects: [],
      audit: { at: office.clock.now(), by: 'system', what: 'submit' },
    });
    await office.mailer.run({ kind: 'new-link', link: form.id }, 'errand-2');
    expect((await office.lastLinks())[0]?.link?.terms).toMatchObject({ purpose: 'requester', requestId: ID });
  });

  it('is of the session as it is now, where it has moved', async () => {
    const office = await aMailOffice({ requests: [{ ...booked, attempt: 3 }] });
    const before = await given(office, { purpose: 'facilitator', person: PERSONS.facilitator, attempt: 1 });
    await office.mailer.run({ kind: 'new-link', link: before.id }, 'errand-1');
    expect((await office.lastLinks())[0]?.link?.terms.attempt).toBe(3);
  });

  it.each<readonly [string, Parameters<typeof given>[1], Parameters<typeof aMailOffice>[0]]>([
    [
      'a closed request',
      { purpose: 'requester', person: PERSONS.requester },
      { requests: [closed({ kind: 'silent' })] },
    ],
    ['a request that is not there', { purpose: 'requester', person: PERSONS.requester }, {}],
    [
      'a form that was sent and is over',
      { purpose: 'ask', person: PERSONS.requester },
      { requests: [closed({ kind: 'silent' })] },
    ],
    [
      'somebody who no longer takes part',
      { purpose: 'participant', person: { ...PERSONS.participant, id: personIdFor('else@school.example') } },
      { requests: [booked] },
    ],
    [
      'a session that is no longer theirs',
      { purpose: 'facilitator', person: PERSONS.facilitator, attempt: 1 },
      { requests: [STANDINGS.uncovered!] },
    ],
    [
      'a request that somebody else looks after now',
      { purpose: 'requester', person: PERSONS.requester },
      { requests: [{ ...booked, requester: { ...booked.requester, id: alsoOutside.id } }] },
    ],
    [
      'a place in the pool that was left',
      { purpose: 'facilitating', person: PERSONS.facilitator },
      { facilitators: [aFacilitator({ ...outside, leftOn: '2026-11-01' })] },
    ],
  ])('is not sent of %s', async (_what, terms, there) => {
    const office = await aMailOffice(there);
    const before = await given(office, terms);
    await office.mailer.run({ kind: 'new-link', link: before.id }, 'errand-1');
    expect(office.mail.sent).toEqual([]);
    expect(office.links.all()).toHaveLength(1);
  });
});

describe('A code', () => {
  it('is mailed to the person of the link, and is the one that is right', async () => {
    const office = await aMailOffice({ requests: [booked] });
    const link = await given(office, { purpose: 'requester', person: PERSONS.requester });
    await office.mailer.run({ kind: 'code', link: link.id }, 'errand-1');
    const [letter] = office.mail.sent;
    expect(letter?.to.mail).toBe(MAILS.requester);
    expect(letter?.subject).not.toMatch(/\d/);
    expect(letter?.text).not.toContain('https:');
    const code = /\b\d{6}\b/.exec(letter!.text)![0];
    expect(await office.codes.enter(link.id, code)).toMatchObject({ is: 'right' });
  });

  it('is not sent for a link that is over, or of somebody no longer on the request', async () => {
    const office = await aMailOffice({ requests: [STANDINGS.uncovered!] });
    const over = await given(office, { purpose: 'requester', person: PERSONS.requester, expiresAt: 0 });
    const dropped = await given(office, { purpose: 'facilitator', person: PERSONS.facilitator, attempt: 1 });
    for (const { id } of [over, dropped]) await office.mailer.run({ kind: 'code', link: id }, `of ${id}`);
    expect(office.mail.sent).toEqual([]);
  });
});

describe('The link to a facilitator’s own place', () => {
  it.each(['facilitator', 'facilitating'] as const)('goes out from a link of purpose %s', async (purpose) => {
    const office = await aMailOffice({ facilitators: [aFacilitator({ ...outside })] });
    const link = await given(office, { purpose, person: PERSONS.facilitator });
    await office.mailer.run({ kind: 'facilitating-link', link: link.id }, 'errand-1');
    const [opened] = await office.lastLinks();
    expect(opened?.link?.terms).toMatchObject({ purpose: 'facilitating', person: PERSONS.facilitator });
    expect(opened?.link?.terms).not.toHaveProperty('requestId');
  });

  it('does not go out from anybody else’s link', async () => {
    const office = await aMailOffice({ facilitators: [aFacilitator({ ...outside })] });
    const link = await given(office, { purpose: 'participant', person: PERSONS.facilitator });
    await office.mailer.run({ kind: 'facilitating-link', link: link.id }, 'errand-1');
    expect(office.mail.sent).toEqual([]);
  });
});

it.each<Errand['kind']>(['new-link', 'code', 'facilitating-link'])(
  'A link that was never given out has no %s',
  async (kind) => {
    const office = await aMailOffice({ requests: [booked] });
    await office.mailer.run({ kind, link: 'f'.repeat(64) } as Errand, 'errand-1');
    expect(office.mail.sent).toEqual([]);
  },
);

describe('An errand tried again after it was mailed', () => {
  it('takes back neither the link nor the code that was in the letter', async () => {
    const office = await aMailOffice({ requests: [booked] });
    const twice = async (errand: Errand, key: string) => {
      await office.mailer.run(errand, key);
      await office.mailer.run(errand, key);
    };
    const link = await given(office, { purpose: 'requester', person: PERSONS.requester });
    await twice({ kind: 'code', link: link.id }, 'errand-1');
    const code = /\b\d{6}\b/.exec(office.mail.sent[0]!.text)![0];
    expect(await office.codes.enter(link.id, code)).toMatchObject({ is: 'right' });
    await twice({ kind: 'new-link', link: link.id }, 'errand-2');
    expect(office.mail.sent).toHaveLength(2);
    expect((await office.lastLinks())[0]?.link?.state).toBe('valid');
  });

  it('is sent once mail is back, after an hour without', async () => {
    const office = await aMailOffice({ requests: [booked] });
    office.wire.cut = true;
    const errand: Errand = { kind: 'new-links', mail: MAILS.requester };
    await expect(office.mailer.run(errand, 'errand-1')).rejects.toThrow();
    office.clock.pass(HOUR_MS);
    office.wire.cut = false;
    await office.mailer.run(errand, 'errand-1');
    expect((await office.lastLinks())[0]?.link?.state).toBe('valid');
  });
});
