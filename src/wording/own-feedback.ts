/** What a facilitator reads of what participants said of their sessions: pooled, and for themselves. */
import type { Share } from '../domain/fidelity';

export const OWN_FEEDBACK = {
  heading: 'What participants said',
  tooFew:
    'Once participants of at least three of your sessions have answered, in months in which others facilitated enough too, what they said is shown here: pooled, and for you alone.',
  seesAll:
    'As you see the figures of all sessions, those of your own are not shown apart: with both, what was said of a colleague’s could be worked out.',
  fidelity: 'Kept to the model',
  none: 'nobody for whom it applied',
} as const;

export function pooledInWords(sessions: number, answers: number): string {
  return `Of ${sessions} of your sessions together, ${answers} answers. Never of one session, and for you alone: nobody else is shown it. It goes on in groups of three sessions.`;
}

/** "88% (14 of 16 agreed)": never a share without what it is of. */
export function agreedInWords({ count, of }: Share): string {
  return of === 0 ? OWN_FEEDBACK.none : `${Math.round((count / of) * 100)}% (${count} of ${of} agreed)`;
}

export function fidelityInWords({ count, of }: Share): string {
  return of === 0
    ? OWN_FEEDBACK.none
    : `${Math.round((count / of) * 100)}% (agreed ${count} of ${of} times, over the six statements about it)`;
}
