import { createMeetings } from '../../src/graph/meetings';
import type { SessionEvent } from '../../src/domain/request';
import { facilitators, ORGANISER_ID, outsiders, practitioners } from '../sandbox/people';
import { graphOffice } from './graph-office';
import { FAY, invitation, KEY } from './sessions';

const office = graphOffice();
const warnings: string[] = [];
beforeEach(() => (warnings.length = 0));
const meetings = () =>
  createMeetings({
    graph: office.graph(),
    organiser: ORGANISER_ID,
    log: { warn: (_fields, message) => warnings.push(message) },
    rereads: { times: 2, waitMs: 5 },
  });
const meeting = () => office.tenant.meetings.list()[0]!.meeting;
const roles = () => meeting().participants?.attendees?.map(({ upn, role }) => [upn, role]);
const create = () => meetings().create(KEY, invitation());
const secure = async (event?: SessionEvent) => meetings().secure(event ?? (await create()), FAY);
const PATCHES = () => office.calls().filter((call) => call.startsWith('PATCH'));

describe('the options of an online session', () => {
  it('are set so that nothing is recorded and the facilitator admits; only AI notes are left to a look', async () => {
    expect(await secure()).toEqual(['ai-notes']);
    expect(meeting()).toMatchObject({
      allowRecording: false,
      recordAutomatically: false,
      allowTranscription: false,
      allowedPresenters: 'roleIsPresenter',
      lobbyBypassSettings: { scope: 'invited', isDialInBypassEnabled: false },
    });
    expect(roles()).toEqual([[FAY.mail, 'coorganizer']]);
    expect(PATCHES()).toHaveLength(1);
  });

  it('do not concern a session in person', async () => {
    const event = await meetings().create(KEY, invitation({ online: false, venue: 'Meadow Hall' }));
    office.tenant.calls.clear();
    expect(await secure(event)).toEqual([]);
    expect(office.calls()).toEqual([]);
  });

  it('can be set again with participants there: they attend, and a new facilitator takes over', async () => {
    const event = await create();
    await secure(event);
    await meetings().invite(event, [FAY, practitioners[0], outsiders[0]]);
    const amber = { ...FAY, ...facilitators[1] };
    expect(await meetings().secure(event, amber)).toEqual(['ai-notes']);
    expect(roles()).toEqual([
      [amber.mail, 'coorganizer'],
      [FAY.mail, 'attendee'],
      [practitioners[0].mail, 'attendee'],
      [outsiders[0].mail, 'attendee'],
    ]);
  });

  it.each([
    [['allowRecording'], ['recording', 'ai-notes']],
    [['allowTranscription'], ['transcription', 'ai-notes']],
    [['lobbyBypassSettings'], ['lobby', 'ai-notes']],
    [['allowedPresenters'], ['presenters', 'ai-notes']],
    [
      ['allowRecording', 'allowTranscription', 'recordAutomatically'],
      ['recording', 'transcription', 'ai-notes'],
    ],
  ])('that Graph overlooks (%s) are read back and become opening checks', async (options, checks) => {
    office.tenant.faults.add({ kind: 'options-ignored', options, times: 'always' });
    expect(await secure()).toEqual(checks);
  });

  it('that are refused do not cost the others', async () => {
    office.tenant.faults.add({ kind: 'options-refused', options: ['allowRecording'], times: 'always' });
    expect(await secure()).toEqual(['recording', 'ai-notes']);
    expect(meeting()).toMatchObject({ allowTranscription: false, lobbyBypassSettings: { scope: 'invited' } });
    expect(warnings).toContain('a meeting option is left to the opening check');
  });

  it('let everybody in when the facilitator cannot be made to admit them, and say so', async () => {
    // Everything at once is refused, then the last of the four by themselves: the facilitator's role.
    office.tenant.faults.add({ kind: 'status', status: 403, method: 'PATCH' });
    office.tenant.faults.add({ kind: 'status', status: 403, method: 'PATCH', nth: 4 });
    expect(await secure()).toEqual(['lobby', 'presenters', 'ai-notes']);
    expect(meeting().lobbyBypassSettings?.scope).toBe('everyone');
  });

  it('let everybody in for a facilitator of another organisation, who cannot be given a part', async () => {
    const event = await create();
    expect(await meetings().secure(event, { ...FAY, outside: true })).toEqual([
      'lobby',
      'presenters',
      'ai-notes',
    ]);
    expect(meeting()).toMatchObject({
      allowRecording: false,
      allowTranscription: false,
      lobbyBypassSettings: { scope: 'everyone' },
    });
    expect(PATCHES()).toHaveLength(1);
  });

  it('that were turned on by default recording are noticed', async () => {
    const event = await create();
    office.tenant.meetings.set(meeting().id, { recordAutomatically: true });
    office.tenant.faults.add({ kind: 'options-ignored', options: ['recordAutomatically'], times: 'always' });
    expect(await secure(event)).toEqual(['recording', 'ai-notes']);
  });

  it.each([
    ['is not known to Teams', 404],
    ['is out of reach (no application access policy)', 403],
  ])('of a meeting that %s are all left to the facilitator', async (_name, status) => {
    const event = await create();
    office.tenant.faults.add({ kind: 'status', status, path: '/onlineMeetings', times: 'always' });
    expect(await secure(event)).toEqual(['recording', 'transcription', 'lobby', 'presenters', 'ai-notes']);
    expect(PATCHES()).toEqual([]);
  });

  it('of a meeting that Teams knows a moment later are set', async () => {
    const event = await create();
    office.tenant.faults.add({ kind: 'status', status: 404, path: '/onlineMeetings', times: 2 });
    expect(await secure(event)).toEqual(['ai-notes']);
  });

  it.each([
    ['finding', 'GET', 'filter'],
    ['setting', 'PATCH', '/onlineMeetings/'],
    ['reading back', 'GET', '/onlineMeetings/'],
  ])('are tried again later when %s them fails for the moment', async (_name, method, path) => {
    const event = await create();
    office.tenant.faults.add({ kind: 'status', status: 503, method, path, times: 'always' });
    await expect(secure(event)).rejects.toMatchObject({ detail: { permanent: false } });
    office.tenant.faults.clear();
    expect(await secure(event)).toEqual(['ai-notes']);
  });
});
