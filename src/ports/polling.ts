/** Asking people in the tenant which times suit; see ports.ts. */
import type { PersonId } from '../domain/people';
import type { Submitted } from '../domain/request';

export interface Polling {
  /**
   * Asks one person, on a card in their own chat, about the open poll of a request, once for each poll: `known` where that was
   * done, or may have been. `nowhere`: they cannot be reached in Teams, and are written to instead.
   */
  ask(request: Submitted, person: PersonId): Promise<'shown' | 'known' | 'nowhere'>;
}
