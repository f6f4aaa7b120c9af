/** The flow from the Form to a request, run as it is shipped: every way a response can go. */
import { A_RESPONSE, REASON } from './a-response';
import type { Actions } from './definition';
import { createForms } from './microsoft-connectors';
import {
  COORDINATION,
  FORM_ID,
  type FormToRequest,
  SAFETY,
  shippedFlow,
  turnOnFormToRequest,
} from './shipped-flows';
import { type SmallApi, startSmallApi, TOKEN } from './small-api';

let api: SmallApi;
let flow: FormToRequest['flow'];
let forms: FormToRequest['forms'];
let outlook: FormToRequest['outlook'];
let tell: FormToRequest['tell'];
let waited: number[];

beforeEach(async () => {
  api = await startSmallApi();
  waited = [];
  await turnedOn();
});
afterEach(() => api.close());

async function turnedOn(alsoJson?: RegExp): Promise<void> {
  ({ flow, forms, outlook, tell } = await turnOnFormToRequest({
    baseUrl: api.url,
    token: () => Promise.resolve(TOKEN),
    wait: (ms) => Promise.resolve(void waited.push(ms)),
    ...(alsoJson && { alsoJson }),
  }));
}

const respond = (changed: Record<string, string> = {}, responder?: string) =>
  tell(forms.respond({ ...A_RESPONSE, ...changed }, responder));
const statuses = () => flow.runs.map(({ status }) => status);
const mailsTo = (address: string) => outlook.sent.filter(({ to }) => to === address);

describe('a response to the Form', () => {
  it('becomes a request with everything that was answered, in the words of the API', async () => {
    await respond();
    expect([...api.submitted]).toEqual([
      [
        `form-${FORM_ID}-1`,
        {
          childAtImmediateRisk: 'no',
          requesterName: 'Robin Example',
          requesterMail: 'robin@school.example.org',
          team: 'ed-pri',
          phone: '',
          colleague: '',
          caseReference: 'EX-1042',
          reason: REASON,
          familyTold: 'not-yet',
          place: 'online',
          venue: '',
          locality: 'west',
          arrangements: ['captions'],
          participants: [
            { name: 'Sam Sample', mail: 'sam@health.example.org', team: 'hl-hv' },
            { name: 'social worker', mail: '', team: 'cs-fs' },
          ],
          earliest: '2026-06-22',
          latest: '2026-07-10',
          days: ['tuesday', 'thursday'],
          times: ['morning'],
          schoolsAgree: false,
        },
      ],
    ]);
    expect(statuses()).toEqual(['Succeeded']);
  });

  it('is answered with the reference, the day of an answer, and whom to ring if things get worse', async () => {
    await respond();
    const [mail, ...more] = outlook.sent;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'robin@school.example.org', importance: 'Normal' });
    expect(mail!.subject).toMatch(/has arrived: \w{4}-\w{4}$/);
    expect(mail!.body).toContain('by Wednesday 3 June 2026');
    expect(mail!.body).toContain(SAFETY);
  });

  it('goes on where CADS, the social worker or the police already know, and says so', async () => {
    await respond({ 'q-risk': 'Yes, and CADS, the social worker or the police already know' });
    expect([...api.submitted.values()]).toMatchObject([{ childAtImmediateRisk: 'reported' }]);
  });

  it('is of whoever was signed in where the Form does not ask for an address', async () => {
    const { 'q-mail': _, ...others } = A_RESPONSE;
    await tell(forms.respond(others, 'kit@norfolk.example.org'));
    expect([...api.submitted.values()]).toMatchObject([{ requesterMail: 'kit@norfolk.example.org' }]);
    expect(mailsTo('kit@norfolk.example.org')).toHaveLength(1);
  });

  it('is one request, however often Forms tells of it', async () => {
    await respond();
    await tell(1);
    await tell(1, 1);
    expect(api.submitted.size).toBe(1);
    expect(new Set(outlook.sent.map(({ subject }) => subject)).size).toBe(1);
    expect(statuses()).toEqual(['Succeeded', 'Succeeded', 'Succeeded', 'Succeeded']);
  });

  it('is one of several that Forms tells of at once', async () => {
    await tell(forms.respond(A_RESPONSE), forms.respond({ ...A_RESPONSE, 'q-case': 'EX-2001' }));
    expect([...api.submitted.values()].map(({ caseReference }) => caseReference).sort()).toEqual([
      'EX-1042',
      'EX-2001',
    ]);
  });
});

describe('a child at immediate risk of whom nobody has been told', () => {
  it.each(['Yes, and nobody has been told yet', 'I am not sure', 'Ja', ''])(
    'is never submitted: "%s" is answered with whom to ring',
    async (answer) => {
      await respond({ 'q-risk': answer });
      expect(api.calls).toBe(0);
      expect(outlook.sent).toMatchObject([
        {
          to: 'robin@school.example.org',
          subject: expect.stringContaining('report it now') as string,
          importance: 'High',
        },
      ]);
      expect(outlook.sent[0]!.body).toContain(SAFETY);
    },
  );

  it('is brought before the coordinators where the answer cannot be mailed', async () => {
    await respond({ 'q-risk': 'Yes, and nobody has been told yet', 'q-mail': 'no address' });
    expect(outlook.sent).toMatchObject([{ to: COORDINATION, importance: 'High' }]);
    expect(outlook.sent[0]!.body).toContain('response 1 to the Form');
  });
});

