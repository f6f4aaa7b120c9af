/** What single findings say: the second half of the wording, beside what each check is called. */
import type { Advice } from './check';

const TENANT = 'See "In a real tenant" in README.md, and infra/README.md.';
const SETTING = 'See .env.sample.';
const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

// ---- Settings

export const WORKER_OFF =
  'WORKER is off here: nothing is booked, sent or noticed by this instance. Right for a deployment slot; one instance needs WORKER=on.';
export const lineNotCheckedSince = (day: string, months: number): string =>
  `POLICY_CADS_CHECKED says ${day}, more than ${months} months ago. Ring the line, then set it to that day. ${SETTING}`;

// ---- Storage

export const tablesMissing: Advice = {
  why: 'Not all tables are there.',
  remedy: `Start the bot once: it makes them. If it has been: check STORAGE_ACCOUNT and STORAGE_PREFIX. ${SETTING}`,
};
export const queuesMissing: Advice = {
  why: 'Not all queues are there.',
  remedy: `Start the bot once: it makes them. If it has been: check STORAGE_ACCOUNT and STORAGE_PREFIX. ${SETTING}`,
};
export const clockOff = (seconds: number): string => `The clock here is off by ${seconds} seconds.`;
export const NO_TIME_TOLD = 'The storage account told no time.';
export const backupTooOld = (hours: number): Advice => ({
  why: `The newest backup is ${hours} hours old.`,
  remedy: 'Look why none has been made since: run the backup once by hand. See infra/README.md.',
});
export const NO_BACKUPS =
  'There are no backups yet. Set them up before people use the bot. See infra/README.md.';
export const blobsUnseen = (code: string): string =>
  `Backups cannot be looked at (${code}). Where they are set up: give the identity the role Storage Blob Data Contributor on their account. See infra/README.md.`;

// ---- Sign-in

export const ANONYMOUS = 'With ANONYMOUS=loopback nobody signs in.';
export const TOKEN_UNREADABLE = 'The token does not show what is consented.';
export const notConsented = (names: readonly string[]): Advice => ({
  why: `Not consented: ${names.join(', ')}.`,
  remedy: `Add them to the app registration as application permissions, and let an administrator consent. ${TENANT}`,
});
export const consentedForAll = (names: readonly string[]): Advice => ({
  why: `Consented for the whole tenant: ${names.join(', ')}. They hold for every mailbox, whatever the scope says.`,
  remedy: `Take these consents back in Entra, and give them by RBAC for Applications alone. ${TENANT}`,
});
export const TOKEN_NOT_TAKEN: Advice = {
  why: 'Microsoft Graph does not take the token.',
  remedy: `Check BOT_ID and BOT_TENANT_ID, and that GRAPH_URL is of the same cloud. ${SETTING}`,
};

// ---- People and groups

export const noSuchGroup = (setting: string): Advice => ({
  why: `${setting} names no group of this tenant.`,
  remedy: `Set ${setting} to the object id of the group, as Entra shows it. ${SETTING}`,
});
export const tooFewDecide = (can: number, left: { disabled: number; guests: number }): Advice => ({
  why: `${people(can)} can decide${leftOut(left)}; with fewer than two, requests wait whenever one is away.`,
  remedy:
    'Add people with an account in use in this tenant to the group of COORDINATORS_GROUP; nested groups count.',
});
function leftOut({ disabled, guests }: { disabled: number; guests: number }): string {
  const said = [
    disabled > 0 && `${disabled} disabled`,
    guests > 0 && (guests === 1 ? '1 guest' : `${guests} guests`),
  ].filter(Boolean);
  return said.length === 0 ? '' : ` (not counted: ${said.join(', ')})`;
}
export const ENABLED_NOT_SHOWN = 'Whether accounts are in use is not shown to the app; look in Entra.';
export const groupEmpty = (setting: string): Advice => ({
  why: `Nobody is in the group of ${setting}.`,
  remedy: `Add those it is for, or leave ${setting} out. ${SETTING}`,
});
export const notThere = (setting: string): Advice => ({
  why: `${setting} names nobody of this tenant.`,
  remedy: `Set ${setting} to an object id as Entra shows it, not to a name or an address. ${SETTING}`,
});
export const disabled = (setting: string): Advice => ({
  why: `An account of ${setting} is disabled.`,
  remedy: `Enable it in Entra, or name another in ${setting}. ${SETTING}`,
});
export const notSet = (setting: string): string => `${setting} is not set.`;
export const NOBODY_TRAINED: Advice = {
  why: 'Nobody in the pool may facilitate today: only the trained are appointed.',
  remedy:
    'Add facilitators with their days of training, or bring these up to date, on the first page of the coordinators’ tab.',
};

// ---- The organiser's calendar

export const leftByFormerRun = (count: number): string =>
  `An earlier run of this could not remove its event (${count}); it is gone now.`;
export const NO_JOIN_LINK = 'The event was made, and Teams gave it no link.';
export const MEETING_NOT_FOUND =
  'There is no meeting of that link among the organiser’s, as far as the app may see.';
export const optionsNotKept = (names: readonly string[]): string =>
  `Not as they were set: ${names.join(', ')}.`;
export const eventsLeft = (count: number): string => `Removed, and yet there: ${count}.`;

