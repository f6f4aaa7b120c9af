/**
 * Keeps Graph's promise to tell of changes: made once for all instances, renewed daily, made anew when it is gone. Without
 * it the sweep finds everything all the same, only later.
 */
import { randomBytes } from 'node:crypto';
import type { Instant } from '../domain/intervals';
import type { Kept, KnownSubscription, SharedRow, Subscriptions } from '../ports/calendar-watch';

export interface CalendarSubscriptionNeeds {
  readonly subscriptions: Subscriptions;
  readonly row: SharedRow<KnownSubscription>;
  /** Where notifications are to go: one that leads elsewhere is made anew. */
  readonly notificationUrl: string;
  readonly now: () => Instant;
}

export interface CalendarSubscription {
  /** Makes or renews it when that is due. `made`: what happened before is not told of, so sweep. */
  keep(): Promise<'stands' | 'made'>;
  /** Renews it at once, or makes it anew when it is gone: asked for as often as Graph likes. */
  check(): Promise<'stands' | 'made'>;
}

/** It lasts almost three days: two renewals may fail before it ends. */
const RENEW_AFTER_MS = 24 * 60 * 60_000;
/** Whoever began to make one and has not finished by then has died. */
const MAKING_MS = 2 * 60_000;
/** 256 bits. */
const SECRET_BYTES = 32;

export function createCalendarSubscription({
  subscriptions,
  row,
  notificationUrl,
  now,
}: CalendarSubscriptionNeeds): CalendarSubscription {
  return { keep, check };

  async function keep(): Promise<'stands' | 'made'> {
    const kept = await row.find();
    if (!kept) return make(undefined);
    const { subscription, since, notificationUrl: leadsTo } = kept.row;
    // As far ahead is as good as long ago: then it was a clock that had jumped.
    const age = Math.abs(now() - since);
    if (!subscription) return age < MAKING_MS ? 'stands' : make(kept);
    if (leadsTo !== notificationUrl || subscription.expiresAt <= now()) return make(kept);
    return age < RENEW_AFTER_MS ? 'stands' : renew(kept, subscription.id);
  }

  async function check(): Promise<'stands' | 'made'> {
    const kept = await row.find();
    return kept?.row.subscription ? renew(kept, kept.row.subscription.id) : keep();
  }

  /** Two instances renewing at once do no harm: both get the same subscription, and one of them writes it down. */
  async function renew(kept: Kept<KnownSubscription>, id: string): Promise<'stands' | 'made'> {
    const subscription = await subscriptions.renew(id);
    if (subscription === 'gone') return make(kept);
    await row.put({ ...kept.row, subscription, since: now() }, kept);
    return 'stands';
  }

  /** The secret is known before the subscription is, because its first notification may come at once. */
  async function make(was: Kept<KnownSubscription> | undefined): Promise<'stands' | 'made'> {
    const clientState = randomBytes(SECRET_BYTES).toString('base64url');
    const making = await row.put({ clientState, notificationUrl, since: now() }, was);
    if (making === 'conflict') return 'stands';
    const subscription = await subscriptions.create(clientState);
    const made = await row.put({ clientState, notificationUrl, subscription, since: now() }, making);
    // Somebody took us for dead and has made another.
    if (made === 'conflict') await subscriptions.remove(subscription.id);
    if (was?.row.subscription) await subscriptions.remove(was.row.subscription.id);
    return made === 'conflict' ? 'stands' : 'made';
  }
}
