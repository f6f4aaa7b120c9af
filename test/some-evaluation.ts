/** What participants answer after a session, and rows of everything that is stored of it. */
import {
  AGREEMENTS,
  type Also,
  type Evaluation,
  SIGNS,
  type Statement,
  STATEMENTS,
} from '../src/domain/evaluation';

/** Of a session that kept to the model. */
export function someEvaluation(over: Partial<Evaluation> = {}): Evaluation {
  return { agreement: agreementAs(0), also: 'none', ...over };
}

/** One of 7,776 answers, each unlike every other in what was agreed with. */
export function evaluationNumber(n: number, over: Partial<Evaluation> = {}): Evaluation {
  return { agreement: agreementAs(n), also: ALSO[n % ALSO.length]!, ...over };
}

const CHOICES = [...AGREEMENTS, 'not-applicable'] as const;
const ALSO: readonly Also[] = ['none', 'not-sure', [SIGNS[0]], [SIGNS[1], SIGNS[2]]];

/** `n` in base six, one digit a statement. */
function agreementAs(n: number): Evaluation['agreement'] {
  const entries = STATEMENTS.map((statement, place) => {
    const digit = Math.floor(n / CHOICES.length ** place) % CHOICES.length;
    return [statement, CHOICES[digit]!] as const;
  });
  return Object.fromEntries(entries) as Record<Statement, (typeof CHOICES)[number]>;
}
