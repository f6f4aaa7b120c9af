/** What somebody fills in to set a legal hold. Why is read for identifiers first, like all that is written here (domain.md, harm 2). */
import { isLocalDate, type LocalDate } from './calendar';
import { yearOf } from './form';
import { type FormProblem, isEmpty, text } from './form-fields';
import { identifierProblems, likelyMark } from './form-identifiers';
import type { Instant } from './intervals';

export interface LegalHoldAnswers {
  readonly kind: string;
  /** Of a request: how people call it, or its id. */
  readonly reference: string;
  readonly from: string;
  readonly until: string;
  readonly why: string;
  /** "No, it is not" to the question about likely identifiers: the mark of the words it was given about, or ''. */
  readonly notNames: string;
}

export type LegalHoldField = Exclude<keyof LegalHoldAnswers, 'notNames'>;

export type CheckedLegalHold =
  | {
      readonly of:
        | { readonly kind: 'request'; readonly reference: string }
        | { readonly kind: 'period'; readonly from: LocalDate; readonly until: LocalDate };
      readonly why: string;
    }
  | { readonly problems: readonly FormProblem<LegalHoldField>[] };

/** One line. */
export const LONGEST_HOLD_REASON = 200;

export function checkLegalHold(answers: LegalHoldAnswers, now: Instant): CheckedLegalHold {
  const { kind, reference, from, until, notNames } = answers;
  const why = inOneLine(answers.why);
  const problems: FormProblem<LegalHoldField>[] = [
    ...(kind === 'request' ? text('reference', reference, 64) : []),
    ...(kind === 'period' ? periodProblems(from, until) : []),
    ...(kind === 'request' || kind === 'period' ? [] : [{ field: 'kind', fault: 'empty' } as const]),
    ...text('why', why, LONGEST_HOLD_REASON),
  ];
  const named = identifierProblems([{ field: 'why', text: why }], notNames, yearOf(now));
  const all = [...problems, ...named];
  if (all.length > 0) return { problems: all };
  const of =
    kind === 'request'
      ? ({ kind, reference: reference.trim() } as const)
      : ({ kind: 'period', from, until } as const);
  return { of, why };
}

/** What "No, it is not" has to carry for this line; '' when nothing in it is asked about. */
export function holdReasonMark(why: string, now: Instant): string {
  return likelyMark([{ field: 'why', text: inOneLine(why) }], yearOf(now));
}

function periodProblems(from: string, until: string): FormProblem<LegalHoldField>[] {
  const each = [
    ['from', from],
    ['until', until],
  ] as const;
  const wrong = each.flatMap(([field, value]): FormProblem<LegalHoldField>[] => {
    if (isEmpty(value)) return [{ field, fault: 'empty' }];
    return isLocalDate(value) ? [] : [{ field, fault: 'not-a-date' }];
  });
  if (wrong.length > 0) return wrong;
  return until < from ? [{ field: 'until', fault: 'reversed', allowed: from }] : [];
}

function inOneLine(typed: string): string {
  return typed.replace(/\s+/gu, ' ').trim();
}
