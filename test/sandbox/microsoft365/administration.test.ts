/** What is wrong in a tenant, and that each thing is wrong by itself. */
import { coordinators, COORDINATORS_GROUP, facilitators, ORGANISER_ID } from '../people';
import { EVENTS, FAY, sessionBody, tenantForTests } from './tenant-for-tests';

const office = tenantForTests();
const [cora] = coordinators;
const MAIL = (id: string) => `/users/${id}/mailFolders/inbox/messages`;
const NO_RECIPIENT = {
  message: { subject: '', body: { contentType: 'html', content: '' }, toRecipients: [] },
};

const administer = (otherwise: Parameters<typeof office.microsoft365.tenant.administer>[0]) =>
  office.microsoft365.tenant.administer(otherwise);

it.each([
  ['a calendar', 'Calendars.ReadWrite', 'GET', `/users/${cora.id}/events`, undefined, 200],
  ['mail', 'Mail.Read', 'GET', MAIL(cora.id), undefined, 200],
  ['sending', 'Mail.Send', 'POST', `/users/${cora.id}/sendMail`, NO_RECIPIENT, 400],
] as const)(
  'opens %s outside the scope where %s is consented for the whole tenant, and not otherwise',
  async (_what, permission, method, path, body, open) => {
    expect((await office.graph(method, path, body)).status).toBe(403);
    administer({ tenantWide: [permission] });
    expect((await office.graph(method, path, body)).status).toBe(open);
  },
);

it.each([
  ['Calendars.ReadWrite', 'GET', EVENTS, undefined],
  ['Mail.Read', 'GET', MAIL(ORGANISER_ID), undefined],
  ['Mail.Send', 'POST', `/users/${ORGANISER_ID}/sendMail`, NO_RECIPIENT],
  ['GroupMember.Read.All', 'GET', `/groups/${COORDINATORS_GROUP}/transitiveMembers`, undefined],
  [
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
    'GET',
    `/users/${cora.id}/teamwork/installedApps`,
    undefined,
  ],
] as const)('refuses what needs %s where it is missing', async (permission, method, path, body) => {
  expect((await office.graph(method, path, body)).status).not.toBe(403);
  administer({ missing: [permission] });
  expect((await office.graph(method, path, body)).status).toBe(403);
});

it('makes an event without a meeting for somebody without Teams', async () => {
  administer({ withoutTeams: [ORGANISER_ID] });
  const { status, body } = await office.graph<object>('POST', EVENTS, sessionBody());
  expect([status, body]).toEqual([
    201,
    expect.objectContaining({ isOnlineMeeting: false, onlineMeeting: null }),
  ]);
});

it('shows of accounts what is so, to those who may see it', async () => {
  const path = `/users/${cora.id}?$select=accountEnabled,userType`;
  administer({ disabled: [cora.id], guests: [cora.id] });
  expect((await office.graph('GET', path)).body).toMatchObject({ accountEnabled: false, userType: 'Guest' });
  administer({ basicAccountsOnly: true });
  expect((await office.graph('GET', path)).status).toBe(403);
  expect((await office.graph('GET', `/users/${cora.id}?$select=id`)).status).toBe(200);
  administer({ gone: [cora.id] });
  expect((await office.graph('GET', `/users/${cora.id}`)).status).toBe(404);
});

it('tells nothing of whoever’s time is outside the scope', async () => {
  administer({ unseen: [facilitators[0].id] });
  const { body } = await office.graph<{ value: { error?: object }[] }>(
    'POST',
    `/users/${ORGANISER_ID}/calendar/getSchedule`,
    {
      schedules: [FAY, cora.mail],
      startTime: { dateTime: '2026-03-03T09:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2026-03-03T17:00:00', timeZone: 'UTC' },
    },
  );
  expect(body.value.map(({ error }) => error !== undefined)).toEqual([true, false]);
});

it('has no mailbox to get into where there is none', async () => {
  administer({ withoutMailbox: [ORGANISER_ID] });
  expect((await office.graph('GET', EVENTS)).status).toBe(404);
});

it('is as it has to be again after a reset', async () => {
  administer({ missing: ['Calendars.ReadWrite'] });
  office.microsoft365.tenant.reset();
  expect((await office.graph('GET', EVENTS)).status).toBe(200);
});
