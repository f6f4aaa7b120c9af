/**
 * The form as it comes back from either of its two cards. Each card has its own fields and, hidden, what was typed on
 * the other: nothing is stored before the request is sent, so the card itself carries it. Everything is checked again.
 */
import { z } from 'zod';
import type { ParticipantAnswer } from '../../domain/form';
import { ENTRY_ROWS, type FormDraft } from '../../domain/form-draft';
import { origin } from './origin';
import { NOT_SAID } from '../../present/place';
import { requestId } from '../request-id';
import { typable } from '../../wording/typed-text';

/** Far above every limit of the form, so that too long a text is told apart from nonsense. */
const MOST_TYPED = 20_000;
const MOST_HIDDEN = 60_000;
export const MOST_PEOPLE = 40;

export const typed = z.string().max(MOST_TYPED).transform(typable).default('');
export const listed = z
  .string()
  .max(200)
  .default('')
  .transform((text) =>
    typable(text)
      .split(',')
      .filter((each) => each !== ''),
  );

/** A box to tick. */
export const toggle = z
  .string()
  .max(20)
  .transform((value) => value === 'true');

export const locality = typed.transform((code) => (code === NOT_SAID ? '' : code));

/** Of people chosen by name or ticked, as a list sends them. */
const ids = z
  .string()
  .max(MOST_PEOPLE * 40)
  .default('')
  .transform((text) => text.split(',').filter((each) => each !== ''));

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Each once, in small letters; what can be nobody's id is left out. */
export const chosenIds = ids.transform((all) => [
  ...new Set(all.filter((id) => ID.test(id)).map((id) => id.toLowerCase())),
]);

const person = z.object({
  name: typed,
  mail: typed,
  team: typed,
  /** Of somebody chosen from the directory. */
  id: z.string().regex(ID).optional(),
});

const hidden = z.object({
  nonce: z.string().regex(/^[\w-]{16,64}$/),
  riskKnown: z.boolean(),
  added: z.array(person).max(MOST_PEOPLE),
  origin: origin.default(''),
  followUpOf: requestId.optional(),
  changes: z
    .object({
      request: requestId,
      revision: z.number().int().min(0),
      minutes: z.number().int().min(1).max(1_440).optional(),
    })
    .transform(({ minutes, ...changes }) => ({ ...changes, ...(minutes !== undefined && { minutes }) }))
    .optional(),
  /** The fields of the other card. */
  typed: z.record(z.unknown()).default({}),
});

const fields = z.object({
  caseReference: typed,
  team: typed,
  phone: typed,
  colleague: typed,
  reason: typed,
  familyTold: typed,
  otherNeeds: listed,
  place: typed,
  venue: typed,
  locality,
  arrangements: listed,
  earliest: typed,
  latest: typed,
  days: listed,
  times: listed,
  schoolsAgree: toggle.default(''),
  notNames: z.string().max(20).default(''),
  goesOn: z.string().max(60).default(''),
  ...rowFields(),
  /** Ids, from the people picker and from the roster. */
  chosen: ids,
  ticked: ids,
  chosenTeam: typed,
});

/** A submitted form, with what was typed on its other card. */
export const form = z
  .object({ draft: z.string().max(MOST_HIDDEN).transform(parsedJson).pipe(hidden) })
  .passthrough()
  .transform(({ draft, ...given }, context): FormDraft => {
    const read = fields.safeParse({ ...draft.typed, ...given });
    if (read.success) return asDraft(draft, read.data);
    read.error.issues.forEach((issue) => context.addIssue(issue));
    return z.NEVER;
  });

/** The same, with the number of somebody on the list. */
export const formWithPerson = z
  .object({ person: z.number().int().min(0).max(MOST_PEOPLE) })
  .passthrough()
  .transform(({ person: index, ...draft }) => ({ person: index, draft }))
  .pipe(z.object({ person: z.number(), draft: form }));

function parsedJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: z.ZodIssueCode.custom, message: 'Expected JSON' });
    return z.NEVER;
  }
}

export type RowField = `${'name' | 'mail' | 'team'}${(typeof ENTRY_ROWS)[number]}`;

/** Names, addresses and teams of those written in. */
export function rowFields(): Record<RowField, typeof typed> {
  const names = ENTRY_ROWS.flatMap((row) => [`name${row}`, `mail${row}`, `team${row}`] as const);
  return Object.fromEntries(names.map((name) => [name, typed])) as Record<RowField, typeof typed>;
}

function asDraft(
  { nonce, riskKnown, added, origin: from, followUpOf, changes }: z.output<typeof hidden>,
  { chosen, ticked, chosenTeam, ...given }: z.output<typeof fields>,
): FormDraft {
  const { name0, mail0, team0, name1, mail1, team1, name2, mail2, team2, ...answers } = given;
  const rows: ParticipantAnswer[] = [
    { name: name0, mail: mail0, team: team0 },
    { name: name1, mail: mail1, team: team1 },
    { name: name2, mail: mail2, team: team2 },
  ];
  const all = [...new Set([...ticked, ...chosen].map((id) => id.toLowerCase()))];
  const valid = all.filter((id) => ID.test(id));
  return {
    nonce,
    answers: { ...answers, riskKnown },
    added: added.map(({ id, ...known }) => ({ ...known, ...(id !== undefined && { id: id.toLowerCase() }) })),
    rows: rows.filter(({ name, mail, team }) => `${name}${mail}${team}`.trim() !== ''),
    chosen: {
      // Whoever is on the list already is not wanted twice.
      ids: valid.filter((id) => !added.some((each) => each.id?.toLowerCase() === id)),
      team: chosenTeam,
      strangers: all.length - valid.length,
    },
    origin: from,
    ...(followUpOf !== undefined && { followUpOf }),
    ...(changes && { changes }),
  };
}
