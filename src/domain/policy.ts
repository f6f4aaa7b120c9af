/**
 * Every setting that no Norfolk source fixes (domain.md, "Settings no source fixes"): our choice, with a default
 * a partnership can change by environment (`POLICY_…`). Never presented as Norfolk's rule.
 */
import { defaultAgencies, type Agency } from './agencies';
import type { DaySpan, LocalDate } from './calendar';
import { defaultLocalities, type Locality } from './localities';
import { defaultThemes, type Theme } from './themes';

export interface Policy {
  readonly sessionMinutes: number;
  readonly leastAgencies: number;
  /** Participants of a session, the requester among them. */
  readonly leastParticipants: number;
  readonly mostParticipants: number;
  /** Working days between asking and the first day a session may be offered on. */
  readonly noticeDays: number;
  /** Targets in working days; shown and measured, never an expiry. */
  readonly answerTargetDays: number;
  readonly sessionTargetDays: number;
  /** Working days a request may be overdue before the lead is told. */
  readonly leadAfterDays: number;
  /** Working days the requester has to give other dates; only silence to that closes a request. */
  readonly newDatesDays: number;
  /** Working days before the last day asked for at which other dates are asked for, when nobody has decided. */
  readonly datesNearDays: number;
  /** Working days the facilitator has to answer an offer. */
  readonly facilitatorAnswerDays: number;
  /** Working days before a session on whose morning it is seen whether enough agencies come. */
  readonly answersDays: number;
  /** Working days before a session until whose end it may still be moved. */
  readonly rescheduleLatestDays: number;
  /** Working days' notice of another time than was booked. */
  readonly rescheduleNoticeDays: number;
  /** Whether the next match is offered by itself when a facilitator cannot; NSCP appoints [SCH], so by default it is not. */
  readonly reoffer: 'coordinator' | 'automatic';
  /** Working days before a session on whose mornings those who come are reminded. */
  readonly reminderDays: readonly number[];
  /** What the facilitator is reminded of: what a JAGS is for, and how to open and close one. */
  readonly sessionPurpose: string;
  readonly openingPrompt: string;
  readonly closingPrompt: string;
  /** Working days after a session in which it can be said that it did not take place. */
  readonly notHeldDays: number;
  readonly sessionsPerMonth: number;
  readonly trainingValidMonths: number;
  /** Days before a facilitator's training ends at which they and the coordinators are told. */
  readonly trainingWarningDays: number;
  /** Months without facilitating after which a facilitator stands out in the pool. */
  readonly promptAfterMonths: number;
  /** Months of sessions that count for what is a facilitator's fair share. */
  readonly fairShareMonths: number;
  /** Days after which declared availability is unknown, unless it is confirmed. */
  readonly declarationValidDays: number;
  /** Whose teams the facilitator must not be of. */
  readonly teamsApart: 'requester' | 'everybody';
  /** Whether the facilitator must come from another agency than the requester. */
  readonly otherAgencyOnly: boolean;
  /** Whether a tentative entry in a diary counts as busy. */
  readonly tentativeIsBusy: boolean;
  /** Free minutes a facilitator needs before and after a session. */
  readonly bufferMinutes: number;
  /** The same around a session in person, where the facilitator travels. */
  readonly travelMinutes: number;
  /** Sessions start on the hour and every so many minutes after it. */
  readonly slotStepMinutes: number;
  readonly matchesShown: number;
  /** Whether a follow-up prefers the facilitator of the earlier session, leaves them out, or does neither. */
  readonly followUpFacilitator: 'same' | 'fresh' | 'either';
  readonly longestTextLength: number;
  /** How far ahead a session may be asked for. */
  readonly horizonDays: number;
  /** How often Outlook is asked for the facilitator's answer while an offer is open. */
  readonly answerCheckSeconds: number;
  /** The working day, London time; also stands in where a diary does not tell its hours. */
  readonly dayStart: string;
  readonly dayEnd: string;
  readonly noon: string;
  /** When the coordinators' day begins with what needs them; always before noon. */
  readonly digestTime: string;
  readonly extraClosedDays: readonly LocalDate[];
  /** School holidays: not offered when a school takes part, unless it agrees (domain.md). */
  readonly schoolHolidays: readonly DaySpan[];
  readonly agencies: readonly Agency[];
  readonly localities: readonly Locality[];
  /** The service's telephone line for urgent concerns, and the day it was last checked [REF][3.1]. */
  readonly cadsLine: string;
  readonly cadsChecked: LocalDate;
  readonly familyOpenness: string;
  /** Domains of known partner organisations: a request from there is shown to come from one. */
  readonly partnerDomains: readonly string[];
  /** Working days a poll about times is open. */
  readonly pollDays: number;
  /** How long links and codes that were mailed are of use. */
  readonly askLinkHours: number;
  readonly pageLinkDays: number;
  readonly codeMinutes: number;
  /** Links to the form asked for per hour from one network address. */
  readonly asksFromOneAddress: number;
  /** Mails of a kind per hour to one e-mail address, whoever asks for them. */
  readonly asksForOneMail: number;
  /** Links to the form per hour, over all. */
  readonly asksInAll: number;
  /** Working days a session can be evaluated after it; those who have not answered are reminded once, halfway. */
  readonly evaluationDays: number;
  /** Minutes before the end of a session from which its facilitator can show everybody the link to evaluate it. */
  readonly evaluationEarlyMinutes: number;
  /** A figure about people is of at least so many answers, sessions and facilitators. */
  readonly releaseAnswers: number;
  readonly releaseSessions: number;
  readonly releaseFacilitators: number;
  /** Days after a request has closed, or somebody has left the pool, until what is kept of people is erased. */
  readonly keptDays: number;
  /** What a session can say of the system around it. */
  readonly themes: readonly Theme[];
  /** Where whoever took part finds support, and how to raise a concern. */
  readonly staffSupport: string;
  /** Whom a facilitator can talk a session over with: a name and how to reach them; '' for nobody. */
  readonly supportContact: string;
  /** Whom those invited turn to on the day, in the invitation; '' for nobody. */
  readonly onTheDayContact: string;
}

