/** Asking people in the tenant, in their own chats, how a session was; see ports.ts. */
import type { PersonId } from '../domain/people';
import type { Held } from '../domain/request';

export interface AskingEvaluation {
  /**
   * Posts the card with the statements, once for the asking and once for the reminder: `known` where that was done, or may
   * have been. `answered`: nobody is reminded of what they have done. `nowhere`: they are written to instead.
   */
  ask(
    request: Held,
    person: { readonly id: PersonId; readonly mail: string },
    reminder: boolean,
  ): Promise<'shown' | 'known' | 'answered' | 'nowhere'>;
}
