import fc from 'fast-check';
import { GraphFault } from '../../src/graph/fault';
import { createMail } from '../../src/graph/mail';
import { Fault } from '../../src/ports';
import type { Letter } from '../../src/ports/mail';
import type { GraphOptions } from '../../src/graph/client';
import { NOBODY } from '../sandbox/microsoft365/tenant-for-tests';
import { ORGANISER_ID, outsiders } from '../sandbox/people';
import { checkTraffic, CLEAN } from './checker';
import { graphOffice, HASTY } from './graph-office';
import { sendsOnly } from './mail-traffic';

const clock = { now: new Date('2026-11-24T10:00:00.000Z') };
const office = graphOffice({ now: () => clock.now });
const HATTIE = outsiders[0].mail;
const DAY_MS = 24 * 60 * 60_000;

function letter(over: Partial<Letter> = {}): Letter {
  return {
    key: 'abcdefghjkmnpqrstvwxyz0123/effect-0000000007',
    to: { name: 'Hattie Hazel', mail: HATTIE },
    subject: 'Your request for a JAGS',
    text: 'Your request has come in.',
    html: '<p>Your request has come in. <a href="https://jags.example/r/x">See it</a></p>',
    ...over,
  };
}
const mail = (options: GraphOptions = {}) =>
  createMail({ graph: office.graph(options), organiser: ORGANISER_ID });
const bouncedToday = () => mail().bounced(clock.now.getTime() - DAY_MS);
const subjects = (address: string = HATTIE) =>
  office.tenant.mail.lettersTo(address).map(({ subject }) => subject);

