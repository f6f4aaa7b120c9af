/** How the fields of the policy are set that are about people without Teams, and about what keeps strangers out; see policy.ts. */
import type { Policy } from '../domain/policy';
import { listOf, matching, wholeNumber } from './kinds';
import type { PolicySetting } from './policy';

type OutsideField =
  | 'partnerDomains'
  | 'pollDays'
  | 'askLinkHours'
  | 'pageLinkDays'
  | 'codeMinutes'
  | 'asksFromOneAddress'
  | 'asksForOneMail'
  | 'asksInAll';

const domain = matching(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i, 'a domain');

export const outsideSettings: { readonly [Field in OutsideField]: PolicySetting<Policy[Field]> } = {
  partnerDomains: {
    name: 'POLICY_PARTNER_DOMAINS',
    meaning:
      'Mail domains of partner organisations; a request from one of them, or from a domain below it, is shown to come from a partner.',
    kind: listOf(domain, 'domains, separated by commas'),
  },
  pollDays: {
    name: 'POLICY_POLL_DAYS',
    meaning: 'How long those whose calendars cannot be seen have to answer which times suit.',
    kind: wholeNumber(1, 10, 'working days'),
  },
  askLinkHours: {
    name: 'POLICY_ASK_LINK_HOURS',
    meaning: 'How long a mailed link to the form can be used.',
    kind: wholeNumber(1, 168, 'hours'),
  },
  pageLinkDays: {
    name: 'POLICY_PAGE_LINK_DAYS',
    meaning: 'How long a mailed link to somebody’s page can be used.',
    kind: wholeNumber(1, 365, 'days'),
  },
  codeMinutes: {
    name: 'POLICY_CODE_MINUTES',
    meaning: 'How long a mailed code can be entered.',
    kind: wholeNumber(5, 60, 'minutes'),
  },
  asksFromOneAddress: {
    name: 'POLICY_ASKS_FROM_ONE_ADDRESS',
    meaning: 'How many links to the form may be asked for in an hour from one network address.',
    kind: wholeNumber(1, 1000),
  },
  asksForOneMail: {
    name: 'POLICY_ASKS_FOR_ONE_MAIL',
    meaning: 'How many mails of a kind go to one e-mail address in an hour, whoever asks for them.',
    kind: wholeNumber(1, 50),
  },
  asksInAll: {
    name: 'POLICY_ASKS_IN_ALL',
    meaning: 'How many links to the form are mailed in an hour in all.',
    kind: wholeNumber(1, 10000),
  },
};
