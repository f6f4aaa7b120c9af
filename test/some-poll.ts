/** A poll as a coordinator has begun it, for the tests; see builders.ts for the story behind it. */
import type { Poll } from '../src/domain/poll';
import { aSlot, at } from './builders';
import { outsiders } from './sandbox/people';

const [hattie, percy] = outsiders;

/** Two of those whose calendars cannot be seen are asked about the times of both matches. */
export function somePoll(over: Partial<Poll> = {}): Poll {
  return {
    at: at('2026-11-25T09:00'),
    slots: [aSlot('2026-12-08T10:00'), aSlot('2026-12-09T14:00')],
    asked: [hattie.mail, percy.mail],
    closesAt: at('2026-11-30T17:00'),
    answers: [],
    ...over,
  };
}
