import { facilitators, organiser, outsiders } from '../people';
import { MARK, NOBODY, NOW, tenantForTests, type GraphErrorBody } from './tenant-for-tests';

const office = tenantForTests();
const { graph } = office;
const MAILBOX = `/users/${organiser.id}`;
const SENT = `${MAILBOX}/mailFolders/sentitems/messages`;
const INBOX = `${MAILBOX}/mailFolders/inbox/messages`;
const [{ mail: HATTIE }] = outsiders;

interface Listed {
  value: Record<string, unknown>[];
}

function message(over: Record<string, unknown> = {}, address: string = HATTIE) {
  return {
    message: {
      subject: 'Your request',
      body: { contentType: 'html', content: '<p>It has <a href="https://jags.example/r/x">come in</a>.</p>' },
      toRecipients: [{ emailAddress: { address, name: 'Hattie <Hazel>' } }],
      singleValueExtendedProperties: [{ id: MARK, value: 'letter-1' }],
      ...over,
    },
  };
}
const send = (over?: Record<string, unknown>, address?: string) =>
  graph<GraphErrorBody | undefined>('POST', `${MAILBOX}/sendMail`, message(over, address));
const filtered = (folder: string, filter: string, more = '') =>
  graph<Listed>('GET', `${folder}?$filter=${encodeURIComponent(filter)}${more}`);
const page = async (query = '') => (await fetch(`${office.microsoft365.url}/sandbox/mail${query}`)).text();
const pageOf = (address: string) => page(`?address=${encodeURIComponent(address)}`);

describe('Mail from the organiser', () => {
  it('is taken with an empty answer, and stands among what was sent, the newest first', async () => {
    const { status, body } = await send();
    expect([status, body]).toEqual([202, undefined]);
    await send({ subject: 'And again' });
    const { value } = (await graph<Listed>('GET', `${SENT}?$select=subject,receivedDateTime`)).body;
    expect(value.map(({ subject }) => subject)).toEqual(['And again', 'Your request']);
    expect(value[0]).toMatchObject({ receivedDateTime: NOW.toISOString() });
  });

  it('is found by a property, with that property only where it is asked for', async () => {
    await send();
    await send({ singleValueExtendedProperties: [{ id: MARK, value: 'letter-2' }] });
    const mine = `singleValueExtendedProperties/any(ep: ep/id eq '${MARK}' and ep/value eq 'letter-2')`;
    const bare = await filtered(SENT, mine);
    expect(bare.body.value).toHaveLength(1);
    expect(bare.body.value[0]).not.toHaveProperty('singleValueExtendedProperties');
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${MARK}')`);
    const whole = await filtered(SENT, mine, `&$expand=${expand}`);
    expect(whole.body.value).toMatchObject([
      { singleValueExtendedProperties: [{ id: MARK, value: 'letter-2' }] },
    ]);
  });

  it.each([
    ['no address', { toRecipients: [{ emailAddress: { address: 'nobody' } }] }, 'ErrorInvalidRecipients'],
    ['nobody', { toRecipients: [] }, 'ErrorInvalidRecipients'],
    [
      'a header of the protocol',
      { internetMessageHeaders: [{ name: 'Bcc', value: 'x' }] },
      'InvalidInternetMessageHeader',
    ],
    ['what no message has', { important: true }, 'RequestBodyRead'],
  ])('to or with %s is refused', async (_what, over, code) => {
    const { status, body } = await send(over);
    expect([status, body?.error.code]).toEqual([400, code]);
    expect(office.microsoft365.tenant.mail.addresses()).toEqual([]);
  });

  it('goes out of no other mailbox, and none other is read', async () => {
    const other = `/users/${facilitators[0].id}`;
    expect((await graph('POST', `${other}/sendMail`, message())).status).toBe(403);
    expect((await graph('GET', `${other}/mailFolders/inbox/messages`)).status).toBe(403);
  });

  it.each([
    "subject eq 'x'",
    'receivedDateTime ge yesterday',
    "conversationId eq 'x' or 1 eq 1",
    "conversationId eq 'x' and ",
  ])('is not found by %j, which Graph would refuse', async (filter) => {
    await send();
    expect((await filtered(SENT, filter)).status).toBe(400);
  });
});

describe('Mail that cannot be delivered', () => {
  it('comes back to the inbox, in the conversation of the letter', async () => {
    await send({}, NOBODY);
    await send();
    const ndr =
      "singleValueExtendedProperties/any(ep: ep/id eq 'String 0x001A' and ep/value eq 'REPORT.IPM.Note.NDR')";
    const { value } = (await filtered(INBOX, `receivedDateTime ge ${NOW.toISOString()} and ${ndr}`)).body;
    expect(value).toMatchObject([{ subject: 'Undeliverable: Your request' }]);
    const sent = await filtered(SENT, `conversationId eq '${String(value[0]!['conversationId'])}'`);
    expect(sent.body.value).toMatchObject([{ toRecipients: [{ emailAddress: { address: NOBODY } }] }]);
    const later = new Date(NOW.getTime() + 1).toISOString();
    expect((await filtered(INBOX, `receivedDateTime ge ${later} and ${ndr}`)).body.value).toEqual([]);
  });
});

describe('The page of letters', () => {
  it('shows what an address received, to be read and followed', async () => {
    await send();
    await send({ subject: 'A <b>second</b>' });
    const html = await pageOf(HATTIE.toUpperCase());
    expect(html).toContain('<a href="https://jags.example/r/x">come in</a>');
    expect(html).toContain('Hattie &lt;Hazel&gt;');
    expect(html).toContain('A &lt;b&gt;second&lt;/b&gt;');
    expect(html.indexOf('second')).toBeLessThan(html.indexOf('Your request'));
    const { headers } = await fetch(`${office.microsoft365.url}/sandbox/mail`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('lists who was written to, and says where there is nothing', async () => {
    expect(await page()).toContain('Nobody yet.');
    await send();
    expect(await page()).toMatch(/hattie\.hazel@meadow-primary\.example<\/a>, 1 letter/);
    expect(await pageOf(outsiders[1].mail)).toContain('No letters.');
  });

  it('makes letters come back, and arrive again', async () => {
    const press = (deliver: string) =>
      fetch(`${office.microsoft365.url}/sandbox/mail`, {
        method: 'POST',
        body: new URLSearchParams({ address: HATTIE, deliver }),
      }).then((answer) => answer.text());
    expect(await press('no')).toContain('come back to the sender');
    await send();
    expect(office.microsoft365.tenant.mail.lettersTo(HATTIE)).toEqual([]);
    expect((await graph<Listed>('GET', INBOX)).body.value).toHaveLength(1);
    expect(await press('yes')).toContain('Letters arrive here.');
    await send();
    expect(office.microsoft365.tenant.mail.lettersTo(HATTIE)).toHaveLength(1);
  });
});
