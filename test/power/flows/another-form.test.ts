/** A Form that was there before, with fewer questions and other words: only Mapping changes, as its guide says. */
import { REASON } from './a-response';
import { type Mapping, turnOnFormToRequest } from './shipped-flows';
import { type SmallApi, startSmallApi, TOKEN } from './small-api';

let api: SmallApi;
beforeEach(async () => {
  api = await startSmallApi();
});
afterEach(() => api.close());

const question = (id: string) => `@body('Get_response_details')?['${id}']`;

/** Asks for agencies instead of people, for no days, and whoever answers is signed in. */
function edited({ answers, codes }: Mapping): Mapping {
  return {
    answers: {
      ...answers,
      childAtImmediateRisk: question('r01'),
      requesterName: question('r02'),
      requesterMail: "@body('Get_response_details')?['responder']",
      team: question('r03'),
      caseReference: question('r04'),
      reason: question('r05'),
      familyTold: question('r06'),
      place: 'Online (Teams)',
      locality: '',
      arrangements: '[]',
      earliest: question('r07'),
      latest: question('r08'),
      days: '["Monday","Tuesday","Wednesday","Thursday","Friday"]',
      times: '["Morning","Afternoon"]',
    },
    people: [
      {
        name: "@if(equals(body('Get_response_details')?['r09'], 'Yes'), 'somebody from Health', '')",
        mail: '',
        team: 'hl-other',
      },
      {
        name: "@if(equals(body('Get_response_details')?['r10'], 'Yes'), 'somebody from the police', '')",
        mail: '',
        team: 'po-other',
      },
      {
        name: "@if(equals(body('Get_response_details')?['r11'], 'Yes'), 'somebody from housing', '')",
        mail: '',
        team: 'ho-other',
      },
    ],
    codes: {
      ...codes,
      childAtImmediateRisk: { 'No child is at risk just now': 'no', 'CADS knows': 'reported' },
      familyTold: { 'They know': 'yes', 'They do not know yet': 'not-yet' },
    },
  };
}

const RESPONSE = {
  r01: 'CADS knows',
  r02: 'Robin Example',
  r03: 'ed-pri',
  r04: 'EX-1042',
  r05: REASON,
  r06: 'They do not know yet',
  r07: '2026-06-22',
  r08: '2026-07-10',
  r09: 'Yes',
  r10: 'Yes',
  r11: 'No',
};

async function respond(changed: Partial<typeof RESPONSE> = {}) {
  const needs = { baseUrl: api.url, token: () => Promise.resolve(TOKEN) };
  const flow = await turnOnFormToRequest(needs, edited);
  await flow.tell(flow.forms.respond({ ...RESPONSE, ...changed }, 'robin@norfolk.example.org'));
  return flow.outlook.sent.map(({ to, subject }) => `${to}: ${subject}`);
}

it('asks for a JAGS all the same', async () => {
  expect(await respond()).toEqual([
    expect.stringContaining('robin@norfolk.example.org: Your request for a JAGS has arrived'),
  ]);
  expect([...api.submitted.values()]).toMatchObject([
    {
      childAtImmediateRisk: 'reported',
      requesterMail: 'robin@norfolk.example.org',
      team: 'ed-pri',
      familyTold: 'not-yet',
      participants: [
        { name: 'somebody from Health', mail: '', team: 'hl-other' },
        { name: 'somebody from the police', mail: '', team: 'po-other' },
      ],
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      times: ['morning', 'afternoon'],
    },
  ]);
});

it('still submits nothing on an answer to the safety question that nobody gave a meaning', async () => {
  expect(await respond({ r01: 'No' })).toEqual([
    'robin@norfolk.example.org: Please report it now: your form has not been sent on',
  ]);
  expect(api.submitted.size).toBe(0);
});
