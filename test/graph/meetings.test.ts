import { createMeetings } from '../../src/graph/meetings';
import { Fault } from '../../src/ports';
import { ORGANISER_ID, outsiders, practitioners } from '../sandbox/people';
import { graphOffice, HASTY } from './graph-office';
import { FAY, invitation, KEY, slotOn } from './sessions';

const office = graphOffice();
const meetings = (graph = office.graph()) =>
  createMeetings({ graph, organiser: ORGANISER_ID, rereads: { times: 2, waitMs: 5 } });
const events = () => office.tenant.events.list();
const event = () => events()[0]!;
const create = (changes = {}) => meetings().create(KEY, invitation(changes));

describe('a session in the calendar', () => {
  it('is private, neutral, asks the facilitator alone, and has a Teams link', async () => {
    const made = await create();
    expect(made).toEqual({
      id: event().immutableId,
      iCalUId: event().iCalUId,
      joinUrl: event().online?.joinUrl,
    });
    expect(event()).toMatchObject({
      subject: 'Joint Agency Group Supervision',
      attendees: [{ address: FAY.mail, name: FAY.name, type: 'required' }],
      details: {
        sensitivity: 'private',
        showAs: 'busy',
        responseRequested: true,
        allowNewTimeProposals: false,
      },
    });
    expect(office.tenant.outbox.list().map(({ to, kind }) => [to, kind])).toEqual([[FAY.mail, 'invitation']]);
  });

  it('in person has the venue and no Teams meeting', async () => {
    const made = await create({ online: false, venue: 'Meadow Hall, Room 2' });
    expect(made).not.toHaveProperty('joinUrl');
    expect(event().online).toBeNull();
    expect(event().details.location).toMatchObject({ displayName: 'Meadow Hall, Room 2' });
  });

  it.each([
    ['2027-03-26', '2027-03-26T10:00:00.000Z'],
    ['2027-03-29', '2027-03-29T09:00:00.000Z'],
    ['2027-10-29', '2027-10-29T09:00:00.000Z'],
    ['2027-11-01', '2027-11-01T10:00:00.000Z'],
  ])('at ten in London on %s is at %s, sent as ten on the London clock', async (date, instant) => {
    await create({ slot: slotOn(date) });
    expect(event()).toMatchObject({ start: instant, startZone: 'GMT Standard Time' });
    const sent = office.recorded().at(-1)?.body;
    expect(sent).toMatchObject({
      start: { dateTime: `${date}T10:00:00`, timeZone: 'GMT Standard Time' },
      end: { dateTime: `${date}T11:30:00`, timeZone: 'GMT Standard Time' },
    });
  });

  it('shows every sign of its text as it was typed and runs none of it', async () => {
    const text = `<script>alert("1")</script> & 'quoted' \${x} *bold* ☂ \u202eright to left`;
    await create({ paragraphs: [text, 'Second.'] });
    expect(event().html).toContain(
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;quoted&#39; ${x} *bold* ☂ \u202eright to left</p>\n<p>Second.</p>',
    );
  });

  it('is found again by its key and by no other', async () => {
    const made = await create();
    expect(await meetings().find(KEY)).toEqual(made);
    expect(await meetings().find({ ...KEY, attempt: 2 })).toBeUndefined();
    expect(await meetings().find({ ...KEY, attempt: 11 })).toBeUndefined();
  });

  it('is the oldest one when somebody has copied it', async () => {
    const made = await create();
    const state = office.tenant.state().events[0]!;
    const { extendedProperties } = state;
    await office.graph().post(`/users/${ORGANISER_ID}/events`, {
      subject: 'Copy',
      start: { dateTime: '2027-03-18T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-03-18T11:00:00', timeZone: 'UTC' },
      singleValueExtendedProperties: extendedProperties,
    });
    expect(await meetings().find(KEY)).toEqual(made);
  });

  it('is made once, however often it is asked for', async () => {
    const first = await create();
    expect(await create()).toEqual(first);
    expect(events()).toHaveLength(1);
  });

  it('that was changed meanwhile is still the one for its key', async () => {
    const first = await create();
    const other = invitation({ paragraphs: ['Worded differently by a newer version.'] });
    expect(await meetings().create(KEY, other)).toEqual(first);
    expect(events()).toHaveLength(1);
  });

  it('has a transaction id of its own for each attempt, the same in every try', async () => {
    await create();
    await meetings().create({ ...KEY, attempt: 2 }, invitation());
    const ids = events().map(({ transactionId }) => transactionId);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids[1]).not.toBe(ids[0]);
  });
});

