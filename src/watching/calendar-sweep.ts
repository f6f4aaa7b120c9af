/**
 * Finds what notifications missed: reads what has changed in the organiser's calendar since the last time, by whichever
 * instance gets to it first, and puts it on the queue before it is forgotten.
 */
import { addDays, instantAt, localDate } from '../domain/calendar';
import type { Instant, Interval } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import { Fault } from '../ports';
import type {
  CalendarChanges,
  CalendarQueue,
  CalendarReading,
  Changes,
  Kept,
  SharedRow,
} from '../ports/calendar-watch';

export interface CalendarSweepNeeds {
  readonly changes: CalendarChanges;
  readonly row: SharedRow<CalendarReading>;
  readonly queue: Pick<CalendarQueue, 'send'>;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: { warn(fields: object, message: string): void };
  readonly everyMs?: number;
}

export interface CalendarSweep {
  /** Sweeps, unless somebody has begun to a short while ago. */
  whenDue(): Promise<void>;
  /** Sweeps now: something is known to be missing. */
  atOnce(): Promise<void>;
}

export const SWEEP_EVERY_MS = 10 * 60_000;
/** The window of a delta link is fixed: laid anew each week, with a look at everything. */
const WINDOW_FOR_MS = 7 * 24 * 60 * 60_000;
/** Beyond the furthest day a session may be asked for, by the week the window stays and one more. */
const FURTHER_DAYS = 14;

export function createCalendarSweep(needs: CalendarSweepNeeds): CalendarSweep {
  const { changes, row, queue, policy, now, log, everyMs = SWEEP_EVERY_MS } = needs;
  return {
    async whenDue() {
      const kept = await row.find();
      if (!kept || isLongAgo(kept.row.begunAt, everyMs)) await sweep(kept);
    },
    async atOnce() {
      await sweep(await row.find());
    },
  };

  /** The link moves on only once what it told of is on the queue: a crash between the two tells of it twice. */
  async function sweep(was: Kept<CalendarReading> | undefined): Promise<void> {
    const begun = await row.put({ ...was?.row, begunAt: now() }, was);
    if (begun === 'conflict') return;
    const read = await unlessUnreadable(readFrom(begun.row));
    if (read) await row.put({ begunAt: begun.row.begunAt, read }, begun);
  }

  async function readFrom({ read }: CalendarReading): Promise<CalendarReading['read']> {
    if (!read || isLongAgo(read.windowFrom, WINDOW_FOR_MS)) return readEverything();
    const news = await changes.since(read.link);
    if (news === 'lost') return readEverything();
    const ids = idsOf(news);
    if (ids.length > 0) await queue.send({ kind: 'events', ids });
    return { link: news.link, windowFrom: read.windowFrom };
  }

  /** What is not in the view any more is told by nobody, so every session is looked at. */
  async function readEverything(): Promise<CalendarReading['read']> {
    const windowFrom = now();
    const { link } = await changes.all(window());
    await queue.send({ kind: 'everything' });
    return { link, windowFrom };
  }

  /** Refused for good (a full mailbox refuses delta too), the calendar is looked at session by session. */
  async function unlessUnreadable(
    reading: Promise<CalendarReading['read']>,
  ): Promise<CalendarReading['read']> {
    try {
      return await reading;
    } catch (error) {
      if (!(error instanceof Fault) || !error.detail.permanent) throw error;
      log.warn({ err: error }, 'cannot read what changed in the calendar; looking at every session');
      await queue.send({ kind: 'everything' });
      return undefined;
    }
  }

  /** Also when it is as far ahead: then it was a clock that had jumped. */
  function isLongAgo(moment: Instant, ms: number): boolean {
    return Math.abs(now() - moment) >= ms;
  }

  function window(): Interval {
    const today = localDate(now());
    return {
      start: instantAt(addDays(today, -1), '00:00'),
      end: instantAt(addDays(today, policy.horizonDays + FURTHER_DAYS), '00:00'),
    };
  }
}

function idsOf({ changed, removed }: Changes): readonly string[] {
  return [...changed, ...removed];
}
