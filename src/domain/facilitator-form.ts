/** What a coordinator enters about a facilitator, on a page or in a file: everything as typed, until it is checked. */
import type { Facilitator } from './facilitator';

/** Days as YYYY-MM-DD, lists as codes, numbers as digits; '' for what is not known. */
export interface FacilitatorAnswers {
  readonly name: string;
  readonly mail: string;
  readonly team: string;
  readonly trainedOn: string;
  readonly trainedUntil: string;
  readonly refresherOn: string;
  readonly supervisedOn: string;
  readonly localities: readonly string[];
  readonly weight: string;
  readonly sessionsPerMonth: string;
  readonly joinedOn: string;
  readonly facilitatedBefore: string;
  /** '' is the same as 'asked'. */
  readonly accepts: string;
  readonly excludedTeams: readonly string[];
}

/** What is entered of a facilitator once it is right. Who they are to the directory, pauses and the rest are kept apart. */
export type FacilitatorDraft = Omit<
  Facilitator,
  'id' | 'outside' | 'pauses' | 'leftOn' | 'knownFamilies' | 'declared'
>;

export interface FacilitatorProblem {
  readonly field: keyof FacilitatorAnswers;
  readonly fault:
    | 'empty'
    | 'too-long'
    /** Holds the mark that stands for a letter lost when a file was saved or read in another alphabet (U+FFFD). */
    | 'garbled'
    | 'bad-mail'
    | 'not-a-date'
    | 'in-the-future'
    | 'before-training'
    | 'not-in-list'
    | 'not-a-number'
    | 'too-small'
    | 'too-large'
    /** Somebody else of the pool, or another row of the file, has that address. */
    | 'taken';
  /** The limit, or what is not in the list. */
  readonly allowed?: string;
}
