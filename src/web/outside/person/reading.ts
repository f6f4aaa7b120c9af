/** What is sent with a form of somebody's page, read strictly: anything of another shape is undefined. */
import { ENTRY_ROWS } from '../../../domain/form-draft';
import type { NewDatesAnswers } from '../../../domain/form-dates';
import type { Instant } from '../../../domain/intervals';
import type { ProposalAnswers } from '../../../domain/proposal';
import { typable } from '../../../wording/typed-text';

const MOST_ATTEMPTS = 1_000;
/** Far above every limit of a form, so that too long a text is told apart from nonsense. */
const MOST_TYPED = 2_000;
const MOST_CHOICES = 40;
const NUMBER = /^\d{1,15}$/;

export function attemptIn(form: URLSearchParams): number | undefined {
  const attempt = numberIn(form, 'attempt');
  return attempt !== undefined && attempt >= 1 && attempt <= MOST_ATTEMPTS ? attempt : undefined;
}

export function instantIn(form: URLSearchParams, name: string): Instant | undefined {
  return numberIn(form, name);
}

/** Undefined where one of them is none. */
export function instantsIn(form: URLSearchParams, name: string): readonly Instant[] | undefined {
  const texts = choicesIn(form, name);
  return texts.every((text) => NUMBER.test(text)) ? texts.map(Number) : undefined;
}

function numberIn(form: URLSearchParams, name: string): number | undefined {
  const text = form.get(name) ?? '';
  return NUMBER.test(text) ? Number(text) : undefined;
}

/** What was typed, as a person can have typed it; '' where there is nothing. */
export function textIn(form: URLSearchParams, name: string): string {
  return typable(form.get(name) ?? '').slice(0, MOST_TYPED);
}

export function choicesIn(form: URLSearchParams, name: string): readonly string[] {
  return form
    .getAll(name)
    .slice(0, MOST_CHOICES)
    .map((each) => each.slice(0, MOST_TYPED));
}

export function oneOf<Value extends string>(
  form: URLSearchParams,
  name: string,
  allowed: readonly Value[],
): Value | undefined {
  return allowed.find((each) => each === form.get(name));
}

/** `asksSchools` is sent along where the box about school holidays was on the page: not ticked, it sends nothing itself. */
export function datesIn(form: URLSearchParams): NewDatesAnswers {
  return {
    earliest: textIn(form, 'earliest'),
    latest: textIn(form, 'latest'),
    days: choicesIn(form, 'days'),
    times: choicesIn(form, 'times'),
    ...(form.has('asksSchools') && { schoolsAgree: form.get('schoolsAgree') === 'true' }),
  };
}

/** The rows as typed, empty ones among them. */
export function rowsIn(form: URLSearchParams) {
  return ENTRY_ROWS.map((row) => ({
    row,
    name: textIn(form, `name${row}`),
    mail: textIn(form, `mail${row}`),
    team: textIn(form, `team${row}`),
  }));
}

/** The rows that were filled in. */
export function filledRowsIn(form: URLSearchParams) {
  return rowsIn(form).filter(({ name, mail, team }) => `${name}${mail}${team}`.trim() !== '');
}

export function proposalIn(form: URLSearchParams): ProposalAnswers {
  return {
    removed: choicesIn(form, 'removed'),
    added: filledRowsIn(form).map(({ name, mail, team }) => ({ name, mail, team })),
    notNames: textIn(form, 'notNames').slice(0, 20),
  };
}
