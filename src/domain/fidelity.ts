/**
 * Fidelity and drift, as this service defines them: how far a session kept to the model, and signs that it became case
 * management. *Policy*, with the reasons: no source gives a measure. The wording that stands beside each figure is made from
 * the numbers here, so that what is shown and what is counted cannot come apart.
 */
import { type EvaluationAnswer, type Sign, SIGNS, signsOf, type Statement, STATEMENTS } from './evaluation';
import type { SessionRecord } from './session-record';

/** Those of the statements that say how far it kept to the model. */
export const FIDELITY_STATEMENTS = STATEMENTS.filter(
  (statement): statement is Exclude<Statement, 'carrying-more'> => statement !== 'carrying-more',
);

/** From this on somebody agrees: 4 of 5. */
export const AGREES_FROM = 4;

/** A session with fewer answers is not assessable: one person's view would stand for everybody's. */
export const LEAST_ANSWERS = 3;

/** So many respondents must tick the same sign, and so great a part of them. */
export const LEAST_TICKS = 2;
export const LEAST_SHARE = 1 / 3;

/** So many of so many; both sums, so that shares of sessions can be pooled without weighing small ones up. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export const NO_SHARE: Share = { count: 0, of: 0 };

export function plus(one: Share, other: Share): Share {
  return { count: one.count + other.count, of: one.of + other.of };
}

/** How often respondents agreed with a statement, of those to whom it applied. */
export function agreementOf(answers: readonly EvaluationAnswer[], statement: Statement): Share {
  const given = answers.map(({ agreement }) => agreement[statement]);
  const applicable = given.filter((each) => each !== 'not-applicable');
  return { count: applicable.filter((each) => each >= AGREES_FROM).length, of: applicable.length };
}

/** Fidelity: how often respondents agreed, over the six statements about the model. */
export function fidelityOf(answers: readonly EvaluationAnswer[]): Share {
  return FIDELITY_STATEMENTS.map((statement) => agreementOf(answers, statement)).reduce(plus, NO_SHARE);
}

/** Participant drift: respondents who ticked at least one sign, of all respondents; "not sure" counts among the respondents. */
export function participantDrift(answers: readonly EvaluationAnswer[]): Share {
  return { count: answers.filter(({ also }) => signsOf(also).length > 0).length, of: answers.length };
}

/** Respondents who ticked one sign. */
export function ticksOf(answers: readonly EvaluationAnswer[], sign: Sign): number {
  return answers.filter(({ also }) => signsOf(also).includes(sign)).length;
}

export type Assessment = 'kept' | 'drifted' | 'not-assessable';

/**
 * Whether a session drifted: at least two respondents and at least a third of them tick the same sign, or its facilitator
 * ticks one. With fewer than three answers it is not assessable, whatever they say.
 */
export function assess(
  answers: readonly EvaluationAnswer[],
  record: Pick<SessionRecord, 'also'> | undefined,
): Assessment {
  if (answers.length < LEAST_ANSWERS) return 'not-assessable';
  const isSaidByFacilitator = record !== undefined && signsOf(record.also).length > 0;
  return isSaidByFacilitator || SIGNS.some((sign) => isSaidByEnough(answers, sign)) ? 'drifted' : 'kept';
}

function isSaidByEnough(answers: readonly EvaluationAnswer[], sign: Sign): boolean {
  const ticks = ticksOf(answers, sign);
  return ticks >= LEAST_TICKS && ticks >= answers.length * LEAST_SHARE;
}
