/** What is kept, watched and said of a request that waits for a decision, so that nothing waits unseen. */
import type { Instant } from './intervals';

/** Whom a wait that has been too long was brought before; the lead after the coordinators. */
export type Raised = 'coordinators' | 'lead';

/** Work for later, while a request waits. Each names the wait it belongs to, so that it is dropped when that is over. */
export type WaitEffect = {
  readonly kind: 'raise';
  readonly to: Raised;
  readonly due: Instant;
  readonly at: Instant;
};

/** What has come about when that moment is there. */
export type WaitOutcome = { readonly kind: 'overdue'; readonly to: Raised; readonly due: Instant };

/** Nothing has to be asked of anybody: that its moment has come is all there is to an effect of waiting. */
export function whenItComes(effect: WaitEffect): WaitOutcome {
  return { kind: 'overdue', to: effect.to, due: effect.due };
}
