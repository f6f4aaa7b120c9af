/** The dialog in which a coordinator writes to the requester, with what was typed in it. */
import type { AnyField, FormProblem } from '../../domain/form-fields';
import type { Instant } from '../../domain/intervals';
import { LONGEST_NOTE, type NoteAnswer, noteMark } from '../../domain/note';
import { referenceOf, type RequestId } from '../../domain/request';
import type { Line } from '../card-data';
import type { FormPart } from '../asking/form-cards';
import { editProblemWithField } from '../wording/editing';
import { NAME_QUESTION } from '../../wording/identifiers';
import { NOTE_TEXTS, type NoteWording } from '../wording/looking-after';
import { UNANSWERED } from './form-part';

export interface NoteCard extends Pick<FormPart, 'hasNameQuestion' | 'nameQuestion'> {
  readonly reference: string;
  readonly request: string;
  readonly verb: 'return' | 'note';
  readonly intro: string;
  readonly label: string;
  readonly text: string;
  readonly pattern: string;
  readonly error: string;
  readonly hint: string;
  readonly hasProblems: boolean;
  readonly problemsHeading: string;
  readonly problems: readonly Line[];
  readonly send: string;
}

export interface NoteView {
  readonly verb: NoteCard['verb'];
  readonly wording: NoteWording;
  readonly answer?: NoteAnswer;
  readonly problems?: readonly FormProblem<AnyField>[];
  /** Why it could not be sent although it may be right. */
  readonly failure?: string;
}

export function presentNote(
  id: RequestId,
  { verb, wording, answer = { text: '', notNames: '' }, problems = [], failure }: NoteView,
  now: Instant,
): NoteCard {
  const { intro, label, send } = wording;
  const texts = failure === undefined ? problems.map(editProblemWithField) : [failure];
  return {
    reference: referenceOf(id),
    request: id,
    verb,
    intro,
    label,
    text: answer.text,
    // A limit on the field itself would cut a pasted text short without a word.
    pattern: `^[\\s\\S]{0,${LONGEST_NOTE}}$`,
    error: NOTE_TEXTS.error,
    hint: NOTE_TEXTS.hint,
    hasProblems: texts.length > 0,
    problemsHeading: NOTE_TEXTS.notSent,
    problems: texts.map((text) => ({ text })),
    ...nameQuestion(noteMark(answer, now), answer.notNames, problems),
    send,
  };
}

/** Asked with the problem, and shown on as answered while the words are the same. */
export function nameQuestion(
  mark: string,
  given: string,
  problems: readonly { readonly fault: string }[],
): Pick<NoteCard, 'hasNameQuestion' | 'nameQuestion'> {
  const isAnswered = mark !== '' && given === mark;
  return {
    hasNameQuestion: isAnswered || problems.some(({ fault }) => fault === 'likely-identifier'),
    nameQuestion: { ...NAME_QUESTION, mark, answer: isAnswered ? mark : UNANSWERED },
  };
}
