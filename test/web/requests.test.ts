/** The pages about requests: who could take one, why others are not offered, what would help, and what is done about it. */
import type { Submitted } from '../../src/domain/request';
import { reasonsInWords } from '../../src/wording/matching';
import { anAsk, aRequest, at, someMatches } from '../builders';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { openTabOffice, type TabOffice, textOf } from './tab-office';

const [cora] = coordinators;
const [fay, amber, basil, cerise, dale, esme] = facilitators;
const ask = anAsk({
  earliest: '2026-12-09',
  latest: '2026-12-09',
  times: ['morning'],
  participants: anAsk().participants.filter(({ team }) => team !== 'ed-pri'),
});
const request = aRequest.submitted({ ask });
const page = `/tab/requests/${request.id}`;
const nine = String(at('2026-12-09T09:00'));

let office: TabOffice;
afterEach(() => office.close());

async function open(
  over: Parameters<typeof openTabOffice>[0] = {},
  there: Submitted = request,
): Promise<void> {
  office = await openTabOffice(over);
  await office.has(there);
}
const stored = async () => (await office.store.load(request.id))!.request;
const allDay = (...mails: string[]) =>
  Object.fromEntries(
    mails.map((mail) => [mail, [{ start: at('2026-12-09T00:00'), end: at('2026-12-10T00:00') }]]),
  );

it('lists what waits for a facilitator, with nothing of the case and nothing that was decided', async () => {
  await open({}, aRequest.submitted({ ask, matches: someMatches() }));
  await office.has(aRequest.booked({ id: 'bbbb2222-other' }));
  const text = textOf(await office.sees('/tab/requests'));
  expect(text).toContain('5E55-0000');
  expect(text).toContain('Petra Practice');
  expect(text).toContain('2 matches');
  expect(text).not.toContain('BBBB-2222');
  expect(text).not.toContain(ask.reason);
  expect(text).not.toContain(ask.caseReference);
});

describe('Everybody, and why', () => {
  it('says of each in the pool whether they could take it, and why or why not', async () => {
    await open({ busy: { [dale.mail]: [{ start: at('2026-12-09T08:00'), end: at('2026-12-09T12:30') }] } });
    const text = textOf(await office.sees(page));
    expect(text).toMatch(/1\. *(Fay Facilitate|Amber Azure)/);
    expect(text).toContain(
      `${basil.name} School or college: early years training counts until Tuesday 30 June 2026 only`,
    );
    expect(text).toContain(
      `${cerise.name} Children's Services: family support is of a team they must be independent of`,
    );
    expect(text).toContain('9 Dec 09:00, 09:30, 10:00: booked 08:00 to 12:30');
    expect(text).toContain(`${esme.name} Youth justice: community left the pool on Tuesday 1 September 2026`);
    expect(text).toContain(
      'time unknown: the hours they declared on Monday 1 June 2026 are too old to count',
    );
    expect(text).toContain(
      reasonsInWords([{ kind: 'fair-share', sessions: 1, share: 0.2, months: 12 }]).slice(0, 22),
    );
    for (const secret of [ask.reason, ask.caseReference, 'hattie.hazel@']) expect(text).not.toContain(secret);
  });

  it('is for coordinators, and says nothing of a request to anybody else', async () => {
    await open();
    const asPetra = await office.sees(page, office.entra.tokenFor(practitioners[0]));
    expect(asPetra.status).toBe(403);
    expect(asPetra.body).not.toContain('5E55');
    expect((await office.opens(page)).body).not.toContain('5E55');
  });

  it.each(['nobody-knows-it', 'x', '..%2f..%2fprofile', '%00'])('finds no request called %s', async (id) => {
    await open();
    expect((await office.sees(`/tab/requests/${id}`)).status).toBe(404);
  });

  it('says so when it has been decided', async () => {
    await open();
    await office.has(aRequest.booked({ id: 'bbbb2222-other' }));
    expect(textOf(await office.sees('/tab/requests/bbbb2222-other'))).toContain(
      'does not wait for a facilitator',
    );
  });
});

