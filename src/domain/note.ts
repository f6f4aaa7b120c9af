/** What a coordinator writes to the requester: read for what identifies a child, like everything that is stored. */
import { yearOf } from './form';
import { type FormProblem, text } from './form-fields';
import { identifierProblems, likelyMark } from './form-identifiers';
import type { Instant } from './intervals';
import type { Person } from './people';

export interface Note {
  readonly text: string;
  readonly by: Person;
  readonly at: Instant;
}

/** As typed; `notNames` is "No, it is not" to the question about likely identifiers, or ''. */
export interface NoteAnswer {
  readonly text: string;
  readonly notNames: string;
}

export const LONGEST_NOTE = 600;

export function checkNote(answer: NoteAnswer, now: Instant): FormProblem<'note'>[] {
  const problems = text('note', answer.text, LONGEST_NOTE);
  if (problems.length > 0) return problems;
  return identifierProblems([{ field: 'note', text: answer.text }], answer.notNames, yearOf(now));
}

/** What "No, it is not" has to carry for this text; '' when nothing in it is asked about. */
export function noteMark({ text: typed }: Pick<NoteAnswer, 'text'>, now: Instant): string {
  return typed.trim().length > LONGEST_NOTE ? '' : likelyMark([{ field: 'note', text: typed }], yearOf(now));
}
