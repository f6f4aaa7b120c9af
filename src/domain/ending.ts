/** Why a session ended other than as planned: coded, so that nothing of who came or of the case can be written down. */
import { endOfWorkingDayAfter } from './calendar';
import type { Instant } from './intervals';
import type { Match } from './match';
import type { Policy } from './policy';

/** Why a coordinator declines a request. */
export const DECLINE_REASONS = [
  'another-door',
  'not-enough-agencies',
  'already-arranged',
  'outside-norfolk',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why a coordinator cancels a session before it begins. */
export const CANCEL_REASONS = [
  'not-needed',
  'too-few',
  'facilitator',
  'other-meeting',
  'circumstances',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Why a session did not take place, as its facilitator or a coordinator says afterwards. */
export const NOT_HELD_REASONS = [
  'too-few-came',
  'facilitator-absent',
  'technical',
  'called-off',
  'other',
] as const;
export type NotHeldReason = (typeof NOT_HELD_REASONS)[number];

export type EndingReason = CancelReason | NotHeldReason;

/** Until when it can be said that a session did not take place; after that it counts as held (*policy*). */
export function notHeldUntil({ slot }: Match, policy: Policy): Instant {
  return endOfWorkingDayAfter(slot.end, policy.notHeldDays, policy);
}
