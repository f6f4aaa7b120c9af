/** Those who support facilitators, and what participants said of a facilitator's sessions, each as they keep it; see fakes.ts. */
import type { OwnFeedback } from '../src/domain/monitoring/monitoring';
import type { Person, PersonId } from '../src/domain/people';
import type { Figures } from '../src/ports/figures';
import type { TalkingOver } from '../src/ports/talking-over';

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

export function createMemoryOwnFigures(): Pick<Figures, 'own'> & {
  readonly known: Map<PersonId, OwnFeedback>;
} {
  const known = new Map<PersonId, OwnFeedback>();
  return { known, own: async (facilitator) => known.get(facilitator) };
}
