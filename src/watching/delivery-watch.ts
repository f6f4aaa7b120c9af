/**
 * Delivers what others asked to hear of. Every instance may watch; subscriptions are worked side by side, so that one that
 * does not answer holds up itself alone.
 */
import pLimit from 'p-limit';
import { localDate } from '../domain/calendar';
import { DAY_MS, groupedBy, OWNER_LEFT } from '../domain/delivering';
import { type Instant, MINUTE_MS } from '../domain/intervals';
import type { Alert, Alerts } from '../ports/alerts';
import type { Deliveries, LeftDelivery } from '../ports/delivering';
import type { Claims } from '../ports/digest';
import type { Subscription, SubscriptionId, Subscriptions } from '../ports/subscriptions';
import { createDeliveryRound, type DeliveryRoundNeeds, isDue } from './delivery-rounds';
import { createWatch, type Watch } from './watch';

export interface DeliveryWatchNeeds extends Omit<DeliveryRoundNeeds, 'deliveries' | 'subscriptions'> {
  readonly deliveries: Omit<Deliveries, 'add'>;
  readonly subscriptions: Pick<Subscriptions, 'all' | 'remove'>;
  readonly alerts: Alerts;
  readonly claims: Claims;
  readonly everyMs?: number;
}

/** A flow that mails somebody is not waited for by the second. */
const EVERY_MS = 3_000;
/** More than one caller may have subscriptions, so that nobody can take all turns. */
const MOST_AT_ONCE = 50;
/** Longer than a worker's next try at an announcement is away. */
const FINISHED_KEPT_MS = 7 * DAY_MS;
/** Whoever has not looked by then has no use for it. */
const PARKED_KEPT_MS = 30 * DAY_MS;
const TIDIED_EVERY_MS = 60 * MINUTE_MS;
const TOLD_AGAIN_AFTER_MS = 5 * MINUTE_MS;

export function createDeliveryWatch(needs: DeliveryWatchNeeds): Watch {
  const { deliveries, subscriptions, alerts, claims, now, log, everyMs = EVERY_MS } = needs;
  const round = createDeliveryRound(needs);
  const inTurn = pLimit(MOST_AT_ONCE);
  const inHand = new Map<SubscriptionId, Promise<void>>();
  let stopping = new AbortController();
  let tidyAt: Instant = 0;
  let tellAt: Instant = 0;
  const watch = createWatch({
    look: begin,
    everyMs,
    failed: (error) => log.error({ err: error }, 'could not see to what is to be delivered; will try again'),
  });
  return {
    start() {
      stopping = new AbortController();
      watch.start();
    },
    async stop() {
      stopping.abort();
      await watch.stop();
      await Promise.all(inHand.values());
    },
    async look() {
      await begin();
      await Promise.all(inHand.values());
    },
  };

  /** Begins what is due, and does not wait for it. */
  async function begin(): Promise<void> {
    const left = await deliveries.left();
    if (left.length > 0) await beginRounds(left);
    await tellOfParked(left);
    await tidy(left);
  }

  async function beginRounds(left: readonly LeftDelivery[]): Promise<void> {
    // Read after its deliveries, each subscription that stands is there: what is nobody's came while it was ended.
    const standing = new Map((await subscriptions.all()).map((each) => [each.id, each]));
    for (const [id, ofIt] of groupedBy(left, ({ subscriptionId }) => subscriptionId)) {
      const subscription = standing.get(id);
      if (!subscription) await deliveries.forget(id);
      else if (!inHand.has(id) && ofIt.some((each) => isDue(each, now()))) take(subscription, ofIt);
    }
  }

  function take(subscription: Subscription, left: readonly LeftDelivery[]): void {
    const { id } = subscription;
    const working = inTurn(() => round(subscription, left, stopping.signal))
      .catch((error: unknown) => log.error({ err: error }, 'could not deliver events; will try again'))
      .finally(() => inHand.delete(id));
    inHand.set(id, working);
  }

  /** Once for what was parked longest, however much is parked after it: the page shows all of it. */
  async function tellOfParked(left: readonly LeftDelivery[]): Promise<void> {
    const parked = left.filter(({ parkedAt }) => parkedAt !== undefined);
    if (parked.length === 0 || now() < tellAt) return;
    tellAt = now() + TOLD_AGAIN_AFTER_MS;
    const isOwnerless = ({ problem }: LeftDelivery) => problem === OWNER_LEFT;
    await tellOnce(
      'deliveries-parked',
      'parked',
      parked.filter((each) => !isOwnerless(each)),
    );
    await tellOnce('deliveries-ownerless', 'ownerless', parked.filter(isOwnerless));
  }

  async function tellOnce(alert: Alert, name: string, parked: readonly LeftDelivery[]): Promise<void> {
    if (parked.length === 0) return;
    const claim = `${name}-${localDate(Math.min(...parked.map(({ parkedAt = now() }) => parkedAt)))}`;
    if (!(await claims.claim(claim))) return;
    try {
      await alerts.raise(alert);
    } catch (error) {
      await claims.drop(claim);
      log.error({ err: error }, 'could not tell that events are parked; will try again');
    }
  }

  async function tidy(left: readonly LeftDelivery[]): Promise<void> {
    if (now() < tidyAt) return;
    tidyAt = now() + TIDIED_EVERY_MS;
    await deliveries.forgetFinished(now() - FINISHED_KEPT_MS);
    for (const each of left)
      if (each.parkedAt !== undefined && each.parkedAt + PARKED_KEPT_MS <= now())
        await deliveries.finish(each);
  }
}
