import { Client, type GraphError, type PageCollection } from '@microsoft/microsoft-graph-client';
import type { Event, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import { COORDINATORS_GROUP, organiser } from '../people';
import { EVENTS, sessionBody, tenantForTests } from './tenant-for-tests';

const office = tenantForTests();
const client = () =>
  Client.init({
    baseUrl: office.microsoft365.url,
    defaultVersion: 'v1.0',
    authProvider: (done) => done(null, ''),
  });
const create = async () => (await client().api(EVENTS).post(sessionBody())) as Event;

describe('the Graph client that the bot uses', () => {
  it('repeats a POST by itself after 503, and the transactionId keeps it to one event', async () => {
    office.microsoft365.tenant.faults.add({ kind: 'commit-then-status', status: 503, retryAfter: '0.01' });
    await create();
    expect(office.microsoft365.tenant.calls.list().map((call) => call.status)).toEqual([503, 201]);
    expect(office.microsoft365.tenant.events.list()).toHaveLength(1);
  });

  it('throws on the empty JSON of a cancellation that was made', async () => {
    const { id } = await create();
    // The status tells this apart from a failure; the message depends on whose SyntaxError it is.
    const cancelling = client().api(`${EVENTS}/${id}/cancel`).post({ comment: '' });
    await expect(cancelling).rejects.toMatchObject({ statusCode: 202 });
    expect(office.microsoft365.tenant.events.list()).toEqual([]);
  });

  it('finds an online meeting when the link is encoded into the filter', async () => {
    const joinUrl = (await create()).onlineMeeting?.joinUrl ?? '';
    const found = (await client()
      .api(`/users/${organiser.id}/onlineMeetings`)
      .filter(`JoinWebUrl eq '${encodeURIComponent(joinUrl)}'`)
      .get()) as { value: OnlineMeeting[] };
    expect(found.value[0]?.joinWebUrl).toBe(joinUrl);
  });

  it('cannot follow a link to the next page on plain http as it stands; its path below the version works', async () => {
    const first = (await client()
      .api(`/groups/${COORDINATORS_GROUP}/transitiveMembers`)
      .top(2)
      .get()) as PageCollection;
    const next = first['@odata.nextLink'] ?? '';
    await expect(client().api(next).get()).rejects.toThrow();
    const path = next.slice(`${office.microsoft365.url}/v1.0`.length);
    const rest = (await client().api(path).get()) as PageCollection;
    expect(rest.value).toHaveLength(1);
  });

  it('shows Graph’s code in its error', async () => {
    const failure = await client()
      .api(`${EVENTS}/gone`)
      .get()
      .then(
        () => undefined,
        (error: GraphError) => error,
      );
    expect([failure?.statusCode, failure?.code]).toEqual([404, 'ErrorItemNotFound']);
  });
});
