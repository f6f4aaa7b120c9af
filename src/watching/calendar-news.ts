/**
 * Works what the queue tells of the organiser's calendar: finds the sessions that are meant and has each looked at once,
 * however often it was told. What could not be looked at is told again later, and holds up nothing.
 */
import pLimit from 'p-limit';
import type { CalendarSubscription } from './calendar-subscription';
import type { CalendarSweep } from './calendar-sweep';
import type { Request, SessionEvent } from '../domain/request';
import type { OpenRequests } from '../ports';
import type { CalendarNews, CalendarQueue, ReceivedNews } from '../ports/calendar-watch';
import type { SessionLooking } from './session-looking';

export interface CalendarNewsNeeds {
  readonly queue: CalendarQueue;
  readonly openRequests: OpenRequests;
  readonly looking: SessionLooking;
  readonly sweep: Pick<CalendarSweep, 'atOnce'>;
  /** Absent where Graph cannot reach us. */
  readonly subscription?: Pick<CalendarSubscription, 'check'>;
  readonly log: { error(fields: object, message: string): void };
}

/** Works everything that is waiting. */
export type WorkNews = () => Promise<void>;

/** Graph takes four at once for a mailbox, and bookings need their turn too. */
const LOOKS_AT_ONCE = 2;

/** A thousand sessions are looked at well before these messages show up again. */
const MOST_IN_HAND = 500;

type WithEvent = Request & { readonly event: SessionEvent };

export function createCalendarNews(needs: CalendarNewsNeeds): WorkNews {
  const { queue, openRequests, looking, sweep, subscription, log } = needs;
  const limit = pLimit(LOOKS_AT_ONCE);

  return async () => {
    for (;;) {
      const received = await waiting();
      if (received.length === 0) return;
      await work(received);
    }
  };

  /** The more at once, the more of it is the same. */
  async function waiting(): Promise<readonly ReceivedNews[]> {
    const received: ReceivedNews[] = [];
    while (received.length < MOST_IN_HAND) {
      const more = await queue.receive();
      if (more.length === 0) break;
      received.push(...more);
    }
    return received;
  }

  async function work(received: readonly ReceivedNews[]): Promise<void> {
    const all = received.map(({ news }) => news);
    const lifecycleFailed = await unlessFailing(lifecycle(all));
    const failed = await unlessFailing(lookAt(all));
    await Promise.all(
      received.map((one) => {
        const left = leftOf(one.news, failed, lifecycleFailed === undefined);
        return left ? one.later(left) : one.done();
      }),
    );
  }

  /** Ids of the events that could not be looked at. One scan of what is open, and only if there is something to find. */
  async function lookAt(all: readonly CalendarNews[]): Promise<ReadonlySet<string>> {
    const ids = new Set(all.flatMap((news) => (news.kind === 'events' ? news.ids : [])));
    const everything = all.some(({ kind }) => kind === 'everything');
    const failed = new Set<string>();
    if (ids.size === 0 && !everything) return failed;
    const open = (await openRequests.all()).filter(hasEvent);
    const wanted = open.filter(({ event }) => everything || ids.has(event.id));
    await Promise.all(wanted.map((request) => limit(() => look(request))));
    return failed;

    async function look(request: WithEvent): Promise<void> {
      try {
        await looking.look(request);
      } catch (error) {
        log.error({ requestId: request.id, err: error }, 'could not look at a session; will try again');
        failed.add(request.event.id);
      }
    }
  }

  /** A thousand words about the subscription, old ones too, ask for one check and one sweep. */
  async function lifecycle(all: readonly CalendarNews[]): Promise<'done'> {
    const events = new Set(all.flatMap((news) => (news.kind === 'lifecycle' ? [news.event] : [])));
    const isAskedFor = events.has('reauthorizationRequired') || events.has('subscriptionRemoved');
    const found = isAskedFor ? await subscription?.check() : undefined;
    if (found === 'made' || events.has('subscriptionRemoved') || events.has('missed')) await sweep.atOnce();
    return 'done';
  }

  /** Undefined when it failed as a whole: storage or Graph is out of reach. */
  async function unlessFailing<T>(part: Promise<T>): Promise<T | undefined> {
    try {
      return await part;
    } catch (error) {
      log.error({ err: error }, 'could not work calendar changes; will try again');
      return undefined;
    }
  }
}

/** What is still to do of a message; undefined when it is done. `failed` is undefined when nothing could be looked at. */
function leftOf(
  news: CalendarNews,
  failed: ReadonlySet<string> | undefined,
  lifecycleFailed: boolean,
): CalendarNews | undefined {
  switch (news.kind) {
    case 'lifecycle':
      return lifecycleFailed ? news : undefined;
    case 'everything':
      return !failed || failed.size > 0 ? news : undefined;
    case 'events': {
      const ids = failed ? news.ids.filter((id) => failed.has(id)) : news.ids;
      return ids.length > 0 ? { kind: 'events', ids } : undefined;
    }
  }
}

function hasEvent(request: Request): request is Extract<Request, { readonly event: SessionEvent }> {
  return 'event' in request;
}
