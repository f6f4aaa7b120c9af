/** What matching tells, as data: who could facilitate when and why them, why somebody else could not, and what would help. */
import type { TeamCode } from './agencies';
import type { LocalDate } from './calendar';
import type { PossibleDuplicate } from './duplicates';
import type { Instant, Interval } from './intervals';
import type { Person } from './people';

/** A facilitator as a request keeps them. */
export interface FacilitatorRef extends Person {
  readonly mail: string;
  readonly team: TeamCode;
  /** Not in the tenant: known by the address, with an id of our own that no directory knows. */
  readonly outside?: true;
}

/** What a request keeps of somebody of the pool. */
export function refOf({ id, name, mail, team, outside }: FacilitatorRef): FacilitatorRef {
  return { id, name, mail, team, ...(outside && { outside }) };
}

/** Why a match is a good one; worded where it is shown. */
export type Reason =
  | { readonly kind: 'free' }
  | { readonly kind: 'facilitated-before' }
  | { readonly kind: 'trained-until'; readonly until: LocalDate }
  | { readonly kind: 'agency'; readonly another: boolean }
  /** Somebody takes part who is of their team, and policy keeps only the requester's apart. */
  | { readonly kind: 'team-takes-part' }
  /** A team "other" may be that of somebody who takes part: nobody can tell by the code. */
  | { readonly kind: 'team-not-checkable' }
  /** Sessions within `policy.fairShareMonths`, and what would be their share of the pool's. */
  | {
      readonly kind: 'fair-share';
      readonly sessions: number;
      readonly share: number;
      readonly months: number;
    }
  | { readonly kind: 'locality'; readonly same: boolean }
  /** What a facilitator of another organisation declared, and on which day. */
  | { readonly kind: 'declared'; readonly on: LocalDate }
  /** `seen`: whose calendars were, or who answered about this time; `answered`: how many of them did, where any. */
  | {
      readonly kind: 'participants-free';
      readonly free: number;
      readonly seen: number;
      readonly answered?: number;
    };

/** A facilitator in a slot, with its reasons. */
export interface Match {
  readonly id: string;
  readonly facilitator: FacilitatorRef;
  readonly slot: Interval;
  readonly reasons: readonly Reason[];
  /** The facilitator has chosen to accept whatever is offered. */
  readonly automatic?: true;
}

export interface Matches {
  readonly round: number;
  readonly foundAt: Instant;
  /** Best first. */
  readonly best: readonly Match[];
  readonly calendars: { readonly seen: number; readonly asked: number };
  /** Addresses of those who take part and whose calendars could not be seen; absent when all were. */
  readonly unseen?: readonly string[];
  /** The calendars could not be read at all: nobody was judged. */
  readonly unreachable?: true;
  /** How many facilitators each hard rule removed, for a coordinator who sees none. */
  readonly removed: Partial<Record<HardRule, number>>;
  /** Where there is no match: what would help, the nearest first. Absent when there is one, or nothing would. */
  readonly relaxations?: readonly Relaxation[];
  /** Absent when there are none. */
  readonly possibleDuplicates?: readonly PossibleDuplicate[];
}

/** Why a coordinator chose another match than the first: a list, so that nothing of a case is written there. */
export const OVERRULE_REASONS = ['time-suits', 'experience', 'near', 'spare-first', 'agreed'] as const;
export type OverruleReason = (typeof OVERRULE_REASONS)[number];

/**
 * Somebody of the pool who comes too: a second facilitator, judged by every rule like the first, or an observer (a trainee):
 * as independent and as free, and no session of their own.
 */
export interface Beside {
  readonly facilitator: FacilitatorRef;
  readonly as: 'second' | 'observer';
}

/**
 * A coordinator's own choice from the whole pool. The match was found by the program when they chose, by every hard rule,
 * in the round they were looking at.
 */
export interface Appointment {
  readonly match: Match;
  readonly round: number;
  /** Whether matching would have chosen it. */
  readonly isFirst: boolean;
  readonly because?: OverruleReason;
  readonly beside?: Beside;
}

/** The rules that remove a facilitator, in the order they are judged. */
export const HARD_RULES = [
  'left',
  'not-joined',
  'passed',
  'facilitated-before',
  'knows-family',
  'participant',
  'same-team',
  'same-agency',
  'excluded',
  'not-trained',
  'paused',
  'calendar-unknown',
  'cap',
  'no-free-slot',
] as const;
export type HardRule = (typeof HARD_RULES)[number];

/** What stands in the way of one slot. */
export interface Clash {
  readonly slot: Interval;
  /** Their own diary, a session of ours, or outside the hours they work. */
  readonly with: 'diary' | 'session' | 'hours';
  /** What takes the time; absent for `hours`. */
  readonly taken?: Interval;
}

/** Why one facilitator is not offered: the first hard rule that removes them, with what a person needs to believe it. */
export type Removal =
  | { readonly rule: 'left'; readonly on: LocalDate }
  | { readonly rule: 'not-joined'; readonly from: LocalDate }
  | { readonly rule: 'not-trained'; readonly until?: LocalDate }
  | { readonly rule: 'paused'; readonly until: LocalDate }
  /** `since`: the day of a declaration that is too old to count. */
  | { readonly rule: 'calendar-unknown'; readonly since?: LocalDate }
  | { readonly rule: 'cap'; readonly most: number }
  /** The first few slots of the window, each with what takes it. */
  | { readonly rule: 'no-free-slot'; readonly clashes: readonly Clash[] }
  | {
      readonly rule: Exclude<
        HardRule,
        'left' | 'not-joined' | 'not-trained' | 'paused' | 'calendar-unknown' | 'cap' | 'no-free-slot'
      >;
    };

/** What matching says of one facilitator of the pool. */
export type Verdict =
  | {
      readonly facilitator: FacilitatorRef;
      readonly matches: readonly [Match, ...Match[]];
      readonly rank: number;
    }
  | { readonly facilitator: FacilitatorRef; readonly removal: Removal };

/** One change to what is asked for that would let more facilitators take it. */
export type Relaxing =
  | { readonly kind: 'later'; readonly latest: LocalDate }
  | { readonly kind: 'shorter'; readonly minutes: number }
  | { readonly kind: 'any-day' }
  | { readonly kind: 'any-time' }
  | { readonly kind: 'online' }
  | { readonly kind: 'school-holidays' };

/** With how many more facilitators could take it then. */
export type Relaxation = Relaxing & { readonly more: number };
