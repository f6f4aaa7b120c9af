/**
 * Every setting that no Norfolk source fixes (domain.md, "Settings no source fixes"): our choice, with a default
 * a partnership can change by environment (`POLICY_…`). Never presented as Norfolk's rule.
 */
import { defaultAgencies, type Agency } from './agencies';
import type { LocalDate } from './calendar';

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
  readonly sessionsPerMonth: number;
  readonly trainingValidMonths: number;
  /** Whether a tentative entry in a diary counts as busy. */
  readonly tentativeIsBusy: boolean;
  /** Free minutes a facilitator needs before and after a session. */
  readonly bufferMinutes: number;
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
  readonly extraClosedDays: readonly LocalDate[];
  readonly agencies: readonly Agency[];
  /** The service's telephone line for urgent concerns, and the day it was last checked [REF][3.1]. */
  readonly cadsLine: string;
  readonly cadsChecked: LocalDate;
  readonly familyOpenness: string;
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
  sessionsPerMonth: 2,
  trainingValidMonths: 24,
  tentativeIsBusy: true,
  bufferMinutes: 15,
  slotStepMinutes: 30,
  matchesShown: 3,
  followUpFacilitator: 'same',
  longestTextLength: 2000,
  horizonDays: 180,
  answerCheckSeconds: 300,
  dayStart: '09:00',
  dayEnd: '17:00',
  noon: '12:30',
  extraClosedDays: [],
  agencies: defaultAgencies,
  cadsLine: '0344 800 8021',
  cadsChecked: '2026-11-01',
  familyOpenness:
    'Being open with families is expected. It should not stop practitioners from reflecting together, so the answer never blocks a request.',
};
