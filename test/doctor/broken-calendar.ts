/** The organiser’s calendar, mail and what is seen of others’ time, each thing broken. */
import { facilitators, ORGANISER_ID } from '../sandbox/people';
import { type Breakage, AFTER_EVENT, AFTER_ORGANISER, NOBODY } from './breakage';

export const BROKEN_CALENDAR: readonly Breakage[] = [
  {
    when: 'ORGANISER names nobody',
    fails: ['organiser'],
    blocks: AFTER_ORGANISER,
    says: 'ORGANISER names nobody of this tenant.',
    broken: ({ settings }) => void (settings['ORGANISER'] = NOBODY),
  },
  {
    when: 'the organiser’s account was deleted',
    fails: ['organiser'],
    blocks: AFTER_ORGANISER,
    says: 'ORGANISER names nobody of this tenant.',
    broken: ({ tenant }) => tenant.administer({ gone: [ORGANISER_ID] }),
  },
  {
    when: 'the organiser’s account is disabled',
    fails: ['organiser'],
    blocks: AFTER_ORGANISER,
    says: 'An account of ORGANISER is disabled.',
    broken: ({ tenant }) => tenant.administer({ disabled: [ORGANISER_ID] }),
  },
  {
    when: 'the organiser has no mailbox',
    fails: ['calendar-read', 'mail-read', 'mail-send'],
    blocks: ['calendar-write', ...AFTER_EVENT, 'calendar-tidy'],
    says: /The organiser has no mailbox\.\n.*licence with Exchange Online/,
    broken: ({ tenant }) => tenant.administer({ withoutMailbox: [ORGANISER_ID] }),
  },
  {
    when: 'the app has no permission on the calendar',
    fails: ['calendar-read'],
    blocks: ['calendar-write', ...AFTER_EVENT, 'calendar-tidy'],
    says: 'the app Calendars.ReadWrite on it',
    broken: ({ tenant }) => tenant.administer({ missing: ['Calendars.ReadWrite'] }),
  },
  {
    when: 'the organiser’s mailbox is full',
    fails: ['calendar-write'],
    blocks: AFTER_EVENT,
    says: /ErrorQuotaExceeded\.\n.*see that it is not full/,
    broken: ({ tenant }) => tenant.faults.add({ kind: 'over-quota', method: 'POST', path: '/events$' }),
  },
  {
    when: 'the making of the event is cut off after it was made',
    fails: ['calendar-write'],
    blocks: AFTER_EVENT,
    says: 'run this again in some minutes',
    broken: ({ tenant }) =>
      tenant.faults.add({ kind: 'commit-then-reset', method: 'POST', path: '/events$' }),
  },
  {
    when: 'the organiser has no licence for Teams',
    fails: ['join-link'],
    blocks: ['meeting', 'meeting-options', 'outside-meetings'],
    says: /gave it no link\.\n.*licence with Exchange Online and Microsoft Teams/,
    broken: ({ tenant }) => tenant.administer({ withoutTeams: [ORGANISER_ID] }),
  },
  {
    when: 'there is no application access policy',
    fails: ['meeting'],
    blocks: ['meeting-options', 'outside-meetings'],
    says: 'grant the organiser an application access policy for BOT_ID',
    broken: ({ tenant }) => tenant.administer({ missing: ['OnlineMeetings.ReadWrite.All'] }),
  },
  {
    when: 'the tenant keeps recording on',
    fails: ['meeting-options'],
    says: /Not as they were set: recording, transcription\.\n.*Teams meeting policy/,
    broken: ({ tenant }) => tenant.faults.add({ kind: 'options-ignored', times: 'always' }),
  },
  {
    when: 'the tenant refuses another lobby',
    fails: ['meeting-options'],
    says: 'Not as they were set: lobby.',
    broken: ({ tenant }) =>
      tenant.faults.add({ kind: 'options-refused', options: ['lobbyBypassSettings'], times: 'always' }),
  },
  {
    when: 'the event cannot be removed',
    fails: ['calendar-tidy'],
    says: 'Remove the private event “JAGS doctor: a trial” in two years’ time',
    broken: ({ tenant }) =>
      tenant.faults.add({ kind: 'status', status: 403, method: 'DELETE', path: '/events/', times: 'always' }),
  },
  {
    when: 'Graph has dropped the subscription',
    fails: ['subscription'],
    says: /has ended, and was not renewed\.\n.*WORKER=on/,
    broken: ({ tenant }) => tenant.subscriptions.remove(tenant.subscriptions.list()[0]!.id),
  },
  {
    when: 'no subscription was ever made',
    fails: ['subscription'],
    says: /There is no subscription to the organiser’s calendar\.\n.*\/api\/graph\/notifications/,
    broken: async ({ storage }) =>
      void (await storage.conversations.deleteEntity('calendar', 'subscription')),
  },
  {
    when: 'the subscription leads to a former address',
    fails: ['subscription'],
    says: 'leads to another address than PUBLIC_URL',
    broken: ({ subscription }) => subscription.keep('https://former.example.org'),
  },
  {
    when: 'free and busy time may not be asked for',
    fails: ['free-busy'],
    blocks: ['facilitators-free-busy'],
    says: 'Calendars.ReadBasic on the organiser’s mailbox',
    broken: ({ tenant }) => tenant.administer({ missing: ['Calendars.ReadBasic'] }),
  },
  {
    when: 'the organiser’s own time is not told',
    fails: ['free-busy'],
    blocks: ['facilitators-free-busy'],
    says: 'getSchedule tells nothing of the organiser.',
    broken: ({ tenant }) => tenant.administer({ unseen: [ORGANISER_ID] }),
  },
  {
    when: 'no facilitator is in the scope',
    fails: ['facilitators-free-busy'],
    says: /Of 6 facilitators of this tenant, nobody’s .*unknown.*\n.*scope of Calendars\.ReadBasic/,
    broken: ({ tenant }) => tenant.administer({ unseen: facilitators.map(({ id }) => id) }),
  },
  {
    when: 'one facilitator is not in the scope',
    fails: [],
    notes: ['facilitators-free-busy'],
    says: 'Of 6 facilitators of this tenant, the time of 1 is not seen.',
    broken: ({ tenant }) => tenant.administer({ unseen: [facilitators[0].id] }),
  },
];
