/** Sentences of the record a facilitator makes of a session, the same on the card and on the page. */
import type { FormProblem } from '../domain/form-fields';
import type { Policy } from '../domain/policy';
import type { Concern } from '../domain/record-form';
import type { OwnStatement, RecordField } from '../domain/session-record';
import { safetyLine } from './safety';

/** What facilitators say of themselves, in this order. */
export const OWN_STATEMENT_TEXTS: Record<OwnStatement, string> = {
  'kept-reflective': 'I kept us reflecting rather than solving',
  'held-feelings': 'I could hold what people felt well enough for us to keep thinking',
  'apart-from-case': 'I was apart from the case and its decisions',
};

export const RECORD = {
  button: 'Record the session',
  change: 'Change the record',
  title: 'Record the session',
  intro:
    'It takes two minutes, and there is nowhere to write: nothing about the case belongs here. If the session did not take place, please go back and say so there.',
  came: 'Which agencies came?',
  cameHint: 'Those invited come first.',
  times: 'When was it, as it was?',
  began: 'It began at',
  ended: 'It ended at',
  /** Above what the participants are asked in the same words. */
  own: 'You as its facilitator',
  themes: 'What does it say about the system? (optional)',
  concern: 'A safeguarding concern arose, and went by the usual route',
  send: 'Save the record',
  askedFor:
    'Please record how it was: it takes two minutes. If it did not take place, please say that instead.',
  recorded: 'Recorded. Thank you.',
  notSaved: 'Nothing has been saved yet. Please change:',
} as const;

export const CONCERN_TEXTS: Record<Concern, string> = { yes: 'Yes', no: 'No concern arose' };

/** Beside the question, because whoever cannot say yes may have to ring first. */
export function concernSafetyInWords(policy: Policy): string {
  return `If one arose and has not gone that way yet, ring now: ${safetyLine(policy)}`;
}

/** @param until as a moment in words. */
export function recordUntilInWords(until: string, isRecorded: boolean): string {
  return isRecorded ? `You can change the record until ${until}.` : `You can record it until ${until}.`;
}

const NAMES: Record<RecordField, string> = {
  came: 'Which agencies came',
  began: 'When it began',
  ended: 'When it ended',
  also: 'Mostly, we also',
  agreement: 'You as its facilitator',
  themes: 'What it says about the system',
  concern: 'Whether a safeguarding concern arose',
};

/** The sentence beside the field. */
export function recordProblemInWords({ field, fault }: FormProblem<RecordField>): string {
  switch (field) {
    case 'came':
      return fault === 'empty' ? 'please tick every agency that came.' : 'please choose from the list.';
    case 'began':
      return 'please give the time it began, such as 10:00, on the day it was booked for.';
    case 'ended':
      return fault === 'reversed'
        ? 'please give a time after it began.'
        : 'please give the time it ended, such as 11:30, on the day it was booked for.';
    case 'also':
      return 'please tick either what you also did, or “none of these”, or “not sure”; not two of them together.';
    case 'agreement':
      return 'please choose one; “not applicable” is an answer too.';
    case 'themes':
      return 'please choose from the list.';
    case 'concern':
      return 'please choose “Yes”, or “No concern arose”.';
  }
}

/** The sentence in the list at the top: the field named first. */
export function recordProblemWithField(problem: FormProblem<RecordField>): string {
  return `${NAMES[problem.field]}: ${recordProblemInWords(problem)}`;
}

export const TALKING_OVER = {
  heading: 'Talking it over',
  button: 'I would like to talk this over',
  hint: 'Goes privately to those who support facilitators, and to nobody else. This service counts and keeps nothing of it, and no session is named; the message stays in their chat.',
  notTold: 'Nobody could be told just now. Please try again in a few minutes.',
} as const;

/** @param contact whom to ring, or ''. */
export function toldToTalkInWords(contact: string): string {
  const ring = contact === '' ? '' : ` You can also reach ${contact}.`;
  return `Those who support facilitators have been told that you would like to talk something over, and get in touch with you.${ring}`;
}

/** Where nobody could be told. */
export function ringInWords(contact: string): string {
  return contact === ''
    ? TALKING_OVER.notTold
    : `To talk something over, please get in touch with ${contact}. Nobody else has been told.`;
}

/** Where it takes longer than somebody can be kept waiting. */
export function maybeToldInWords(contact: string): string {
  const ring =
    contact === '' ? ' If nobody gets in touch, please press it again.' : ` You can also reach ${contact}.`;
  return `This takes longer than usual, and we cannot tell yet whether those who support facilitators have been told.${ring}`;
}

/** To the contact and the deputy. */
export function wouldLikeToTalk(name: string): string {
  return `${name} has facilitated a JAGS and would like to talk something over with you. Please get in touch with them. Nobody is told but the contact for facilitators and the deputy, and this service keeps nothing of it.`;
}
