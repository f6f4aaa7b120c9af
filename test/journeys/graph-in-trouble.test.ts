/** Graph throttles, fails or half succeeds while a session is arranged: what coordinators see, and how it ends. */
import { createStorage } from '../../src/azure/clients';
import { createFacilitatorTable } from '../../src/azure/facilitator-table';
import type { Reservation } from '../../src/domain/facilitator';
import type { FaultRequest } from '../sandbox/microsoft365/faults';
import { coordinators, facilitators, practitioners } from '../sandbox/people';
import { rightForm } from './asking';
import { until } from './until';
import { startWithoutPages, type WithoutPages } from './without-pages';

const [petra] = practitioners;
const [cora] = coordinators;

const CREATING = { method: 'POST', path: '/events$' } as const;

let system: WithoutPages;
let asked = 0;

beforeAll(async () => {
  // All of them ask for the same dates; nobody shall run out of sessions.
  system = await startWithoutPages({ POLICY_ANSWER_CHECK_SECONDS: '1', POLICY_SESSIONS_PER_MONTH: '31' });
  await system.say(cora, 'use this channel');
});
afterAll(() => system?.stop());

interface Story {
  /** As it is written on the cards. */
  readonly reference: string;
  readonly request: string;
  /** What the channel was shown of it, oldest first. */
  shown(): string[];
}

/** Sends a right form, and waits for its matches in the channel. */
async function request(): Promise<Story> {
  asked += 1;
  const { caseReference, reason, earliest, latest, people } = rightForm();
  const rows = people.flatMap(({ name, mail }, n) => [
    [`name${n}`, name],
    [`mail${n}`, mail],
  ]);
  const receipt = await system.press(petra, 'form-send', {
    draft: JSON.stringify({
      nonce: `nonce-of-story-${String(asked).padStart(4, '0')}`,
      riskKnown: false,
      added: [],
    }),
    caseReference,
    team: 'cs-fs',
    reason,
    familyTold: 'yes',
    place: 'online',
    earliest,
    latest,
    days: 'monday,tuesday,wednesday,thursday,friday',
    times: 'morning,afternoon',
    ...(Object.fromEntries(rows) as object),
    team0: 'cs-eh',
    team1: 'ed-pri',
    team2: 'po-ne',
  });
  const reference = /Your JAGS request (\S+?)"/.exec(receipt)?.[1];
  const id = /"request":"([^"]+)"/.exec(receipt)?.[1];
  if (!reference || !id) throw new Error(`Expected a receipt, got ${receipt}`);
  const story: Story = {
    reference,
    request: id,
    shown: () => system.inChannel().filter((card) => card.includes(reference)),
  };
  await shows(story, 'matches, best first');
  return story;
}

async function shows(story: Story, text: string): Promise<void> {
  await until(() => story.shown().some((card) => card.includes(text)), `the channel to show "${text}"`);
}

async function approve({ request }: Story, match = '1-1'): Promise<void> {
  await system.press(cora, 'approve', { request, match }, 'channel');
}

function eventsOf({ request }: Story) {
  return system.microsoft365.tenant.events.list().filter((event) => JSON.stringify(event).includes(request));
}

async function heldFor({ request }: Story): Promise<readonly Reservation[]> {
  const { facilitators: table } = createStorage({
    prefix: 'jags',
    connectionString: system.storage.connectionString,
    patient: true,
  });
  const pool = await createFacilitatorTable({ facilitators: table, now: Date.now }).all();
  return pool.flatMap(({ reservations }) => reservations).filter(({ requestId }) => requestId === request);
}

it.each<[string, FaultRequest]>([
  ['is unavailable, twice', { kind: 'status', status: 503, times: 2, ...CREATING }],
  ['makes the event without a join link', { kind: 'missing-join-link', reads: 4, ...CREATING }],
  ['makes the event and breaks off', { kind: 'commit-then-reset', ...CREATING }],
  ['makes the event and says it failed', { kind: 'commit-then-status', status: 500, ...CREATING }],
  [
    'is unavailable when the meeting is secured',
    { kind: 'status', status: 503, method: 'PATCH', path: '/onlineMeetings/' },
  ],
])(
  'when Graph %s, the coordinators see "arranging", and it ends with exactly one event',
  async (_what, fault) => {
    const story = await request();
    system.microsoft365.tenant.faults.add(fault);
    await approve(story);
    await shows(story, 'Approved: arranging');
    await shows(story, 'Offered to the facilitator');
    expect(system.microsoft365.tenant.faults.list()).toEqual([]);
    expect(eventsOf(story)).toHaveLength(1);
    expect(eventsOf(story)[0]!.online?.joinUrl).toMatch(/^https:/);
    expect(eventsOf(story)[0]!.attendees).toHaveLength(1);
    expect(await heldFor(story)).toHaveLength(1);
    expect(story.shown().some((card) => card.includes('Came back'))).toBe(false);
  },
);

