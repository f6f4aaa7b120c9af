/** Information governance over HTTP, on real tables: who may open it, what each page says, and what is written down of it. */
import type { Closed } from '../../src/domain/request';
import { someMonitoring } from '../some-monitoring';
import { saved } from '../azure/embedded-storage';
import { useBackupTown } from '../backup/backup-town';
import { anAsk, aParticipant, aRequest, aRequester, askedAt } from '../builders';
import { governingIn } from '../retention/governing-town';
import { coordinators, governanceOfficer, practitioners, qualityLead } from '../sandbox/people';
import { openTabOffice, type TabOffice, textOf } from './tab-office';

const towns = useBackupTown();
const petra = {
  id: '9ac70000-0000-4000-8000-0000000000a1',
  name: 'Petra Périwinkle',
  mail: 'pe.pe@example.org',
};
const scarlet = { name: 'Scarlet Sepia', mail: 'scarlet.sepia@example.org', team: 'hl-sn' } as const;
const ask = anAsk({ caseReference: 'CASE-77', participants: [aParticipant(scarlet)] });
const closed: Closed = aRequest.closed({ id: 'closed-one', requester: aRequester(petra), ask });

let office: TabOffice;
let governing: ReturnType<typeof governingIn>;
let town: Awaited<ReturnType<typeof towns.settle>>;
let officer: string;
beforeEach(async () => {
  town = await towns.settle();
  governing = governingIn(town);
  await saved(town.requests, closed);
  // What is done one after the other is written down so.
  let time = askedAt;
  office = await openTabOffice({ governance: governing, now: () => (time += 1_000) });
  office.figures.shows(someMonitoring());
  officer = office.entra.tokenFor(governanceOfficer);
});
afterEach(() => office.close());

const post = (path: string, form: Record<string, string>) =>
  office.posts(`/tab/governance${path}`, form, officer);
const codeIn = (body: string) => /Type ([0-9A-F]{4}-[0-9A-F]{4})/.exec(body)![1]!;
const acts = async () => (await governing.log.latest(50)).map(({ what }) => what);

describe('the role', () => {
  it('opens its own pages and the start of the tab, and nobody else opens one of them', async () => {
    const others = [coordinators[0], qualityLead, practitioners[0]].map((who) => office.entra.tokenFor(who));
    for (const { name, method, path } of office.pages) {
      const address = path.replace(/:\w+/g, 'some-id-1234');
      const asks = (token: string) =>
        method === 'get' ? office.sees(address, token) : office.posts(address, {}, token);
      const isOurs = name.startsWith('tab-governance');
      expect([name, (await asks(officer)).status === 403]).toEqual([name, !isOurs && name !== 'tab']);
      if (isOurs) for (const token of others) expect([name, (await asks(token)).status]).toEqual([name, 403]);
    }
  });

  it('is shown its own section and no other, and a coordinator is not shown it', async () => {
    const { body } = await office.sees('/tab', officer);
    expect(body).toContain('href="/tab/governance"');
    expect(body).not.toContain('href="/tab/facilitators"');
    expect((await office.sees('/tab')).body).not.toContain('href="/tab/governance"');
  });
});

describe('searching', () => {
  it('finds whom it is asked for, and writes down that it was done, not for whom', async () => {
    const text = textOf(await post('/search', { text: 'periwinkle' }));
    expect(text).toContain('Petra Périwinkle pe.pe@example.org asked for a session: 2 entries');
    const [act] = await governing.log.latest(1);
    expect(act).toMatchObject({
      what: 'looked-for',
      by: { id: governanceOfficer.id },
      detail: { people: 1 },
    });
    expect(textOf(await office.sees('/tab/governance', officer))).toContain('searched 1 person, 0 requests');
    expect(JSON.stringify(await town.rowsOf('governance'))).not.toMatch(
      /periwinkle|pe\.pe|9ac70000-0000-4000-8000-0000000000a1/i,
    );
  });

  it.each(['', 'ab', ' a ', 'x'.repeat(201)])('refuses %j, and looks for nothing', async (text) => {
    const answer = await post('/search', { text });
    expect([answer.status, textOf(answer).includes('Give at least 3 characters.')]).toEqual([422, true]);
    expect(await acts()).toEqual([]);
  });

  it('leaves nothing of whom it was in an address', async () => {
    const { headers, body } = await post('/search', { text: petra.mail });
    expect(headers.get('hx-push-url')).toBe('false');
    expect(body).not.toMatch(/(?:href|action)="[^"]*(?:pe\.pe|9ac7)/);
  });
});

describe('one person', () => {
  it('is shown in plain words, with other people marked', async () => {
    const text = textOf(await post('/person', { key: petra.mail }));
    expect(text).toContain('The request – asked for a session');
    expect(text).toContain('Case reference CASE-77');
    expect(text).toContain('Participant, 1 (another person) Scarlet Sepia, scarlet.sepia@example.org');
    expect(text).not.toContain('{"');
  });

  it('is handed over as one file, without other people', async () => {
    const { headers, body } = await post('/person/file', { key: petra.mail });
    expect(headers.get('content-disposition')).toBe('attachment; filename="kept-about-a-person.json"');
    expect(headers.get('cache-control')).toContain('no-store');
    const file = JSON.parse(body) as { otherPeopleLeftOut: number; kept: unknown[]; about: object };
    expect(file.about).toEqual({ names: [petra.name], mails: [petra.mail], ids: [petra.id] });
    expect([file.kept.length > 0, file.otherPeopleLeftOut > 0]).toEqual([true, true]);
    expect(body).not.toContain(scarlet.mail);
    expect(await acts()).toEqual(['exported']);
  });

  it('is erased only with what is shown typed and the box ticked, and harmlessly twice', async () => {
    const asked = await post('/person/erase', { key: petra.mail });
    const code = codeIn(asked.body);
    for (const form of [
      { code: '0000-0000', sure: 'yes' },
      { code, sure: '' },
      { code: '', sure: 'yes' },
    ])
      expect((await post('/person/erase', { key: petra.id, do: 'erase', ...form })).status).toBe(422);
    expect(await acts()).toEqual([]);
    const sure = { key: petra.id, do: 'erase', code: code.toLowerCase(), sure: 'yes' };
    expect(textOf(await post('/person/erase', sure))).toContain('the person is nobody now');
    expect((await town.requests.load(closed.id))?.request.requester.name).not.toBe(petra.name);
    expect(textOf(await post('/person/erase', sure))).toContain('Nothing is kept under that any more');
    expect(await acts()).toEqual(['erased']);
  });
});

