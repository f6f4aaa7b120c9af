/** The part of the form's second card in which people are chosen: by ticks from where it is asked from, or by name. */
import type { Choice } from '../card-data';
import type { PeopleCard } from '../asking/form-cards';
import type { FormDraft } from '../../domain/form-draft';
import type { Member, Roster } from '../reaching/roster';
import { inChoice } from '../../wording/typed-text';
import { CHOSEN_TEXTS, nobodyInWords } from '../../wording/form';
import { choiceStyle, type PeopleView } from './form-part';

export type ChosenPart = Pick<
  PeopleCard,
  | 'hasRoster'
  | 'roster'
  | 'ticked'
  | 'hasRosterHint'
  | 'rosterHint'
  | 'chosen'
  | 'chosenTeam'
  | 'chosenTeamStyle'
  | 'hasChosenProblem'
  | 'chosenProblem'
>;

/** Longer than names are; some organisations put the whole address of an office behind one. */
const LONGEST_TITLE = 60;

export function chosenPart(draft: FormDraft, view: PeopleView): ChosenPart {
  const { chosen, added } = draft;
  const roster: Roster = view.roster ?? { kind: 'none' };
  const members = roster.kind === 'listed' ? roster.members : [];
  const open = members.filter(({ id }) => !added.some((each) => each.id === id));
  const isTicked = (id: string): boolean => open.some((each) => each.id === id);
  const hint = roster.kind === 'too-many' || roster.kind === 'unreachable' ? HINTS[roster.kind] : '';
  const problem = problemInWords(draft, view);
  return {
    hasRoster: open.length > 0,
    roster: open.map((member) => asChoice(member, open)),
    ticked: chosen.ids.filter(isTicked).join(','),
    hasRosterHint: hint !== '',
    rosterHint: hint,
    chosen: chosen.ids.filter((id) => !isTicked(id)).join(','),
    chosenTeam: chosen.team,
    chosenTeamStyle: choiceStyle(chosen.team),
    hasChosenProblem: problem !== '',
    chosenProblem: problem,
  };
}

const HINTS = { 'too-many': CHOSEN_TEXTS.tooMany, unreachable: CHOSEN_TEXTS.unreachable } as const;

/** For a card that is too full; those ticked stay chosen. */
export function withoutRoster(part: ChosenPart): ChosenPart {
  if (!part.hasRoster) return part;
  const chosen = [part.chosen, part.ticked].filter((ids) => ids !== '').join(',');
  return {
    ...part,
    hasRoster: false,
    roster: [],
    ticked: '',
    chosen,
    hasRosterHint: true,
    rosterHint: CHOSEN_TEXTS.noRoom,
  };
}

function problemInWords(
  { chosen, added, rows }: FormDraft,
  { problems = [], nobody = 0 }: PeopleView,
): string {
  if (nobody > 0) return nobodyInWords(nobody);
  const isChosens = ({ entry = -1 }: { readonly entry?: number }): boolean =>
    entry >= added.length + rows.length;
  return chosen.ids.length > 0 && problems.some(isChosens) ? CHOSEN_TEXTS.teamMissing : '';
}

/** Two of one name are told apart by their addresses. */
function asChoice({ id, name, mail }: Member, all: readonly Member[]): Choice {
  const isAlone = all.filter((each) => each.name === name).length === 1;
  const title = isAlone || mail === '' ? name : `${name} (${mail})`;
  return { title: inChoice(title.slice(0, LONGEST_TITLE)) || mail, value: id };
}
