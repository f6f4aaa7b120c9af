/** Why a JAGS is not the right step: what a coordinator chooses from, and how the requester is told, kindly. */
import type { Outcome } from '../domain/outcome';
import type { DeclineReason } from '../domain/ending';
import type { Door } from '../domain/signpost';
import { DECLINE_WAYS, declineValue, type OtherDoor } from '../domain/decline-ways';
import type { Choice } from './choice';
import { DOOR_WORDING } from './doors';

type Declined = Extract<Outcome, { kind: 'declined' }>;

/** Short, because a phone shows one line of each. */
const BETTER_DOORS: Record<OtherDoor, string> = {
  cads: 'Better door: CADS, new concern',
  'social-worker': 'Better door: the social worker',
  'professional-disagreement': 'Better door: disagreement policy',
  'statutory-meeting': 'Better door: an existing meeting',
  tafs: 'Better door: TAFS',
  'group-supervision': 'Better door: group supervision',
  'case-supervision': 'Better door: own supervision',
};

const REASONS: Record<DeclineReason, string> = {
  'another-door': 'Another meeting fits better',
  'not-enough-agencies': 'Too few agencies are involved',
  'already-arranged': 'A JAGS for this family is arranged',
  'outside-norfolk': 'The work is outside Norfolk',
};

export const DECLINE_CHOICES: readonly Choice[] = DECLINE_WAYS.map((way) => ({
  title: declineInShort(way),
  value: declineValue(way),
}));

/** For coordinators. */
export function declineInShort({ reason, door }: Pick<Declined, 'reason' | 'door'>): string {
  return isOtherDoor(door) ? BETTER_DOORS[door] : REASONS[reason];
}

const FOR_THE_REQUESTER: Record<DeclineReason, string> = {
  'another-door':
    'The coordinator thinks another meeting will help you sooner. For sharing information, tasks or decisions, use the existing meeting with the family; for routine supervision, your own agency or TAFS.',
  'not-enough-agencies':
    'A JAGS brings several agencies together. Supervision in your own agency can help now; please ask again when others can join.',
  'already-arranged':
    'A JAGS for this family is arranged already. Please ask the colleague who arranged it, or a coordinator, about taking part.',
  'outside-norfolk':
    'This service is for work in Norfolk. Please ask the safeguarding partnership where the family lives.',
};

/** What the guide says of a new concern supposes answers that nobody has given here. */
const WHY_CADS =
  "Something in it reads like a new concern about a child. The Children's Advice and Duty Service (CADS) is there for this, with a line for professionals.";

/** Where to go instead, why, and what to do next; a paragraph each. */
export function declinedInWords({ reason, door }: Declined): string[] {
  if (!isOtherDoor(door)) return [FOR_THE_REQUESTER[reason]];
  return [insteadOf(door), door === 'cads' ? WHY_CADS : DOOR_WORDING[door].why, nextAt(door)];
}

/** The same where it may be read by others, in a mailbox: where to go and what to do next, and nothing of why. */
export function whereToInWords({ reason, door }: Declined): string[] {
  return isOtherDoor(door) ? [insteadOf(door), nextAt(door)] : [FOR_THE_REQUESTER[reason]];
}

function insteadOf(door: OtherDoor): string {
  return `Thank you for asking. The coordinator thinks that something else will help you sooner: ${DOOR_WORDING[door].heading}.`;
}

function nextAt(door: OtherDoor): string {
  return `What to do next: ${DOOR_WORDING[door].next}`;
}

function isOtherDoor(door: Door | undefined): door is OtherDoor {
  return door !== undefined && door !== 'jags';
}
