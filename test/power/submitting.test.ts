/** Asking through a form or a flow: the rules of chat, one request for one key, and nobody asked for without being told. */
import { markToGoOn } from '../../src/domain/form';
import { personIdFor } from '../../src/ids';
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { practitioners } from '../sandbox/people';
import { type Answer, type ApiOffice, openApiOffice } from './api-office';
import { example, submitTo } from './submit-as-described';

const practitioner = practitioners[0];
type Given = Parameters<typeof submitTo> extends [unknown, ...infer Rest] ? Rest : never;

const azurite = useEmbeddedStorage();
let office: ApiOffice;

beforeEach(async () => {
  office = await openApiOffice({ storage: azurite.storage });
});
afterEach(() => office.close());

const submit = (...given: Given) => submitTo(office, ...given);
const stored = async (answer: Answer) => (await office.requests.load(String(answer.body['id'])))?.request;
const open = async () =>
  (await office.call({ method: 'GET', path: '/sessions', token: office.token })).status;

describe('who asks', () => {
  it('is unconfirmed where a form names them', async () => {
    const answer = await submit();
    expect(answer.body['confirmed']).toBe(false);
    expect((await stored(answer))?.requester).toMatchObject({
      id: personIdFor('robin@school.example.org'),
      name: 'Robin Example',
      mail: 'robin@school.example.org',
      unconfirmed: true,
    });
  });

  it('is whoever is signed in, where nobody is named', async () => {
    const token = office.entra.apiToken(practitioner, ['Requests.Submit']);
    const answer = await submit({ requesterName: undefined, requesterMail: undefined }, { token });
    expect(answer).toMatchObject({ status: 201, body: { confirmed: true } });
    const requester = (await stored(answer))?.requester;
    expect(requester).toMatchObject({ id: practitioner.id, name: practitioner.name });
    expect(requester).not.toHaveProperty('unconfirmed');
  });

  it('is unconfirmed where somebody signed in names a person, themself too: a flow runs as whoever made it', async () => {
    const token = office.entra.apiToken(practitioner, ['Requests.Submit']);
    const named = { requesterName: practitioner.name, requesterMail: practitioner.mail };
    expect((await submit(named, { token })).body['confirmed']).toBe(false);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'nobody, and nobody is signed in',
      { requesterName: undefined, requesterMail: undefined },
      'requesterMail',
    ],
    ['a name alone', { requesterMail: undefined }, 'requesterMail'],
    ['an address alone', { requesterName: undefined }, 'requesterName'],
    ['no address', { requesterMail: 'robin at school' }, 'requesterMail'],
    ['an empty name', { requesterName: ' \u200b' }, 'requesterName'],
    ['a number in place of a name', { requesterName: 'NHS 999 100 2340' }, 'requesterName'],
  ])('cannot be %s', async (_what, over, field) => {
    const answer = await submit(over);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it('is shown to have asked by a form or a flow', async () => {
    const { body } = await submit();
    const [entry] = await office.requests.history(String(body['id']));
    expect(entry).toMatchObject({ what: 'submit', via: 'api', by: { name: 'Robin Example' } });
  });

  it('is not written to more often than the pages write to anybody', async () => {
    const statuses: number[] = [];
    for (let n = 0; n <= office.policy.asksForOneMail; n += 1)
      statuses.push((await submit({}, { key: `response-${n}` })).status);
    expect(statuses).toEqual([201, 201, 201, 429]);
    const refused = await submit({}, { key: 'response-3' });
    expect(refused.headers['retry-after']).toBe(String(30 * 60));
    expect((await submit({}, { key: 'response-0' })).status).toBe(200);
    const other = { requesterMail: 'kim@college.example.org' };
    expect((await submit(other, { key: 'response-4' })).status).toBe(201);
  });
});

describe('the question before anything else', () => {
  it.each<[string, unknown]>([
    ['yes', 'yes'],
    ['not sure', 'unsure'],
    ['nothing', undefined],
    ['another kind of thing', { no: true }],
    ['a list of it', ['no']],
    ['empty', ''],
  ])('answered with %s leads to CADS and 999', async (_what, childAtImmediateRisk) => {
    const answer = await submit({ childAtImmediateRisk, team: 'nowhere' });
    expect(answer).toMatchObject({ status: 422, body: { type: 'urn:jags:problem:urgent' } });
    expect(answer.body['detail']).toMatch(/999.*0344/s);
    expect(await open()).toBe(200);
  });

  it('comes before whatever else is wrong with the call', async () => {
    const { status, body } = await office.call({
      ...{ method: 'POST', path: '/requests?other=1', token: office.token },
      body: JSON.stringify({ childAtImmediateRisk: 'yes', reason: 7, extra: 'x' }),
    });
    expect({ status, type: body['type'] }).toEqual({ status: 422, type: 'urn:jags:problem:urgent' });
  });

  it('answered with reported goes on, and coordinators see it', async () => {
    const answer = await submit({ childAtImmediateRisk: 'reported' });
    expect((await stored(answer))?.ask.riskKnown).toBe(true);
  });
});

describe('the form', () => {
  it('is checked as in chat, and every fault named with its field', async () => {
    const answer = await submit({
      earliest: '2026-06-02',
      latest: '2026-06-03',
      team: 'nowhere',
      participants: [],
    });
    expect(answer.status).toBe(422);
    const fields = (answer.body['errors'] as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['team', 'participants', 'latest']));
  });

  it('with an identifier is not stored, and says what and where but never repeats it', async () => {
    const reason = 'Thinking about work.\nNHS number 999 100 2340 is theirs.';
    const answer = await submit({ reason });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
    const [{ detail }] = answer.body['errors'] as [{ detail: string }];
    expect(detail).toContain('an NHS number (line 2, word 3)');
    expect(answer.text).not.toContain('476 5919');
    const again = await submit({});
    expect(again.status).toBe(201);
    expect(JSON.stringify(await stored(again))).not.toContain('476 5919');
  });

  it('asks whether it is a name, and takes the mark it gave for "no, it is not"', async () => {
    const reason = 'It is about how the work with a child called Tyler feels.';
    const asked = await submit({ reason });
    expect(asked.status).toBe(422);
    const { notNames } = asked.body['marks'] as { notNames: string };
    expect(notNames).toMatch(/^\w+$/);
    expect((await submit({ reason: `${reason} And Jayden.`, notNames })).status).toBe(422);
    expect((await submit({ reason, notNames })).status).toBe(201);
  });

  it('warns of what a JAGS is not for, and goes on with the mark it gave', async () => {
    const asked = await submit({ otherNeeds: ['tasks', 'decision'] });
    expect(asked).toMatchObject({
      status: 422,
      body: {
        errors: [{ field: 'otherNeeds' }],
        marks: { goesOn: markToGoOn({ otherNeeds: ['tasks', 'decision'] }) },
      },
    });
    const { goesOn } = asked.body['marks'] as { goesOn: string };
    expect((await submit({ otherNeeds: ['decision', 'tasks'], goesOn })).status).toBe(201);
  });

  it('takes no characters nobody can type, and no line ends where there is one line', async () => {
    const answer = await submit({
      reason: 'Stuck\u0000 together.\r\nStill.',
      caseReference: 'EX\u0000-1\nBcc: x',
    });
    expect((await stored(answer))?.ask).toMatchObject({
      reason: 'Stuck together.\nStill.',
      caseReference: 'EX-1 Bcc: x',
    });
  });
});

