/** A session's record as its dialog sends it, read strictly. There is no field anybody could write in. */
import { z } from 'zod';
import { CONCERNS, type RecordAnswers } from '../../domain/record-form';
import { OWN_STATEMENTS, type OwnStatement } from '../../domain/session-record';
import { listed, typed } from '../asking/form-submission';

export const recordFields = {
  came: listed,
  began: typed,
  ended: typed,
  also: listed,
  /** By the statement's code. */
  ...(Object.fromEntries(OWN_STATEMENTS.map((each) => [each, typed])) as Record<OwnStatement, typeof typed>),
  themes: listed,
  concern: z.enum(['', ...CONCERNS]).default(''),
};

type Sent = z.output<z.ZodObject<typeof recordFields>> & {
  readonly request: string;
  readonly attempt: number;
};

export function asRecord({ request, attempt, came, began, ended, also, themes, concern, ...rest }: Sent): {
  readonly request: string;
  readonly attempt: number;
  readonly answers: RecordAnswers;
} {
  const agreement = Object.fromEntries(OWN_STATEMENTS.map((each) => [each, rest[each]]));
  return {
    request,
    attempt,
    answers: { came, began, ended, also, agreement, themes, concern },
  };
}
