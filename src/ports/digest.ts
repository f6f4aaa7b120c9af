/** What the coordinators' day begins with: that it is told once, and where; see ports.ts. */
import type { Digest } from '../domain/digest';

/** What is done once, whoever gets to it first. */
export interface Claims {
  /** Whether it is to be done now: true once for each key, whoever asks. */
  claim(key: string): Promise<boolean>;
  /** It was not done after all. */
  drop(key: string): Promise<void>;
}

export interface DigestMessenger {
  /** Posts it in the coordinators' channel. `nowhere`: none has been chosen, or the bot is not welcome there any more. */
  post(digest: Digest): Promise<'shown' | 'nowhere'>;
}
