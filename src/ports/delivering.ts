/** What has come about, on its way to those who asked to hear of it. */
import type { CallMet } from '../domain/delivering';
import type { Instant } from '../domain/intervals';
import type { Announcement } from './announcing';
import type { Subscription, SubscriptionId } from './subscriptions';

/** One announcement on its way to one subscription. */
export interface Delivery {
  readonly subscriptionId: SubscriptionId;
  readonly announcement: Announcement;
  /** Since when it is to be delivered, or since a coordinator asked that it be tried again. */
  readonly since: Instant;
  readonly tries: number;
  /** Not before this instant. */
  readonly dueAt: Instant;
  /** Until then it is in the hands of one instance. */
  readonly claimedUntil?: Instant;
  /** Since when it is no longer tried; absent while it is. */
  readonly parkedAt?: Instant;
  /** What the last try met, as a word: `status-500`, `timeout`, `not-allowed`; or why there was none: `owner-left`, `owner-unread`. */
  readonly problem?: string;
}

/** As it was read: written back only while nobody else has changed it. */
export interface LeftDelivery extends Delivery {
  readonly version: string;
}

export interface Deliveries {
  /** Once for each subscription and announcement: said again, also after it was delivered, it adds nothing. */
  add(subscriptionId: SubscriptionId, announcement: Announcement): Promise<void>;
  /** Everything that was not delivered yet. */
  left(): Promise<readonly LeftDelivery[]>;
  /** How it is now; undefined when it was changed meanwhile, or is not there any more. */
  keep(was: LeftDelivery, next: Delivery): Promise<LeftDelivery | undefined>;
  /** Delivered, or dropped: it is not added again. Nothing happens when it was changed meanwhile. */
  finish(was: LeftDelivery): Promise<'finished' | 'changed'>;
  /** Everything of a subscription, with what is known of what was delivered. Done when there is none. */
  forget(subscriptionId: SubscriptionId): Promise<void>;
  /** Of what was delivered before that instant nothing needs to be known any more. */
  forgetFinished(before: Instant): Promise<void>;
}

export interface Owners {
  /** Whether whoever asked for it may hear of requests now. Throws when that cannot be seen just now. */
  mayHear(subscription: Pick<Subscription, 'caller' | 'byRole'>): Promise<boolean>;
}

export interface CallingBack {
  /** One try. Every failure of the other side is an answer. */
  call(subscription: Pick<Subscription, 'callbackUrl'>, announcement: Announcement): Promise<CallMet>;
}
