/** Puts together how other programs hear of what happens: who asked, what is on its way to them, and what delivers it. */
import type { Storage } from '../azure/clients';
import { createDeliveries } from '../azure/delivery-table';
import { createSubscriptions } from '../azure/subscription-table';
import type { Config } from '../config';
import type { Instant } from '../domain/intervals';
import type { Log } from '../log';
import type { Directory } from '../ports';
import type { Alerts } from '../ports/alerts';
import type { Announcing } from '../ports/announcing';
import type { Deliveries } from '../ports/delivering';
import type { Claims } from '../ports/digest';
import type { Subscribing, Subscriptions } from '../ports/subscriptions';
import { createAnnouncing } from '../power/announcing';
import { createCallingBack } from '../power/calling-back';
import { createOwners } from '../power/owners';
import { createSubscribing } from '../power/subscribing';
import type { Figures } from '../telemetry/figures';
import { watchedDeliveries } from '../telemetry/watched-deliveries';
import { createDeliveryWatch } from '../watching/delivery-watch';
import type { Watch } from '../watching/watch';

export interface AnnouncingNeeds {
  readonly config: Pick<Config, 'api' | 'signIn'>;
  readonly storage: Pick<Storage, 'subscriptions' | 'deliveries'>;
  readonly directory: Pick<Directory, 'isCoordinator'>;
  readonly alerts: Alerts;
  readonly claims: Claims;
  readonly telemetry: Figures;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface AnnouncingParts {
  readonly announcing: Announcing;
  /** For the API. */
  readonly subscribing: Subscribing;
  /** For the coordinators' tab. */
  readonly connections: { readonly subscriptions: Subscriptions; readonly deliveries: Deliveries };
  readonly watch: Watch;
}

/** Undefined where there is no API: then nobody can have asked. */
export function announceToOthers(needs: AnnouncingNeeds): AnnouncingParts | undefined {
  const { config, storage, directory, telemetry, now } = needs;
  if (!config.api) return undefined;
  const deliveries = watchedDeliveries(createDeliveries({ ...storage, now }), telemetry, now);
  const subscriptions = createSubscriptions({ ...storage, deliveries, now });
  const rules = { hosts: config.api.callbackHosts, loopback: config.signIn.kind === 'anonymous' };
  return {
    announcing: createAnnouncing({ subscriptions, deliveries }),
    subscribing: createSubscribing({ ...rules, subscriptions }),
    connections: { subscriptions, deliveries },
    watch: createDeliveryWatch({
      ...needs,
      subscriptions,
      deliveries,
      callingBack: createCallingBack({ ...rules, now }),
      owners: createOwners(directory),
    }),
  };
}
