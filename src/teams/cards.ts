/**
 * Every card a person can be shown: typed data in, an Adaptive Card out. One template in `cards/` each; the tests hold
 * templates and data against each other. Templates bind plain fields only; what is shown is decided in `present/`.
 */
import { setImmediate } from 'node:timers/promises';
import type * as Templating from 'adaptivecards-templating';
import coordination from '../../cards/coordination.json';
import door from '../../cards/door.json';
import facilitator from '../../cards/facilitator.json';
import form from '../../cards/form.json';
import guide from '../../cards/guide.json';
import history from '../../cards/history.json';
import notice from '../../cards/notice.json';
import progress from '../../cards/progress.json';
import queue from '../../cards/queue.json';
import reason from '../../cards/reason.json';
import requester from '../../cards/requester.json';
import requests from '../../cards/requests.json';
import safety from '../../cards/safety.json';
import sentence from '../../cards/sentence.json';
import start from '../../cards/start.json';
import urgent from '../../cards/urgent.json';
import welcome from '../../cards/welcome.json';
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

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly [property: string]: unknown;
}

/** Teams refuses larger cards; a little room is left for what the message adds. */
export const MOST_CARD_BYTES = 25_000;

const sources: Readonly<Record<CardName, object>> = {
  welcome,
  safety,
  urgent,
  guide,
  door,
  notice,
  sentence,
  start,
  progress,
  reason,
  requests,
  queue,
  history,
  requester,
  facilitator,
  coordination,
  form,
};

export const CARD_NAMES = Object.keys(sources) as readonly CardName[];

const templates = new Map<CardName, Templating.Template>();

/**
 * Makes every card ready to be drawn, with room for other work in between. Meant for the time right after a start, which
 * shall not wait for it; a card asked for before its turn is made ready then.
 */
export async function prepareCards(): Promise<void> {
  for (const name of CARD_NAMES) {
    await setImmediate();
    templateOf(name);
  }
}

/** Kept, because expanding a template is several times faster than parsing it. */
function templateOf(name: CardName): Templating.Template {
  const kept = templates.get(name) ?? parsed(sources[name]);
  templates.set(name, kept);
  return kept;
}

function parsed(source: object): Templating.Template {
  // Loaded here, because its expression parser takes longer to load than all else of ours.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Template } = require('adaptivecards-templating') as typeof Templating;
  return new Template(source);
}

/** Fills in a card. What people typed is not evaluated again: `${x}` stays as it is. */
export function renderCard<Name extends CardName>(name: Name, data: CardData[Name]): Card {
  const { refresh, ...card } = templateOf(name).expand({ $root: data }) as Card;
  // A part left out by $when stays behind as null where it is not in a list.
  return refresh ? { ...card, refresh } : card;
}

/** The size of a card as it travels. */
export function cardBytes(card: Card): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}
