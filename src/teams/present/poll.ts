/** The question which times suit, on a card of whoever is asked: a tick for each time, and a button for none of them. */
import type { Instant } from '../../domain/intervals';
import { mayActFor, type Person } from '../../domain/people';
import { referenceOf, type Request } from '../../domain/request';
import { presentPolled } from '../../present/polled';
import { placeInWords } from '../../present/place';
import type { Fact, Noticed } from '../../present/stated';
import type { Choice } from '../../wording/choice';
import { isolated } from '../../wording/typed-text';
import { askedWhichSuit, canBeChangedUntil, POLLED } from '../wording/polling';

export interface PollCard extends Noticed {
  readonly reference: string;
  readonly title: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly canAnswer: boolean;
  readonly request: string;
  readonly at: Instant;
  readonly times: readonly Choice[];
  /** What they answered last. */
  readonly chosen: string;
  /** What becomes of an answer. */
  readonly footnote: string;
}

/** Once it is over, or they are not asked any more, that is all that is left on it. */
export function presentPoll(request: Request, person: Person, now: Instant, notice = ''): PollCard {
  const polled = presentPolled(request, person, now);
  const { requester, ask } = request;
  const isOwn = mayActFor(requester, person);
  return {
    hasNotice: notice !== '',
    notice,
    reference: referenceOf(request.id),
    title: POLLED.title,
    text: polled ? askedWhichSuit(isOwn, polled.until) : POLLED.over,
    facts: polled
      ? [
          ...(isOwn ? [] : [{ label: 'Asked for by', value: isolated(requester.name) }]),
          { label: 'Where', value: placeInWords(ask.place) },
        ]
      : [],
    canAnswer: polled !== undefined,
    request: request.id,
    at: polled?.at ?? 0,
    times: (polled?.slots ?? []).map(({ start, label }) => ({ title: label, value: String(start) })),
    chosen: (polled?.slots ?? []).flatMap(({ start, suits }) => (suits ? [String(start)] : [])).join(','),
    footnote: polled?.hasAnswered
      ? `${canBeChangedUntil(polled.until)} ${POLLED.nothingBooked}`
      : POLLED.nothingBooked,
  };
}
