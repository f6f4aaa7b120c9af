/** The data of the form's two cards: the first is about what and when, the second about who takes part. */
import type { FormField } from '../../domain/form-fields';
import type { Choice, Line } from '../card-data';
import type { FormStart } from '../present/form';
import type { SchoolsQuestion } from '../../present/schools';

/** A list to search in, or a plain one. */
export type ChoiceStyle = 'filtered' | 'compact';

/** "hasX" beside "x", because a template can only ask for a boolean. */
type Wrong = { readonly [Field in FormField]: string } & {
  readonly [Field in FormField as `has${Capitalize<Field>}`]: boolean;
};

/** What both share. */
export interface FormPart {
  readonly title: string;
  readonly step: string;
  readonly hasProblems: boolean;
  readonly problemsHeading: string;
  readonly problems: readonly Line[];
  /** Hidden: what is on the other card, and who is on the list. */
  readonly draft: string;
  readonly hasNameQuestion: boolean;
  readonly nameQuestion: {
    readonly question: string;
    readonly no: string;
    /** What the tick sends. */
    readonly mark: string;
    readonly answer: string;
  };
  /** Beside the button, where whoever pressed it is looking. */
  readonly sending: string;
  readonly sendingColor: 'attention' | 'default';
  readonly sendingWeight: 'Bolder' | 'Default';
}

export interface AboutCard extends FormPart, FormStart, SchoolsQuestion {
  readonly hasNote: boolean;
  readonly noteHeading: string;
  readonly note: readonly Line[];
  readonly intro: string;
  readonly wrong: Wrong;
  readonly longest: {
    readonly caseReference: number;
    readonly phone: number;
    readonly mail: number;
    readonly venue: number;
    readonly venueError: string;
    readonly reasonPattern: string;
    readonly reasonError: string;
  };
  readonly caseReference: string;
  readonly team: string;
  readonly teamStyle: ChoiceStyle;
  readonly teams: readonly Choice[];
  readonly reason: string;
  readonly reasonHint: string;
  readonly familyTold: string;
  readonly familyHint: string;
  /** Comma-separated, as every multiple choice carries its value. */
  readonly otherNeeds: string;
  readonly hasDoorQuestion: boolean;
  readonly doorQuestion: {
    readonly question: string;
    readonly yes: string;
    /** What the tick sends. */
    readonly mark: string;
    readonly answer: string;
  };
  readonly place: string;
  readonly venue: string;
  readonly locality: string;
  readonly localities: readonly Choice[];
  readonly arrangements: string;
  readonly earliest: string;
  readonly latest: string;
  readonly datesHint: string;
  readonly dates: {
    readonly today: string;
    readonly first: string;
    readonly furthest: string;
    readonly earliestError: string;
    readonly latestError: string;
    readonly morning: string;
    readonly afternoon: string;
  };
  readonly days: string;
  readonly times: string;
  readonly phone: string;
  readonly colleague: string;
  /** Of a form that changes a request: the way back to it. */
  readonly hasRequest: boolean;
  readonly request: string;
}

/** Room for one person who is written down by hand. */
export interface PersonRow {
  readonly row: number;
  readonly number: number;
  readonly name: string;
  readonly mail: string;
  readonly team: string;
  readonly teamStyle: ChoiceStyle;
}

/** How people are added: chosen from the directory, with their team, or written down. */
export interface AddingPeople {
  readonly chosen: string;
  readonly chosenTeam: string;
  readonly chosenTeamStyle: ChoiceStyle;
  readonly teams: readonly Choice[];
  readonly longest: { readonly name: number; readonly mail: number };
  readonly rows: readonly PersonRow[];
}

export interface PeopleCard extends FormPart, AddingPeople {
  readonly peopleHint: string;
  readonly hasWrong: boolean;
  readonly wrong: string;
  readonly hasAdded: boolean;
  readonly addedHeading: string;
  readonly added: readonly {
    readonly index: number;
    readonly number: number;
    readonly name: string;
    readonly detail: string;
    readonly hasProblem: boolean;
    readonly problem: string;
  }[];
  readonly canAdd: boolean;
  readonly hasRoster: boolean;
  readonly roster: readonly Choice[];
  /** Comma-separated ids. */
  readonly ticked: string;
  readonly hasRosterHint: boolean;
  readonly rosterHint: string;
  readonly hasChosenProblem: boolean;
  readonly chosenProblem: string;
  readonly rows: readonly (PersonRow & { readonly hasProblem: boolean; readonly problem: string })[];
  readonly canAddMore: boolean;
  readonly send: string;
}
