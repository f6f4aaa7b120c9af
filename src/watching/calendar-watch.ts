/**
 * Watches the organiser's calendar: keeps the subscription alive, sweeps for what it missed, and works what either tells
 * of. Any number of instances may watch, and be started and killed at will.
 */
import type { WorkNews } from './calendar-news';
import type { CalendarSubscription } from './calendar-subscription';
import type { CalendarSweep } from './calendar-sweep';
import { createWatch, type Watch } from './watch';

export interface CalendarWatchNeeds {
  /** Absent where Graph cannot reach us. */
  readonly subscription?: Pick<CalendarSubscription, 'keep'>;
  readonly sweep: CalendarSweep;
  readonly workNews: WorkNews;
  readonly log: { error(fields: object, message: string): void };
  /** How often it is seen whether something is due. */
  readonly everyMs?: number;
  /** How often the queue is read while it is empty. */
  readonly idleMs?: number;
}

const MINUTE_MS = 60_000;

export function createCalendarWatch(needs: CalendarWatchNeeds): Watch {
  const { subscription, sweep, workNews, log, everyMs = MINUTE_MS, idleMs = 1_000 } = needs;
  const keeping = createWatch({
    look: keep,
    everyMs,
    failed: (error) => log.error({ err: error }, 'could not sweep the calendar; will try again'),
  });
  const working = createWatch({
    look: workNews,
    everyMs: idleMs,
    failed: (error) => log.error({ err: error }, 'could not read the calendar queue; will try again'),
  });
  return {
    start() {
      keeping.start();
      working.start();
    },
    async stop() {
      await Promise.all([keeping.stop(), working.stop()]);
    },
    async look() {
      await keep();
      await workNews();
    },
  };

  /** Without a subscription there is still the sweep, so its faults do not stop it. */
  async function keep(): Promise<void> {
    if ((await subscribed()) === 'made') await sweep.atOnce();
    else await sweep.whenDue();
  }

  async function subscribed(): Promise<'stands' | 'made' | undefined> {
    try {
      return await subscription?.keep();
    } catch (error) {
      log.error({ err: error }, 'could not keep the subscription to the calendar; will try again');
      return undefined;
    }
  }
}
