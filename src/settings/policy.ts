/**
 * How every field of the policy is set from the environment: its name, what it means, and what it may be.
 * The mapped type keeps the table complete; `.env.sample` is tested against it.
 */
import { z } from 'zod';
import { agencies } from './agencies';
import { localities } from './localities';
import { defaultPolicy, type Policy } from '../domain/policy';
import { nearestTo } from './nearest';
import {
  clockTime,
  daySpan,
  either,
  type Kind,
  listOf,
  localDate,
  matching,
  oneOf,
  sentence,
  wholeNumber,
} from './kinds';
import { refuseContradictions } from './contradictions';
import { outsideSettings } from './outside-policy';
import { qualitySettings } from './quality-policy';
import { sessionSettings } from './session-policy';
import { createReader, type Environment, type Reader } from './reader';

export interface PolicySetting<Value> {
  readonly name: `POLICY_${string}`;
  readonly meaning: string;
  readonly kind: Kind<Value>;
}

export const policySettings: { readonly [Field in keyof Policy]: PolicySetting<Policy[Field]> } = {
  sessionMinutes: {
    name: 'POLICY_SESSION_MINUTES',
    meaning: 'How long a session is.',
    kind: wholeNumber(30, 240, 'minutes'),
  },
  leastAgencies: {
    name: 'POLICY_LEAST_AGENCIES',
    meaning: 'How many agencies must take part, the requester’s among them.',
    kind: wholeNumber(2, 10),
  },
  leastParticipants: {
    name: 'POLICY_LEAST_PARTICIPANTS',
    meaning: 'Fewest people of a session, the requester among them.',
    kind: wholeNumber(2, 50),
  },
  mostParticipants: {
    name: 'POLICY_MOST_PARTICIPANTS',
    // With more, what its end asks for would not fit into one transaction of a table (100 rows).
    meaning: 'Most people of a session, the requester among them.',
    kind: wholeNumber(2, 40),
  },
  noticeDays: {
    name: 'POLICY_NOTICE_DAYS',
    meaning: 'Notice between asking and the first day a session may be offered on.',
    kind: wholeNumber(0, 60, 'working days'),
  },
  answerTargetDays: {
    name: 'POLICY_ANSWER_TARGET_DAYS',
    meaning: 'Target for an answer. Shown, measured, and raised when it has passed; never an expiry.',
    kind: wholeNumber(1, 20, 'working days'),
  },
  sessionTargetDays: {
    name: 'POLICY_SESSION_TARGET_DAYS',
    meaning: 'Target for the session. Shown and measured, never an expiry.',
    kind: wholeNumber(1, 120, 'working days'),
  },
  leadAfterDays: {
    name: 'POLICY_LEAD_AFTER_DAYS',
    meaning: 'How long after the target for an answer the lead is told, when still nobody has decided.',
    kind: wholeNumber(1, 20, 'working days'),
  },
  newDatesDays: {
    name: 'POLICY_NEW_DATES_DAYS',
    meaning:
      'How long a requester has to give other dates. Without an answer a request no time fits is closed.',
    kind: wholeNumber(2, 60, 'working days'),
  },
  datesNearDays: {
    name: 'POLICY_DATES_NEAR_DAYS',
    meaning:
      'How long before the last day asked for a requester is asked for other dates, if still nobody has decided.',
    kind: wholeNumber(0, 60, 'working days'),
  },
  facilitatorAnswerDays: {
    name: 'POLICY_FACILITATOR_ANSWER_DAYS',
    meaning: 'How long a facilitator has to answer an offer.',
    kind: wholeNumber(1, 20, 'working days'),
  },
  ...sessionSettings,
  ...outsideSettings,
  ...qualitySettings,
  sessionsPerMonth: {
    name: 'POLICY_SESSIONS_PER_MONTH',
    meaning: 'Most sessions of one facilitator in a month.',
    kind: wholeNumber(1, 31),
  },
  trainingValidMonths: {
    name: 'POLICY_TRAINING_VALID_MONTHS',
    meaning: 'How long a facilitator’s training is valid.',
    kind: wholeNumber(1, 120, 'months'),
  },
  trainingWarningDays: {
    name: 'POLICY_TRAINING_WARNING_DAYS',
    meaning: 'How long before a facilitator’s training ends they and the coordinators are told.',
    kind: wholeNumber(1, 365, 'days'),
  },
  promptAfterMonths: {
    name: 'POLICY_PROMPT_AFTER_MONTHS',
    meaning: 'After how long without facilitating a facilitator stands out in the pool.',
    kind: wholeNumber(1, 60, 'months'),
  },
  fairShareMonths: {
    name: 'POLICY_FAIR_SHARE_MONTHS',
    meaning: 'Over how long sessions count for what is a facilitator’s fair share.',
    kind: wholeNumber(1, 12, 'months'),
  },
  declarationValidDays: {
    name: 'POLICY_DECLARATION_VALID_DAYS',
    meaning: 'How long declared availability counts; after that it is unknown until it is confirmed.',
    kind: wholeNumber(7, 365, 'days'),
  },
  teamsApart: {
    name: 'POLICY_TEAMS_APART',
    meaning:
      'Whose teams the facilitator must not be of: the requester’s, or those of everybody who takes part.',
    kind: oneOf('requester', 'everybody'),
  },
  otherAgencyOnly: {
    name: 'POLICY_OTHER_AGENCY_ONLY',
    meaning: 'Whether the facilitator must come from another agency than the requester.',
    kind: either('yes', 'no'),
  },
  tentativeIsBusy: {
    name: 'POLICY_TENTATIVE_IS_BUSY',
    meaning: 'Whether a tentative entry in a diary counts as busy.',
    kind: either('yes', 'no'),
  },
  bufferMinutes: {
    name: 'POLICY_BUFFER_MINUTES',
    meaning: 'Free time a facilitator needs before and after a session.',
    kind: wholeNumber(0, 120, 'minutes'),
  },
  travelMinutes: {
    name: 'POLICY_TRAVEL_MINUTES',
    meaning: 'Free time a facilitator needs before and after a session in person.',
    kind: wholeNumber(0, 240, 'minutes'),
  },
  slotStepMinutes: {
    name: 'POLICY_SLOT_STEP_MINUTES',
    meaning: 'Sessions start on the hour and every so many minutes after it.',
    kind: {
      expected: '15, 30 or 60 (minutes)',
      schema: z.enum(['15', '30', '60']).transform(Number),
    },
  },
  matchesShown: {
    name: 'POLICY_MATCHES_SHOWN',
    meaning: 'How many matches a coordinator is shown.',
    kind: wholeNumber(1, 5),
  },
  followUpFacilitator: {
    name: 'POLICY_FOLLOW_UP_FACILITATOR',
    meaning:
      'Which facilitator a follow-up is offered first: that of the earlier session, or anybody but them.',
    kind: oneOf('same', 'fresh', 'either'),
  },
  longestTextLength: {
    name: 'POLICY_LONGEST_TEXT_LENGTH',
    meaning: 'Longest free text on a form.',
    kind: wholeNumber(200, 4000, 'characters'),
  },
  horizonDays: {
    name: 'POLICY_HORIZON_DAYS',
    meaning: 'How far ahead a session may be asked for.',
    kind: wholeNumber(30, 730, 'days'),
  },
  keptDays: {
    name: 'POLICY_KEPT_DAYS',
    meaning:
      'How long after a request has closed, or somebody has left the pool, what is kept of people is erased.',
    kind: wholeNumber(30, 730, 'days'),
  },
  answerCheckSeconds: {
    name: 'POLICY_ANSWER_CHECK_SECONDS',
    meaning: 'How often Outlook is asked for the facilitator’s answer while an offer is open.',
    kind: wholeNumber(1, 86_400, 'seconds'),
  },
  dayStart: {
    name: 'POLICY_DAY_START',
    meaning: 'Start of the working day, London time; also stands in where a diary does not tell its hours.',
    kind: clockTime,
  },
  dayEnd: { name: 'POLICY_DAY_END', meaning: 'End of the working day, London time.', kind: clockTime },
  noon: { name: 'POLICY_NOON', meaning: 'Where the morning ends and the afternoon starts.', kind: clockTime },
  digestTime: {
    name: 'POLICY_DIGEST_TIME',
    meaning: 'When, on a working day, the coordinators’ channel is told what needs them.',
    kind: clockTime,
  },
  extraClosedDays: {
    name: 'POLICY_EXTRA_CLOSED_DAYS',
    meaning: 'Closed days besides weekends and England’s bank holidays.',
    kind: listOf(localDate, 'days as YYYY-MM-DD, separated by commas'),
  },
  schoolHolidays: {
    name: 'POLICY_SCHOOL_HOLIDAYS',
    meaning: 'School holidays: not offered when a school takes part, unless it agrees.',
    kind: listOf(daySpan, 'days as YYYY-MM-DD..YYYY-MM-DD, separated by commas'),
  },
  localities: {
    name: 'POLICY_LOCALITIES',
    meaning: 'Where facilitators are at home and families live.',
    kind: localities,
  },
  agencies: { name: 'POLICY_TEAMS', meaning: 'Agencies and their teams.', kind: agencies },
  cadsLine: {
    name: 'POLICY_CADS_LINE',
    meaning:
      'Telephone line of the Children’s Advice and Duty Service, shown wherever a child may be at risk.',
    kind: matching(/^[\d +()]{3,25}$/, 'a telephone number'),
  },
  cadsChecked: {
    name: 'POLICY_CADS_CHECKED',
    meaning: 'The day somebody last checked that number.',
    kind: localDate,
  },
  onTheDayContact: {
    name: 'POLICY_ON_THE_DAY_CONTACT',
    meaning:
      'Whom those invited turn to on the day, such as a name and a telephone number; in every invitation.',
    kind: sentence(120),
  },
  familyOpenness: {
    name: 'POLICY_FAMILY_OPENNESS',
    meaning: 'The sentence beside the question whether the family has been told.',
    kind: sentence(500),
  },
};

const fields = Object.entries(policySettings) as [keyof Policy, PolicySetting<unknown>][];
const kinds = Object.fromEntries(fields.map(([, setting]) => [setting.name, setting.kind]));
const names = Object.keys(kinds);

/** The policy: the defaults of domain/policy.ts with what the environment changes. Valid when no problem was added. */
export function readPolicy(environment: Environment, problems: string[]): Policy {
  const reader = createReader({ kinds, environment, problems });
  refuseUnknown(environment, reader);
  const changed = fields.flatMap(([field, setting]) => {
    const value = reader.optional(setting.name);
    return value === undefined ? [] : [[field, value]];
  });
  const policy = { ...defaultPolicy, ...(Object.fromEntries(changed) as Partial<Policy>) };
  refuseContradictions(policy, reader);
  return policy;
}

/** A misspelt name would silently leave the default in force. */
function refuseUnknown(environment: Environment, reader: Reader<typeof kinds>): void {
  for (const given of Object.keys(environment).filter((each) => each.startsWith('POLICY_'))) {
    if (names.includes(given)) continue;
    reader.complain(
      `Expected ${given} to be a setting of the policy, got an unknown name. Did you mean ${nearestTo(given, names)}?`,
    );
  }
}
