/** The form as a card, with everything typed in it and what has to be changed beside the field. */
import { teamLabel } from '../../domain/agencies';
import { addDays, firstDayWithNotice, localDate } from '../../domain/calendar';
import { LIMITS, markToConfirm, type ParticipantAnswer } from '../../domain/form';
import type { FormField, FormProblem } from '../../domain/form-fields';
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import { referenceOf } from '../../domain/request';
import type { CardData, Choice, ChoiceStyle } from '../card-data';
import { cardBytes, MOST_CARD_BYTES, renderCard } from '../cards';
import { answersOf, type FormDraft } from '../form-draft';
import { isolated } from '../typed-text';
import {
  datesHint,
  FIELD_NAMES,
  FORM_HEADINGS,
  FORM_TEXTS,
  followUpStart,
  notSentYet,
  peopleHint,
  problemInWords,
  problemWithField,
  reasonError,
  reasonHint,
} from '../wording/form';
import { NAME_QUESTION } from '../wording/identifiers';
import { dayInWords, hoursInWords } from './when';

const MOST_ROWS = 3;

export interface FormView {
  readonly problems?: readonly FormProblem[];
  /** Why it could not be sent although it may be right. */
  readonly failure?: string;
  /** Over that, in place of saying that it was not sent. */
  readonly heading?: string;
  /** What it was started from. */
  readonly start?: string;
  /** The person has an earlier request to start from. */
  readonly canCopy?: boolean;
}

/** What the form was started from, or can be. */
export interface FormStart {
  readonly hasStart: boolean;
  readonly start: string;
  /** Beside the empty form; nothing is required while it is there, because it would hold the button up. */
  readonly canCopy: boolean;
  readonly isRequired: boolean;
}

/**
 * The form with as many entry rows as there is room for, below what Teams takes; undefined when what was typed alone
 * is more than that, so that the card had better stay as it is.
 */
export function presentForm(
  draft: FormDraft,
  view: FormView,
  now: Instant,
  policy: Policy,
): CardData['form'] | undefined {
  const missing = Math.max(policy.mostParticipants - 1 - draft.added.length, 0);
  const least = Math.max(draft.rows.length, Math.min(missing, 1));
  for (let rows = Math.max(least, Math.min(missing, MOST_ROWS)); rows >= least; rows -= 1) {
    const form = withRows(draft, rows, view, now, policy);
    if (cardBytes(renderCard('form', form)) <= MOST_CARD_BYTES) return form;
  }
  return undefined;
}

function withRows(
  draft: FormDraft,
  rowCount: number,
  view: FormView,
  now: Instant,
  policy: Policy,
): CardData['form'] {
  const { failure, start = draft.followUpOf ? followUpStart(referenceOf(draft.followUpOf)) : '' } = view;
  const canCopy = view.canCopy ?? false;
  const problems = inOrderOfTheForm(view.problems ?? []);
  const { answers, added } = draft;
  const texts = failure ? [failure] : problems.map(problemWithField);
  const rows = Array.from({ length: rowCount }, (_, n) => draft.rows[n] ?? EMPTY_ROW);
  return {
    hasProblems: texts.length > 0,
    problemsHeading: failure ? (view.heading ?? FORM_HEADINGS.notSaved) : FORM_HEADINGS.wrong,
    problems: texts.map((text) => ({ text })),
    intro: answers.riskKnown ? FORM_TEXTS.introRiskKnown : FORM_TEXTS.intro,
    hasStart: start !== '',
    start,
    canCopy,
    isRequired: !canCopy,
    draft: JSON.stringify({
      nonce: draft.nonce,
      riskKnown: answers.riskKnown,
      added,
      followUpOf: draft.followUpOf,
    }),
    wrong: wrongFields(problems),
    longest: longest(policy),
    caseReference: answers.caseReference,
    team: answers.team,
    teamStyle: choiceStyle(answers.team),
    teams: teamChoices(policy),
    reason: answers.reason,
    reasonHint: reasonHint(policy),
    familyTold: answers.familyTold,
    familyHint: policy.familyOpenness,
    place: answers.place,
    venue: answers.venue,
    earliest: answers.earliest,
    latest: answers.latest,
    datesHint: datesHint(policy, firstDayWithNotice(now, policy)),
    dates: dates(now, policy),
    days: answers.days.join(','),
    times: answers.times.join(','),
    peopleHint: peopleHint(policy),
    added: added.map((person, index) => ({
      index,
      number: index + 1,
      name: isolated(person.name),
      mail: isolated(person.mail),
      team: teamLabel(policy.agencies, person.team),
      ...problemOf(index, problems),
    })),
    rows: rows.map((person, row) => ({
      row,
      number: added.length + row + 1,
      ...person,
      teamStyle: choiceStyle(person.team),
      ...problemOf(added.length + row, problems),
    })),
    ...nameQuestion(draft, problems, now, policy),
    canAddMore: added.length + rowCount < policy.mostParticipants - 1,
    sending: failure ?? (texts.length > 0 ? notSentYet(texts.length) : FORM_TEXTS.sending),
    sendingColor: texts.length > 0 ? 'attention' : 'default',
    sendingWeight: texts.length > 0 ? 'Bolder' : 'Default',
  };
}