describe('making a session when things go wrong', () => {
  it.each([
    ['the connection breaks after the work was done', { kind: 'commit-then-reset' }, 1],
    ['Graph answers 504 after the work was done', { kind: 'commit-then-status', status: 504 }, 1],
    ['the connection breaks before', { kind: 'reset' }, 0],
    ['no answer comes', { kind: 'never-answer' }, 0],
  ] as const)('is a fault worth another try when %s, and ends in one event', async (_name, fault, left) => {
    office.tenant.faults.add({ ...fault, method: 'POST', path: '/events' });
    const thrown = await meetings(office.graph(HASTY))
      .create(KEY, invitation())
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Fault);
    expect((thrown as Fault).detail.permanent ?? false).toBe(false);
    expect(await meetings().find(KEY)).toEqual(
      left ? expect.objectContaining({ joinUrl: expect.any(String) as string }) : undefined,
    );
    await create();
    expect(events()).toHaveLength(1);
  });

  it.each(['missing-join-link', 'wrong-provider'] as const)(
    'reads again after %s until the link is there',
    async (kind) => {
      office.tenant.faults.add({ kind, reads: 1, method: 'POST' });
      expect((await create()).joinUrl).toBe(event().online?.joinUrl);
    },
  );

  it.each(['missing-join-link', 'wrong-provider'] as const)(
    'never confirms a session with %s; a later try takes the same event',
    async (kind) => {
      office.tenant.faults.add({ kind, reads: 4, method: 'POST' });
      const thrown = await create().catch((error: unknown) => error);
      expect(thrown).toMatchObject({ message: expect.stringContaining('join link') as string });
      expect((thrown as Fault).detail).toEqual({ retryAfterMs: 5_000 });
      expect(await meetings().find(KEY)).not.toHaveProperty('joinUrl');
      const later = await create();
      expect(later.joinUrl).toBe(event().online?.joinUrl);
      expect(events()).toHaveLength(1);
    },
  );

  it.each([400, 403])('is final when Graph answers %d', async (status) => {
    office.tenant.faults.add({ kind: 'status', status, method: 'POST' });
    await expect(create()).rejects.toMatchObject({ detail: { permanent: true } });
  });

  it('is final while the organiser’s mailbox is over its quota, and done once there is room', async () => {
    office.tenant.faults.add({ kind: 'over-quota' });
    await expect(create()).rejects.toMatchObject({
      detail: { permanent: true },
      answer: { code: 'ErrorQuotaExceeded' },
    });
    await create();
    expect(events()).toHaveLength(1);
  });

  it('hands on how long to wait', async () => {
    office.tenant.faults.add({ kind: 'status', status: 429, retryAfter: '1.5', method: 'POST' });
    await expect(create()).rejects.toMatchObject({ detail: { retryAfterMs: 1_500, permanent: false } });
  });

  it('is a fault when Exchange holds the transaction id but not the event', async () => {
    office.tenant.faults.add({
      kind: 'status',
      status: 409,
      code: 'ErrorDuplicateTransactionId',
      method: 'POST',
    });
    await expect(create()).rejects.toThrow('ErrorDuplicateTransactionId');
  });
});

