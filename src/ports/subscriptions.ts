/** Who has asked to be called back when something happens, and what is still to be delivered to them. */
import type { RequestEvent } from '../domain/announcing';
import type { Instant } from '../domain/intervals';
import type { Announcement } from './announcing';

/** A UUID. */
export type SubscriptionId = string;

export interface Subscription {
  readonly id: SubscriptionId;
  /** Who asked, as the API knows them: nobody else may end it through the API. */
  readonly caller: string;
  readonly events: readonly RequestEvent[];
  /** A secret: whoever knows it can call it. Never logged, never shown; people see its host. */
  readonly callbackUrl: string;
  readonly since: Instant;
}

export interface Subscriptions {
  add(subscription: Omit<Subscription, 'id' | 'since'>): Promise<Subscription>;
  find(id: SubscriptionId): Promise<Subscription | undefined>;
  all(): Promise<readonly Subscription[]>;
  /** With everything that is still to be delivered to it. Done when there is none. */
  remove(id: SubscriptionId): Promise<void>;
}

/** One announcement on its way to one subscription. */
export interface Delivery {
  readonly subscriptionId: SubscriptionId;
  readonly announcement: Announcement;
  readonly tries: number;
  /** Not before this instant. */
  readonly dueAt: Instant;
  /** Since when it is no longer tried; absent while it is. */
  readonly parkedAt?: Instant;
  /** What the last try met, as a word: `status-500`, `timeout`, `not-allowed`. */
  readonly problem?: string;
}

/** `address`: no https address; `host`: not one of those events may be sent to; `private`: leads into a private network. */
export type CallbackRefused = 'address' | 'host' | 'private' | 'too-many';

/** What the API offers of it. */
export interface Subscribing {
  subscribe(
    caller: string,
    wanted: Pick<Subscription, 'events' | 'callbackUrl'>,
  ): Promise<{ readonly subscribed: Subscription } | { readonly refused: CallbackRefused }>;
  /** `not-found` of somebody else's too. Said again of one that is gone: `not-found`. */
  unsubscribe(caller: string, id: SubscriptionId): Promise<'removed' | 'not-found'>;
}