/** Asked with the problem, and shown on as answered while the words are the same. */
function nameQuestion(
  draft: FormDraft,
  problems: readonly FormProblem[],
  now: Instant,
  policy: Policy,
): Pick<CardData['form'], 'hasNameQuestion' | 'nameQuestion'> {
  const mark = markToConfirm(answersOf(draft), now, policy);
  const isAnswered = mark !== '' && draft.answers.notNames === mark;
  return {
    hasNameQuestion: isAnswered || problems.some(({ fault }) => fault === 'likely-identifier'),
    nameQuestion: { ...NAME_QUESTION, mark, answer: isAnswered ? mark : UNANSWERED },
  };
}

const UNANSWERED = 'unanswered';

const EMPTY_ROW: ParticipantAnswer = { name: '', mail: '', team: '' };

/** Some clients show the code of what was chosen before in a list to search in, and its name in a plain one. */
function choiceStyle(chosen: string): ChoiceStyle {
  return chosen === '' ? 'filtered' : 'compact';
}

/** Agency and team as one coded choice: "Health: school nursing". */
export function teamChoices({ agencies }: Policy): Choice[] {
  return agencies.flatMap(({ teams }) =>
    teams.map(({ code }) => ({ title: teamLabel(agencies, code), value: code })),
  );
}

function inOrderOfTheForm(problems: readonly FormProblem[]): FormProblem[] {
  const order = Object.keys(FIELD_NAMES);
  return [...problems].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

function wrongFields(problems: readonly FormProblem[]): CardData['form']['wrong'] {
  const entries = (Object.keys(FIELD_NAMES) as FormField[]).flatMap((field) => {
    const problem = problems.find((each) => each.field === field && each.entry === undefined);
    const has = `has${field[0]!.toUpperCase()}${field.slice(1)}`;
    return [
      [field, problem ? problemInWords(problem) : ''],
      [has, problem !== undefined],
    ] as const;
  });
  return Object.fromEntries<string | boolean>(entries) as CardData['form']['wrong'];
}

function problemOf(
  entry: number,
  problems: readonly FormProblem[],
): { readonly hasProblem: boolean; readonly problem: string } {
  const found = problems.find((each) => each.entry === entry);
  return { hasProblem: found !== undefined, problem: found ? problemInWords(found) : '' };
}

function longest(policy: Policy): CardData['form']['longest'] {
  return {
    caseReference: LIMITS.caseReference,
    venue: LIMITS.venue,
    venueError: `Please use at most ${LIMITS.venue} characters.`,
    name: LIMITS.name,
    mail: LIMITS.mail,
    // A limit on the field itself would cut a pasted text short without a word.
    reasonPattern: `^[\\s\\S]{0,${policy.longestTextLength}}$`,
    reasonError: reasonError(policy),
  };
}

function dates(now: Instant, policy: Policy): CardData['form']['dates'] {
  const today = localDate(now);
  const first = firstDayWithNotice(now, policy);
  const furthest = addDays(today, policy.horizonDays);
  const upTo = `and ${dayInWords(furthest)}.`;
  return {
    today,
    first,
    furthest,
    earliestError: `Please give a day between today ${upTo}`,
    latestError: `Please give a day between ${dayInWords(first)} ${upTo}`,
    morning: `Morning, ${hoursInWords(policy.dayStart, policy.noon)}`,
    afternoon: `Afternoon, ${hoursInWords(policy.noon, policy.dayEnd)}`,
  };
}
