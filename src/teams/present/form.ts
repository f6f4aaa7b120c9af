/**
 * The first card of the form, what and when, with everything typed in it and what has to be changed beside the field.
 * Who takes part is on a second card: both on one would be more than Teams takes as soon as six people are on the list.
 */
import { minutesOf, schoolTakesPart } from '../../domain/ask';
import { addDays, firstDayWithNotice, localDate } from '../../domain/calendar';
import { LIMITS, markToGoOn } from '../../domain/form';
import type { FormField, FormProblem } from '../../domain/form-fields';
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import { referenceOf } from '../../domain/request';
import type { CardData } from '../card-data';
import { cardBytes, MOST_CARD_BYTES, renderCard } from '../cards';
import { type FormDraft, teamsIn } from '../../domain/form-draft';
import { hiddenOn } from '../asking/form-fields-kept';
import { isolated, paragraphs } from '../../wording/typed-text';
import {
  datesHint,
  DOOR_QUESTION,
  FIELD_NAMES,
  FORM_TEXTS,
  followUpStart,
  problemInWords,
  problemWithField,
  reasonError,
  reasonHint,
} from '../../wording/form';
import {
  choiceStyle,
  formHead,
  type FormView,
  inOrderOfTheForm,
  nameQuestion,
  teamChoices,
  UNANSWERED,
} from './form-part';
import { localityChoice } from '../../present/place';
import { schoolsQuestion } from '../../present/schools';
import { dayInWords, hoursInWords } from '../../wording/when';

/** What the form was started from, or can be. */
export interface FormStart {
  readonly hasStart: boolean;
  readonly start: string;
  /** Beside the empty form; nothing is required while it is there, because it would hold the button up. */
  readonly canCopy: boolean;
  readonly isRequired: boolean;
}

/** Undefined when what was typed is more than Teams takes, so that the card had better stay as it is. */
export function presentForm(
  draft: FormDraft,
  view: FormView,
  now: Instant,
  policy: Policy,
): CardData['form'] | undefined {
  const { start = draft.followUpOf ? followUpStart(referenceOf(draft.followUpOf)) : '', canCopy = false } =
    view;
  const problems = inOrderOfTheForm(view.problems ?? []);
  const { answers } = draft;
  const form: CardData['form'] = {
    ...formHead('about', draft, view, problems.map(problemWithField), FORM_TEXTS.next),
    hasNote: view.note !== undefined,
    noteHeading: FORM_TEXTS.noteHeading,
    note: paragraphs(view.note ?? '').map((text) => ({ text: isolated(text) })),
    intro: answers.riskKnown ? FORM_TEXTS.introRiskKnown : FORM_TEXTS.intro,
    hasStart: start !== '',
    start,
    canCopy,
    isRequired: !canCopy,
    draft: hiddenOn('about', draft),
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
    otherNeeds: answers.otherNeeds.join(','),
    ...doorQuestion(draft, problems),
    place: answers.place,
    venue: answers.venue,
    ...localityChoice(answers.locality, policy),
    arrangements: answers.arrangements.join(','),
    earliest: answers.earliest,
    latest: answers.latest,
    datesHint: datesHint(policy, minutesOf(draft.changes ?? {}, policy), firstDayWithNotice(now, policy)),
    dates: dates(now, policy),
    days: answers.days.join(','),
    times: answers.times.join(','),
    // Who takes part is on the other card, and may be nobody yet.
    ...schoolsQuestion('always', schoolTakesPart(teamsIn(draft), policy), answers.schoolsAgree, policy),
    phone: answers.phone,
    colleague: answers.colleague,
    hasRequest: draft.changes !== undefined,
    request: draft.changes?.request ?? '',
    ...nameQuestion('about', draft, problems, now, policy),
  };
  return cardBytes(renderCard('form', form)) <= MOST_CARD_BYTES ? form : undefined;
}

/** Asked with the warning, and shown on as answered while the same is wanted. */
function doorQuestion(
  { answers }: FormDraft,
  problems: readonly FormProblem[],
): Pick<CardData['form'], 'hasDoorQuestion' | 'doorQuestion'> {
  const mark = markToGoOn(answers);
  const isAnswered = mark !== '' && answers.goesOn === mark;
  return {
    hasDoorQuestion: isAnswered || problems.some(({ fault }) => fault === 'better-door'),
    doorQuestion: { ...DOOR_QUESTION, mark, answer: isAnswered ? mark : UNANSWERED },
  };
}

export function wrongFields(problems: readonly FormProblem[]): CardData['form']['wrong'] {
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

function longest(policy: Policy): CardData['form']['longest'] {
  return {
    caseReference: LIMITS.caseReference,
    phone: LIMITS.phone,
    mail: LIMITS.mail,
    venue: LIMITS.venue,
    venueError: `Please use at most ${LIMITS.venue} characters.`,
    // A limit on the field itself would cut a pasted text short without a word.
    reasonPattern: `^[\\s\\S]{0,${policy.longestTextLength}}$`,
    reasonError: reasonError(policy),
  };
}

export function dates(now: Instant, policy: Policy): CardData['form']['dates'] {
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
