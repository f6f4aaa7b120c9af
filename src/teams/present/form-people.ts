/** The second card of the form: who is on the list, and room for more. */
import { teamLabel } from '../../domain/agencies';
import { LIMITS, type ParticipantAnswer } from '../../domain/form';
import type { FormProblem } from '../../domain/form-fields';
import { knownAs } from '../../domain/form-people';
import type { Instant } from '../../domain/intervals';
import type { Policy } from '../../domain/policy';
import type { CardData } from '../card-data';
import { cardBytes, MOST_CARD_BYTES, renderCard } from '../cards';
import type { FormDraft } from '../../domain/form-draft';
import { hiddenOn } from '../asking/form-fields-kept';
import { ENTRY_ROWS } from '../../domain/form-draft';
import { isolated } from '../../wording/typed-text';
import {
  addedHeading,
  CHOSEN_TEXTS,
  FORM_STEPS,
  FORM_TEXTS,
  PEOPLE_TEXTS,
  peopleHint,
  problemInWords,
  problemWithField,
} from '../../wording/form';
import { type ChosenPart, chosenPart, withoutRoster } from './form-chosen';
import {
  choiceStyle,
  formHead,
  inOrderOfTheForm,
  nameQuestion,
  type PeopleView,
  teamChoices,
} from './form-part';

/**
 * With as many entry rows as there is room for, below what Teams takes, and the roster as long as one row fits beside it;
 * undefined when what was typed alone is more than that, so that the card had better stay as it is.
 */
export function presentPeople(
  draft: FormDraft,
  view: PeopleView,
  now: Instant,
  policy: Policy,
): CardData['people'] | undefined {
  const missing = Math.max(policy.mostParticipants - 1 - draft.added.length, 0);
  const least = Math.max(draft.rows.length, Math.min(missing, 1));
  const most = Math.max(least, Math.min(missing, ENTRY_ROWS.length));
  const choices = chosenPart(draft, view);
  for (const chosen of [choices, withoutRoster(choices)])
    for (let rows = most; rows >= least; rows -= 1) {
      const people = withRows(draft, rows, chosen, view, now, policy);
      if (cardBytes(renderCard('people', people)) <= MOST_CARD_BYTES) return people;
    }
  return undefined;
}

const EMPTY_ROW: ParticipantAnswer = { name: '', mail: '', team: '' };

function withRows(
  draft: FormDraft,
  rowCount: number,
  chosen: ChosenPart,
  view: PeopleView,
  now: Instant,
  policy: Policy,
): CardData['people'] {
  const { added } = draft;
  const typed = added.length + draft.rows.length;
  const problems = inOrderOfTheForm(view.problems ?? []).filter(({ entry = 0 }) => entry < typed);
  const rows = Array.from({ length: rowCount }, (_, n) => draft.rows[n] ?? EMPTY_ROW);
  const whole = problems.find(({ entry }) => entry === undefined);
  const texts = [
    ...problems.map(problemWithField),
    ...(chosen.hasChosenProblem ? [`${CHOSEN_TEXTS.heading}: ${chosen.chosenProblem}`] : []),
  ];
  return {
    ...formHead('people', draft, view, texts, FORM_TEXTS.sending),
    draft: hiddenOn('people', draft),
    peopleHint: peopleHint(policy),
    hasWrong: whole !== undefined,
    wrong: whole ? problemInWords(whole) : '',
    hasAdded: added.length > 0,
    addedHeading: addedHeading(added.length),
    added: added.map((person, index) => ({
      index,
      number: index + 1,
      ...inWords(person, policy),
      ...problemOf(index, problems),
    })),
    canAdd: rowCount > 0,
    ...chosen,
    teams: teamChoices(policy),
    longest: { name: LIMITS.name, mail: LIMITS.mail },
    rows: rows.map((person, row) => ({
      row,
      number: added.length + row + 1,
      name: person.name,
      mail: person.mail,
      team: person.team,
      teamStyle: choiceStyle(person.team),
      ...problemOf(added.length + row, problems),
    })),
    ...nameQuestion('people', draft, problems, now, policy),
    canAddMore: added.length + rowCount < policy.mostParticipants - 1,
    send: draft.changes ? FORM_STEPS.sendAgain : FORM_STEPS.send,
  };
}

function inWords(
  person: ParticipantAnswer,
  { agencies }: Policy,
): Pick<CardData['people']['added'][number], 'name' | 'detail'> {
  const team = teamLabel(agencies, person.team);
  switch (knownAs(person)) {
    case 'named':
      return { name: isolated(person.name), detail: `${isolated(person.mail)} · ${team}` };
    case 'picked':
      return { name: PEOPLE_TEXTS.picked, detail: team };
    case 'to-be-named':
      return { name: isolated(person.name), detail: `${PEOPLE_TEXTS.toBeNamed} · ${team}` };
  }
}

function problemOf(
  entry: number,
  problems: readonly FormProblem[],
): { readonly hasProblem: boolean; readonly problem: string } {
  const found = problems.find((each) => each.entry === entry);
  return { hasProblem: found !== undefined, problem: found ? problemInWords(found) : '' };
}