export const defaultPolicy: Policy = {
  sessionMinutes: 90,
  leastAgencies: 2,
  leastParticipants: 3,
  mostParticipants: 12,
  noticeDays: 10,
  answerTargetDays: 2,
  sessionTargetDays: 20,
  leadAfterDays: 1,
  newDatesDays: 10,
  datesNearDays: 5,
  facilitatorAnswerDays: 2,
  answersDays: 3,
  rescheduleLatestDays: 1,
  rescheduleNoticeDays: 2,
  reoffer: 'coordinator',
  reminderDays: [5, 1],
  sessionPurpose:
    'A safe, reflective space: the work is slowed down and thought about together. No tasks, no decisions, no minutes.',
  openingPrompt:
    'To open: what has each of us brought along from this work, and what would it help to think about?',
  closingPrompt: 'To close: what do we see differently now, and what does each of us need after today?',
  notHeldDays: 5,
  sessionsPerMonth: 2,
  trainingValidMonths: 24,
  trainingWarningDays: 60,
  promptAfterMonths: 6,
  fairShareMonths: 12,
  declarationValidDays: 90,
  teamsApart: 'requester',
  otherAgencyOnly: false,
  tentativeIsBusy: true,
  bufferMinutes: 15,
  travelMinutes: 45,
  slotStepMinutes: 30,
  matchesShown: 3,
  followUpFacilitator: 'same',
  longestTextLength: 2000,
  horizonDays: 180,
  answerCheckSeconds: 300,
  dayStart: '09:00',
  dayEnd: '17:00',
  noon: '12:30',
  digestTime: '08:45',
  extraClosedDays: [],
  schoolHolidays: [],
  agencies: defaultAgencies,
  localities: defaultLocalities,
  cadsLine: '0344 800 8021',
  cadsChecked: '2026-11-01',
  familyOpenness:
    'Being open with families is expected. It should not stop practitioners from reflecting together, so the answer never blocks a request.',
  partnerDomains: [],
  pollDays: 3,
  askLinkHours: 24,
  pageLinkDays: 60,
  codeMinutes: 15,
  asksFromOneAddress: 20,
  asksForOneMail: 3,
  asksInAll: 200,
  evaluationDays: 10,
  evaluationEarlyMinutes: 5,
  releaseAnswers: 5,
  releaseSessions: 3,
  releaseFacilitators: 2,
  keptDays: 180,
  themes: defaultThemes,
  staffSupport:
    'If a session stays with you, talk to your own supervisor or your organisation’s staff support. To raise a concern about a session, tell the coordinators or your safeguarding lead.',
  supportContact: '',
  onTheDayContact: '',
};