describe('Appointing', () => {
  const appoint = (form: Record<string, string>) => office.posts(`${page}/appoint`, form);
  const rankOf = async (name: string) => {
    const text = textOf(await office.sees(page));
    return Number(new RegExp(`(\\d+)\\. *${name}`).exec(text)?.[1]);
  };

  it('takes somebody who is not the first only with a reason, and keeps it', async () => {
    await open();
    const second = (await rankOf(fay.name)) === 1 ? amber : fay;
    const without = await appoint({ facilitator: second.id, start: nine });
    expect(without.status).toBe(409);
    expect(textOf(without)).toContain('Please choose why');
    expect((await stored()).state).toBe('submitted');
    const done = await appoint({ facilitator: second.id, start: nine, because: 'experience' });
    expect(textOf(done)).toContain(`${second.name} is appointed`);
    expect(await stored()).toMatchObject({
      state: 'approved',
      because: 'experience',
      approvedBy: { id: cora.id },
      match: { facilitator: { id: second.id }, slot: { start: Number(nine) } },
    });
    expect((await office.store.history(request.id)).at(-1)).toMatchObject({
      what: 'appoint',
      because: 'experience',
    });
  });

  it('takes an observer along', async () => {
    await open();
    await appoint({ facilitator: fay.id, start: nine, because: 'agreed', beside: `observer ${amber.id}` });
    expect(await stored()).toMatchObject({ beside: { as: 'observer', facilitator: { id: amber.id } } });
  });

  it.each([
    ['somebody paused', { facilitator: cerise.id, start: nine, because: 'agreed' }],
    ['somebody unknown', { facilitator: 'nobody', start: nine, because: 'agreed' }],
    ['a time that is none', { facilitator: fay.id, start: 'soon', because: 'agreed' }],
    ['nothing', {}],
    [
      'somebody beside them who left',
      { facilitator: fay.id, start: nine, because: 'agreed', beside: `observer ${esme.id}` },
    ],
  ])('does not take %s, and shows how it stands', async (_what, form: Record<string, string>) => {
    await open();
    const answer = await appoint(form);
    expect(answer.status).toBe(409);
    expect(textOf(answer)).toContain('a hard rule stands in the way');
    expect((await stored()).state).toBe('submitted');
  });

  it('of two who appoint at once lets one win', async () => {
    await open();
    const both = await Promise.all(
      [fay, amber].map(({ id }) => appoint({ facilitator: id, start: nine, because: 'agreed' })),
    );
    expect(both.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    const history = await office.store.history(request.id);
    expect(history.filter(({ what, refused }) => what === 'appoint' && !refused)).toHaveLength(1);
  });
});

describe('What would help', () => {
  const nobody = { busy: allDay(...facilitators.map(({ mail }) => mail)) };
  const widen = (form: Record<string, string>) => office.posts(`${page}/widen`, form);

  it('is told where nobody can take it, and widens the request once the requester agrees', async () => {
    await open(nobody);
    const text = textOf(await office.sees(page));
    expect(text).toContain('Nobody in the pool could take it');
    expect(text).toContain('3 facilitators more if the dates ran to Wednesday 16 December 2026');
    await widen({ kind: 'later', latest: '2026-12-16' });
    expect(await stored()).toMatchObject({ state: 'submitted', round: 2, ask: { latest: '2026-12-16' } });
  });

  it.each<Record<string, string>>([
    {},
    { kind: 'weekends' },
    { kind: 'later', latest: '2040-01-01' },
    { kind: 'shorter', minutes: 'x' },
  ])('takes nothing that could not have been offered: %j', async (form) => {
    await open(nobody);
    expect((await widen(form)).status).toBe(409);
    expect(await stored()).toEqual(request);
  });

  it('is not asked where somebody can', async () => {
    await open();
    expect(textOf(await office.sees(page))).not.toContain('What would help');
  });
});

describe('Who knows the family', () => {
  const knows = (knows: string, facilitator: string = fay.id) =>
    office.posts(`${page}/knows`, { facilitator, knows });

  it('is kept as yes, looked at anew, and can be taken back', async () => {
    await open();
    expect(textOf(await knows('yes'))).toContain(`${fay.name} is not offered for this family any more`);
    expect((await office.pool.find(fay.id))!.facilitator.knownFamilies).toEqual([request.id]);
    expect((await stored()).round).toBe(2);
    expect(textOf(await office.sees(page))).toMatch(new RegExp(`${fay.name}.{0,60}knows the family`));
    await knows('no');
    expect((await office.pool.find(fay.id))!.facilitator).not.toHaveProperty('knownFamilies');
  });

  it.each(['', 'nobody', '00000000-0000-4000-8000-000000000000'])(
    'is asked of nobody called "%s"',
    async (id) => {
      await open();
      expect((await knows('yes', id)).status).toBe(409);
      expect((await stored()).state).toBe('submitted');
    },
  );
});
