/** Mail, and what opens more than it should. */
import { coordinators } from '../sandbox/people';
import { type Breakage, OUTSIDE } from './breakage';

export const BROKEN_SCOPE: readonly Breakage[] = [
  {
    when: 'mail may not be read',
    fails: ['mail-read'],
    says: 'Give the app Mail.Read on the organiser’s mailbox.',
    broken: ({ tenant }) => tenant.administer({ missing: ['Mail.Read'] }),
  },
  {
    when: 'mail may not be sent',
    fails: ['mail-send'],
    says: /refuses mail sent as the organiser\.\n.*Mail\.Send/,
    broken: ({ tenant }) => tenant.administer({ missing: ['Mail.Send'] }),
  },
  {
    when: 'calendars are consented for the whole tenant',
    fails: ['outside-calendar'],
    says: /Calendars\.ReadWrite is consented for the whole tenant.*\n.*RBAC for Applications/,
    broken: ({ tenant }) => tenant.administer({ tenantWide: ['Calendars.ReadWrite'] }),
  },
  {
    when: 'reading mail is consented for the whole tenant',
    fails: ['outside-mail'],
    says: 'Take the consent of Mail.Read back in Entra',
    broken: ({ tenant }) => tenant.administer({ tenantWide: ['Mail.Read'] }),
  },
  {
    when: 'sending mail is consented for the whole tenant',
    fails: ['outside-sending'],
    says: 'Take the consent of Mail.Send back in Entra',
    broken: ({ tenant }) => tenant.administer({ tenantWide: ['Mail.Send'] }),
  },
  {
    when: 'the application access policy is granted to everybody',
    fails: ['outside-meetings'],
    says: 'Take the policy back from everybody (-Global)',
    broken: ({ tenant }) => tenant.administer({ tenantWide: ['OnlineMeetings.ReadWrite.All'] }),
  },
  {
    when: 'every coordinator facilitates too',
    fails: [],
    skips: OUTSIDE,
    says: 'Name one: npm run doctor -- --outside-mailbox <object id>.',
    broken: ({ pool }) =>
      pool.put(coordinators.map(({ id, name, mail }) => ({ id, name, mail, team: 'hl-mh' }))),
  },
];
