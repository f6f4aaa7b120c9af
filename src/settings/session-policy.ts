/** How the fields of the policy are set that are about a session from its booking to its end; see policy.ts. */
import type { Policy } from '../domain/policy';
import { listOf, oneOf, sentence, wholeNumber } from './kinds';
import type { PolicySetting } from './policy';

type SessionField =
  | 'answersDays'
  | 'rescheduleLatestDays'
  | 'rescheduleNoticeDays'
  | 'reoffer'
  | 'reminderDays'
  | 'sessionPurpose'
  | 'openingPrompt'
  | 'closingPrompt'
  | 'notHeldDays';

export const sessionSettings: { readonly [Field in SessionField]: PolicySetting<Policy[Field]> } = {
  answersDays: {
    name: 'POLICY_ANSWERS_DAYS',
    meaning:
      'How long before a session it is seen whether people of enough agencies have said that they come; if not, coordinators and requester are told.',
    kind: wholeNumber(1, 20, 'working days'),
  },
  rescheduleLatestDays: {
    name: 'POLICY_RESCHEDULE_LATEST_DAYS',
    meaning: 'How long before a booked session it may last be moved; until the end of that day.',
    kind: wholeNumber(0, 20, 'working days'),
  },
  rescheduleNoticeDays: {
    name: 'POLICY_RESCHEDULE_NOTICE_DAYS',
    meaning: 'Notice everybody gets of another time than the one booked.',
    kind: wholeNumber(1, 60, 'working days'),
  },
  reoffer: {
    name: 'POLICY_REOFFER',
    meaning:
      'When a facilitator cannot or does not answer: a coordinator appoints the next one, or the next match is offered by itself.',
    kind: oneOf('coordinator', 'automatic'),
  },
  reminderDays: {
    name: 'POLICY_REMINDER_DAYS',
    meaning: 'How many working days before a session those who come are reminded, in the morning.',
    kind: listOf(wholeNumber(1, 20), 'whole numbers from 1 to 20, separated by commas'),
  },
  sessionPurpose: {
    name: 'POLICY_SESSION_PURPOSE',
    meaning: 'What a JAGS is for, in the facilitator’s reminder.',
    kind: sentence(300),
  },
  openingPrompt: {
    name: 'POLICY_OPENING_PROMPT',
    meaning: 'How to open a reflective session, in the facilitator’s reminder.',
    kind: sentence(300),
  },
  closingPrompt: {
    name: 'POLICY_CLOSING_PROMPT',
    meaning: 'How to close a reflective session, in the facilitator’s reminder.',
    kind: sentence(300),
  },
  notHeldDays: {
    name: 'POLICY_NOT_HELD_DAYS',
    meaning:
      'How long after a session it can be said that it did not take place; after that it counts as held.',
    kind: wholeNumber(1, 20, 'working days'),
  },
};
