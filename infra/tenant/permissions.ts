/** What the bot may do in the tenant and what for, in one place. README's tenant section says the same; a test holds them together. */

/** Consented: no narrower grant of it exists. Application permissions of Microsoft Graph, by name. */
export const CONSENTED: Readonly<Record<string, string>> = {
  'OnlineMeetings.ReadWrite.All':
    'turn recording and transcription off; which organiser, an application access policy says',
  'GroupMember.Read.All':
    'see who is a coordinator, and who belongs to the quality or the information-governance role',
  'User.ReadBasic.All': 'show names, and find people by their mail address',
  'TeamsAppInstallation.ReadWriteSelfForUser.All': 'give the bot’s app to whoever is to be told something',
};

export interface ScopedPermission {
  /** As Microsoft Graph calls it. Never consented: a consent is for every mailbox, and Exchange adds the two up. */
  readonly permission: string;
  /** Exchange's roles that grant it, the narrowest first: the first that the tenant has is taken. */
  readonly roles: readonly [string, ...string[]];
  readonly over: 'organiser' | 'facilitators';
  readonly why: string;
}

/**
 * Granted by Exchange for a few mailboxes only. Exchange's list of application roles has had none for Calendars.ReadBasic; where there
 * is still none Calendars.Read is the narrowest that lets free/busy be asked for.
 * https://learn.microsoft.com/exchange/permissions-exo/application-rbac#supported-application-roles
 */
export const SCOPED: readonly ScopedPermission[] = [
  {
    permission: 'Calendars.ReadWrite',
    roles: ['Application Calendars.ReadWrite'],
    over: 'organiser',
    why: 'book, move and cancel sessions in the organiser’s calendar',
  },
  {
    permission: 'Mail.Send',
    roles: ['Application Mail.Send'],
    over: 'organiser',
    why: 'write to people without Teams',
  },
  {
    permission: 'Mail.Read',
    roles: ['Application Mail.Read'],
    over: 'organiser',
    why: 'find a letter among those sent, and see what came back',
  },
  {
    permission: 'Calendars.ReadBasic',
    roles: ['Application Calendars.ReadBasic', 'Application Calendars.Read'],
    over: 'facilitators',
    why: 'see when facilitators are free',
  },
];

/** No consent may be of one of these; Calendars.Read and the wider forms would open what the scopes keep shut. */
export const NEVER_CONSENTED: readonly string[] = [
  ...new Set([
    ...SCOPED.flatMap(({ permission, roles }) => [
      permission,
      ...roles.map((role) => role.replace('Application ', '')),
    ]),
    'Calendars.ReadBasic.All',
    'Mail.ReadBasic.All',
    'Mail.ReadWrite',
  ]),
];

export interface ApiPermission {
  readonly value: string;
  readonly scopeId: string;
  readonly roleId: string;
  readonly name: string;
  readonly description: string;
}

/** What callers of the bot's own API may be allowed. The ids are ours, and the same in every tenant. */
export const API: readonly ApiPermission[] = [
  {
    value: 'Requests.Submit',
    scopeId: '6f1c1b6e-4d0f-4f0a-9a51-0e6f6f0b1a01',
    roleId: '6f1c1b6e-4d0f-4f0a-9a51-0e6f6f0b2a01',
    name: 'Send requests',
    description: 'Send and withdraw requests for a session. Nothing is decided by it.',
  },
  {
    value: 'Requests.Read',
    scopeId: '6f1c1b6e-4d0f-4f0a-9a51-0e6f6f0b1a02',
    roleId: '6f1c1b6e-4d0f-4f0a-9a51-0e6f6f0b2a02',
    name: 'Read the state of requests',
    description: 'See how requests and sessions are doing, without anything about a case.',
  },
  {
    value: 'Monitoring.Read',
    scopeId: '6f1c1b6e-4d0f-4f0a-9a51-0e6f6f0b1a03',
    roleId: '6f1c1b6e-4d0f-4f0a-9a51-0e6f6f0b2a03',
    name: 'Read released figures',
    description: 'Read the figures of monitoring that have been released.',
  },
  {
    value: 'Events.Subscribe',
    scopeId: '6f1c1b6e-4d0f-4f0a-9a51-0e6f6f0b1a04',
    roleId: '6f1c1b6e-4d0f-4f0a-9a51-0e6f6f0b2a04',
    name: 'Be told of changes',
    description: 'Subscribe to what happens to requests: ids and states only.',
  },
];

/** What Teams asks for on behalf of whoever opens the tab. */
export const TAB_SCOPE = { value: 'access_as_user', id: '6f1c1b6e-4d0f-4f0a-9a51-0e6f6f0b1a00' } as const;

/** Teams on desktop and mobile, and in the browser. https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad */
export const TEAMS_CLIENTS: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
];

export const GRAPH_APP = '00000003-0000-0000-c000-000000000000';