describe('the people of a session', () => {
  const [petra] = practitioners;
  const [outsider] = outsiders;

  it('are exactly those given; answers, text and link stay', async () => {
    const made = await create();
    office.tenant.events.respond(made.id, FAY.mail, 'accepted');
    const { html } = event();
    await meetings().invite(made, [FAY, petra, outsider]);
    expect(event().attendees.map(({ address, response }) => [address, response])).toEqual([
      [FAY.mail, 'accepted'],
      [petra.mail, 'none'],
      [outsider.mail, 'none'],
    ]);
    expect(event()).toMatchObject({ html, online: { joinUrl: made.joinUrl } });
    await meetings().invite(made, [FAY, petra]);
    expect(event().attendees).toHaveLength(2);
    expect(office.tenant.outbox.list(FAY.mail)).toHaveLength(1);
  });

  it('cannot be invited to a session that is gone', async () => {
    const made = await create();
    office.tenant.events.remove(made.id);
    await expect(meetings().invite(made, [FAY])).rejects.toMatchObject({ detail: { permanent: true } });
  });

  it.each([
    ['none', 'none'],
    ['accepted', 'accepted'],
    ['declined', 'declined'],
    ['tentativelyAccepted', 'tentative'],
  ] as const)('who answered %s are read as %s', async (rsvp, answer) => {
    const made = await create();
    office.tenant.events.respond(made.id, FAY.mail, rsvp);
    expect(await meetings().answer(made, FAY.mail.toUpperCase())).toBe(answer);
  });

  it('who were not asked have not answered', async () => {
    expect(await meetings().answer(await create(), petra.mail)).toBe('none');
  });

  it('have nothing to answer when the event is gone, which is no fault', async () => {
    const made = await create();
    office.tenant.events.remove(made.id);
    expect(await meetings().answer(made, FAY.mail)).toBe('gone');
  });

  it('are not said to have no event when Graph fails', async () => {
    const made = await create();
    office.tenant.faults.add({ kind: 'status', status: 403, path: '/events/' });
    await expect(meetings().answer(made, FAY.mail)).rejects.toThrow('got 403');
  });
});

describe('cancelling', () => {
  it('takes the event away and tells the people why', async () => {
    await create();
    await meetings().cancel(KEY, 'It will not take place.');
    expect(events()).toEqual([]);
    expect(office.tenant.outbox.list(FAY.mail).at(-1)).toMatchObject({
      kind: 'cancellation',
      body: 'It will not take place.',
    });
  });

  it('is done when there is nothing', async () => {
    await expect(meetings().cancel(KEY, 'Nothing there.')).resolves.toBeUndefined();
  });

  it('leaves the events of other attempts alone', async () => {
    await create();
    await meetings().create({ ...KEY, attempt: 2 }, invitation());
    await meetings().cancel(KEY, 'Only the first.');
    expect(await meetings().find({ ...KEY, attempt: 2 })).toBeDefined();
  });

  it('deletes an event to which nobody is invited', async () => {
    const made = await create();
    await meetings().invite(made, []);
    await meetings().cancel(KEY, 'Nobody to tell.');
    expect(events()).toEqual([]);
    expect(office.calls().filter((call) => call.startsWith('DELETE'))).toHaveLength(1);
  });

  it('is done when somebody else was faster', async () => {
    await create();
    office.tenant.faults.add({
      kind: 'commit-then-status',
      status: 404,
      code: 'ErrorItemNotFound',
      path: '/cancel',
    });
    await expect(meetings().cancel(KEY, 'Twice.')).resolves.toBeUndefined();
    expect(events()).toEqual([]);
  });

  it('is a fault, not done, while an event is left', async () => {
    await create();
    office.tenant.faults.add({ kind: 'status', status: 404, path: '/cancel' });
    await expect(meetings().cancel(KEY, 'Not really.')).rejects.toThrow('Expected no event');
  });

  it('can be asked for again after its outcome was lost', async () => {
    await create();
    office.tenant.faults.add({ kind: 'commit-then-reset', path: '/cancel' });
    await expect(meetings().cancel(KEY, 'Lost.')).rejects.toBeInstanceOf(Fault);
    await meetings().cancel(KEY, 'Again.');
    expect(events()).toEqual([]);
    expect(office.tenant.outbox.list(FAY.mail).filter(({ kind }) => kind === 'cancellation')).toHaveLength(1);
  });
});
