/** Sentences beside the code that everybody in a session is shown. */
import type { Instant } from '../domain/intervals';
import { momentInWords } from './when';

export const SHARED_LINK = {
  button: 'Show the evaluation',
  heading: 'How was the session?',
  hint: 'A code and a link for everybody in the session, to be shown in its last minutes: they say how it was, confidentially.',
  text: 'Please point your phone’s camera at the code, or open the link. It takes under a minute and is confidential: nobody is shown who has answered.',
  alt: 'A code that a phone’s camera opens the evaluation with; the same link is written below',
  footnote:
    'For the facilitator: share your screen, or put the link into the meeting’s chat. Everybody uses the same one; please ask everybody to answer once. As nobody knows who has answered here, everybody is asked once more afterwards: please tell them to leave that aside.',
  over: 'This session can no longer be evaluated, or is not arranged any more. There is nothing to show.',
} as const;

export function notYetInWords(from: Instant): string {
  return `The evaluation can be shown from ${momentInWords(from)}, when the session is nearly over. Please press the button again then.`;
}
