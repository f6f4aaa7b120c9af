/** An evaluation as it was filled in, on a card or on a page: what it says, or what is to be put right first. */
import {
  type Agreement,
  AGREEMENTS,
  alsoOf,
  type Evaluation,
  lessonOf,
  LONGEST_LESSON,
  SIGNS,
  type Statement,
  STATEMENTS,
} from './evaluation';
import { yearOf } from './form';
import { type FoundAt, identifierProblems, likelyMark } from './form-identifiers';
import type { Instant } from './intervals';

/** Boxes under "Mostly, we also", in their order. */
export const ALSO_TICKS = [...SIGNS, 'none', 'not-sure'] as const;
export type AlsoTick = (typeof ALSO_TICKS)[number];

/** What can be chosen for a statement, as it is sent. */
export const AGREEMENT_VALUES: readonly string[] = [...AGREEMENTS, 'not-applicable'].map(String);

/** As typed and ticked; whatever is none of what can be chosen counts as nothing. */
export interface EvaluationAnswers {
  readonly agreement: Readonly<Partial<Record<Statement, string>>>;
  readonly also: readonly string[];
  readonly lesson: string;
  /** "No, it is not" to the question about likely identifiers: the mark of the words it was given about, or ''. */
  readonly notNames: string;
}

export type EvaluationField = Statement | 'also' | 'lesson';

/** `contradictory`: a sign with "none of these" or "not sure", or these two together. */
export type EvaluationFault = 'empty' | 'contradictory' | 'too-long' | 'identifier' | 'likely-identifier';

export interface EvaluationProblem {
  readonly field: EvaluationField;
  readonly fault: EvaluationFault;
  /** Of an identifier: what it is and where. */
  readonly found?: readonly FoundAt[];
}

export type ReadEvaluation =
  { readonly evaluation: Evaluation } | { readonly problems: readonly EvaluationProblem[] };

/** Reads it whole, so that everything there is to put right is said at once, in the order of the form. */
export function readEvaluation(answers: EvaluationAnswers, now: Instant): ReadEvaluation {
  const ticked = ALSO_TICKS.filter((tick) => answers.also.includes(tick));
  const also = alsoOf(ticked);
  const agreed = STATEMENTS.flatMap((statement) => {
    const agreement = agreementOf(answers.agreement[statement]);
    return agreement === undefined ? [] : [[statement, agreement] as const];
  });
  const said = new Map<Statement, Agreement>(agreed);
  const problems: EvaluationProblem[] = STATEMENTS.filter((statement) => !said.has(statement)).map(
    (field) => ({ field, fault: 'empty' }),
  );
  if (!also) problems.push({ field: 'also', fault: ticked.length === 0 ? 'empty' : 'contradictory' });
  problems.push(...lessonProblems(answers, now));
  if (problems.length > 0 || !also) return { problems };
  const lesson = lessonOf(answers.lesson);
  const agreement = Object.fromEntries(agreed) as Record<Statement, Agreement>;
  return { evaluation: { agreement, also, ...(lesson !== undefined && { lesson }) } };
}

/** What "No, it is not" has to carry for this line; '' when nothing in it is asked about. */
export function lessonMark({ lesson }: Pick<EvaluationAnswers, 'lesson'>, now: Instant): string {
  const line = lessonOf(lesson);
  if (line === undefined || line.length > LONGEST_LESSON) return '';
  return likelyMark([{ field: 'lesson', text: line }], yearOf(now));
}

/** Of the line as it would be kept: places are counted in it. */
function lessonProblems({ lesson, notNames }: EvaluationAnswers, now: Instant): EvaluationProblem[] {
  const line = lessonOf(lesson);
  if (line === undefined) return [];
  if (line.length > LONGEST_LESSON) return [{ field: 'lesson', fault: 'too-long' }];
  return identifierProblems([{ field: 'lesson' as const, text: line }], notNames, yearOf(now)).map(
    ({ fault, found = [] }) => ({
      field: 'lesson',
      fault: fault === 'likely-identifier' ? fault : 'identifier',
      found,
    }),
  );
}

function agreementOf(chosen: string | undefined): Agreement | undefined {
  if (chosen === 'not-applicable') return chosen;
  return AGREEMENTS.find((each) => String(each) === chosen);
}
