/** Puts together what follows the organiser's calendar: the door for notifications, and the watch over everything else. */
import { createCalendarQueue } from '../azure/calendar-queue';
import { createReadingRow, createSubscriptionRow } from '../azure/calendar-rows';
import type { Storage } from '../azure/clients';
import { createCalendarNews } from '../watching/calendar-news';
import { createCalendarSubscription } from '../watching/calendar-subscription';
import { createCalendarSweep } from '../watching/calendar-sweep';
import { createCalendarWatch } from '../watching/calendar-watch';
import type { Config } from '../config';
import type { Instant } from '../domain/intervals';
import { createCalendarChanges } from '../graph/calendar-changes';
import type { Graph } from '../graph/client';
import { createNotificationDoor } from '../graph/notification-door';
import { createSubscriptions } from '../graph/subscriptions';
import type { Log } from '../log';
import type { OpenRequests } from '../ports';
import { type Handler, NOTIFICATIONS_PATH } from '../server';
import type { Figures } from '../telemetry/figures';
import { watchedSubscription } from '../telemetry/watched-subscription';
import type { SessionLooking } from '../watching/session-looking';
import type { Watch } from '../watching/watch';

export interface CalendarFollowingNeeds {
  readonly config: Pick<Config, 'organiser' | 'policy' | 'publicUrl'>;
  readonly storage: Storage;
  readonly graph: Graph;
  readonly openRequests: OpenRequests;
  readonly looking: SessionLooking;
  readonly now: () => Instant;
  readonly log: Log;
  readonly telemetry: Figures;
  /** How often what notifications missed is swept for. */
  readonly sweepEveryMs?: number;
}

export interface CalendarFollowing {
  readonly watch: Watch;
  /** Absent where Graph cannot reach us. */
  readonly notifications?: Handler;
}

export function followCalendar(needs: CalendarFollowingNeeds): CalendarFollowing {
  const { config, storage, graph, openRequests, looking, telemetry, now, log, sweepEveryMs } = needs;
  const { organiser, policy } = config;
  const queue = createCalendarQueue({ eventChanges: storage.eventChanges, log });
  const sweep = createCalendarSweep({
    changes: createCalendarChanges({ graph, organiser }),
    row: createReadingRow(storage),
    queue,
    policy,
    now,
    log,
    ...(sweepEveryMs !== undefined && { everyMs: sweepEveryMs }),
  });
  const subscriptionRow = createSubscriptionRow(storage);
  const notificationUrl = notificationUrlOf(config);
  const subscription =
    notificationUrl &&
    createCalendarSubscription({
      subscriptions: createSubscriptions({ graph, organiser, notificationUrl, now }),
      row: watchedSubscription(subscriptionRow, telemetry, now),
      notificationUrl,
      now,
    });
  const watched = { sweep, log, ...(subscription && { subscription }) };
  const workNews = createCalendarNews({ ...watched, queue, openRequests, looking });
  return {
    watch: createCalendarWatch({
      ...watched,
      workNews,
      ...(sweepEveryMs !== undefined && { everyMs: sweepEveryMs }),
    }),
    ...(notificationUrl && {
      notifications: createNotificationDoor({ subscriptionRow, queue, now, log }),
    }),
  };
}

/** Graph notifies over https only; what stands in for it on this machine knows where that leads. */
export function notificationUrlOf({ publicUrl }: Pick<Config, 'publicUrl'>): string | undefined {
  return publicUrl && `${publicUrl.replace(/^http:/, 'https:')}${NOTIFICATIONS_PATH}`;
}