it('finds matches all the same when the calendars ask to wait', async () => {
  system.microsoft365.tenant.faults.add({
    kind: 'status',
    status: 429,
    retryAfter: '1',
    path: '/getSchedule$',
  });
  const story = await request();
  expect(system.microsoft365.tenant.faults.list()).toEqual([]);
  expect(story.shown().at(-1)).toContain('calendars seen: 2 of 4');
});

it('invites the participants in the end when Graph is unavailable at first', async () => {
  const story = await request();
  await approve(story);
  await shows(story, 'Offered to the facilitator');
  const [event] = eventsOf(story);
  system.microsoft365.tenant.faults.add({ kind: 'status', status: 503, method: 'PATCH', path: '/events/' });
  system.microsoft365.tenant.events.respond(event!.id, event!.attendees[0]!.address, 'accepted');
  await until(() => eventsOf(story)[0]!.attendees.length === 5, 'everybody to be invited');
  expect(system.microsoft365.tenant.faults.list()).toEqual([]);
  expect(eventsOf(story)).toHaveLength(1);
});

it('asks the coordinators for help when Graph refuses for good to invite the participants', async () => {
  const story = await request();
  await approve(story);
  await shows(story, 'Offered to the facilitator');
  const [event] = eventsOf(story);
  system.microsoft365.tenant.faults.add({ kind: 'status', status: 403, method: 'PATCH', path: '/events/' });
  system.microsoft365.tenant.events.respond(event!.id, event!.attendees[0]!.address, 'accepted');
  await shows(story, 'needs your help');
  expect(eventsOf(story)[0]!.attendees).toHaveLength(1);
  const card = story.shown().findLast((shown) => shown.includes('AdaptiveCard'));
  expect(card).toContain('The participants could NOT be invited');
  expect(card).not.toMatch(/participants (?:are|have been) invited/);
});

it('waits as long as Graph asks before it tries again', async () => {
  const { tenant } = system.microsoft365;
  tenant.calls.clear();
  const story = await request();
  tenant.faults.add({ kind: 'status', status: 429, retryAfter: '4.5', ...CREATING });
  await approve(story);
  await shows(story, 'Approved: arranging');
  await shows(story, 'Offered to the facilitator');
  expect(eventsOf(story)).toHaveLength(1);
  const [refused, made] = tenant.calls
    .list()
    .filter(({ method, path }) => `${method} ${path}`.match(/^POST .*\/events$/));
  expect([refused?.status, made?.status]).toEqual([429, 201]);
  expect(Date.parse(made!.at) - Date.parse(refused!.at)).toBeGreaterThanOrEqual(4_500);
});

it('comes back to the coordinators, saying so, when Graph refuses for good', async () => {
  const story = await request();
  system.microsoft365.tenant.faults.add({ kind: 'status', status: 403, ...CREATING });
  await approve(story);
  await shows(story, 'could not be arranged. Please try again.');
  expect(eventsOf(story)).toEqual([]);
  await until(async () => (await heldFor(story)).length === 0, 'the reservation to be released');
  await until(
    () => system.inChannel().some((text) => text.includes(`JAGS ${story.reference} needs another`)),
    'the call',
  );
});

it('comes back to the coordinators when somebody deletes the event in Outlook before the facilitator has answered', async () => {
  const story = await request();
  await approve(story);
  await shows(story, 'Offered to the facilitator');
  system.microsoft365.tenant.events.remove(eventsOf(story)[0]!.id);
  await shows(story, 'was removed. Please try again.');
  await until(async () => (await heldFor(story)).length === 0, 'the reservation to be released');
});

it('comes back to the coordinators when the facilitator’s diary has filled meanwhile', async () => {
  const story = await request();
  for (const { mail } of facilitators)
    system.microsoft365.tenant.people.addBusy(mail, {
      start: new Date().toISOString(),
      end: new Date(Date.now() + 90 * 86_400_000).toISOString(),
    });
  await approve(story);
  await shows(story, 'diary is no longer free at that time');
  await shows(story, 'No match was found in these dates');
  expect(eventsOf(story)).toEqual([]);
  await until(async () => (await heldFor(story)).length === 0, 'the reservation to be released');
});
