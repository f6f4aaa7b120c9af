/**
 * The card of those who come to a session: when, how to get there and who asked. Nothing of the case and nobody else's
 * name: it shows up on lock screens, and stays in the chat for ever.
 */
import { slotInWords } from '../wording/when';
import type { Instant } from '../domain/intervals';
import { type Booked, referenceOf, type Uncovered } from '../domain/request';
import type { Fact } from './stated';
import { isolated } from '../wording/typed-text';
import { ATTENDING } from '../wording/on-the-day';
import { placeInWords } from './place';

export interface AttendingCard {
  readonly hasNotice: boolean;
  readonly notice: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly wayThere: string;
  readonly canJoin: boolean;
  readonly joinUrl: string;
  readonly canSayMissing: boolean;
  readonly request: string;
  /** When the session begins, as far as this card knows: one moved since is another. */
  readonly start: Instant;
}

export interface AttendingView {
  /** What has just been answered. */
  readonly notice?: string;
  /** Whether it is the last card before the session. */
  readonly isLast: boolean;
}

export function presentAttending(
  { id, match, ask, requester, event }: Booked | Uncovered,
  { notice = '', isLast }: AttendingView,
): AttendingCard {
  const { slot } = match;
  const joinUrl = event.joinUrl ?? '';
  return {
    hasNotice: notice !== '',
    notice,
    title: `${ATTENDING.title} ${referenceOf(id)}`,
    facts: [
      { label: 'When', value: `${slotInWords(slot)} (London time)` },
      { label: 'Where', value: placeInWords(ask.place) },
      { label: 'Asked for by', value: isolated(requester.name) },
    ],
    wayThere: ATTENDING.wayThere,
    canJoin: joinUrl !== '',
    joinUrl,
    canSayMissing: isLast,
    request: id,
    start: slot.start,
  };
}
