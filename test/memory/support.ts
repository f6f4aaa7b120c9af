/** Those who support facilitators, and what participants said of a facilitator's sessions, each as they keep it; see fakes.ts. */
import type { FeedbackKnown } from '../../src/domain/monitoring/monitoring';
import type { Person, PersonId } from '../../src/domain/people';
import type { FeedbackOf } from '../../src/ports/figures';
import type { TalkingOver } from '../../src/ports/talking-over';

/** `reachable`: whether anybody can be told. */
export function createMemoryTalkingOver(): TalkingOver & { readonly told: Person[]; reachable: boolean } {
  const support = {
    told: [] as Person[],
    reachable: true,
    async tell(facilitator: Person): Promise<'told' | 'nobody'> {
      if (!support.reachable) return 'nobody';
      support.told.push(facilitator);
      return 'told';
    },
  };
  return support;
}

export function createMemoryFeedback(): {
  readonly known: Map<PersonId, FeedbackKnown>;
  readonly of: FeedbackOf;
} {
  const known = new Map<PersonId, FeedbackKnown>();
  return { known, of: async (facilitator) => known.get(facilitator) ?? 'too-few' };
}