describe('a response that is refused', () => {
  it('for an identifier: the sentences are mailed, and nothing of what was written', async () => {
    await respond({ 'q-reason': 'The mother, NHS 999 100 2340, is worn out.' });
    expect(api.submitted.size).toBe(0);
    expect(outlook.sent).toHaveLength(1);
    const { body } = outlook.sent[0]!;
    expect(body).toContain('<li>What would you like to think about together:');
    expect(body).toContain('an NHS number (word 4)');
    expect(body).toContain('https://jags.example.org/request');
    expect(body).not.toMatch(/943|worn out/);
  });

  it('is told the same where the platform takes a problem for JSON, and where it does not', async () => {
    const refused = { 'q-latest': '2026-06-02' };
    await respond(refused);
    const [before] = outlook.sent;
    await turnedOn(/^application\/problem\+json\b/);
    await respond(refused);
    expect(outlook.sent).toEqual([before]);
    expect(before!.body).toContain('<li>Latest day:');
  });

  it('for several things: one sentence each', async () => {
    await respond({ 'q-latest': '2026-06-02', 'q-person-2-team': 'Circus', 'q-days': '' });
    expect(outlook.sent[0]!.body.match(/<li>/g)!.length).toBeGreaterThanOrEqual(2);
    expect(outlook.sent[0]!.body).toContain('Person 2: choose from the list.');
    expect(mailsTo(COORDINATION)).toEqual([]);
  });
});

describe('while the API cannot be reached', () => {
  it('it is tried again, more and more slowly, and then submitted', async () => {
    api.faults.push('unavailable', 'unavailable', 'hangs-up', 'is-proxy');
    await respond();
    expect(waited).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(api.submitted.size).toBe(1);
    expect(mailsTo(COORDINATION)).toEqual([]);
  });

  it('a submission whose answer was lost makes no second request, and is answered all the same', async () => {
    api.faults.push('none', 'hangs-up');
    await respond();
    expect(waited).toEqual([30_000]);
    expect(api.submitted.size).toBe(1);
    expect(outlook.sent).toHaveLength(1);
    expect(outlook.sent[0]!.subject).toContain('has arrived');
  });

  it('for good: the coordinators are told which response it is, and its sender another way', async () => {
    api.faults.push(...Array<'unavailable'>(18).fill('unavailable'));
    await respond();
    expect(api.submitted.size).toBe(0);
    expect(waited).toHaveLength(8);
    expect(Math.max(...waited)).toBe(60 * 60_000);
    expect(mailsTo(COORDINATION)).toHaveLength(1);
    expect(mailsTo(COORDINATION)[0]!.body).toContain('Response 1 to the Form, sent on 11/26/2026 9:00:00 AM');
    expect(mailsTo('robin@school.example.org')[0]!.body).toContain('https://jags.example.org/request');
    expect(statuses()).toEqual(['Succeeded']);
  });

  it('or a key was used for something else: the coordinators are told the status', async () => {
    await respond();
    const changed = createForms(FORM_ID);
    changed.respond({ ...A_RESPONSE, 'q-case': 'EX-3003' });
    forms.call = (...given) => changed.call(...given);
    await tell(1);
    expect(mailsTo(COORDINATION)[0]!.body).toContain('(status 422)');
  });
});

describe('nothing is lost where something else is wrong', () => {
  it.each([
    ['the response cannot be read', () => tell(7)],
    ['an answer that should be a list is none', () => respond({ 'q-days': 'Tuesday' })],
    ['the address is none', () => respond({ 'q-mail': 'robin' })],
  ])('%s: the coordinators are told', async (_, when) => {
    await when();
    expect(mailsTo(COORDINATION).length).toBeGreaterThan(0);
    expect(outlook.sent.map(({ body }) => body).join()).not.toContain(REASON);
  });
});

describe('what is kept of a run', () => {
  it('hides whatever holds an answer', async () => {
    const definition = shippedFlow('form-to-request');
    const hidden = secureActions(definition.actions);
    await respond();
    const [run] = flow.runs;
    for (const [name, { outputs }] of run!.actions)
      if (JSON.stringify(outputs ?? null).includes(REASON)) expect(hidden).toContain(name);
    expect(hidden).toContain('Submit_request');
  });

  it('is never named after an answer, and no mail holds one', async () => {
    await respond();
    await respond({ 'q-reason': `${REASON} NHS 999 100 2340` });
    for (const { subject, body } of outlook.sent)
      expect(subject + body).not.toMatch(/circles|EX-1042|Sam Sample/);
  });
});

function secureActions(actions: Actions): readonly string[] {
  return Object.entries(actions).flatMap(([name, action]) => [
    ...(action.runtimeConfiguration?.secureData ? [name] : []),
    ...secureActions(action.actions ?? {}),
    ...secureActions(action.else?.actions ?? {}),
  ]);
}
