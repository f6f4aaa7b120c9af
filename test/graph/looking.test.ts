/** The adapters that only look, or try something and take it away again. */
import { accountsOf } from '../../src/graph/accounts';
import { appsOf } from '../../src/graph/app-installing';
import { createMailboxProbe } from '../../src/graph/mailbox-probe';
import { createMeetingOptions } from '../../src/graph/meeting-options';
import { createMeetings } from '../../src/graph/meetings';
import { createTrialEvents } from '../../src/graph/trial-event';
import { coordinators, ORGANISER_ID } from '../sandbox/people';
import { graphOffice } from './graph-office';
import { invitation, KEY, slotOn } from './sessions';

const office = graphOffice();
const [cora, colin] = coordinators;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const needs = () => ({ graph: office.graph(), organiser: ORGANISER_ID });
const trials = () => createTrialEvents({ ...needs(), subject: 'A trial' });

describe('accounts', () => {
  it('are told in the order asked for, with nobody where there is none', async () => {
    office.tenant.administer({ disabled: [colin.id], guests: [cora.id] });
    expect(await accountsOf(office.graph(), [colin.id, NOBODY, cora.id])).toEqual([
      { id: colin.id, enabled: false, isGuest: false },
      undefined,
      { id: cora.id, enabled: true, isGuest: true },
    ]);
  });

  it('are told as far as they may be seen', async () => {
    office.tenant.administer({ basicAccountsOnly: true });
    expect(await accountsOf(office.graph(), [cora.id])).toEqual([
      { id: cora.id, enabled: undefined, isGuest: false },
    ]);
  });

  it('stay untold while Graph is in trouble', async () => {
    office.tenant.faults.add({ kind: 'status', status: 503, times: 'always' });
    await expect(accountsOf(office.graph(), [cora.id])).rejects.toMatchObject({ answer: { status: 503 } });
  });
});

describe('a trial event', () => {
  it('is found by its own property alone, and sessions beside it are not', async () => {
    const session = await createMeetings(needs()).create(KEY, invitation());
    const made = await trials().make(slotOn('2029-03-17'));
    expect(made.joinUrl).toBeDefined();
    expect(await trials().find()).toEqual([made.id]);
    expect(await trials().read(made.id)).toEqual(made);
    await trials().remove(made.id);
    await trials().remove(made.id);
    expect(await trials().find()).toEqual([]);
    expect(await trials().read(made.id)).toBeUndefined();
    expect(office.tenant.events.find(session.id)).toBeDefined();
    expect(office.tenant.outbox.list().every(({ kind }) => kind === 'invitation')).toBe(true);
  });
});

describe('trying out the options of a meeting', () => {
  const options = () =>
    createMeetingOptions({ ...needs(), log: undefined, rereads: { times: 1, waitMs: 5 } });

  it.each<[readonly string[], readonly string[]]>([
    [[], []],
    [['allowRecording'], ['recording']],
    [
      ['allowTranscription', 'allowedPresenters'],
      ['transcription', 'presenters'],
    ],
    [['lobbyBypassSettings'], ['lobby']],
  ])('tells of %j held back by the tenant: %j', async (held, told) => {
    const { joinUrl } = await trials().make(slotOn('2029-03-17'));
    office.tenant.faults.add({ kind: 'options-ignored', options: [...held], times: 'always' });
    expect(await options().tryOut(joinUrl!)).toEqual(told);
    expect(office.tenant.meetings.list()[0]!.meeting.participants?.attendees).toEqual([]);
  });

  it('tells when there is no such meeting', async () => {
    expect(await options().tryOut('https://teams.example.org/l/meetup-join/none')).toBe('not-found');
  });
});

describe('a mailbox', () => {
  const probe = () => createMailboxProbe(office.graph());

  it('lets the app in, refuses it, or is not there', async () => {
    const { joinUrl } = await trials().make(slotOn('2029-03-17'));
    const tries = [
      (id: string) => probe().readCalendar(id),
      (id: string) => probe().readMail(id),
      (id: string) => probe().sendMail(id),
      (id: string) => probe().findMeeting(id, joinUrl!),
    ];
    for (const tried of tries) {
      expect(await tried(ORGANISER_ID)).toBe('in');
      expect(await tried(cora.id)).toBe('refused');
    }
    for (const tried of tries.slice(0, 3)) expect(await tried(NOBODY)).toBe('nothing-there');
    expect(await probe().findMeeting(ORGANISER_ID, `${joinUrl}x`)).toBe('nothing-there');
    expect(office.tenant.mail.lettersTo(cora.mail)).toEqual([]);
  });

  it('is not judged by an answer that says nothing of it', async () => {
    office.tenant.faults.add({ kind: 'status', status: 503, times: 'always' });
    await expect(probe().readCalendar(cora.id)).rejects.toMatchObject({ answer: { status: 503 } });
  });
});

it('apps of somebody are told by both of their ids', async () => {
  await office.graph().post(`/users/${cora.id}/teamwork/installedApps`, {
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${NOBODY}`,
  });
  expect(await appsOf(office.graph(), cora.id)).toEqual([
    { id: NOBODY, manifestId: 'fee00000-0000-4000-8000-000000000000' },
  ]);
  expect(await appsOf(office.graph(), colin.id)).toEqual([]);
});
