/** Instances that deliver side by side, from one memory, to others who behave as they are told to. */
import type { CallMet } from '../../src/domain/delivering';
import type { Announcement } from '../../src/ports/announcing';
import type { Alert } from '../../src/ports/alerts';
import type { Subscription } from '../../src/ports/subscriptions';
import { createAnnouncing } from '../../src/power/announcing';
import { createOwners } from '../../src/power/owners';
import { createDeliveryWatch } from '../../src/watching/delivery-watch';
import { at } from '../builders';
import { createMemoryLog } from '../fakes';
import { createMemoryClaims } from '../memory/claims';
import { createMemoryConnections } from '../memory/connections';

export const NOW = at('2026-11-24T10:00');
export const FAILED: CallMet = { met: 'failed', problem: 'status-500' };
export const TIMEOUT: CallMet = { met: 'failed', problem: 'timeout' };
/** What nothing but the other side may see of an address. */
export const SECRET = 'sig=marked-secret';

/** Requests have ids of 26 signs; these differ in their first. */
export const requestNamed = (letter: string) => `${letter}qf3k2m9xw0d4h5j6n8p1r2s3t`;

export function announcement(n: number, letter = '7', over: Partial<Announcement> = {}): Announcement {
  const requestId = requestNamed(letter);
  const id = `${requestId}-effect-announce-${String(n).padStart(10, '0')}`;
  return { id, requestId, event: 'booked', state: 'booked', happenedAt: NOW, ...over };
}

export interface Called {
  readonly to: Subscription['id'];
  /** Request and number, as `7/12`. */
  readonly what: string;
}

export type Answering = (called: Called, n: number) => CallMet | Promise<CallMet>;

export function openDeliveries() {
  const clock = { now: NOW };
  const now = () => clock.now;
  const connections = createMemoryConnections(now);
  const { deliveries, subscriptions } = connections;
  const world = {
    answers: (() => ({ met: 'delivered' })) as Answering,
    alertFault: false,
    membersFault: false,
    coordinators: new Set<string>(),
  };
  const called: Called[] = [];
  const alerts: Alert[] = [];
  const log = createMemoryLog();
  const claims = createMemoryClaims();
  const needs = {
    ...{ deliveries, subscriptions, claims, now, log },
    owners: createOwners({
      async isCoordinator(id) {
        if (world.membersFault) throw new Error('Graph is down');
        return world.coordinators.has(id);
      },
    }),
    chance: () => 0.5,
    everyMs: 1,
    callingBack: {
      async call(to: Pick<Subscription, 'callbackUrl'>, { id, requestId }: Announcement) {
        const found = (await subscriptions.all()).find(({ callbackUrl }) => callbackUrl === to.callbackUrl)!;
        const one = { to: found.id, what: `${requestId.slice(0, 1)}/${Number(id.slice(-10))}` };
        called.push(one);
        return world.answers(one, called.length - 1);
      },
    },
    alerts: {
      async raise(alert: Alert) {
        if (world.alertFault) throw new Error('Teams is down');
        alerts.push(alert);
        return 'shown' as const;
      },
    },
  };
  let subscribed = 0;
  return {
    ...{ clock, deliveries, subscriptions, called, alerts, log, claims, needs, world },
    announcing: createAnnouncing(connections),
    instance: (over: Partial<Parameters<typeof createDeliveryWatch>[0]> = {}) =>
      createDeliveryWatch({ ...needs, ...over }),
    answers(how: Answering) {
      world.answers = how;
    },
    async subscribe(over: Partial<Subscription> = {}): Promise<Subscription> {
      subscribed += 1;
      const callbackUrl = `https://flow-${subscribed}.flows.example/a?${SECRET}`;
      return subscriptions.add({ caller: 'app-1', events: ['booked', 'closed'], callbackUrl, ...over });
    },
    whats: (to?: Subscription) => called.filter((each) => !to || each.to === to.id).map(({ what }) => what),
  };
}
