/** Every sentence of the doctor: what each check is called and proves, what is wrong, and what to do about it. */
import type { Advice } from './check';

/** In README.md and, where it is there, in infra/README.md: the parts that say how each permission is given. */
const TENANT = 'See "In a real tenant" in README.md, and infra/README.md.';
const SCOPED = `Scope it to the organiser by RBAC for Applications; it can take two hours to work. ${TENANT}`;
const SETTING = 'See .env.sample.';

export const GROUPS = [
  'Settings',
  'Storage',
  'Sign-in',
  'People and groups',
  'The organiser’s calendar',
  'Free and busy time',
  'Mail',
  'What must be refused',
  'Teams',
  'Addresses',
] as const;

interface Words {
  readonly group: (typeof GROUPS)[number];
  readonly title: string;
  /** What is known once it has passed. */
  readonly proves: string;
  /** What to do where it could not be carried out. */
  readonly remedy: string;
}

/** In the order they are shown in. */
export const WORDS = {
  settings: {
    group: 'Settings',
    title: 'The settings can be read',
    proves: 'Every setting has a value of its kind, and they fit together; the bot starts with them.',
    remedy: `Put right what is named, then run this again. ${SETTING}`,
  },
  worker: {
    group: 'Settings',
    title: 'This instance does the work (WORKER)',
    proves: 'Calendars, letters and cards are seen to from here.',
    remedy: SETTING,
  },
  'cads-line': {
    group: 'Settings',
    title: 'Somebody has checked the CADS line lately (POLICY_CADS_CHECKED)',
    proves: 'The number shown wherever a child may be at risk was rung not long ago.',
    remedy: SETTING,
  },
  tables: {
    group: 'Storage',
    title: 'Every table is there and can be written to',
    proves: 'Rows can be read in all tables, and written and removed in one.',
    remedy: `Check STORAGE_ACCOUNT and STORAGE_PREFIX, that this machine may reach the account, and that the identity has the role Storage Table Data Contributor on it. ${TENANT}`,
  },
  queues: {
    group: 'Storage',
    title: 'Every queue is there and can be written to',
    proves: 'A message can be put on each queue and taken off again.',
    remedy: `Check STORAGE_ACCOUNT and STORAGE_PREFIX, that this machine may reach the account, and that the identity has the role Storage Queue Data Contributor on it. ${TENANT}`,
  },
  clock: {
    group: 'Storage',
    title: 'The clock here is right',
    proves: 'It is within five minutes of the clock of the storage account, as tokens and due times need it.',
    remedy: 'Let the system set its clock (NTP), then run this again.',
  },
  backups: {
    group: 'Storage',
    title: 'The newest backup is not older than two days',
    proves: 'What has been decided could be restored.',
    remedy:
      'Check that the identity has the role Storage Blob Data Contributor on the account of the backups (BACKUP_ACCOUNT, or else STORAGE_ACCOUNT). See infra/README.md.',
  },
  'sign-in': {
    group: 'Sign-in',
    title: 'Microsoft Entra gives a token',
    proves: 'BOT_ID, BOT_TYPE, BOT_TENANT_ID and the identity or secret belong together.',
    remedy: `Check BOT_ID, BOT_TYPE and BOT_TENANT_ID; with Federated that the app registration trusts the managed identity of MANAGED_IDENTITY_CLIENT_ID, with SingleTenant that the client secret has not ended. ${TENANT}`,
  },
  permissions: {
    group: 'Sign-in',
    title: 'What is consented for the whole tenant is what is needed, and no more',
    proves:
      'The token carries the permissions that cannot be scoped, and none for calendars or mail, which would hold for every mailbox.',
    remedy: TENANT,
  },
  graph: {
    group: 'Sign-in',
    title: 'Microsoft Graph can be reached, and takes the token',
    proves: 'GRAPH_URL answers from here.',
    remedy: `Check GRAPH_URL, and that this machine may reach it over https; behind a firewall allow graph.microsoft.com. ${SETTING}`,
  },
  coordinators: {
    group: 'People and groups',
    title: 'At least two people can decide (COORDINATORS_GROUP)',
    proves: 'The group exists, the app may read it, and two of its members have accounts in use here.',
    remedy: `Check that COORDINATORS_GROUP is the object id of a group of this tenant, and that GroupMember.Read.All and User.ReadBasic.All are consented. ${TENANT}`,
  },
  'quality-group': {
    group: 'People and groups',
    title: 'Those who may see monitoring are there (QUALITY_GROUP)',
    proves: 'The group exists, and somebody is in it.',
    remedy: `Check that QUALITY_GROUP is the object id of a group of this tenant, or leave it out. ${SETTING}`,
  },
  'governance-group': {
    group: 'People and groups',
    title: 'Those who answer for information governance are there (GOVERNANCE_GROUP)',
    proves: 'The group exists, and somebody is in it.',
    remedy: `Check that GOVERNANCE_GROUP is the object id of a group of this tenant. Without one nobody can answer an access request in the tab. ${SETTING}`,
  },
  lead: {
    group: 'People and groups',
    title: 'The lead is there (LEAD)',
    proves: 'What nobody decides reaches somebody.',
    remedy: `Check that LEAD is the object id of somebody of this tenant, or leave it out. ${SETTING}`,
  },
  'facilitator-support': {
    group: 'People and groups',
    title: 'Those who support facilitators are there (FACILITATOR_SUPPORT)',
    proves: 'A facilitator who would like to talk a session over reaches somebody.',
    remedy: `Check that each of FACILITATOR_SUPPORT is the object id of somebody of this tenant, or leave it out. ${SETTING}`,
  },
  pool: {
    group: 'People and groups',
    title: 'A facilitator with valid training is in the pool',
    proves: 'A request can be matched.',
    remedy: 'Put the storage right first: the pool is kept there.',
  },
  organiser: {
    group: 'The organiser’s calendar',
    title: 'The organiser is there and in use (ORGANISER)',
    proves: 'Sessions have an account whose calendar they can stand in.',
    remedy: `Check that ORGANISER is the object id of the bookings account, and that User.ReadBasic.All is consented. ${TENANT}`,
  },
  'calendar-read': {
    group: 'The organiser’s calendar',
    title: 'The calendar can be read',
    proves: 'Sessions are found again, and changes made in Outlook are seen.',
    remedy: `The organiser needs a mailbox in Exchange Online, and the app Calendars.ReadWrite on it. ${SCOPED}`,
  },
  'calendar-write': {
    group: 'The organiser’s calendar',
    title: 'An event can be made in it',
    proves: 'Sessions can be booked. (A private event in two years, without anybody invited.)',
    remedy: `Give the app Calendars.ReadWrite on the organiser’s mailbox, and see that it is not full. ${SCOPED}`,
  },
  'join-link': {
    group: 'The organiser’s calendar',
    title: 'The event has a Teams link: the organiser is licensed',
    proves: 'Online sessions can be joined.',
    remedy: `Give the organiser a licence with Exchange Online and Microsoft Teams, and let Teams be the provider of its online meetings. ${TENANT}`,
  },
  meeting: {
    group: 'The organiser’s calendar',
    title: 'The meeting of the event is found',
    proves: 'The application access policy lets the app see the organiser’s online meetings.',
    remedy: `Consent OnlineMeetings.ReadWrite.All, and grant the organiser an application access policy for BOT_ID; it can take half an hour to work. ${TENANT}`,
  },
  'meeting-options': {
    group: 'The organiser’s calendar',
    title: 'The meeting’s options can be set, and stay so',
    proves:
      'No recording, no transcription, a lobby for whoever was not invited, and a narrower circle of presenters.',
    remedy: `Let the organiser’s Teams meeting policy allow its options to be changed. ${TENANT}`,
  },
  'calendar-tidy': {
    group: 'The organiser’s calendar',
    title: 'The event is gone again',
    proves: 'Nothing of this stays in the calendar, and a cancelled session goes too.',
    remedy: `Remove the private event “JAGS doctor: a trial” in two years’ time from the organiser’s calendar, or run this again. ${SCOPED}`,
  },
  subscription: {
    group: 'The organiser’s calendar',
    title: 'Outlook tells of changes at once',
    proves: 'Graph has a subscription to the calendar that leads here.',
    remedy: 'Put the storage and Microsoft Graph right first: both know the subscription.',
  },
  'free-busy': {
    group: 'Free and busy time',
    title: 'The organiser’s own free and busy time can be asked for',
    proves: 'getSchedule answers the app at all.',
    remedy: `Give the app Calendars.ReadBasic on the organiser’s mailbox, besides Calendars.ReadWrite. ${SCOPED}`,
  },
  'facilitators-free-busy': {
    group: 'Free and busy time',
    title: 'Facilitators’ free and busy time can be seen',
    proves:
      'Sessions are offered when facilitators of this tenant are free. Unknown is never taken for free.',
    remedy: `Let the scope of Calendars.ReadBasic take in the facilitators’ mailboxes. ${TENANT}`,
  },
  'mail-read': {
    group: 'Mail',
    title: 'The organiser’s mail can be read',
    proves: 'A letter is not sent twice, and one that comes back is noticed.',
    remedy: `Give the app Mail.Read on the organiser’s mailbox. ${SCOPED}`,
  },
  'mail-send': {
    group: 'Mail',
    title: 'Mail can be sent as the organiser',
    proves:
      'People without Teams can be written to. (Nobody is: what is sent has no recipient, and Exchange refuses that.)',
    remedy: `Give the app Mail.Send on the organiser’s mailbox. ${SCOPED}`,
  },
  'outside-calendar': {
    group: 'What must be refused',
    title: 'Another person’s calendar cannot be read',
    proves: 'The permissions on calendars hold for the scope alone.',
    remedy: `Run this again; this has to end in a refusal. ${TENANT}`,
  },
  'outside-mail': {
    group: 'What must be refused',
    title: 'Another person’s mail cannot be read',
    proves: 'Mail.Read holds for the organiser alone.',
    remedy: `Run this again; this has to end in a refusal. ${TENANT}`,
  },
  'outside-sending': {
    group: 'What must be refused',
    title: 'Mail cannot be sent as another person',
    proves: 'Mail.Send holds for the organiser alone.',
    remedy: `Run this again; this has to end in a refusal. ${TENANT}`,
  },
  'outside-meetings': {
    group: 'What must be refused',
    title: 'Another person’s online meetings cannot be seen',
    proves: 'The application access policy holds for the organiser alone.',
    remedy: `Run this again; this has to end in a refusal. ${TENANT}`,
  },
  channel: {
    group: 'Teams',
    title: 'The coordination channel has been chosen',
    proves: 'New requests have somewhere to be shown.',
    remedy: 'Choose the channel again: a coordinator writes “@JAGS use this channel” there.',
  },
  'channel-reached': {
    group: 'Teams',
    title: 'The bot gets to that channel',
    proves: 'The connector takes the bot’s sign-in, and the app is still in the team.',
    remedy:
      'See that the bot registration has the Teams channel, that BOT_ID is its id, and that the app is installed in the team of the channel; then let a coordinator write “@JAGS use this channel” there again.',
  },
  'channel-coordinators': {
    group: 'Teams',
    title: 'Every coordinator is a member of that team',
    proves: 'Each coordinator sees the cards there, with their buttons.',
    remedy: 'Put the coordination channel right first: its team tells who is in it.',
  },
  'teams-app': {
    group: 'Teams',
    title: 'A coordinator has the app (TEAMS_APP_ID)',
    proves: 'The app is in the tenant’s catalogue, is allowed, and is the one of the setting.',
    remedy: `Consent TeamsAppInstallation.ReadWriteSelfForUser.All. ${TENANT}`,
  },
  'public-url': {
    group: 'Addresses',
    title: 'PUBLIC_URL leads here',
    proves:
      'People and Microsoft 365 reach this version of the bot, over https with a certificate that holds.',
    remedy: `Check the name, the certificate and the firewall of PUBLIC_URL, and that the bot runs. ${SETTING}`,
  },
  'api-issuer': {
    group: 'Addresses',
    title: 'The API’s issuer can be asked for its keys (API_ISSUER)',
    proves: 'Tokens of callers of the API can be checked.',
    remedy: `Check API_ISSUER, and that this machine may reach it over https. ${SETTING}`,
  },
} as const satisfies Record<string, Words>;

export type CheckName = keyof typeof WORDS;

export function remedyOf(name: CheckName): string {
  return WORDS[name].remedy;
}

/** The subject of the trial event, for the organiser's eyes. */
export const TRIAL_SUBJECT = 'JAGS doctor: a trial';

export const USAGE = `Use: npm run doctor -- [--json] [--outside-mailbox <object id>]
  --json             for machines
  --outside-mailbox  somebody whose mailbox the bot must not get into; otherwise a coordinator's is tried
`;

// ---- Why something could not be carried out

export function graphAnswered(status: number, code: string): string {
  return `Microsoft Graph answered ${status}${code && ` ${code}`}.`;
}

export function tryAgain(remedy: string): string {
  return `It may pass by itself: run this again in some minutes. If it stays: ${remedy}`;
}

export function noAnswerIn(name: CheckName, seconds: number): Advice {
  return { why: `There was no end to it within ${seconds} seconds.`, remedy: tryAgain(remedyOf(name)) };
}

export function standsOn(name: CheckName): string {
  return `It stands on “${WORDS[name].title}”. Put that right first.`;
}
