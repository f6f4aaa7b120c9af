/**
 * What monitoring shows, as plain data. Counts of requests and sessions are by month; figures about people are released by
 * whole blocks of months alone (domain.md, "Figures about people"), so that no difference of two figures is a small cell.
 */
import type { AgencyCode } from '../agencies';
import type { Sign, Statement } from '../evaluation';
import type { Share } from '../fidelity';
import type { Instant } from '../intervals';
import type { LocalityCode } from '../localities';
import type { ThemeCode } from '../themes';
import type { RecordedFigures } from './recorded';

/** London's month, YYYY-MM. */
export type Month = string;

export const MONTHLY = [
  'requests',
  'days-to-answer',
  'days-to-offer',
  'days-to-session',
  'held',
  'cancelled',
  'unmatched',
  'participants',
] as const;
export type MonthlyId = (typeof MONTHLY)[number];

/** One value a month, for a chart. Of days: the mean in working days, of `of` requests; undefined in a month without any. */
export interface MonthlySeries {
  readonly id: MonthlyId;
  readonly unit: 'count' | 'working-days';
  readonly better: 'increase' | 'decrease' | 'neutral';
  /** In the same unit; absent where there is none. */
  readonly target?: number;
  readonly points: readonly { readonly month: Month; readonly value?: number; readonly of: number }[];
}

/** How often what, by code, most often first. */
export type Tallied = readonly { readonly code: string; readonly count: number }[];

export const BREAKDOWNS = ['redirected', 'declined', 'unmatched', 'cancelled', 'notHeld'] as const;

export type Breakdown = (typeof BREAKDOWNS)[number];

/** How often which code, or how many days. */
export type Counts = Readonly<Record<string, number>>;

/** What requests of a month came to, and who came to its sessions: what is said of several months is their sum. */
export interface MonthTally {
  readonly month: Month;
  readonly requests: number;
  readonly held: number;
  /** Of the sessions held, those the facilitator recorded: of the others nobody knows who came. */
  readonly recorded: number;
  /** By code, in the month the request was closed; doors shown before asking are among `redirected`. */
  readonly ended: Readonly<Record<Breakdown, Counts>>;
  /** Sessions each agency came to, of those that are recorded. */
  readonly agencies: Counts;
}

/** Why requests of some time were not met, and of how many. */
export interface Breakdowns {
  readonly ended: Readonly<Record<Breakdown, Tallied>>;
  readonly requests: number;
  /** Sessions that were booked for it: those held, and those that were cancelled or not held in it. */
  readonly booked: number;
}

/** Sessions each agency came to, those that came to none with 0: counts of sessions, not of people. */
export interface AtTheTable {
  readonly agencies: readonly { readonly code: AgencyCode; readonly sessions: number }[];
  readonly held: number;
  readonly recorded: number;
}

/** By calendar year: figures about people, by agency and by locality, would be about too few in less (domain.md). */
export interface YearlyFigures extends AtTheTable {
  readonly year: number;
  /** Figures about people by who asked, and by where; a cell that may not be shown is undefined. */
  readonly byAgency: readonly YearlyCell<AgencyCode>[];
  readonly byLocality: readonly YearlyCell<LocalityCode>[];
}

export interface YearlyCell<Code> {
  readonly code: Code;
  readonly released?: PeopleFigures;
}

/** Figures about people, of a cell that keeps the release rule. */
export interface PeopleFigures {
  readonly sessions: number;
  readonly answers: number;
  readonly response: Share;
  readonly fidelity: Share;
  readonly statements: Readonly<Record<Statement, Share>>;
  /** Respondents who ticked any sign, and each. */
  readonly drift: Share;
  readonly signs: Readonly<Record<Sign, Share>>;
  /** Sessions that drifted, of those assessable. */
  readonly drifted: Share;
}

/** What facilitators recorded, of whole blocks alone: the cells of a year have nothing of it. */
interface WithRecords {
  /** Absent where too few recorded, and in what was released before this was counted. */
  readonly recorded?: RecordedFigures;
}

/** The smallest run of whole months that may be shown. Frozen once its last evaluation has closed. */
export interface Block extends PeopleFigures, WithRecords {
  readonly from: Month;
  readonly to: Month;
  readonly frozenAt: Instant;
  /** The sequential chart of drift, as it stood after the last session of the block. */
  readonly cusum: number;
  /** What it was held against: the more sessions a year, the higher. */
  readonly limit: number;
  readonly signal: boolean;
  /** What participants and records said the partnership should learn. */
  readonly themes: readonly { readonly code: ThemeCode; readonly count: number }[];
  readonly lessons: readonly string[];
}

export interface Released {
  /** Oldest first, of the last two years. */
  readonly blocks: readonly Block[];
  /** The latest whole blocks with at least 20 assessable sessions; undefined while there are fewer. */
  readonly rolling?: PeopleFigures & WithRecords & { readonly from: Month; readonly to: Month };
  /** Months held back until there is enough to show. */
  readonly heldBack: readonly Month[];
}

/** As of this moment, for coordinators alone. */
export interface Now {
  readonly waiting: number;
  readonly longestWaitDays: number;
  readonly unmatched: number;
  readonly pool: {
    /** May be asked today. */
    readonly inForce: number;
    /** Of them, how many facilitated in the last twelve months. */
    readonly used: number;
    /** How many facilitated 0, 1, 2 … sessions in the last twelve months: no names. */
    readonly load: readonly { readonly sessions: number; readonly facilitators: number }[];
    readonly trainingRunningOut: number;
    readonly outOfPractice: number;
  };
}

export interface Monitoring {
  readonly at: Instant;
  /** The last 24 whole months, oldest first; fewer where there is less. */
  readonly months: readonly Month[];
  readonly series: readonly MonthlySeries[];
  /** Of each of these months, in their order. */
  readonly tallies: readonly MonthTally[];
  readonly years: readonly YearlyFigures[];
  readonly released: Released;
  readonly now: Now;
}

/** A facilitator's own feedback, pooled over whole groups of sessions, never of one. */
export interface OwnFeedback {
  readonly sessions: number;
  readonly answers: number;
  readonly fidelity: Share;
  readonly statements: Readonly<Record<Statement, Share>>;
}

/**
 * What a facilitator is shown of it. `too-few`: nothing yet. `sees-all`: they see the figures of all sessions, and could take
 * their own from a block of two facilitators, so that what is left would be the other's.
 */
export type FeedbackKnown = OwnFeedback | 'too-few' | 'sees-all';
