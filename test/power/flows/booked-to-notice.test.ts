/** The flow from what happens to a request to a notice, run as it is shipped. */
import { type BookedToNotice, NOTICES, turnOnBookedToNotice } from './shipped-flows';
import { type Event, type SmallApi, startSmallApi, TOKEN } from './small-api';

const LINK = 'https://jags.example.org/tab/requests/5gq2n8kd7w0c4mzt1xvhb9re3p';

const BOOKED: Event = {
  id: 'e1',
  event: 'booked',
  requestId: '5gq2n8kd7w0c4mzt1xvhb9re3p',
  reference: '5GQ2-N8KD',
  state: 'booked',
  happenedAt: '2026-06-04T10:00:00.000Z',
};
const UNCOVERED: Event = {
  ...BOOKED,
  id: 'e2',
  event: 'changed',
  state: 'uncovered',
  happenedAt: '2026-06-08T10:00:00.250Z',
};
const CLOSED: Event = {
  ...BOOKED,
  id: 'e3',
  event: 'closed',
  state: 'closed',
  ended: 'cancelled',
  happenedAt: '2026-06-09T10:00:00.000Z',
};

let api: SmallApi;
let flow: BookedToNotice['flow'] | undefined;
let outlook: BookedToNotice['outlook'];
let sharePoint: BookedToNotice['sharePoint'];

beforeEach(async () => {
  api = await startSmallApi();
});
afterEach(async () => {
  await flow?.turnOff();
  flow = undefined;
  await api.close();
});

async function turnedOn(noticeTo: string): Promise<void> {
  const needs = { baseUrl: api.url, token: () => Promise.resolve(TOKEN), noticeTo };
  ({ flow, outlook, sharePoint } = await turnOnBookedToNotice(needs));
}

async function deliver(...events: readonly Event[]): Promise<void> {
  for (const event of events) await api.deliver(event);
  await flow!.idle();
}

describe('the subscription', () => {
  it('is of what a booked session can meet, and ends when the flow is turned off', async () => {
    await turnedOn('list');
    const [[, { events, callbackUrl }] = ['', { events: [], callbackUrl: '' }]] = [...api.subscriptions];
    expect(events).toEqual(['booked', 'changed', 'closed']);
    await flow!.turnOff();
    flow = undefined;
    expect(api.subscriptions.size).toBe(0);
    await expect(fetch(callbackUrl, { method: 'POST', body: '{}' })).rejects.toThrow('fetch failed');
  });

  it('is answered at once, before anything has been noted', async () => {
    await turnedOn('list');
    expect(await api.deliver(BOOKED)).toEqual([202]);
  });
});

describe('notices to a list', () => {
  beforeEach(() => turnedOn('list'));

  it('begin with one row for a booked session: ids, state and a link', async () => {
    await deliver(BOOKED);
    expect(sharePoint.rows).toEqual([
      {
        ID: 1,
        Title: '5GQ2-N8KD',
        RequestId: BOOKED.requestId,
        State: 'booked',
        Ended: '',
        HappenedAt: BOOKED.happenedAt,
        Link: LINK,
      },
    ]);
    expect(outlook.sent).toEqual([]);
  });

  it('are one row, however often the same is delivered, even at once', async () => {
    await Promise.all([api.deliver(BOOKED), api.deliver(BOOKED), api.deliver(BOOKED)]);
    await flow!.idle();
    expect(flow!.runs).toHaveLength(3);
    expect(sharePoint.rows).toHaveLength(1);
  });

  it('bring the row up to date, and are not set back by an older event that comes late', async () => {
    await deliver(BOOKED, UNCOVERED, BOOKED);
    expect(sharePoint.rows).toMatchObject([{ State: 'uncovered', HappenedAt: UNCOVERED.happenedAt }]);
    await deliver(CLOSED, UNCOVERED);
    expect(sharePoint.rows).toMatchObject([{ ID: 1, State: 'closed', Ended: 'cancelled' }]);
  });

  it('are none for a request that was never booked', async () => {
    await deliver({ ...UNCOVERED, state: 'submitted' }, { ...CLOSED, ended: 'declined' });
    expect(sharePoint.rows).toEqual([]);
    expect(outlook.sent).toEqual([]);
  });

  it('go to the mailbox where the list cannot be written to', async () => {
    sharePoint.refusing = true;
    await deliver(BOOKED);
    expect(outlook.sent).toMatchObject([{ to: NOTICES, subject: 'JAGS 5GQ2-N8KD: booked' }]);
    expect(outlook.sent[0]!.body).toContain('could not be noted');
    expect(flow!.runs.map(({ status }) => status)).toEqual(['Succeeded']);
  });
});

describe('notices to a mailbox', () => {
  beforeEach(() => turnedOn('mailbox'));

  it('say the reference, the state and where to open it', async () => {
    await deliver(BOOKED);
    expect(outlook.sent).toEqual([
      {
        to: NOTICES,
        subject: 'JAGS 5GQ2-N8KD: booked',
        body: `<p>JAGS 5GQ2-N8KD is now: booked.</p><p><a href="${LINK}">Open it</a>. Only coordinators can.</p>`,
        importance: 'Normal',
      },
    ]);
    expect(sharePoint.rows).toEqual([]);
  });

  it.each<[string, Event, number]>([
    ['a session that needs another facilitator', UNCOVERED, 1],
    ['a session that was cancelled', CLOSED, 1],
    ['a request that was changed before anything was booked', { ...UNCOVERED, state: 'submitted' }, 0],
    ['a request that was declined', { ...CLOSED, ended: 'declined' }, 0],
  ])('for %s: %#', async (_, event, mails) => {
    await deliver(event);
    expect(outlook.sent).toHaveLength(mails);
  });
});
