/**
 * Erases one closed request. What can only be found through it goes first: its cards in Teams and its event in Outlook; then all of
 * its rows. Whatever else is about it is found by the sweep, because the request is not there any more.
 */
import { isOnHold } from '../domain/legal-hold';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { Closed, RequestId } from '../domain/request';
import { daysAfter, erasedFrom } from '../domain/retention';
import type { Erasures } from '../ports/erasures';
import type { LegalHolds } from '../ports/governance';
import type {
  CardBlanking,
  EventRemoving,
  RequestErasing,
  WholeRequest,
  WholeRequests,
} from '../ports/retention';

export interface RequestErasingNeeds {
  readonly requests: WholeRequests;
  readonly holds: Pick<LegalHolds, 'all'>;
  readonly cards: CardBlanking;
  readonly events: EventRemoving;
  readonly erasures: Erasures;
  readonly policy: Pick<Policy, 'keptDays'>;
  readonly now: () => Instant;
  readonly log: { warn(fields: object, message: string): void };
}

/** So long the clock waits for Teams and Outlook, and for work that does not end; then the rows go without. */
const WAITS_DAYS = 30;

export function createRequestErasing(needs: RequestErasingNeeds): RequestErasing {
  const { requests, holds, cards, events, erasures, policy, now, log } = needs;
  return {
    async eraseRequest(id, why) {
      const whole = await requests.find(id);
      if (!whole) return 'not-found';
      const { request } = whole;
      if (request.state !== 'closed') return 'open';
      const over = { start: request.submittedAt, end: request.closedAt };
      if (isOnHold(await holds.all(), { requestId: id, over })) return 'on-hold';
      if (!(await nothingOutside(id, whole, request))) return 'left';
      await erasures.erase([{ table: 'requests', partitionKey: id, why }]);
      return 'erased';
    },
  };

  async function nothingOutside(id: RequestId, whole: WholeRequest, request: Closed): Promise<boolean> {
    const waitsNoMore = daysAfter(erasedFrom(request, policy), WAITS_DAYS) <= now();
    if (whole.hasWork && !waitsNoMore) return false;
    try {
      for (const card of whole.cards) if (card.activityId !== undefined) await cards.blank(card);
      await events.removeAll(id, Math.max(request.attempt, request.tried ?? 0));
      return true;
    } catch (error) {
      const fields = { requestId: id, err: error };
      if (waitsNoMore) log.warn(fields, 'erased, although a card or an event of it may be left');
      else log.warn(fields, 'could not take away cards or event of a request to be erased; will try again');
      return waitsNoMore;
    }
  }
}
