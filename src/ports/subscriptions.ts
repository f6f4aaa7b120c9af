/** Who has asked to be called back when something happens. What is on its way to them: delivering.ts. */
import type { RequestEvent } from '../domain/announcing';
import type { Instant } from '../domain/intervals';

/** A UUID. */
export type SubscriptionId = string;

export interface Subscription {
  readonly id: SubscriptionId;
  /** Who asked, as the API knows them: nobody else may end it through the API. */
  readonly caller: string;
  /** A person let in by the role an administrator gave them; without it, a person hears while they are a coordinator. */
  readonly byRole?: true;
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

/** `address`: no https address; `host`: not one of those events may be sent to; `private`: leads into a private network. */
export type CallbackRefused = 'address' | 'host' | 'private' | 'too-many';

/** What the API offers of it. */
export interface Subscribing {
  subscribe(
    caller: string,
    wanted: Pick<Subscription, 'events' | 'callbackUrl' | 'byRole'>,
  ): Promise<{ readonly subscribed: Subscription } | { readonly refused: CallbackRefused }>;
  /** `not-found` of somebody else's too. Said again of one that is gone: `not-found`. */
  unsubscribe(caller: string, id: SubscriptionId): Promise<'removed' | 'not-found'>;
}
