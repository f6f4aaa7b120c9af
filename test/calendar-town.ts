/**
 * The whole watch on real parts, for the tests of a file: the simulated Outlook over HTTP, tables and queue in Azurite, the
 * door in a web server.
 */
import { createCalendarQueue } from '../src/azure/calendar-queue';
import { createReadingRow, createSubscriptionRow } from '../src/azure/calendar-rows';
import { createCalendarNews } from '../src/watching/calendar-news';
import { createCalendarSubscription } from '../src/watching/calendar-subscription';
import { createCalendarSweep } from '../src/watching/calendar-sweep';
import { createCalendarWatch } from '../src/watching/calendar-watch';
import { defaultPolicy } from '../src/domain/policy';
import type { Request } from '../src/domain/request';
import { createCalendarChanges } from '../src/graph/calendar-changes';
import { createMeetings } from '../src/graph/meetings';
import { createNotificationDoor } from '../src/graph/notification-door';
import { createSubscriptions } from '../src/graph/subscriptions';
import { onTables, saved, useEmbeddedStorage } from './azure/embedded-storage';
import { aRequest, askedAt } from './builders';
import { createMemoryLog } from './fakes';
import { graphOffice } from './graph/graph-office';
import { invitation } from './graph/sessions';
import { ORIGIN } from './sandbox/microsoft365/subscriber';
import { ORGANISER_ID } from './sandbox/people';
import { start, stop } from './web-server';

export const DAY_MS = 24 * 60 * 60_000;
/** Two sessions that most stories are about. */
export const ONE = 'session-1';
export const TWO = 'session-2';

const notificationUrl = `${ORIGIN}/api/graph/notifications`;

/** Registers what starts and stops it; call once, outside of tests. */
export function useCalendarTown() {
  const deliver: Record<string, string> = {};
  const clock = { now: askedAt };
  const now = () => clock.now;
  const office = graphOffice({ deliver, now: () => new Date(clock.now) });
  const embedded = useEmbeddedStorage();
  afterEach(stop);
  beforeEach(() => (clock.now = askedAt));
  return { clock, office, deliver, watching };

  /** Instances of the bot with one storage and one Outlook; which sessions are looked at is noted, and may fail. */
  async function watching({ reachable = true } = {}) {
    const { storage } = embedded;
    const log = createMemoryLog();
    const { requests, openRequests } = onTables(storage, now);
    const needs = { graph: office.graph(), organiser: ORGANISER_ID };
    const looked: string[] = [];
    const broken = new Set<string>();
    const queue = createCalendarQueue({ eventChanges: storage.eventChanges, log, firstWaitSeconds: 0 });
    const subscriptionRow = createSubscriptionRow(storage);
    const { port } = await start({
      notifications: createNotificationDoor({ subscriptionRow, queue, now, log }),
    });
    deliver[ORIGIN] = `http://127.0.0.1:${port}`;
    const scans = { count: 0 };

    /** `leadsTo`: where it is reached, as it was set up. */
    function instance(leadsTo = notificationUrl) {
      const subscription = createCalendarSubscription({
        subscriptions: createSubscriptions({ ...needs, notificationUrl: leadsTo, now }),
        row: subscriptionRow,
        notificationUrl: leadsTo,
        now,
      });
      const sweep = createCalendarSweep({
        changes: createCalendarChanges(needs),
        row: createReadingRow(storage),
        queue,
        policy: defaultPolicy,
        now,
        log,
      });
      const workNews = createCalendarNews({
        queue,
        openRequests: {
          all: () => {
            scans.count += 1;
            return openRequests.all();
          },
        },
        looking: {
          async look({ id }) {
            if (broken.has(id)) {
              broken.delete(id);
              throw new Error('Expected Outlook to answer, got nothing');
            }
            looked.push(id);
          },
        },
        sweep,
        ...(reachable && { subscription }),
        log,
      });
      return createCalendarWatch({ ...(reachable && { subscription }), sweep, workNews, log });
    }

    /** A booked session with its event in Outlook. */
    async function session(id: string, over: Partial<Request> = {}): Promise<string> {
      const meetings = createMeetings(needs);
      const slot = { start: askedAt + 20 * DAY_MS, end: askedAt + 20 * DAY_MS + 90 * 60_000 };
      const event = await meetings.create({ requestId: id, attempt: 1 }, invitation({ slot }));
      await saved(requests, { ...aRequest.booked({ id, event }), ...over } as Request);
      return event.id;
    }

    const watch = instance();
    return {
      watch,
      instance,
      looked,
      broken,
      scans,
      log,
      session,
      queue,
      /** What is looked at from now on, once everything on its way has arrived. */
      seen: async (act: () => void | Promise<void> = () => undefined): Promise<string[]> => {
        looked.length = 0;
        await act();
        await office.tenant.notices.settled();
        await lookAgainAfter(2, () => watch.look());
        return [...looked].sort();
      },
    };
  }
}

/** A watch that could not read its queue in time, on a busy machine, comes back to it: so does this, so many times. */
async function lookAgainAfter(faults: number, look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (faults === 0) throw error;
    await lookAgainAfter(faults - 1, look);
  }
}

export const errorsOf = ({ lines }: ReturnType<typeof createMemoryLog>): readonly string[] =>
  lines.filter(({ level }) => level === 'error').map(({ message }) => message);