describe('a key', () => {
  it('sent again with another body is refused, and the first request stands', async () => {
    const first = await submit();
    const other = await submit({ caseReference: 'EX-2000' });
    expect(other).toMatchObject({ status: 422, body: { type: 'urn:jags:problem:key-reused' } });
    expect((await stored(first))?.ask.caseReference).toBe('EX-1042');
  });

  it('sent again with its fields in another order is the same', async () => {
    const first = await submit();
    const reversed = Object.fromEntries(Object.entries(example()).reverse());
    const again = await office.call({
      ...{ method: 'POST', path: '/requests', token: office.token },
      headers: { 'idempotency-key': 'response-1' },
      body: JSON.stringify(reversed),
    });
    expect(again).toMatchObject({ status: 200, body: { id: first.body['id'] } });
  });

  it('of another caller is another request', async () => {
    const first = await submit();
    const token = office.entra.appToken(['Requests.Submit'], { azp: 'f1000000-0000-4000-8000-00000000000f' });
    const other = await submit({}, { token });
    expect(other.status).toBe(201);
    expect(other.body['id']).not.toBe(first.body['id']);
  });

  it('sent again when its dates have passed still meets its own request', async () => {
    const first = await submit();
    office.clock.pass(60 * 24 * 60 * 60_000);
    const token = office.entra.appToken(['Requests.Submit']);
    expect(await submit({}, { token })).toMatchObject({ status: 200, body: { id: first.body['id'] } });
  });

  it('sent ten times at once makes one request, and everybody is told the same', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit()));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 9 }, () => 200),
      201,
    ]);
    const [first] = answers;
    for (const { body } of answers) expect(body).toEqual(first!.body);
    expect(await office.requests.history(String(first!.body['id']))).toHaveLength(1);
  });

  it('lost between the key and the request is taken up by whoever sends it again', async () => {
    office.loseSave();
    expect((await submit({}, { key: 'response-9' })).status).toBe(500);
    expect((await submit({}, { key: 'response-9' })).status).toBe(201);
  });

  it('lost between the key and the request is free again once the form has to be changed', async () => {
    office.loseSave();
    expect((await submit()).status).toBe(500);
    office.clock.pass(60 * 24 * 60 * 60_000);
    const token = office.entra.appToken(['Requests.Submit']);
    expect(await submit({}, { token })).toMatchObject({
      status: 422,
      body: { type: 'urn:jags:problem:form' },
    });
    const later = { earliest: '2026-09-07', latest: '2026-10-16' };
    expect((await submit(later, { token })).status).toBe(201);
  });

  it.each<[string, Record<string, string>]>([
    ['missing', {}],
    ['empty', { 'idempotency-key': '' }],
    ['too long', { 'idempotency-key': 'k'.repeat(201) }],
    ['of other signs', { 'idempotency-key': 'a b' }],
  ])('%s is asked for', async (_what, headers) => {
    const answer = await office.call({
      ...{ method: 'POST', path: '/requests', token: office.token, headers },
      body: JSON.stringify(example()),
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'Idempotency-Key' }] } });
  });
});
