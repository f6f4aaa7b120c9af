/**
 * What those who took part say of a session afterwards: confidential, in under a minute, and never about the case. An answer
 * holds no name, and nothing that orders it among others.
 */
import { isEmpty } from './form-fields';

/** Statements a participant agrees with or not. The last is no part of fidelity: it is about what the work left behind. */
export const STATEMENTS = [
  'safe-to-say',
  'time-to-think',
  'impact-understood',
  'feelings-held',
  'others-understood',
  'facilitator-independent',
  'carrying-more',
] as const;
export type Statement = (typeof STATEMENTS)[number];

/** 1 (strongly disagree) to 5 (strongly agree). */
export const AGREEMENTS = [1, 2, 3, 4, 5] as const;
export type Agreement = (typeof AGREEMENTS)[number] | 'not-applicable';

/** "Mostly, we also …": signs of case management (domain.md, "drift"). */
export const SIGNS = [
  'allocated-actions',
  'case-decisions',
  'case-updates',
  'work-of-another-meeting',
] as const;
export type Sign = (typeof SIGNS)[number];

/** What else was mostly done: signs, none of them, or not sure; never two of the three. */
export type Also = readonly Sign[] | 'none' | 'not-sure';

export interface EvaluationAnswer {
  readonly agreement: Readonly<Record<Statement, Agreement>>;
  readonly also: Also;
}

/** As it was sent: a line for the partnership besides, which is kept apart from the answer. */
export interface Evaluation extends EvaluationAnswer {
  /** "What should the partnership learn?" Absent when nothing was written. */
  readonly lesson?: string;
}

/** A line and no more: it is read with those of other sessions, and never by session. */
export const LONGEST_LESSON = 280;

/** What was sent as ticks, as what it says; undefined where it says two different things, or nothing. */
export function alsoOf(ticked: readonly (Sign | 'none' | 'not-sure')[]): Also | undefined {
  const [first] = ticked;
  const signs = SIGNS.filter((sign) => ticked.includes(sign));
  if (signs.length > 0) return signs.length === new Set(ticked).size ? signs : undefined;
  return new Set(ticked).size === 1 ? (first as 'none' | 'not-sure') : undefined;
}

export function signsOf(also: Also): readonly Sign[] {
  return typeof also === 'string' ? [] : also;
}

/** A lesson as it is kept: on one line; undefined for nothing. */
export function lessonOf(typed: string): string | undefined {
  return isEmpty(typed) ? undefined : typed.replace(/\s+/gu, ' ').trim();
}

/** The same for the same answer, whoever gave it: answers are kept in this order, and so in none of their own. */
export function answerKey({ agreement, also }: EvaluationAnswer): string {
  const said = typeof also === 'string' ? also : SIGNS.filter((sign) => also.includes(sign));
  return JSON.stringify([STATEMENTS.map((each) => agreement[each]), said]);
}

/** London's quarter of a month (YYYY-MM), as YYYY-Qn: as much as an answer's time says of it. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}
