/** What the two cards of the form have in common. */
import { teamLabel } from '../../domain/agencies';
import { markToConfirm } from '../../domain/form';
import type { FormProblem } from '../../domain/form-fields';
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Choice } from '../card-data';
import { referenceOf } from '../../domain/request';
import type { ChoiceStyle, FormPart } from '../asking/form-cards';
import { answersOf, type FormDraft } from '../../domain/form-draft';
import type { Roster } from '../reaching/roster';
import { changeTitle, FIELD_NAMES, FORM_HEADINGS, FORM_STEPS, notSentYet } from '../../wording/form';
import { NAME_QUESTION } from '../../wording/identifiers';

export interface FormView {
  readonly problems?: readonly FormProblem[];
  /** Why it could not be sent although it may be right. */
  readonly failure?: string;
  /** Over that, in place of saying that it was not sent. */
  readonly heading?: string;
  /** What a coordinator wrote when sending it back. */
  readonly note?: string;
  /** What it was started from. */
  readonly start?: string;
  /** The person has an earlier request to start from. */
  readonly canCopy?: boolean;
}

export interface PeopleView extends FormView {
  /** Of where it is asked from. */
  readonly roster?: Roster;
  /** How many of those chosen are not in the directory. */
  readonly nobody?: number;
}

/** What a tick that was not made sends. */
export const UNANSWERED = 'unanswered';

/** Each card with the words of its own button: what to do once everything is right, and what the button says. */
const PARTS = {
  about: { step: FORM_STEPS.about, again: 'go on' },
  people: { step: FORM_STEPS.people, again: 'send again' },
} as const;

type Head = Omit<FormPart, 'draft' | 'hasNameQuestion' | 'nameQuestion'>;

export function formHead(
  part: keyof typeof PARTS,
  { changes }: FormDraft,
  { failure, heading = FORM_HEADINGS.notSaved }: FormView,
  wrong: readonly string[],
  sending: string,
): Head {
  const { step, again } = PARTS[part];
  const texts = failure ? [failure] : wrong;
  return {
    title: changes ? changeTitle(referenceOf(changes.request)) : FORM_STEPS.title,
    step,
    hasProblems: texts.length > 0,
    problemsHeading: failure ? heading : FORM_HEADINGS.wrong,
    problems: texts.map((text) => ({ text })),
    sending: failure ?? (texts.length > 0 ? notSentYet(texts.length, again) : sending),
    sendingColor: texts.length > 0 ? 'attention' : 'default',
    sendingWeight: texts.length > 0 ? 'Bolder' : 'Default',
  };
}

/**
 * Asked with the problem, and shown on as answered while the words are the same. One answer is for all texts of the form;
 * each card shows it where some of the words are its own.
 */
export function nameQuestion(
  part: keyof typeof PARTS,
  draft: FormDraft,
  problems: readonly FormProblem[],
  now: Instant,
  policy: Policy,
): Pick<FormPart, 'hasNameQuestion' | 'nameQuestion'> {
  const all = answersOf(draft);
  const mark = markToConfirm(all, now, policy);
  const ofAbout = markToConfirm({ ...all, participants: [] }, now, policy);
  const isAnswered = mark !== '' && draft.answers.notNames === mark;
  const isConcerned = part === 'about' ? ofAbout !== '' : ofAbout !== mark;
  return {
    hasNameQuestion:
      (isAnswered && isConcerned) || problems.some(({ fault }) => fault === 'likely-identifier'),
    nameQuestion: { ...NAME_QUESTION, mark, answer: isAnswered ? mark : UNANSWERED },
  };
}

export function inOrderOfTheForm(problems: readonly FormProblem[]): FormProblem[] {
  const order = Object.keys(FIELD_NAMES);
  return [...problems].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

/** Some clients show the code of what was chosen before in a list to search in, and its name in a plain one. */
export function choiceStyle(chosen: string): ChoiceStyle {
  return chosen === '' ? 'filtered' : 'compact';
}

/** Agency and team as one coded choice: "Health: school nursing". */
export function teamChoices({ agencies }: Policy): Choice[] {
  return agencies.flatMap(({ teams }) =>
    teams.map(({ code }) => ({ title: teamLabel(agencies, code), value: code })),
  );
}
