/** Why a session was cancelled, or did not take place: what is chosen from, and how each person is told. */
import {
  CANCEL_REASONS,
  type CancelReason,
  type EndingReason,
  NOT_HELD_REASONS,
  type NotHeldReason,
} from '../domain/ending';
import type { Outcome } from '../domain/outcome';
import type { Choice } from './choice';

/** Short, because a phone shows one line of each. */
const IN_SHORT: Record<EndingReason, string> = {
  'not-needed': 'No longer needed',
  'too-few': 'Too few can come',
  facilitator: 'No facilitator can be found',
  'other-meeting': 'Another meeting took its place',
  circumstances: 'Circumstances have changed',
  'too-few-came': 'Too few people came',
  'facilitator-absent': 'The facilitator could not be there',
  technical: 'The technology did not work',
  'called-off': 'It was called off at short notice',
  other: 'Something else',
};

export const CANCEL_CHOICES = choices(CANCEL_REASONS);
export const NOT_HELD_CHOICES = choices(NOT_HELD_REASONS);

function choices(reasons: readonly EndingReason[]): readonly Choice[] {
  return reasons.map((value) => ({ title: IN_SHORT[value], value }));
}

export function endingInShort(reason: EndingReason): string {
  return IN_SHORT[reason];
}

/** For coordinators and the facilitator; nothing where none was kept, and nothing of other endings. */
export function reasonLines(outcome: Outcome): string[] {
  const isSession = outcome.kind === 'cancelled' || outcome.kind === 'not-held';
  return isSession && outcome.reason ? [`${IN_SHORT[outcome.reason]}.`] : [];
}

const CANCELLED: Record<CancelReason, string> = {
  'not-needed': 'As far as the coordinators know, it is no longer needed.',
  'too-few': 'Too few of those invited can come. Perhaps other dates suit more people.',
  facilitator: 'We are sorry: no facilitator could be found for it. Other dates may help.',
  'other-meeting': 'Another meeting has taken its place. A JAGS can still come after it.',
  circumstances: 'Circumstances have changed since you asked for it.',
};

const NOT_HELD: Record<NotHeldReason, string> = {
  'too-few-came': 'Too few people could be there.',
  'facilitator-absent': 'We are sorry: the facilitator could not be there.',
  technical: 'We are sorry: the technology did not work.',
  'called-off': 'It was called off at short notice.',
  other: 'We are sorry that it could not go ahead.',
};

const ASK_AGAIN =
  'If you would still like to think together, please ask again: the form is filled in for you.';

/** For the requester: what happened, why, and what they can do; a paragraph each. */
export function cancelledInWords(reason?: CancelReason): string[] {
  return [`The session was cancelled. ${reason ? `${CANCELLED[reason]} ` : ''}`.trim(), ASK_AGAIN];
}

export function notHeldInWords(reason?: NotHeldReason): string[] {
  return [`The session did not take place. ${reason ? `${NOT_HELD[reason]} ` : ''}`.trim(), ASK_AGAIN];
}

/** What follows from saying so, to whoever is about to. */
export function notHeldUntilInWords(until: string): string {
  return `The requester is told this reason in kind words, and can ask again. The session then counts for nobody's share. You can say so until ${until}.`;
}
