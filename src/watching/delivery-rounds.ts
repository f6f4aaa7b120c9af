/**
 * Delivers to one subscription what is due: one at a time, in order for each request, and whatever fails holds up its own
 * request only. At least once: whoever delivered and crashed before writing it down has another deliver it again, under the
 * same id.
 */
import {
  afterTry,
  groupedBy,
  inOrder,
  OWNER_LEFT,
  OWNER_UNREAD,
  OWNER_UNREAD_WAIT_MS,
} from '../domain/delivering';
import type { Instant } from '../domain/intervals';
import type { CallingBack, Deliveries, LeftDelivery, Owners } from '../ports/delivering';
import type { Subscription, Subscriptions } from '../ports/subscriptions';

export interface DeliveryRoundNeeds {
  readonly deliveries: Pick<Deliveries, 'keep' | 'finish'>;
  readonly subscriptions: Pick<Subscriptions, 'remove'>;
  readonly callingBack: CallingBack;
  readonly owners: Owners;
  readonly now: () => Instant;
  /** From 0 up to 1. */
  readonly chance?: () => number;
  readonly log: Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>;
}

/** Well above what a try may take: only a crash leaves it to run out. */
const CLAIM_MS = 30_000;

/** `goes-on`: delivered, the next of the request may go. `ended`, `no-answer`: nothing more for this subscription now. */
type Met = 'goes-on' | 'waits' | 'ended' | 'no-answer';

export type DeliveryRound = (
  subscription: Subscription,
  left: readonly LeftDelivery[],
  stopping: AbortSignal,
) => Promise<void>;

export function createDeliveryRound(needs: DeliveryRoundNeeds): DeliveryRound {
  const { deliveries, subscriptions, callingBack, owners, now, chance = Math.random, log } = needs;

  return async (subscription, left, stopping) => {
    for (const ofRequest of groupedBy(left, ({ announcement }) => announcement.requestId).values()) {
      for (const delivery of inOrder(ofRequest)) {
        if (stopping.aborted) return;
        const met = await deliver(subscription, delivery);
        if (met === 'ended' || met === 'no-answer') return;
        if (met === 'waits') break;
      }
    }
  };

  async function deliver(subscription: Subscription, delivery: LeftDelivery): Promise<Met> {
    if (!isDue(delivery, now())) return 'waits';
    const untold = await untoldFor(subscription, delivery);
    if (untold) return untold;
    // 1. Ours: whoever else read it as it was is too late.
    const { version: _version, ...read } = delivery;
    const claimed = await deliveries.keep(delivery, { ...read, claimedUntil: now() + CLAIM_MS });
    if (!claimed) return 'waits';
    // 2. The try itself.
    const met = await callingBack.call(subscription, delivery.announcement);
    const after = afterTry(met, delivery, now(), chance());
    // 3. What became of it. Where another has it by now, what they met counts.
    const { event: kind, requestId } = delivery.announcement;
    const tries = delivery.tries + 1;
    const { claimedUntil: _claimedUntil, ...rest } = read;
    switch (after.now) {
      case 'delivered':
        log.info({ requestId, kind, tries }, 'event delivered');
        return (await deliveries.finish(claimed)) === 'finished' ? 'goes-on' : 'waits';
      case 'ended':
        await subscriptions.remove(subscription.id);
        log.warn({ requestId, kind, tries }, 'nobody listens there any more: subscription ended');
        return 'ended';
      case 'later': {
        const { dueAt, problem } = after;
        await deliveries.keep(claimed, { ...rest, tries, dueAt, problem });
        log.warn({ requestId, kind, tries, outcome: problem }, 'event not delivered; will try again');
        // Each try would take as long: whatever else there is for it waits for another round.
        return problem === 'timeout' ? 'no-answer' : 'waits';
      }
      case 'parked': {
        const { problem } = after;
        await deliveries.keep(claimed, { ...rest, tries, problem, parkedAt: now() });
        log.error({ requestId, kind, tries, outcome: problem }, 'event parked: a person has to look');
        return 'waits';
      }
    }
  }

  /** Before each try, because whoever asked for it may have left the coordinators since. Undefined where they may hear of it. */
  async function untoldFor(subscription: Subscription, delivery: LeftDelivery): Promise<Met | undefined> {
    const { version: _version, claimedUntil: _claimedUntil, ...rest } = delivery;
    const { event: kind, requestId } = delivery.announcement;
    try {
      if (await owners.mayHear(subscription)) return undefined;
    } catch (error) {
      await deliveries.keep(delivery, {
        ...rest,
        problem: OWNER_UNREAD,
        dueAt: now() + OWNER_UNREAD_WAIT_MS,
      });
      const fields = { err: error, requestId, kind, outcome: OWNER_UNREAD };
      log.error(fields, 'could not see whether whoever asked for an event may hear of it; will try again');
      return 'no-answer';
    }
    await deliveries.keep(delivery, { ...rest, problem: OWNER_LEFT, parkedAt: now() });
    log.warn(
      { requestId, kind, outcome: OWNER_LEFT },
      'event parked: whoever asked for it is no coordinator',
    );
    return 'goes-on';
  }
}

/** Whether it may be tried now, by whoever is first. */
export function isDue({ dueAt, claimedUntil = 0, parkedAt }: LeftDelivery, now: Instant): boolean {
  return parkedAt === undefined && dueAt <= now && claimedUntil <= now;
}
