/**
 * The form between two clicks: what is typed in its fields, and the people added so far. The people travel in the card,
 * because nothing is stored before the request is sent; everything is checked again when it comes back.
 */
import { type Ask, holidaysAvoided } from './ask';
import { checkForm, type FormAnswers, type ParticipantAnswer } from './form';
import { TIMES_OF_DAY, WEEKDAYS } from './calendar';
import { suggestedDates } from './form-dates';
import type { FormProblem } from './form-fields';
import type { TeamCode } from './agencies';
import type { Instant } from './intervals';
import { followUpOf } from './follow-up';
import type { PersonId } from './people';
import type { Policy } from './policy';
import type { Request, RequestId } from './request';

/** How many people can be written in at once. */
export const ENTRY_ROWS = [0, 1, 2] as const;

/** Those chosen by id and not on the list yet, all of one team. */
export interface Chosen {
  /** Each once, in small letters. */
  readonly ids: readonly PersonId[];
  readonly team: TeamCode;
  /** How many more there were that can be nobody's id. */
  readonly strangers: number;
}

export const NOBODY_CHOSEN: Chosen = { ids: [], team: '', strangers: 0 };

/** The request a form changes, and how often it had been changed when the form was opened. */
export interface Changing {
  readonly request: RequestId;
  readonly revision: number;
  /** The length a coordinator agreed, which is not on the form; only for what is shown, the request itself decides. */
  readonly minutes?: number;
}

export interface FormDraft {
  /** Tells one form from another; with the person's id it makes the request's id. */
  readonly nonce: string;
  readonly answers: Omit<FormAnswers, 'participants'>;
  readonly added: readonly ParticipantAnswer[];
  /** The entry rows, empty ones left out. */
  readonly rows: readonly ParticipantAnswer[];
  /** The earlier JAGS it goes on from. */
  readonly followUpOf?: RequestId;
  readonly chosen: Chosen;
  /** Where it is asked from; see origin.ts. */
  readonly origin: string;
  /** Absent for a new request. */
  readonly changes?: Changing;
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
      locality: '',
      arrangements: [],
      ...suggestedDates(now, policy),
      days: WEEKDAYS,
      times: TIMES_OF_DAY,
      schoolsAgree: false,
      notNames: '',
      goesOn: '',
    },
    added: [],
    rows: [],
    chosen: NOBODY_CHOSEN,
    origin: '',
  };
}

/**
 * What an earlier request already answers, filled in where the draft is still open; what was typed stays. Of the same
 * family, reference and family question are answered too, and a session that was held is followed up. Never the reason
 * and the dates: they are what is new.
 */
export function draftFrom(earlier: Request, draft: FormDraft, family: 'same' | 'any'): FormDraft {
  const { ask, requester } = earlier;
  const { answers, added, rows } = draft;
  const venue = ask.place.kind === 'in-person' ? (ask.place.venue ?? '') : '';
  const follows = family === 'same' && followUpOf(earlier) !== undefined;
  return {
    ...draft,
    answers: {
      ...answers,
      team: answers.team || requester.team,
      phone: answers.phone || (requester.phone ?? ''),
      colleague: answers.colleague || (requester.colleague?.mail ?? ''),
      locality: answers.locality || (ask.locality ?? ''),
      // Agreed to for other dates: asked again.
      schoolsAgree: answers.schoolsAgree,
      arrangements: answers.arrangements.length > 0 ? answers.arrangements : (ask.arrangements ?? []),
      // Whoever named a venue has chosen a place; online alone is what an empty form says.
      ...(answers.venue.trim() === '' && answers.place !== 'in-person' && { place: ask.place.kind, venue }),
      ...(family === 'same' && {
        caseReference: answers.caseReference || ask.caseReference,
        familyTold: answers.familyTold || ask.familyTold,
      }),
    },
    added: [...added, ...peopleOf(ask).filter((person) => !isListed(person, [...added, ...rows]))],
    ...(follows && { followUpOf: earlier.id }),
  };
}

/** The suggested dates, unless others were typed: once it is known that a school takes part, the target pauses in its holidays. */
export function withDatesSuggested(draft: FormDraft, now: Instant, policy: Policy): FormDraft {
  const { answers } = draft;
  const { earliest, latest } = suggestedDates(now, policy);
  if (answers.earliest !== earliest || answers.latest !== latest) return draft;
  const avoided = holidaysAvoided(teamsIn(draft), answers.schoolsAgree, policy);
  return { ...draft, answers: { ...answers, ...suggestedDates(now, policy, avoided) } };
}

/** The teams of everybody given so far; where none was chosen yet, ''. */
export function teamsIn(draft: FormDraft): TeamCode[] {
  return [draft.answers, ...answersOf(draft).participants].map(({ team }) => team);
}

/** Those who took part, and the roles that were to; whoever has left since is not asked again. */
function peopleOf({ participants, toBeNamed = [] }: Ask): ParticipantAnswer[] {
  return [
    ...participants.filter(({ gone }) => !gone).map(({ name, mail, team }) => ({ name, mail, team })),
    ...toBeNamed.flatMap(({ role, team }) => (role === undefined ? [] : [{ name: role, mail: '', team }])),
  ];
}

function isListed({ mail }: ParticipantAnswer, people: readonly ParticipantAnswer[]): boolean {
  return mail !== '' && people.some((each) => each.mail.trim().toLowerCase() === mail.toLowerCase());
}

/** All answers as the domain checks them: those added first, then the rows, then those chosen. */
export function answersOf({ answers, added, rows, chosen }: FormDraft): FormAnswers {
  const picked = chosen.ids.map((id) => ({ id, name: '', mail: '', team: chosen.team }));
  return { ...answers, participants: [...added, ...rows, ...picked] };
}

/** Moves the rows that are right to the list, so that there is room for more; what is wrong stays where it can be mended. */
export function withRowsAdded(draft: FormDraft, now: Instant, policy: Policy): FormDraft {
  const wrong = new Set(problemsOf(draft, now, policy).map(({ entry }) => entry));
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
  return problemsOf(draft, now, policy).filter(
    ({ fault, entry }) => entry !== undefined || fault === 'too-many-people',
  );
}

/**
 * What is wrong on the first card; nothing as long as only people are to be put right. Words of theirs that are asked
 * about come along, because one answer is for all texts of the form.
 */
export function aboutProblems(draft: FormDraft, now: Instant, policy: Policy): FormProblem[] {
  const problems = problemsOf(draft, now, policy);
  if (problems.every(({ field }) => field === 'participants')) return [];
  return problems.filter(({ field, fault }) => field !== 'participants' || fault === 'likely-identifier');
}

export function problemsOf(draft: FormDraft, now: Instant, policy: Policy): readonly FormProblem[] {
  const checked = checkForm(answersOf(draft), now, policy, draft.changes);
  return 'problems' in checked ? checked.problems : [];
}
