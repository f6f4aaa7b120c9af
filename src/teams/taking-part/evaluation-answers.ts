/** What the card with the statements sends, read strictly. Whose it is, is not in it: a token is all there is. */
import { z } from 'zod';
import { STATEMENTS, type Statement } from '../../domain/evaluation';
import type { EvaluationAnswers } from '../../domain/evaluation-form';
import type { EvaluationAsked } from '../present/evaluation';
import { listed, typed } from '../asking/form-submission';

const LATEST = 8_640_000_000_000_000;
const instant = z.number().int().min(0).max(LATEST);

export const evaluationAnswer = z
  .object({
    token: z.string().regex(/^[\w.-]{1,200}$/),
    /** For the card alone, when it is shown again. */
    start: instant,
    end: instant,
    /** By the statement's code. */
    ...(Object.fromEntries(STATEMENTS.map((each) => [each, typed])) as Record<Statement, typeof typed>),
    also: listed,
    lesson: typed,
    notNames: z.string().max(20).default(''),
  })
  .transform(({ token, start, end, also, lesson, notNames, ...rest }): EvaluationSent => ({
    asked: { token, slot: { start, end } },
    answers: {
      agreement: Object.fromEntries(STATEMENTS.map((each) => [each, rest[each]])),
      also,
      lesson,
      notNames,
    },
  }));

export interface EvaluationSent {
  readonly asked: EvaluationAsked;
  readonly answers: EvaluationAnswers;
}
