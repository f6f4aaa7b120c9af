/** The question which times suit, as whoever was asked sees it; never what anybody else answered. */
import type { Instant } from '../domain/intervals';
import type { Person } from '../domain/people';
import { askedAs, openPoll } from '../domain/poll';
import type { Request } from '../domain/request';
import { momentInWords, slotInWords } from '../wording/when';

export interface PolledShown {
  /** Which question it is: an answer to an earlier one is stale. */
  readonly at: Instant;
  readonly until: string;
  readonly slots: readonly { readonly start: Instant; readonly label: string; readonly suits: boolean }[];
  readonly hasAnswered: boolean;
}

/** Undefined where they are not asked (any more). */
export function presentPolled(request: Request, person: Person, now: Instant): PolledShown | undefined {
  const poll = openPoll(request);
  if (request.state !== 'submitted' || !poll || now >= poll.closesAt) return undefined;
  const mail = askedAs(request, poll, person);
  if (mail === undefined) return undefined;
  const own = poll.answers.find((each) => each.mail === mail);
  return {
    at: poll.at,
    until: momentInWords(poll.closesAt),
    slots: poll.slots.map((slot) => ({
      start: slot.start,
      label: slotInWords(slot),
      suits: own?.starts.includes(slot.start) ?? false,
    })),
    hasAnswered: own !== undefined,
  };
}
