/**
 * The form between two clicks: what is typed in its fields, and the people added so far. The people travel in the card,
 * because nothing is stored before the request is sent; everything is checked again when it comes back.
 */
import { checkForm, type FormAnswers, type ParticipantAnswer } from '../domain/form';
import { TIMES_OF_DAY, WEEKDAYS } from '../domain/calendar';
import { suggestedDates } from '../domain/form-dates';
import type { FormProblem } from '../domain/form-fields';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';

export interface FormDraft {
  /** Tells one form from another; with the person's id it makes the request's id. */
  readonly nonce: string;
  readonly answers: Omit<FormAnswers, 'participants'>;
  readonly added: readonly ParticipantAnswer[];
  /** The entry rows, empty ones left out. */
  readonly rows: readonly ParticipantAnswer[];
}

/** A fresh form: dates, days and times suggested, everything else open. */
export function newDraft(nonce: string, riskKnown: boolean, now: Instant, policy: Policy): FormDraft {
  return {
    nonce,
    answers: {
      caseReference: '',
      team: '',
      phone: '',
      colleague: '',
      reason: '',
      familyTold: '',
      riskKnown,
      otherNeeds: [],
      place: 'online',
      venue: '',
      arrangements: [],
      ...suggestedDates(now, policy),
      days: WEEKDAYS,
      times: TIMES_OF_DAY,
      notNames: '',
      goesOn: '',
    },
    added: [],
    rows: [],
  };
}

/** All answers as the domain checks them: those added first, then the rows. */
export function answersOf({ answers, added, rows }: FormDraft): FormAnswers {
  return { ...answers, participants: [...added, ...rows] };
}

/** Moves the rows that are right to the list, so that there is room for more; what is wrong stays where it can be mended. */
export function withRowsAdded(draft: FormDraft, now: Instant, policy: Policy): FormDraft {
  const checked = checkForm(answersOf(draft), now, policy);
  const wrong = new Set('problems' in checked ? checked.problems.map(({ entry }) => entry) : []);
  const isRight = (_row: ParticipantAnswer, n: number): boolean => !wrong.has(draft.added.length + n);
  return {
    ...draft,
    added: [...draft.added, ...draft.rows.filter(isRight)],
    rows: draft.rows.filter((row, n) => !isRight(row, n)),
  };
}

export function withoutPerson(draft: FormDraft, index: number): FormDraft {
  return { ...draft, added: draft.added.filter((_, n) => n !== index) };
}

/** What is wrong with the people entered so far; the rest of the form may still be empty. */
export function entryProblems(draft: FormDraft, now: Instant, policy: Policy): FormProblem[] {
  const checked = checkForm(answersOf(draft), now, policy);
  if (!('problems' in checked)) return [];
  return checked.problems.filter(({ fault, entry }) => entry !== undefined || fault === 'too-many-people');
}
