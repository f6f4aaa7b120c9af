/**
 * What Graph posts when something changes. Anybody can post anything to that address: only what carries the secret of our
 * own subscription counts, and of that only an id, which is looked up in Outlook before anything is believed.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type CalendarNews, LIFECYCLE_EVENTS } from '../ports/calendar-watch';

export interface Notification {
  readonly clientState: string;
  readonly news: CalendarNews;
}

const MOST_ID = 512;
const Value = z.object({ value: z.array(z.unknown()) });
const Change = z.object({
  clientState: z.string(),
  changeType: z.enum(['created', 'updated', 'deleted']),
  resourceData: z.object({
    id: z
      .string()
      .max(MOST_ID)
      .regex(/^[\w+/=-]+$/),
  }),
});
const Lifecycle = z.object({ clientState: z.string(), lifecycleEvent: z.enum(LIFECYCLE_EVENTS) });

/** Those of a body that are notifications; the rest, whatever it is, is left out. */
export function notificationsIn(body: unknown): readonly Notification[] {
  const read = Value.safeParse(body);
  return read.success ? read.data.value.flatMap(notification) : [];
}

function notification(item: unknown): Notification[] {
  const change = Change.safeParse(item);
  if (change.success) {
    const { clientState, resourceData } = change.data;
    return [{ clientState, news: { kind: 'events', ids: [resourceData.id] } }];
  }
  const lifecycle = Lifecycle.safeParse(item);
  if (!lifecycle.success) return [];
  const { clientState, lifecycleEvent } = lifecycle.data;
  return [{ clientState, news: { kind: 'lifecycle', event: lifecycleEvent } }];
}

/** Each event once, and each word about the subscription once, however often they were told. */
export function together(notifications: readonly Notification[]): readonly CalendarNews[] {
  const all = notifications.map(({ news }) => news);
  const ids = new Set(all.flatMap((news) => (news.kind === 'events' ? news.ids : [])));
  const events = new Set(all.flatMap((news) => (news.kind === 'lifecycle' ? news.event : [])));
  return [
    ...(ids.size > 0 ? [{ kind: 'events', ids: [...ids] } as const] : []),
    ...[...events].map((event) => ({ kind: 'lifecycle', event }) as const),
  ];
}

/** Takes as long for a guess that is nearly right as for any other. */
export function isSameSecret(given: string, known: string): boolean {
  const [one, other] = [given, known].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(one!, other!);
}
