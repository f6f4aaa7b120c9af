/** What is wrong with the form, as sentences that lead to the field. */
import { problemInWords, problemWithField } from '../../../wording/form';
import type { Wrong } from '../fields';
import { formWords } from '../wording/form';
import { personField, type TypedForm } from './typed-form';
import type { Problem } from './turning';

/** The fields a page shows: a problem of another page leads to the question at the end of this one. */
export function wrongOf(
  problems: readonly Problem[],
  typed: TypedForm,
  isHere: (field: Problem['field']) => boolean,
): Wrong[] {
  return problems.map((problem) => {
    const { field: name, ...rest } = problem;
    const beside = capitalised(problemInWords(problem));
    const text =
      name === 'name'
        ? `${formWords.name}: ${problemInWords(problem)}`
        : problemWithField({ field: name, ...rest });
    const field = fieldOf(problem, typed);
    return isHere(name) ? { field, text, beside } : { field: NAME_QUESTION_FIELD, text, beside: text };
  });
}

export const NAME_QUESTION_FIELD = 'notNames';

/** Those from the directory come first in the draft, and have no field of their own. */
function fieldOf({ field, entry, fault }: Problem, { draft: { added }, rows }: TypedForm): string {
  if (field !== 'participants') return field;
  const row = (entry ?? added.length) - added.length;
  if (row < 0 || row >= Math.max(rows.length, 1)) return PEOPLE_FIELD;
  if (entry === undefined) return PEOPLE_FIELD;
  return personField(row, FIELD_OF_FAULT[fault] ?? 'name');
}

/** The list as a whole. */
export const PEOPLE_FIELD = 'people';

const FIELD_OF_FAULT: Partial<Record<Problem['fault'], 'name' | 'mail' | 'team'>> = {
  'bad-mail': 'mail',
  'name-without-mail': 'mail',
  twice: 'mail',
  'not-listed': 'team',
};

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
