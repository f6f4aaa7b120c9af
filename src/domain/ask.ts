/** What a requester asks for. */
import { findAgency, type TeamCode } from './agencies';
import type { DaySpan, LocalDate, TimeOfDay, Weekday, Window } from './calendar';
import type { FollowUp } from './follow-up';
import type { LocalityCode } from './localities';
import type { Contact, Participant, Picked, Requester, ToBeNamed } from './people';
import type { Policy } from './policy';

export type Place =
  | { readonly kind: 'online' }
  | { readonly kind: 'in-person'; /** May be left for the coordinator. */ readonly venue?: string };

export type FamilyTold = 'yes' | 'not-yet' | 'not-appropriate';

/**
 * What the session needs so that everybody can take part: the arrangement, never the condition (domain.md), and not for
 * whom: beside a name it would tell the condition.
 */
export const ARRANGEMENTS = ['interpreter', 'bsl', 'captions', 'step-free'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** What a JAGS is not for [3.16]: whoever needs one of these is pointed to a better door, and may go on all the same. */
export const OTHER_NEEDS = ['tasks', 'decision', 'information'] as const;
export type OtherNeed = (typeof OTHER_NEEDS)[number];

/** `reason` is for coordinators only and goes nowhere else (domain.md, harm 2). Lists that are empty are absent. */
export interface Ask {
  readonly caseReference: string;
  readonly reason: string;
  readonly familyTold: FamilyTold;
  /** A child is at immediate risk, and CADS, the social worker or the police already know. */
  readonly riskKnown: boolean;
  /** Wanted besides, and gone on with after the warning. */
  readonly otherNeeds?: readonly OtherNeed[];
  readonly place: Place;
  readonly arrangements?: readonly Arrangement[];
  readonly participants: readonly Participant[];
  /** Only until the directory has been asked. */
  readonly picked?: readonly Picked[];
  readonly toBeNamed?: readonly ToBeNamed[];
  /** Invited, and no participants: not counted, and asked nothing. */
  readonly interpreters?: readonly Contact[];
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
  readonly days: readonly Weekday[];
  readonly times: readonly TimeOfDay[];
  /** Where the family's team works, for a facilitator who is near. */
  readonly locality?: LocalityCode;
  /** The schools that take part agree to a session in their holidays. */
  readonly schoolsAgree?: true;
  /** Shorter than `policy.sessionMinutes`, as a coordinator agreed with the requester. */
  readonly minutes?: number;
  readonly followUpOf?: FollowUp;
}

/** Everybody who is to take part beside the requester, named or not. */
export function invited(ask: Ask): readonly (Participant | Picked | ToBeNamed)[] {
  return [...ask.participants, ...(ask.picked ?? []), ...(ask.toBeNamed ?? [])];
}

/** The team of everybody who takes part, named or not; the requester's first. */
export function teamsOf(requester: Pick<Requester, 'team'>, ask: Ask): readonly TeamCode[] {
  return [requester, ...invited(ask)].map(({ team }) => team);
}

/** How long the session is to be. */
export function minutesOf({ minutes }: Pick<Ask, 'minutes'>, { sessionMinutes }: Policy): number {
  return minutes ?? sessionMinutes;
}

/** Whether one of the teams is a school's. */
export function schoolTakesPart(teams: readonly TeamCode[], { agencies }: Policy): boolean {
  return teams.some((team) => findAgency(agencies, team)?.school);
}

/** The days no session may be on for the schools' sake: their holidays, where one takes part and has not agreed to them. */
export function holidaysAvoided(
  teams: readonly TeamCode[],
  schoolsAgree: boolean,
  policy: Policy,
): readonly DaySpan[] {
  return schoolTakesPart(teams, policy) && !schoolsAgree ? policy.schoolHolidays : [];
}

/** When a session could be: the days asked for, less school holidays where a school takes part and has not agreed to them. */
export function windowOf(requester: Pick<Requester, 'team'>, ask: Ask, policy: Policy): Window {
  const { earliest, latest, days, times, schoolsAgree = false } = ask;
  const avoided = holidaysAvoided(teamsOf(requester, ask), schoolsAgree, policy);
  return { earliest, latest, days, times, ...(avoided.length > 0 && { avoided }) };
}

/** Whether everybody who is to take part is known by name and address. */
export function isEverybodyNamed({ picked = [], toBeNamed = [] }: Ask): boolean {
  return picked.length === 0 && toBeNamed.length === 0;
}

/** The fields of an ask that two versions of it differ in, for the history; nothing of what they hold. */
export function changedFields(before: Ask, after: Ask): readonly (keyof Ask)[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Ask)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
