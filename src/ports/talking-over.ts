/** A facilitator would like to talk a session over: told to the named contact and the deputy, and to nobody else. */
import type { Person } from '../domain/people';

export interface TalkingOver {
  /** `told`: at least one of them. Nothing of it is kept, counted, or in a request's history. */
  tell(facilitator: Person): Promise<'told' | 'nobody'>;
}
