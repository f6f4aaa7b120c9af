/** Sessions as they are counted, invented: answers by a recipe, facilitators and localities by chance. */
import fc from 'fast-check';
import {
  SIGNS,
  STATEMENTS,
  type Agreement,
  type Also,
  type EvaluationAnswer,
} from '../../../src/domain/evaluation';
import { defaultPolicy } from '../../../src/domain/policy';
import type { Evaluated } from '../../../src/domain/monitoring/release';
import { peopleOf } from '../../../src/domain/monitoring/people';
import { at } from '../../builders';

/** Somebody who says the same of everything. */
export function anAnswer(also: Also = 'none', agreement: Agreement = 4): EvaluationAnswer {
  return {
    agreement: Object.fromEntries(
      STATEMENTS.map((each) => [each, agreement]),
    ) as EvaluationAnswer['agreement'],
    also,
  };
}

export function answers(count: number, also: Also = 'none'): EvaluationAnswer[] {
  return Array.from({ length: count }, () => anAnswer(also));
}

/** A session of a month with so many answers; `start` from 0 orders those of one month. */
export function aSession(
  month: string,
  over: Partial<Evaluated> & { readonly said?: readonly EvaluationAnswer[] } = {},
): Evaluated {
  const { said = answers(3), ...rest } = over;
  return {
    month,
    start: at(`${month}-10T10:00`),
    facilitator: 'fay',
    agency: 'cs',
    invited: 5,
    themes: [],
    lessons: [],
    people: peopleOf(5, said, undefined),
    ...rest,
  };
}

const alsoGen: fc.Arbitrary<Also> = fc.oneof(
  fc.constant<Also>('none'),
  fc.constant<Also>('not-sure'),
  fc.subarray([...SIGNS], { minLength: 1 }),
);

export const answerGen: fc.Arbitrary<EvaluationAnswer> = fc.record({
  agreement: fc
    .array(fc.constantFrom<Agreement>(1, 2, 3, 4, 5, 'not-applicable'), {
      minLength: STATEMENTS.length,
      maxLength: STATEMENTS.length,
    })
    .map(
      (given) =>
        Object.fromEntries(STATEMENTS.map((each, n) => [each, given[n]])) as EvaluationAnswer['agreement'],
    ),
  also: alsoGen,
});

/** Sessions of one month, of few facilitators, agencies and localities: as small as real ones, and as uneven. */
export function sessionsGen(month: string, most: number): fc.Arbitrary<Evaluated[]> {
  const session = fc
    .record({
      facilitator: fc.constantFrom('fay', 'finn', 'flo', 'fred'),
      agency: fc.constantFrom(...defaultPolicy.agencies.slice(0, 4).map(({ code }) => code)),
      locality: fc.option(fc.constantFrom('breckland', 'north', 'norwich'), { nil: undefined }),
      count: fc.nat({ max: 7 }),
    })
    .map(({ count, locality, ...rest }) =>
      aSession(month, { ...rest, ...(locality !== undefined && { locality }), said: answers(count) }),
    );
  return fc.array(session, { maxLength: most });
}
