/** What the coordinators' dialogs send besides the request it is about, read strictly; nothing in it says who anybody is. */
import { z } from 'zod';
import type { EditAnswers } from '../../domain/edit';
import type { NoteAnswer } from '../../domain/note';
import { listed, locality, toggle, typed } from '../asking/form-submission';

/** As many people as can be named at once; who is beyond them is named the next time. */
const NAMED_ROWS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const INTERPRETER_ROWS = [0, 1] as const;
export const MOST_NAMED = NAMED_ROWS.length;
export const MOST_INTERPRETERS = INTERPRETER_ROWS.length;

const mark = z.string().max(20).default('');

export const noteFields = { text: typed, notNames: mark };

export function asNote({ request, ...note }: NoteAnswer & { readonly request: string }) {
  return { request, note };
}

/** The id of somebody in the directory; '' when nobody was chosen. */
export const transferFields = {
  to: z
    .union([z.literal(''), z.string().regex(/^[\da-f-]{36}$/i)])
    .default('')
    .transform((id) => id.toLowerCase()),
};

type NamedField = `${'name' | 'mail' | 'dropped'}${(typeof NAMED_ROWS)[number]}`;
type InterpreterField = `interpreter${'Name' | 'Mail'}${(typeof INTERPRETER_ROWS)[number]}`;
type RowField = NamedField | InterpreterField;

const ROW_FIELDS: readonly RowField[] = [
  ...NAMED_ROWS.flatMap((n) => [`name${n}`, `mail${n}`, `dropped${n}`] as const),
  ...INTERPRETER_ROWS.flatMap((n) => [`interpreterName${n}`, `interpreterMail${n}`] as const),
];

export const editFields = {
  /** The version of the request that was looked at. */
  basedOn: z.number().int().min(0),
  earliest: typed,
  latest: typed,
  days: listed,
  times: listed,
  schoolsAgree: toggle.optional(),
  minutes: typed,
  place: typed,
  venue: typed,
  locality,
  arrangements: listed,
  notNames: mark,
  ...(Object.fromEntries(ROW_FIELDS.map((field) => [field, typed])) as Record<RowField, typeof typed>),
};

export function asEdit(sent: z.output<z.ZodObject<typeof editFields>> & { readonly request: string }) {
  const { request, basedOn, earliest, latest, days, times, schoolsAgree, minutes } = sent;
  const { place, venue, locality: where, arrangements, notNames } = sent;
  const answers: EditAnswers = {
    earliest,
    latest,
    days,
    times,
    // Not asked where it makes no difference.
    ...(schoolsAgree !== undefined && { schoolsAgree }),
    minutes,
    place,
    venue,
    locality: where,
    arrangements,
    notNames,
    named: NAMED_ROWS.map((n) => ({
      name: sent[`name${n}`],
      mail: sent[`mail${n}`],
      dropped: sent[`dropped${n}`] === 'true',
    })),
    // Empty rows are left out, so that what is wrong is counted as it is shown again.
    interpreters: INTERPRETER_ROWS.map((n) => ({
      name: sent[`interpreterName${n}`],
      mail: sent[`interpreterMail${n}`],
    })).filter(({ name, mail }) => `${name}${mail}`.trim() !== ''),
  };
  return { request, basedOn, answers };
}
