/**
 * The card of those who come to a session: when, how to get there and who asked. Nothing of the case and nobody else's
 * name: it shows up on lock screens, and stays in the chat for ever.
 */
import { slotInWords } from '../wording/when';
import type { Instant } from '../domain/intervals';
import type { Person } from '../domain/people';
import { type Booked, referenceOf, type Uncovered } from '../domain/request';
import type { Fact } from './stated';
import { isolated } from '../wording/typed-text';
import { ATTENDING } from '../wording/on-the-day';
import { OWN_PART } from '../wording/taking-part';
import { capitalised, type Choice } from '../wording/choice';
import { arrangementFacts } from './asked-for';
import { presentOwnPart } from './own-part';
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
  /** Which of its sessions was looked at. */
  readonly attempt: number;
  /** They have said that they cannot come. */
  readonly isAbsent: boolean;
  readonly absent: string;
  readonly canSayAbsent: boolean;
  readonly canSayComing: boolean;
  readonly canAskArrangements: boolean;
  readonly arrangements: readonly Choice[];
}

export interface AttendingView {
  /** What has just been answered. */
  readonly notice?: string;
  /** Whether it is the last card before the session. */
  readonly isLast: boolean;
  /** Whose card it is, and when: what they may say of their own part is offered only where both are known. */
  readonly viewer?: Person;
  readonly now?: Instant;
}

export function presentAttending(
  request: Booked | Uncovered,
  { notice = '', isLast, viewer, now }: AttendingView,
): AttendingCard {
  const { id, match, ask, requester, event, attempt } = request;
  const own = viewer && now !== undefined ? presentOwnPart(request, viewer, now) : undefined;
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
      ...(own ? arrangementFacts(ask) : []),
    ],
    wayThere: ATTENDING.wayThere,
    canJoin: joinUrl !== '',
    joinUrl,
    canSayMissing: isLast,
    request: id,
    start: slot.start,
    attempt,
    isAbsent: own?.canSayComing ?? false,
    absent: OWN_PART.cannotCome,
    canSayAbsent: own?.canSayAbsent ?? false,
    canSayComing: own?.canSayComing ?? false,
    canAskArrangements: (own?.arrangements ?? []).length > 0,
    arrangements: (own?.arrangements ?? []).map(capitalised),
  };
}
