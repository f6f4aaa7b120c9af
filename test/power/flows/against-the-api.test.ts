/** The flow from the Form to a request against the API as it is served, its real checks and its real tables. */
import { useEmbeddedStorage } from '../../azure/embedded-storage';
import { practitioners } from '../../sandbox/people';
import { type ApiOffice, openApiOffice } from '../api-office';
import { A_RESPONSE, REASON } from './a-response';
import { COORDINATION, type FormToRequest, turnOnFormToRequest } from './shipped-flows';

const azurite = useEmbeddedStorage();
let office: ApiOffice;

const NOBODY = { 'q-person-1': '', 'q-person-1-mail': '', 'q-person-2': '' };
const IN_THE_HOLIDAYS = { 'q-earliest': '2026-07-27', 'q-latest': '2026-08-07' };

beforeEach(async () => {
  const policy = { schoolHolidays: [{ from: '2026-07-22', until: '2026-09-01' }] };
  office = await openApiOffice({ storage: azurite.storage, policy });
});
afterEach(() => office.close());

function turnedOn(token = office.token): Promise<FormToRequest> {
  return turnOnFormToRequest({
    baseUrl: `http://127.0.0.1:${office.port}`,
    token: () => Promise.resolve(token),
  });
}

async function respond({ forms, tell }: FormToRequest, changed: Record<string, string> = {}): Promise<void> {
  await tell(forms.respond({ ...A_RESPONSE, ...changed }));
}

const mailed = ({ outlook }: FormToRequest) => outlook.sent.map(({ to, subject }) => `${to}: ${subject}`);

/** The request the flow's submission came to. */
async function stored({ flow }: FormToRequest) {
  const outputs = flow.runs[0]!.actions.get('Submit_request')?.outputs as { body: { id: string } };
  return (await office.requests.load(outputs.body.id))!.request;
}

it('a response becomes a request in the name of whoever was named, who has yet to confirm it', async () => {
  const flow = await turnedOn();
  await respond(flow);
  const { requester, ask, state } = await stored(flow);
  expect(state).toBe('submitted');
  expect(requester).toMatchObject({ mail: 'robin@school.example.org', team: 'ed-pri', unconfirmed: true });
  expect(ask).toMatchObject({
    reason: REASON,
    familyTold: 'not-yet',
    place: { kind: 'online' },
    locality: 'west',
    arrangements: ['captions'],
    participants: [{ name: 'Sam Sample', mail: 'sam@health.example.org', team: 'hl-hv' }],
    toBeNamed: [{ role: 'social worker', team: 'cs-fs' }],
    days: ['tuesday', 'thursday'],
    times: ['morning'],
  });
  expect(mailed(flow)).toEqual([
    expect.stringMatching(/^robin@school.example.org: Your request for a JAGS has arrived: \w{4}-\w{4}$/),
  ]);
});

it('a response that Forms tells of again is the same request', async () => {
  const flow = await turnedOn();
  await respond(flow);
  await flow.tell(1);
  const ids = flow.flow.runs.map(({ actions }) => actions.get('Submit_request')!.outputs);
  expect(ids[1]).toMatchObject({ statusCode: 200, body: (ids[0] as { body: object }).body });
  expect(new Set(mailed(flow)).size).toBe(1);
});

it('a response with an identifier is refused with the sentences of the form, and kept nowhere', async () => {
  const flow = await turnedOn();
  await respond(flow, { 'q-reason': 'The mother, NHS 999 100 2340, is worn out.' });
  expect(mailed(flow)).toEqual([
    'robin@school.example.org: Your request for a JAGS has not been sent yet: please change something',
  ]);
  expect(flow.outlook.sent[0]!.body).toContain('an NHS number (word 4)');
  expect(flow.outlook.sent[0]!.body).not.toContain('943');
});

it.each<[string, Record<string, string>, RegExp]>([
  ['a team of another list', { 'q-team': 'Circus' }, /Your agency and team: choose from the list/],
  ['nobody to think together with', NOBODY, /Who should think together: add at least 2 people/],
  ['a word that could be a name', { 'q-reason': 'We worry about Kayleigh.' }, /say so at https:.*\/request/],
  [
    'a school, and its holidays alone',
    IN_THE_HOLIDAYS,
    /answer Yes to the question about the school holidays/,
  ],
])('%s is told to whoever sent it, in words for people', async (_, changed, words) => {
  const flow = await turnedOn();
  await respond(flow, changed);
  expect(mailed(flow)).toEqual([
    'robin@school.example.org: Your request for a JAGS has not been sent yet: please change something',
  ]);
  const { body } = flow.outlook.sent[0]!;
  expect(body).toMatch(words);
  expect(body).not.toMatch(/notNames|goesOn|schoolsAgree|marks/);
});

it.each([
  ['an option the flow has no code for', { 'q-family': 'Perhaps' }],
  ['a day that is none', { 'q-earliest': 'soon' }],
])('%s is a matter of how Form and flow fit: the coordinators are told', async (_, changed) => {
  const flow = await turnedOn();
  await respond(flow, changed);
  expect(mailed(flow)).toEqual([
    `${COORDINATION}: JAGS: a response to the Form could not be submitted`,
    'robin@school.example.org: Your request for a JAGS: please send it another way',
  ]);
  expect(flow.outlook.sent[0]!.body).toContain('(status 400)');
});

it.each([
  ['a person of the organisation, with the scope alone', ['Requests.Submit'], 'robin@school.example.org'],
  ['somebody without any role', [], COORDINATION],
] as const)('a connection of %s', async (_, scopes, told) => {
  const flow = await turnedOn(office.entra.apiToken(practitioners[0], [...scopes]));
  await respond(flow);
  expect(flow.outlook.sent[0]!.to).toBe(told);
});
