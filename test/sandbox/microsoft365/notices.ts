import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { TENANT_ID } from '../people';
import type { ChangeType } from './changes';
import { etag } from './event-shape';
import { createPostOffice, type Deliver } from './post-office';
import type { StoredEvent, StoredSubscription } from './state';
import type { Store } from './store';

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/** What becomes of notifications on their way; change the fields at any time. */
export interface NoticeConditions {
  /** Nothing is sent at all. */
  off: boolean;
  /** So many of the next are lost. */
  lose: number;
  /** Every one is sent twice. */
  doubled: boolean;
  /** Every one comes so much later. */
  lateMs: number;
  /** So many are held back and then come in the opposite order; 0 for none. */
  reorder: number;
}

/** One notification and what it was answered with; without a status nobody answered. */
export interface SentNotice {
  readonly url: string;
  readonly notification: Readonly<Record<string, unknown>>;
  readonly status?: number;
}

export interface Notices {
  readonly conditions: NoticeConditions;
  /** Tells every subscription that asked for it. */
  changed(event: StoredEvent, type: ChangeType): void;
  lifecycle(subscription: StoredSubscription, event: LifecycleEvent): void;
  /** Whether whoever is at the address answers the handshake as Graph wants it. */
  isValid(url: string): Promise<boolean>;
  /** What was sent, in order of the answers. */
  sent(): readonly SentNotice[];
  /** When nothing is on its way any more; what is held back is sent first. */
  settled(): Promise<void>;
  /** Forgets what was sent and what was on its way. */
  reset(): void;
}

const CALM: Readonly<NoticeConditions> = { off: false, lose: 0, doubled: false, lateMs: 0, reorder: 0 };

/** https://learn.microsoft.com/graph/change-notifications-delivery-webhooks */
export function createNotices(needs: { store: Store; now: () => Date; deliver: Deliver }): Notices {
  const { store, now, deliver } = needs;
  const post = createPostOffice(deliver);
  const conditions: NoticeConditions = { ...CALM };
  const underWay = new Set<Promise<void>>();
  let sent: SentNotice[] = [];
  let heldBack: (() => void)[] = [];

  return {
    conditions,
    changed(event, changeType) {
      for (const subscription of store.state.subscriptions) {
        const { id, organiserId, notificationUrl, expirationDateTime } = subscription;
        const asked = subscription.changeType.split(',').map((type) => type.trim());
        if (organiserId !== event.organiserId || !asked.includes(changeType)) continue;
        if (Date.parse(expirationDateTime) <= now().getTime()) continue;
        const eventId = subscription.immutableIds ? event.immutableId : event.id;
        const resource = `Users/${organiserId}/Events/${eventId}`;
        send(notificationUrl, {
          id: randomUUID(),
          subscriptionId: id,
          subscriptionExpirationDateTime: expirationDateTime,
          changeType,
          resource,
          resourceData: {
            '@odata.type': '#Microsoft.Graph.Event',
            '@odata.id': resource,
            '@odata.etag': etag(event),
            id: eventId,
          },
          clientState: subscription.clientState,
          tenantId: TENANT_ID,
        });
      }
    },
    lifecycle(subscription, lifecycleEvent) {
      const { id, lifecycleNotificationUrl, expirationDateTime, resource, clientState } = subscription;
      if (lifecycleNotificationUrl === null) return;
      send(lifecycleNotificationUrl, {
        id: randomUUID(),
        subscriptionId: id,
        subscriptionExpirationDateTime: expirationDateTime,
        lifecycleEvent,
        resource,
        clientState,
        tenantId: TENANT_ID,
        organizationId: TENANT_ID,
      });
    },
    isValid: (url) => post.handshake(url),
    sent: () => [...sent],
    async settled() {
      releaseHeldBack();
      while (underWay.size > 0) await Promise.all(underWay);
    },
    reset() {
      Object.assign(conditions, CALM);
      sent = [];
      heldBack = [];
    },
  };

  function send(url: string, notification: SentNotice['notification']): void {
    if (conditions.off) return;
    if (conditions.lose > 0) {
      conditions.lose -= 1;
      return;
    }
    for (let copies = conditions.doubled ? 2 : 1; copies > 0; copies -= 1) {
      const onItsWay = () => keep(carry(url, notification, conditions.lateMs));
      if (conditions.reorder === 0) onItsWay();
      else heldBack.push(onItsWay);
    }
    if (heldBack.length >= conditions.reorder) releaseHeldBack();
  }

  function releaseHeldBack(): void {
    for (const onItsWay of heldBack.splice(0).reverse()) onItsWay();
  }

  async function carry(url: string, notification: SentNotice['notification'], lateMs: number): Promise<void> {
    await wait(lateMs);
    const status = await post.deliver(url, { value: [notification] });
    sent.push({ url, notification, ...(status !== undefined && { status }) });
  }

  function keep(work: Promise<void>): void {
    const kept = work.finally(() => underWay.delete(kept));
    underWay.add(kept);
  }
}