export const NO_NOTIFICATIONS =
  'Without PUBLIC_URL nothing tells of changes; the sweep finds them within ten minutes.';
export const noSubscription: Advice = {
  why: 'There is no subscription to the organiser’s calendar.',
  remedy:
    'Let one instance run with WORKER=on, and see that Microsoft 365 reaches /api/graph/notifications at PUBLIC_URL; it makes one within a minute. Until then the sweep finds changes within ten minutes.',
};
export const subscriptionEnded: Advice = {
  why: 'The subscription to the organiser’s calendar has ended, and was not renewed.',
  remedy:
    'Let one instance run with WORKER=on, and see that Microsoft 365 reaches /api/graph/notifications at PUBLIC_URL; where the bot has not noticed yet, it makes another when it renews, once a day. Until then the sweep finds changes within ten minutes.',
};
export const subscriptionElsewhere: Advice = {
  why: 'The subscription leads to another address than PUBLIC_URL.',
  remedy: `Check PUBLIC_URL, then restart the bot: it makes another. ${SETTING}`,
};
export const subscribedUntil = (time: string): string => `Until ${time}; it is renewed daily.`;

// ---- Free and busy time

export const organiserUnseen = 'getSchedule tells nothing of the organiser.';
export const noFacilitatorSeen = (count: number): string =>
  `Of ${count} facilitators of this tenant, nobody’s free and busy time is seen. They count as unknown, and are asked last.`;
export const someFacilitatorsUnseen = (unseen: number, count: number): string =>
  `Of ${count} facilitators of this tenant, the time of ${unseen} is not seen. They count as unknown. See whether the scope of Calendars.ReadBasic takes them in.`;
export const NO_FACILITATOR_HERE = 'Nobody in the pool has a calendar of this tenant that would be read.';

// ---- Mail

export const NO_LETTERS = 'Without PUBLIC_URL no letters are sent.';
export const NO_MAILBOX: Advice = {
  why: 'The organiser has no mailbox.',
  remedy: `Give the account of ORGANISER a licence with Exchange Online. ${TENANT}`,
};
export const SENDING_REFUSED = 'Exchange refuses mail sent as the organiser.';

// ---- What must be refused

export const NOBODY_OUTSIDE =
  'No coordinator is there whose mailbox must be closed (facilitators’ may be in the scope). Name one: npm run doctor -- --outside-mailbox <object id>.';
export const NO_OUTSIDE_MAILBOX =
  'The account that was tried has no mailbox, which proves nothing. Name another: npm run doctor -- --outside-mailbox <object id>.';
export const letInto = (permission: string): Advice => ({
  why: `The app was let into a mailbox outside its scope: ${permission} is consented for the whole tenant, or the scope is too wide.`,
  remedy: `Take the consent of ${permission} back in Entra, give it by RBAC for Applications alone, and see that the scope holds the organiser (for free and busy time the facilitators too) and nobody else. ${TENANT}`,
});
export const meetingsOpen: Advice = {
  why: 'The app may see online meetings of somebody else: the application access policy is granted to everybody, or to too many.',
  remedy: `Take the policy back from everybody (-Global), and grant it to the organiser alone. ${TENANT}`,
};

// ---- Teams

export const channelNotChosen: Advice = {
  why: 'No channel has been chosen.',
  remedy:
    'Install the app in the coordinators’ team; then a coordinator writes “@JAGS use this channel” in the channel where requests are to be shown.',
};
export const CHANNEL_WITHOUT_TEAM = 'What is kept of the channel does not say which team it is in.';
export const coordinatorsMissing = (missing: number, of: number): Advice => ({
  why: `${people(missing)} of ${of} coordinators ${missing === 1 ? 'is' : 'are'} not in the team of the coordination channel.`,
  remedy: 'Add them to that team in Teams, as members; or take them out of the group of COORDINATORS_GROUP.',
});
export const appNotFound: Advice = {
  why: 'No coordinator has an app with the id of TEAMS_APP_ID.',
  remedy: `Upload the app package in the Teams admin centre, allow it, and put it into the coordinators’ setup policy; set TEAMS_APP_ID to its id there. ${TENANT}`,
};
export const ONLY_MANIFEST_ID =
  'TEAMS_APP_ID is the id in the app’s manifest, and the tenant’s catalogue knows the app by another: links work, installing it for people does not.';

// ---- Addresses

export const unreachable = (what: string, code: string): string =>
  `${what} does not answer from here (${code}).`;
export const NOT_HTTPS = 'PUBLIC_URL is not https; that works on this machine only.';
export const answeredWith = (what: string, status: number): string => `${what} answered ${status}.`;
export const notOurs = 'Something else than the bot answers at PUBLIC_URL.';
export const otherVersion = (there: string, here: string): Advice => ({
  why: `Version ${there} answers at PUBLIC_URL; here is ${here}.`,
  remedy:
    'Deploy this version there, or swap the slots; until then this looks at other code than people use.',
});
export const noKeys: Advice = {
  why: 'What API_ISSUER answers is no OpenID configuration with keys.',
  remedy: `Set API_ISSUER exactly as tokens carry it, such as https://login.microsoftonline.com/<tenant id>/v2.0. ${SETTING}`,
};
export const otherIssuer: Advice = {
  why: 'The OpenID configuration at API_ISSUER names another issuer, so every token would be refused.',
  remedy: noKeys.remedy,
};
