import fc from 'fast-check';
import { MAIL_NEWS } from '../../../src/domain/mail-news';
import { Fault } from '../../../src/ports';
import { oneLine } from '../../../src/web/outside/letters/one-line';
import { writeLetter } from '../../../src/web/outside/letters/letter';
import { aMailOffice } from './office';
import { booked, ID, MAILS, STANDINGS, TO } from './marked';

const HOSTILE = [
  'Hetty\r\nBcc: everybody@elsewhere.example',
  'Hetty\nSubject: Something else',
  'Hetty\u0000\u0007\u001b[2J',
  'Hetty\u2028\u2029\u0085Next',
  '\u202eevil\u202c \u2066x\u2069 \u200f',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title></head><body onload=alert(1)>',
  '{{name}} ${name} &amp; &lt;b&gt;',
  'https://elsewhere.example/r/token',
  'Hetty, see www.elsewhere.example',
  'hetty@elsewhere.example',
  '=?utf-8?Q?=0D=0ABcc:?=',
  '\ud800half',
  'ש'.repeat(300),
];

/** Nothing a header, a console or a reader of addresses could trip over. */
const ONE_LINE = /^(?![^]*[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])[^]*$/u;

const ALLOWED_TAGS = /<\/?(html|head|meta|title|body|p|br|a)( (lang|charset|href)="[^"<>]*")*\/?>/g;

describe.each(HOSTILE)('A name such as %j', (name) => {
  it('changes no header and no markup of any letter', async () => {
    for (const standing of Object.values(STANDINGS)) {
      const request = {
        ...standing,
        requester: { ...standing.requester, name },
        ask: { ...standing.ask, participants: [{ name, mail: MAILS.participant, team: 'hl-sn' }] },
      };
      const { mailer, mail } = await aMailOffice();
      for (const [n, news] of MAIL_NEWS.entries())
        for (const to of Object.values(TO)) await mailer.tell(request, to, news, `effect-${n}`);
      expect(mail.sent.length).toBeGreaterThan(0);
      for (const letter of mail.sent) {
        expect(letter.subject).toMatch(ONE_LINE);
        expect(letter.to.name).toMatch(ONE_LINE);
        const left = letter.html.replace('<!doctype html>', '').replace(ALLOWED_TAGS, '');
        expect(left).not.toContain('<');
        // Nor does whatever makes links of addresses in plain text find one.
        const text = letter.text.replace(/https:\/\/jags\.norfolk-sandbox\.example\/\S+/g, '');
        expect(text).not.toMatch(/:\/\/|\bwww\.\S|elsewhere\.example/);
        // Whoever reads it is led nowhere but to our own pages.
        for (const [, url] of letter.html.matchAll(/href="([^"]*)"/g))
          expect(url).toMatch(
            /^https:\/\/jags\.norfolk-sandbox\.example\/(r\/[\w-]{43}|request|evaluate\/\w{26}\.[\w-]{43})$/,
          );
      }
    }
  });
});

it('Whatever is typed becomes one line, and one line stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const line = oneLine(text);
      expect(line).toMatch(ONE_LINE);
      expect([...line].length).toBeLessThanOrEqual(120);
      expect(oneLine(line)).toBe(line);
    }),
  );
});

it.each(['Zoë O’Brien-Łuczak', 'محمد الأحمر', "Anne d'Arcy (she/her)", '李 明', 'नी\u200dला'])(
  'A name such as %s stays as it is',
  (name) => expect(oneLine(name)).toBe(name),
);

it('Any words at all are text in HTML, and the tags around them are ours', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' })),
      fc.string({ unit: 'binary' }),
      (paragraphs, subject) => {
        const words = { subject, paragraphs, links: [], closing: [] };
        const { html } = writeLetter('key', { name: subject, mail: MAILS.requester }, words);
        expect(html.replace('<!doctype html>', '').replace(ALLOWED_TAGS, '')).not.toContain('<');
      },
    ),
  );
});

it.each([
  'hetty@school.example\r\nBcc: everybody@elsewhere.example',
  'hetty@school.example, everybody@elsewhere.example',
  '<hetty@school.example>',
  '"hetty\\"@school.example',
  'hetty',
  '',
])('Nothing is mailed to %j, and it is a fault for good', async (mail) => {
  const office = await aMailOffice();
  const request = { ...booked, requester: { ...booked.requester, mail } };
  await expect(office.mailer.tell(request, TO.requester, 'state', 'one')).rejects.toMatchObject({
    detail: { permanent: true },
  });
  await expect(office.mailer.run({ kind: 'ask-link', mail }, 'two')).rejects.toBeInstanceOf(Fault);
  expect(office.mail.sent).toEqual([]);
});

it.each(["o'brien+jags@school.example", 'hetty.h%x@sub.school.example', 'zoë@school.example'])(
  'A letter goes to %s as it stands',
  async (mail) => {
    const office = await aMailOffice();
    await office.mailer.run({ kind: 'ask-link', mail }, 'one');
    expect(office.mail.sent[0]?.to).toEqual({ name: '', mail });
  },
);

it('A fault tells no address, name or token', async () => {
  const office = await aMailOffice();
  const request = { ...booked, requester: { ...booked.requester, mail: 'Mark-Address' } };
  const fault: unknown = await office.mailer
    .tell(request, TO.requester, 'state', 'x')
    .catch((it: unknown) => it);
  expect(String(fault)).not.toMatch(/Mark-Address|Hetty/i);
  expect(String(fault)).not.toContain(ID);
});
