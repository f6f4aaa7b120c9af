/** Mail as it goes out from the organiser's mailbox, and what comes back of it. */
import type { Contact } from '../domain/people';
import type { Instant } from '../domain/intervals';

export interface Letter {
  /**
   * Names this one letter in every try (up to 200 letters, digits and `/ - _ .`): sent letters are looked through for it
   * first, so that a try whose outcome is unknown is not followed by a second letter.
   */
  readonly key: string;
  readonly to: Contact;
  readonly subject: string;
  /** The same in plain text. Graph takes one of the two, and gets the HTML; Exchange makes a text part of that. */
  readonly text: string;
  readonly html: string;
}

/** A letter that could not be delivered, by its key. */
export interface Bounce {
  readonly key: string;
  readonly at: Instant;
}

export interface Mail {
  /** Resolves once it is sent, now or by an earlier try. Throws a permanent `Fault` for an address that can take none. */
  send(letter: Letter): Promise<void>;
  /** Whether a letter of that key was sent, as far as can be seen: what would undo what it says is not done once more. */
  wasSent(key: string): Promise<boolean>;
  /** What has come back since then, as far as Graph shows it. */
  bounced(since: Instant): Promise<readonly Bounce[]>;
}
