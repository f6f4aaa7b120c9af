/** What each card is filled with: one entry for each template in `cards/`. Plain fields only, decided in `present/`. */
import type { FormField } from '../domain/form-fields';
import type { DoorCard, GuideCard } from './present/guide';
import type { ProgressCard } from './present/progress';
import type { FormStart } from './present/form';
import type { HistoryCard } from './present/history';
import type { QueueCard } from './present/queue';
import type { Tone } from './wording/states';

export interface Line {
  readonly text: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** A list to search in, or a plain one. */
export type ChoiceStyle = 'filtered' | 'compact';

/** "hasX" beside "x", because a template can only ask for a boolean. */
type Wrong = { readonly [Field in FormField]: string } & {
  readonly [Field in FormField as `has${Capitalize<Field>}`]: boolean;
};

interface Noticed {
  readonly hasNotice: boolean;
  readonly notice: string;
}

interface Stated extends Noticed {
  readonly reference: string;
  readonly request: string;
  readonly tone: Tone;
  readonly state: string;
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
}

export interface CardData {
  readonly welcome: {
    readonly title: string;
    readonly is: string;
    readonly isNot: string;
    readonly safety: string;
    readonly words: string;
  };
  /** `again`: the earlier request it is asked from, or ''. */
  readonly safety: { readonly cads: string; readonly again: string };
  readonly urgent: {
    readonly heading: string;
    readonly why: string;
    readonly line: string;
    readonly checked: string;
    readonly then: string;
    /** The team's code, to start the form with, or ''. */
    readonly team: string;
    readonly again: string;
  };
  readonly guide: GuideCard;
  readonly door: DoorCard;
  readonly notice: { readonly title: string; readonly text: string };
  readonly sentence: { readonly text: string };
  readonly start: { readonly title: string; readonly text: string };
  readonly progress: ProgressCard;
  readonly reason: {
    readonly reference: string;
    readonly facts: readonly Fact[];
    readonly paragraphs: readonly Line[];
  };
  readonly requests: {
    readonly summary: string;
    readonly items: readonly {
      readonly request: string;
      readonly reference: string;
      readonly state: string;
      readonly fact: Fact;
      readonly next: string;
    }[];
    readonly hasOlder: boolean;
    readonly olderFrom: number;
    readonly hasNewer: boolean;
  };
  readonly queue: QueueCard;
  readonly history: HistoryCard;
  readonly requester: Stated & {
    readonly safety: string;
    readonly canJoin: boolean;
    readonly joinUrl: string;
    readonly canWithdraw: boolean;
    readonly withdrawing: string;
    readonly canAskAgain: boolean;
    readonly askAgain: string;
    readonly fromList: boolean;
  };
  readonly facilitator: Stated & {
    readonly attempt: number;
    readonly hasParticipants: boolean;
    readonly participantCount: number;
    readonly participants: readonly { readonly name: string; readonly team: string }[];
    readonly hasChecks: boolean;
    readonly checksTone: 'warning' | 'default';
    readonly checks: readonly Line[];
    readonly canAnswer: boolean;
    readonly refusing: string;
    readonly canJoin: boolean;
    readonly joinUrl: string;
  };
  readonly coordination: Stated & {
    readonly hasRefresh: boolean;
    readonly refreshFor: readonly string[];
    readonly riskKnown: boolean;
    readonly hasMatches: boolean;
    readonly matchesHeading: string;
    readonly matches: readonly {
      readonly request: string;
      readonly match: string;
      readonly rank: number;
      readonly name: string;
      readonly team: string;
      readonly when: string;
      readonly reasons: string;
      readonly approvable: boolean;
      readonly approve: string;
      /** Where there is room for it. */
      readonly approveInFull: string;
    }[];
    readonly footnotes: readonly Line[];
    readonly canRead: boolean;
    readonly canDecide: boolean;
    readonly canAskForView: boolean;
    readonly fromQueue: boolean;
    readonly declineReasons: readonly Choice[];
  };
  readonly form: FormStart & {
    readonly hasProblems: boolean;
    readonly problemsHeading: string;
    readonly problems: readonly Line[];
    readonly intro: string;
    readonly draft: string;
    readonly wrong: Wrong;
    readonly longest: {
      readonly caseReference: number;
      readonly venue: number;
      readonly venueError: string;
      readonly name: number;
      readonly mail: number;
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
    readonly place: string;
    readonly venue: string;
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
    /** Comma-separated, as a multiple choice carries its value. */
    readonly days: string;
    readonly times: string;
    readonly peopleHint: string;
    readonly added: readonly {
      readonly index: number;
      readonly number: number;
      readonly name: string;
      readonly mail: string;
      readonly team: string;
      readonly hasProblem: boolean;
      readonly problem: string;
    }[];
    readonly rows: readonly {
      readonly row: number;
      readonly number: number;
      readonly name: string;
      readonly mail: string;
      readonly team: string;
      readonly teamStyle: ChoiceStyle;
      readonly hasProblem: boolean;
      readonly problem: string;
    }[];
    readonly canAddMore: boolean;
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
  };
}

export type CardName = keyof CardData;
