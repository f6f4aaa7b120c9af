import { defaultPolicy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import { createMeetings } from '../../src/graph/meetings';
import { createSessionLooking } from '../../src/watching/session-looking';
import { aFacilitatorRef, aMatch, aRequest, askedAt } from '../builders';
import { createMemoryStore } from '../fakes';
import { graphOffice } from '../graph/graph-office';
import { invitation, KEY } from '../graph/sessions';
import { ORGANISER_ID } from '../sandbox/people';
import { put } from '../workshop';
import { createWorkflow } from '../../src/workflow';

const office = graphOffice();
const facilitator = aFacilitatorRef();

/** An offered session with its event in Outlook, looked at after something was done there. */
async function lookedAt(act: (eventId: string) => void, state: 'offered' | 'booked' = 'offered') {
  const store = createMemoryStore();
  const meetings = createMeetings({ graph: office.graph(), organiser: ORGANISER_ID });
  const workflow = createWorkflow({
    requests: store,
    wakeUps: { send: async () => undefined, receive: async () => [] },
    directory: { isCoordinator: async () => false },
    policy: defaultPolicy,
    now: () => askedAt,
    log: { warn: () => undefined },
  });
  const { slot } = aMatch();
  const event = await meetings.create(KEY, invitation({ slot, facilitator }));
  const request: Request = aRequest[state]({ id: KEY.requestId, event });
  await put(store, request, []);
  act(event.id);
  await createSessionLooking({ meetings, workflow, policy: defaultPolicy }).look(request);
  const audit = await store.history(request.id);
  const now = store.all()[0]!;
  return { now, state: now.state, audited: audit.slice(1).map(({ what }) => what) };
}

describe('looking at an offered session', () => {
  it.each([
    ['accepted', { state: 'booked', audited: ['answered'] }],
    ['declined', { state: 'submitted', audited: ['answered'] }],
    ['tentativelyAccepted', { state: 'offered', audited: [] }],
    ['none', { state: 'offered', audited: [] }],
  ] as const)('finds the facilitator’s answer: %s', async (answer, expected) => {
    const act = (id: string) => office.tenant.events.respond(id, facilitator.mail, answer);
    expect(await lookedAt(act)).toMatchObject(expected);
  });

  it('finds that the event is gone', async () => {
    expect(await lookedAt((id) => office.tenant.events.remove(id))).toMatchObject({
      state: 'submitted',
      audited: ['slot-lost'],
    });
  });

  it('throws when Outlook cannot be asked, so that it is looked at again', async () => {
    const fail = () =>
      office.tenant.faults.add({ kind: 'status', status: 503, path: '/events/', times: 'always' });
    await expect(lookedAt(fail)).rejects.toThrow('503');
  });
});

describe('looking at a booked session', () => {
  it('finds that the event is gone', async () => {
    expect(await lookedAt((id) => office.tenant.events.remove(id), 'booked')).toMatchObject({
      state: 'submitted',
      audited: ['slot-lost'],
    });
  });

  it('finds that the facilitator has dropped out', async () => {
    const decline = (id: string) => office.tenant.events.respond(id, facilitator.mail, 'declined');
    expect(await lookedAt(decline, 'booked')).toMatchObject({ state: 'uncovered', audited: ['answered'] });
  });

  it('switches recording off again that somebody had switched on, and keeps that it did', async () => {
    const { now } = await lookedAt(() => {
      const [meeting] = office.tenant.meetings.list();
      office.tenant.meetings.set(meeting!.meeting.id, { allowRecording: true });
    }, 'booked');
    expect(office.tenant.meetings.list()[0]!.meeting).toMatchObject({ allowRecording: false });
    expect(now).toMatchObject({ outlook: { putRight: expect.arrayContaining(['recording']) as unknown } });
  });
});
