/** Being told by Graph of changes to the organiser's events. */
import type { Subscription as GraphSubscription } from '@microsoft/microsoft-graph-types';
import { type Instant, MINUTE_MS } from '../domain/intervals';
import type { PersonId } from '../domain/people';
import { Fault } from '../ports';
import type { Subscription, Subscriptions } from '../ports/calendar-watch';
import type { Graph } from './client';
import { unlessGone } from './fault';
import { path } from './odata';

export interface SubscriptionsNeeds {
  readonly graph: Graph;
  readonly organiser: PersonId;
  /** Where Graph reaches us; https. */
  readonly notificationUrl: string;
  readonly now: () => Instant;
}

/**
 * https://learn.microsoft.com/graph/change-notifications-overview#subscription-lifetime: 4,230 minutes for Outlook events. Ours
 * is shorter by what two clocks may differ.
 */
const LIFETIME_MS = (4_230 - 30) * MINUTE_MS;

export function createSubscriptions({
  graph,
  organiser,
  notificationUrl,
  now,
}: SubscriptionsNeeds): Subscriptions {
  const at = (id: string) => path`/subscriptions/${id}`;
  const lifetime = () => ({ expirationDateTime: new Date(now() + LIFETIME_MS).toISOString() });

  return {
    async create(clientState) {
      const made = await graph.post<GraphSubscription>('/subscriptions', {
        changeType: 'created,updated,deleted',
        resource: path`users/${organiser}/events`,
        notificationUrl,
        // Can be given only now: without it nothing tells of a subscription that was removed.
        lifecycleNotificationUrl: notificationUrl,
        clientState,
        ...lifetime(),
      });
      return subscription(made);
    },

    async renew(id) {
      const renewed = await unlessGone(graph.patch<GraphSubscription>(at(id), lifetime()));
      return renewed ? subscription(renewed) : 'gone';
    },

    async remove(id) {
      await unlessGone(graph.delete(at(id)));
    },
  };
}

/** Whether Graph still has it, and changes nothing. */
export async function lookAt(graph: Pick<Graph, 'get'>, id: string): Promise<Subscription | 'gone'> {
  const found = await unlessGone(graph.get<GraphSubscription>(path`/subscriptions/${id}`));
  return found ? subscription(found) : 'gone';
}

function subscription({ id, expirationDateTime }: GraphSubscription): Subscription {
  const expiresAt = Date.parse(expirationDateTime ?? '');
  if (!id || Number.isNaN(expiresAt))
    throw new Fault(`Expected a subscription with its id and end, got one until "${expirationDateTime}"`);
  return { id, expiresAt };
}