describe('A letter', () => {
  it('arrives once, in whatever try, and says that it is no letter to be answered out of office', async () => {
    expect(await mail().wasSent(letter().key)).toBe(false);
    await mail().send(letter());
    expect(await mail().wasSent(letter().key)).toBe(true);
    await mail().send(letter());
    const letters = office.tenant.mail.lettersTo(HATTIE);
    expect(letters).toMatchObject([
      {
        to: HATTIE,
        toName: 'Hattie Hazel',
        subject: 'Your request for a JAGS',
        html: expect.stringContaining('<a href="https://jags.example/r/x">') as string,
        headers: [{ name: 'x-auto-response-suppress', value: 'OOF, AutoReply' }],
      },
    ]);
  });

  it('is one of many at once, none of which is too many for the mailbox', async () => {
    const ours = mail();
    await Promise.all(Array.from({ length: 12 }, (_, n) => ours.send(letter({ key: `at-once-${n}` }))));
    expect(subjects()).toHaveLength(12);
  });

  it('is another with another key, though one begins like the other', async () => {
    for (const key of ['one/1', 'one/11', 'ONE/1', 'one/1-x']) await mail().send(letter({ key }));
    expect(subjects()).toHaveLength(4);
  });

  it.each([
    ['the connection breaks', { kind: 'commit-then-reset' }],
    ['the answer is an error', { kind: 'commit-then-status', status: 503 }],
    ['the answer is that it is too much', { kind: 'commit-then-status', status: 429, retryAfter: '0' }],
  ] as const)('is not sent again when %s after it was sent', async (_what, fault) => {
    office.tenant.faults.add({ ...fault, path: 'sendMail' });
    await expect(mail().send(letter())).rejects.toThrow(GraphFault);
    await mail().send(letter());
    expect(subjects()).toHaveLength(1);
  });

  it('is not sent again when the answer took longer than anybody waits', async () => {
    office.tenant.faults.add({ kind: 'slow', ms: 900, path: 'sendMail' });
    await expect(mail(HASTY).send(letter())).rejects.toThrow(/TimeoutError|AbortError/);
    await new Promise((done) => setTimeout(done, 500));
    await mail().send(letter());
    expect(subjects()).toHaveLength(1);
  });

  it.each([429, 500, 502, 503])('is sent by a later try when sending is answered by %s', async (status) => {
    office.tenant.faults.add({ kind: 'status', status, path: 'sendMail', retryAfter: '0' });
    const fault = await mail()
      .send(letter())
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(GraphFault);
    expect((fault as Fault).detail.permanent).toBe(false);
    expect(subjects()).toEqual([]);
    await mail().send(letter());
    expect(subjects()).toHaveLength(1);
  });

  it('is not sent while nobody can tell whether it was', async () => {
    office.tenant.faults.add({
      kind: 'status',
      status: 503,
      path: 'sentitems',
      times: 'always',
      retryAfter: '0',
    });
    await expect(mail().send(letter())).rejects.toThrow(GraphFault);
    expect(office.calls().filter((call) => call.includes('sendMail'))).toEqual([]);
  });

  it.each([
    'hattie@',
    'hattie',
    '',
    'a b@c.example',
    'hattie@meadow.example\r\nBcc: percy@police.example',
    '"a b"@c.example',
  ])('to %j is refused for good, without naming it', async (address) => {
    const fault = await mail()
      .send(letter({ to: { name: 'Hattie Hazel', mail: address } }))
      .catch((error: unknown) => error);
    expect((fault as Fault).detail.permanent).toBe(true);
    if (address) expect((fault as Fault).message).not.toContain(address);
    expect(office.calls()).toEqual([]);
  });

  it('that Exchange knows no way for is refused for good, without naming the address', async () => {
    office.tenant.faults.add({
      kind: 'status',
      status: 400,
      code: 'ErrorInvalidRecipients',
      message: `At least one recipient is not valid: ${HATTIE}`,
      path: 'sendMail',
    });
    const fault = await mail()
      .send(letter())
      .catch((error: unknown) => error);
    expect((fault as Fault).detail.permanent).toBe(true);
    expect((fault as Fault).message).toContain('ErrorInvalidRecipients');
    expect((fault as Fault).message).not.toContain('hattie');
  });

  it.each([
    'hattie.hazel+jags@meadow-primary.example',
    "h'azel@meadow-primary.example",
    'zoë@meadow-primary.example',
    'hattie@xn--bcher-kva.example',
  ])('reaches %s', async (address) => {
    await mail().send(letter({ to: { name: 'Hattie', mail: address } }));
    expect(subjects(address)).toHaveLength(1);
  });

  it.each(['', 'x'.repeat(201), "x' or 1 eq 1", 'a\nb'])('has a key of plain signs, not %j', async (key) => {
    await expect(mail().send(letter({ key }))).rejects.toThrow(/as the key of a letter/);
  });

  it('has one line of subject and name, whatever is in them', async () => {
    let sent = 0;
    const words = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .map((text) => `a${text}\r\nBcc: x`);
    await fc.assert(
      fc.asyncProperty(words, words, async (subject, name) => {
        sent += 1;
        await mail().send(letter({ key: `fuzz-${sent}`, subject, to: { name, mail: HATTIE } }));
        const [{ subject: gotSubject, toName, headers } = {}] = office.tenant.mail.lettersTo(HATTIE);
        // eslint-disable-next-line no-control-regex
        expect(`${gotSubject}${toName}`).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
        expect(headers).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe('What comes back', () => {
  it('is told of by the letter it was', async () => {
    office.tenant.mail.deliver(HATTIE, false);
    await mail().send(letter({ key: 'one' }));
    await mail().send(letter({ key: 'two', to: { name: 'Nobody', mail: NOBODY } }));
    await mail().send(letter({ key: 'three', to: { name: 'Percy Plum', mail: outsiders[1].mail } }));
    const at = clock.now.getTime();
    expect([...(await bouncedToday())].sort((a, b) => a.key.localeCompare(b.key))).toEqual([
      { key: 'one', at },
      { key: 'two', at },
    ]);
    expect(subjects()).toEqual([]);
    office.tenant.mail.deliver(HATTIE, true);
    await mail().send(letter({ key: 'four' }));
    expect(subjects()).toHaveLength(1);
  });

  it('is told of as far back as asked', async () => {
    await mail().send(letter({ to: { name: 'Nobody', mail: NOBODY } }));
    const sentAt = clock.now.getTime();
    expect(await mail().bounced(sentAt)).toHaveLength(1);
    expect(await mail().bounced(sentAt + 1)).toEqual([]);
  });

  it('is read whole, also when it is more than a page', async () => {
    const keys = Array.from({ length: 60 }, (_, n) => `many-${n}`);
    for (const key of keys) await mail().send(letter({ key, to: { name: 'Nobody', mail: NOBODY } }));
    expect((await bouncedToday()).map(({ key }) => key).sort()).toEqual(keys.sort());
  });

  it('is not told of where it was no letter of ours', async () => {
    await office.graph().post(`/users/${ORGANISER_ID}/sendMail`, {
      message: {
        subject: 'By hand',
        body: { contentType: 'text', content: 'Hello' },
        toRecipients: [{ emailAddress: { address: NOBODY } }],
      },
    });
    expect(await bouncedToday()).toEqual([]);
  });
});

it('sends only what Graph v1.0 describes, to operations the tenant knows, from the organiser alone', async () => {
  await mail().send(letter());
  expect(office.tenant.calls.unknown()).toEqual([]);
  expect(checkTraffic(sendsOnly(office.recordFile)) ?? CLEAN).toEqual(CLEAN);
  await expect(
    createMail({ graph: office.graph(), organiser: '9ac70000-0000-4000-8000-000000000001' }).send(letter()),
  ).rejects.toThrow(/403/);
});
