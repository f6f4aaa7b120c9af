/** The card of those who come, as it answers what they press; where nothing takes place any more, only that is left on it. */
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import { isStanding } from '../../domain/rearranging';
import { isLastReminded } from '../../domain/reminders';
import { referenceOf, type Request } from '../../domain/request';
import { presentAttending } from '../../present/attending';
import { ATTENDING } from '../../wording/on-the-day';
import { type Card, renderCard } from '../cards';

export interface AnsweredOn {
  readonly now: Instant;
  readonly policy: Policy;
  /** Where it is known of the card they pressed. */
  readonly isLast?: true;
}

export function attendingCard(
  request: Request,
  viewer: Person,
  notice: string,
  { now, policy, isLast }: AnsweredOn,
): Card {
  if (!isStanding(request))
    return renderCard('notice', { title: `${ATTENDING.title} ${referenceOf(request.id)}`, text: notice });
  const view = { notice, isLast: isLast ?? isLastReminded(request, now, policy), viewer, now };
  return renderCard('attending', presentAttending(request, view));
}
