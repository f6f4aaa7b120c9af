/** What is wrong with what a coordinator typed to complete a request. */
import type { AnyField, FormProblem } from '../../domain/form-fields';
import { minutesInWords } from '../../wording/ask';
import { FIELD_NAMES, problemInWords } from '../../wording/form';

const LISTS = {
  minutes: 'Length',
  named: 'To be named',
  interpreters: 'Interpreter',
  note: 'Your text',
} as const;

/** The sentence beside the field. */
export function editProblem(problem: FormProblem<AnyField>): string {
  const { field, fault } = problem;
  if (fault === 'empty' && field === 'named') return 'give the name too, or clear the e-mail.';
  if (fault === 'empty' && field === 'interpreters') return 'give the name too, or clear both.';
  if (fault === 'bad-mail' && field === 'named')
    return 'give a full work e-mail, such as name@example.org; or clear the name to leave this open.';
  return problemInWords(problem);
}

/** The sentence in the list at the top: the field named first, and in a list which entry. */
export function editProblemWithField(problem: FormProblem<AnyField>): string {
  const { field, entry } = problem;
  const where =
    field in LISTS ? LISTS[field as keyof typeof LISTS] : FIELD_NAMES[field as keyof typeof FIELD_NAMES];
  const which = entry === undefined ? '' : ` ${entry + 1}`;
  return `${where.replace(/\?$/, '')}${which}: ${editProblem(problem)}`;
}

/** A choice of length; `isUsual`: policy's own. */
export function lengthInWords(minutes: number, isUsual: boolean): string {
  return `${minutesInWords(minutes)}${isUsual ? ' (as usual)' : ''}`;
}
