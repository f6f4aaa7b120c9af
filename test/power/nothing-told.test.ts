/** No operation tells why a request was made, who takes part, or what a callback's address is; nor does the log. */
import type { Request } from '../../src/domain/request';
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { aMatch, anAsk, aParticipant, aRequest, aRequester, aSlot } from '../builders';
import { type ApiOffice, openApiOffice } from './api-office';
import { exampleBody, operation } from './described';

const azurite = useEmbeddedStorage();
let office: ApiOffice;

beforeEach(async () => {
  office = await openApiOffice({ storage: azurite.storage });
});
afterEach(() => office.close());

const MARKS = [
  'xxreason',
  'xxcase',
  'xxname',
  'xxpart',
  'xxmail',
  'xxphone',
  'xxvenue',
  'xxfacil',
  'xxmissing',
];

const requester = aRequester({
  name: 'Xxname Example',
  mail: 'xxmail@example.org',
  phone: '01632 960000 xxphone',
});
const ask = anAsk({
  reason: 'xxreason',
  caseReference: 'xxcase',
  place: { kind: 'in-person', venue: 'xxvenue' },
  participants: [aParticipant({ name: 'Xxpart Example', mail: 'xxmail2@example.org' })],
});
const match = aMatch({
  slot: aSlot('2026-06-23T10:00'),
  facilitator: {
    id: 'f0000000-0000-4000-8000-00000000000e',
    name: 'Xxfacil',
    mail: 'xxmail3@example.org',
    team: 'hl-mh',
  },
});

const STATES: readonly (() => Request)[] = [
  () => aRequest.submitted({ requester, ask }),
  () => aRequest.returned({ requester, ask, missing: 'xxmissing' }),
  () => aRequest.approved({ requester, ask, match }),
  () => aRequest.offered({ requester, ask, match }),
  () => aRequest.booked({ requester, ask, match }),
  () => aRequest.uncovered({ requester, ask, match }),
  () => aRequest.held({ requester, ask, match }),
  () => aRequest.closed({ requester, ask }),
];

it.each(STATES.map((make) => [make().state, make] as const))(
  'of a request that is %s',
  async (state, make) => {
    const request = make();
    const id = '5gq2n8kd7w0c4mzt1xvhb9re3p';
    await office.has({ ...request, id });
    const answers = await Promise.all(
      [`/requests/${id}`, '/sessions', '/choices', '/monitoring/measures', '/monitoring/figures'].map(
        (path) => office.call({ method: 'GET', path, token: office.token }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers[0]!.body['state']).toBe(state);
    const told = [...answers.map(({ text }) => text), JSON.stringify(office.log.lines)]
      .join('\n')
      .toLowerCase();
    for (const mark of MARKS) expect(told).not.toContain(mark);
    // A test that could not fail would say nothing: the marks are there to be told.
    expect(JSON.stringify(request).toLowerCase()).toContain('xxreason');
  },
);

it('of a submission, in the answer, the history of calls, or the log; nor of a callback', async () => {
  const body = {
    ...exampleBody(operation('SubmitRequest')),
    ...{ reason: 'xxreason', caseReference: 'xxcase', requesterName: 'Xxname Example' },
  };
  const submitted = await office.call({
    ...{ method: 'POST', path: '/requests', token: office.token, body: JSON.stringify(body) },
    headers: { 'idempotency-key': 'xxmail@example.org' },
  });
  expect(submitted.status).toBe(201);
  const subscribed = await office.call({
    ...{ method: 'POST', path: '/subscriptions', token: office.token },
    body: JSON.stringify({ callbackUrl: 'https://prod.logic.azure.com/xxcase', events: ['held'] }),
  });
  expect(subscribed.status).toBe(201);
  const rows: unknown[] = [];
  for await (const row of azurite.storage.calls.listEntities()) rows.push(row);
  expect(rows).toHaveLength(2);
  const told = [
    submitted.text,
    subscribed.text,
    JSON.stringify(rows),
    JSON.stringify(office.log.lines),
  ].join();
  for (const mark of [...MARKS, 'robin', office.token])
    expect(told.toLowerCase()).not.toContain(mark.toLowerCase());
});