describe('one case', () => {
  it('is shown, handed over whole, and erased once it is confirmed', async () => {
    const reference = 'CASE-77';
    expect(textOf(await post('/case', { reference }))).toContain('1 request with this reference');
    expect((await post('/case/file', { reference })).body).toContain(scarlet.mail);
    const asked = await post('/case/erase', { reference });
    const sure = { reference, do: 'erase', code: codeIn(asked.body), sure: 'yes' };
    expect(textOf(await post('/case/erase', sure))).toContain('CLOS-ED-O: erased.');
    expect(await town.requests.load(closed.id)).toBeUndefined();
    expect(textOf(await post('/case/erase', sure))).toContain('Nothing is kept under that any more');
    expect(await acts()).toEqual(['erased', 'exported', 'shown']);
  });

  it('is left while it is open', async () => {
    await saved(town.requests, aRequest.booked({ id: 'open-one', ask: anAsk({ caseReference: 'CASE-88' }) }));
    const { body } = await post('/case/erase', { reference: 'CASE-88' });
    expect(body).toContain('OPEN--ONE is open');
    expect(body).not.toContain('Erase for good');
  });
});

describe('a legal hold', () => {
  it('is set by the reference people use, keeps what it is on, and is lifted with a confirmation', async () => {
    const typed = { kind: 'request', reference: 'CLOS-ED-O', why: 'Claim against the partnership' };
    expect(textOf(await post('/holds', typed))).toContain('The legal hold is set.');
    const [hold] = await governing.holds.all();
    expect(hold).toMatchObject({
      of: { kind: 'request', requestId: closed.id },
      setBy: { id: governanceOfficer.id },
    });
    expect((await post('/case/erase', { reference: 'CASE-77' })).body).toContain('is under a legal hold');
    const lift = `/holds/${hold!.id}/lift`;
    expect(textOf(await post(lift, { lift: 'ask' }))).toContain('Lift this legal hold');
    expect((await post(lift, { lift: 'yes' })).status).toBe(422);
    expect(await governing.holds.all()).toHaveLength(1);
    await post(lift, { lift: 'yes', sure: 'yes' });
    expect(await governing.holds.all()).toEqual([]);
    expect(await acts()).toEqual(['hold-lifted', 'hold-set']);
    expect((await post(lift, { lift: 'yes', sure: 'yes' })).status).toBe(404);
  });

  it.each([
    [
      'no such request',
      { kind: 'request', reference: 'NONE-0000', why: 'A claim' },
      'no request, or more than one',
    ],
    [
      'no reason',
      { kind: 'period', from: '2026-01-01', until: '2026-01-02', why: '' },
      'Why: an answer is needed',
    ],
    ['a child’s number', { kind: 'request', reference: 'CLOS-ED-O', why: 'NHS 999 100 2340' }, 'take out'],
  ])('is refused with %s, keeping what was typed', async (_what, form, said) => {
    const answer = await post('/holds', form);
    expect([answer.status, textOf(answer).includes(said)]).toEqual([422, true]);
    expect(answer.body).toMatch(new RegExp(`value="${form.kind}"[^>]* checked`));
    expect(answer.body).toContain(form.why);
    expect(await governing.holds.all()).toEqual([]);
  });
});

it('changes nothing while a backup is being restored, and says when to come back', async () => {
  const code = codeIn((await post('/person/erase', { key: petra.mail })).body);
  office.holds({ backup: '2026-11-23', takenAt: askedAt, since: askedAt, stage: 'restoring' });
  const tries = [
    post('/person/erase', { key: petra.mail, do: 'erase', code, sure: 'yes' }),
    post('/case/erase', { reference: 'CASE-77' }),
    post('/holds', { kind: 'request', reference: 'CLOS-ED-O', why: 'A claim' }),
  ];
  for (const { status, body } of await Promise.all(tries)) {
    expect(status).toBe(409);
    expect(body).toContain('come back once IT has confirmed it');
  }
  expect((await town.requests.load(closed.id))?.request.requester.name).toBe(petra.name);
  expect(await governing.holds.all()).toEqual([]);
});

it('gives the released figures to whoever asks for them, and writes that down', async () => {
  const { headers, body } = await office.sees('/tab/governance/figures', officer);
  expect(headers.get('content-type')).toContain('text/csv');
  expect(body).toMatch(/^\ufeff?measure,title,period/);
  expect(body.split('\r\n').length).toBeGreaterThan(5);
  expect(await acts()).toEqual(['figures-exported']);
});

it('says where it is not set up', async () => {
  const bare = await openTabOffice();
  const token = bare.entra.tokenFor(governanceOfficer);
  expect(textOf(await bare.sees('/tab/governance', token))).toContain('not set up in this installation');
  await bare.close();
});
