/** Who is asked next: as the program does it, and two plain ways a person might. All keep the same hard rules. */
import type { Match } from '../../src/domain/match';
import { findMatches, type MatchingQuestion } from '../../src/domain/matching';

/** Chooses for one request after the other, and may remember whom it chose before. */
export type Choose = (question: MatchingQuestion) => Match | undefined;

export const CHOICES = {
  'fair share': (): Choose => (question) => findMatches(question).best[0],

  /** Whoever comes after the one chosen last, in their earliest slot. */
  'round-robin'(): Choose {
    let last = '';
    return (question) => {
      const able = earliestOfEach(question).sort((a, b) => (a.facilitator.id < b.facilitator.id ? -1 : 1));
      const next = able.find(({ facilitator: { id } }) => id > last) ?? able[0];
      last = next?.facilitator.id ?? last;
      return next;
    };
  },

  /** The earliest slot of anybody; of two who have it, the one whose name comes first. */
  'earliest free': (): Choose => (question) =>
    earliestOfEach(question).sort(
      (a, b) => a.slot.start - b.slot.start || (a.facilitator.id < b.facilitator.id ? -1 : 1),
    )[0],
} as const satisfies Record<string, () => Choose>;

export type Choice = keyof typeof CHOICES;

/** With nobody's calendar looked at, the best of each facilitator is their earliest. */
function earliestOfEach(question: MatchingQuestion): Match[] {
  const { best } = findMatches({
    ...question,
    participants: [],
    policy: { ...question.policy, matchesShown: question.candidates.length },
  });
  const first = new Map<string, Match>();
  for (const match of best) if (!first.has(match.facilitator.id)) first.set(match.facilitator.id, match);
  return [...first.values()];
}
