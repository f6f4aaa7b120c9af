/** Putting the app into the Teams of somebody who does not have it yet; see ports.ts. */
import type { PersonId } from '../domain/people';

export interface AppInstalling {
  /**
   * Installs it, once a day for each person, whoever asks. `refused`: not allowed to, not to be had for them, or tried
   * already today.
   */
  install(person: PersonId): Promise<'installed' | 'refused'>;
}
