/** Whether a facilitator stands outside the case: NSCP appoints an independent, trained facilitator [SCH]. */
import { findAgency, findTeam, type TeamCode } from './agencies';
import type { FacilitatorRef } from './match';
import { isSamePerson, type Participant, type Requester } from './people';
import type { Policy } from './policy';

export interface Involved {
  readonly requester: Requester;
  /** Of somebody who is not named yet the team is known, and is judged like any other. */
  readonly participants: readonly TakingPart[];
}

type TakingPart = Pick<Participant, 'team'> & Partial<Pick<Participant, 'id' | 'mail'>>;

interface Candidate extends Pick<FacilitatorRef, 'id' | 'mail' | 'team'> {
  readonly excludedTeams?: readonly TeamCode[];
}

type Rules = Pick<Policy, 'agencies' | 'otherAgencyOnly' | 'teamsApart'>;

/**
 * `undefined` when independent; else the rule that is broken. *Policy*: not a participant, not the requester's team (with
 * `teamsApart: 'everybody'` not that of anybody who takes part), no team they excluded themselves from, and with
 * `otherAgencyOnly` not the requester's agency.
 */
export function dependence(
  candidate: Candidate,
  { requester, participants }: Involved,
  { agencies, otherAgencyOnly, teamsApart }: Rules,
): 'participant' | 'same-team' | 'same-agency' | 'excluded' | undefined {
  const everybody = [requester, ...participants];
  const mail = candidate.mail.toLowerCase();
  const isCandidate = (person: Partial<Pick<Participant, 'id' | 'mail'>>) =>
    (person.id !== undefined && isSamePerson(person.id, candidate.id)) || person.mail?.toLowerCase() === mail;
  if (everybody.some(isCandidate)) return 'participant';
  const { team } = candidate;
  const apartFrom = teamsApart === 'everybody' ? everybody : [requester];
  if (isTeamOf(team, apartFrom, agencies)) return 'same-team';
  if (otherAgencyOnly && isSameAgency(team, requester.team, agencies)) return 'same-agency';
  if (everybody.some((person) => candidate.excludedTeams?.includes(person.team))) return 'excluded';
  return undefined;
}

/** Whether somebody takes part who is of the facilitator's team, as far as the codes can tell. */
export function doesTeamTakePart(
  { team }: Pick<Candidate, 'team'>,
  involved: Involved,
  { agencies }: Rules,
): boolean {
  return isTeamOf(team, [involved.requester, ...involved.participants], agencies);
}

function isTeamOf(
  team: TeamCode,
  people: readonly { readonly team: TeamCode }[],
  agencies: Policy['agencies'],
): boolean {
  return people.some((person) => person.team === team) && !findTeam(agencies, team)?.uncheckable;
}

/** A team "other" of an agency that takes part: it may or may not be somebody's own, and the code cannot tell. */
export function isTeamCheckable(
  { team }: Pick<Candidate, 'team'>,
  { requester, participants }: Involved,
  { agencies }: Rules,
): boolean {
  if (!findTeam(agencies, team)?.uncheckable) return true;
  return ![requester, ...participants].some((person) => isSameAgency(person.team, team, agencies));
}

/** Whether two teams belong to one agency; an unlisted team belongs to none. */
export function isSameAgency(one: TeamCode, other: TeamCode, agencies: Policy['agencies']): boolean {
  const agency = findAgency(agencies, one);
  return agency !== undefined && agency === findAgency(agencies, other);
}
