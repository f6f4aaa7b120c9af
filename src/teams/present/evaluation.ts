/** The statements about a session on the card of whoever took part, and what is in their place once they have answered. */
import { type Agreement, LONGEST_LESSON, STATEMENTS } from '../../domain/evaluation';
import {
  AGREEMENT_VALUES,
  ALSO_TICKS,
  type EvaluationAnswers,
  type EvaluationProblem,
  lessonMark,
} from '../../domain/evaluation-form';
import type { Instant, Interval } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { Line, Noticed } from '../../present/stated';
import type { Choice } from '../../wording/choice';
import {
  AGREEMENT_TEXTS,
  CONFIDENTIAL,
  EVALUATION_TEXTS,
  evaluationProblemWithField,
  LESSON_HINT,
  LESSON_LABEL,
  type NotCounted,
  NOT_MONITORED,
  SIGN_TEXTS,
  STATEMENT_TEXTS,
  THANKS,
} from '../../wording/evaluation';
import { safetyLine } from '../../wording/safety';
import { isolated } from '../../wording/typed-text';
import { slotInWords } from '../../wording/when';
import type { FormPart } from '../asking/form-cards';
import { ALSO_LABEL, EVALUATING } from '../wording/evaluating';
import { nameQuestion } from './note';

export interface EvaluationCard extends Noticed, Pick<FormPart, 'hasNameQuestion' | 'nameQuestion'> {
  readonly token: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly title: string;
  readonly when: string;
  readonly intro: string;
  readonly confidential: string;
  readonly hasProblems: boolean;
  readonly problemsHeading: string;
  readonly problems: readonly Line[];
  readonly heading: string;
  readonly statements: readonly {
    readonly statement: string;
    readonly label: string;
    readonly value: string;
  }[];
  readonly agreements: readonly Choice[];
  readonly alsoLabel: string;
  readonly also: readonly Choice[];
  readonly alsoChosen: string;
  readonly lessonLabel: string;
  readonly lesson: string;
  readonly lessonPattern: string;
  readonly lessonError: string;
  readonly lessonHint: string;
  readonly notMonitored: string;
}

export interface EvaluatedCard {
  readonly heading: string;
  readonly text: string;
  readonly supportHeading: string;
  readonly support: string;
  readonly notMonitored: string;
}

/** What the card carries along: all it knows of the session and of whoever answers. */
export interface EvaluationAsked {
  readonly token: string;
  readonly slot: Interval;
}

export interface EvaluationView {
  readonly answers?: EvaluationAnswers;
  readonly problems?: readonly EvaluationProblem[];
  /** Why it could not be kept. */
  readonly notice?: string;
}

const NOTHING: EvaluationAnswers = { agreement: {}, also: [], lesson: '', notNames: '' };

export function presentEvaluation(
  { token, slot }: EvaluationAsked,
  { answers = NOTHING, problems = [], notice = '' }: EvaluationView,
  now: Instant,
  policy: Policy,
): EvaluationCard {
  const { agreement, also, lesson, notNames } = answers;
  return {
    token,
    ...slot,
    title: EVALUATION_TEXTS.title,
    when: slotInWords(slot),
    intro: EVALUATION_TEXTS.intro,
    confidential: CONFIDENTIAL,
    hasNotice: notice !== '',
    notice,
    hasProblems: problems.length > 0,
    problemsHeading: EVALUATING.notSent,
    problems: problems.map((problem) => ({ text: evaluationProblemWithField(problem) })),
    heading: EVALUATION_TEXTS.statements,
    statements: STATEMENTS.map((statement) => ({
      statement,
      label: STATEMENT_TEXTS[statement],
      value: agreement[statement] ?? '',
    })),
    agreements: AGREEMENT_VALUES.map((value) => ({
      title: AGREEMENT_TEXTS[(value === 'not-applicable' ? value : Number(value)) as Agreement],
      value,
    })),
    alsoLabel: ALSO_LABEL,
    also: ALSO_TICKS.map((value) => ({ title: SIGN_TEXTS[value], value })),
    alsoChosen: also.join(','),
    lessonLabel: LESSON_LABEL,
    lesson,
    // A limit on the field itself would cut a pasted text short without a word.
    lessonPattern: `^[\\s\\S]{0,${LONGEST_LESSON}}$`,
    lessonError: EVALUATING.lessonError,
    lessonHint: LESSON_HINT,
    ...nameQuestion(lessonMark(answers, now), notNames, problems),
    notMonitored: notMonitored(policy),
  };
}

/** In place of the statements: that it was counted, or why it was not. */
export function presentEvaluated({ heading, text }: NotCounted, policy: Policy): EvaluatedCard {
  return {
    heading,
    text,
    supportHeading: THANKS.support,
    support: isolated(policy.staffSupport),
    notMonitored: notMonitored(policy),
  };
}

function notMonitored(policy: Policy): string {
  return `${NOT_MONITORED} ${safetyLine(policy)}`;
}
