/** Whether a facilitator stands outside the case: NSCP appoints an independent, trained facilitator [SCH]. */
import { type Agency, findTeam } from './agencies';
import type { Participant, PersonId, Requester } from './people';

export interface Involved {
  readonly requester: Requester;
  readonly participants: readonly Participant[];
}

export interface Candidate {
  readonly id: PersonId;
  readonly mail: string;
  readonly team: string;
}

/** `undefined` when independent; else the rule that is broken. A team "other" cannot be checked and is let pass. */
export function dependence(
  candidate: Candidate,
  { requester, participants }: Involved,
  agencies: readonly Agency[],
): 'participant' | 'same-team' | undefined {
  const mail = candidate.mail.toLowerCase();
  const takesPart = (person: { id?: PersonId; mail?: string }) =>
    person.id === candidate.id || person.mail?.toLowerCase() === mail;
  if ([requester, ...participants].some(takesPart)) return 'participant';
  if (requester.team === candidate.team && !findTeam(agencies, candidate.team)?.uncheckable)
    return 'same-team';
  return undefined;
}
