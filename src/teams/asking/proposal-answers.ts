/** What the dialog to propose other people sends, read strictly; nothing in it says who anybody is. */
import { z } from 'zod';
import type { ProposalAnswers } from '../../domain/proposal';
import { ENTRY_ROWS } from '../../domain/form-draft';
import { chosenIds, MOST_PEOPLE, type RowField, rowFields, typed } from './form-submission';

const LONGEST_MAIL_SENT = 260;

/** Ticked among those who take part: their addresses. */
const removed = z
  .string()
  .max(MOST_PEOPLE * LONGEST_MAIL_SENT)
  .default('')
  .transform((text) => text.split(',').filter((each) => each !== ''));

export const proposalFields = {
  removed,
  chosen: chosenIds,
  chosenTeam: typed,
  notNames: z.string().max(20).default(''),
  ...rowFields(),
};

type Sent = z.output<z.ZodObject<typeof proposalFields>> & { readonly request: string };

export function asProposal({ request, removed: leftOut, chosen, chosenTeam, notNames, ...rows }: Sent): {
  readonly request: string;
  readonly answers: ProposalAnswers;
} {
  const field = (name: RowField): string => rows[name];
  const typedIn = ENTRY_ROWS.map((n) => ({
    name: field(`name${n}`),
    mail: field(`mail${n}`),
    team: field(`team${n}`),
  })).filter(({ name, mail, team }) => `${name}${mail}${team}`.trim() !== '');
  const picked = chosen.map((id) => ({ id, name: '', mail: '', team: chosenTeam }));
  return { request, answers: { removed: leftOut, added: [...typedIn, ...picked], notNames } };
}
