/** Takes Graph's notifications in: checked, put on the queue and answered at once; nothing is asked of Graph meanwhile. */
import type { Instant } from '../domain/intervals';
import type { CalendarQueue, KnownSubscription, SharedRow } from '../ports/calendar-watch';
import { isSameSecret, type Notification, notificationsIn, together } from './notifications';

export interface NotificationDoorNeeds {
  readonly subscriptionRow: Pick<SharedRow<KnownSubscription>, 'find'>;
  readonly queue: Pick<CalendarQueue, 'send'>;
  readonly now: () => Instant;
  readonly log: { warn(fields: object, message: string): void };
}

/** Whoever posts learns nothing but that it came: a stranger is answered as Graph is. */
const TAKEN = { status: 202 } as const;
/** A thousand at once are held against one reading of the secret. */
const SECRET_STAYS_MS = 30_000;
/** One that does not fit may belong to a subscription made since; strangers make us look no more often than this. */
const LOOK_AGAIN_MS = 1_000;

/** Throws when storage is out of reach: then Graph is answered with a fault, and tells again later. */
export function createNotificationDoor({ subscriptionRow, queue, now, log }: NotificationDoorNeeds) {
  let secret: { readonly at: Instant; readonly read: Promise<string | undefined> } | undefined;
  let gathering: { readonly told: Notification[]; readonly sent: Promise<void> } | undefined;
  let sending: Promise<unknown> = Promise.resolve();

  return async ({ body }: { readonly body: unknown }): Promise<{ readonly status: number }> => {
    const told = notificationsIn(body);
    if (told.length === 0) return TAKEN;
    let ours = await withOurSecret(SECRET_STAYS_MS);
    if (ours.length < told.length) ours = await withOurSecret(LOOK_AGAIN_MS);
    const strange = told.length - ours.length;
    if (strange > 0) log.warn({ count: strange }, 'notifications that are not for us were left out');
    if (ours.length > 0) await sent(ours);
    return TAKEN;

    async function withOurSecret(mayBeOldMs: number) {
      const known = await secretWithin(mayBeOldMs);
      return known === undefined ? [] : told.filter(({ clientState }) => isSameSecret(clientState, known));
    }
  };

  /** Whatever comes while the queue is being written to goes together next, so that many at once are few messages. */
  function sent(ours: readonly Notification[]): Promise<void> {
    if (gathering) {
      gathering.told.push(...ours);
      return gathering.sent;
    }
    const told = [...ours];
    const done = sending.then(async () => {
      gathering = undefined;
      await Promise.all(together(told).map((news) => queue.send(news)));
    });
    gathering = { told, sent: done };
    sending = done.catch(() => undefined);
    return done;
  }

  function secretWithin(mayBeOldMs: number): Promise<string | undefined> {
    if (secret && now() - secret.at < mayBeOldMs) return secret.read;
    const asked = { at: now(), read: subscriptionRow.find().then((kept) => kept?.row.clientState) };
    secret = asked;
    // What could not be read is read again by the next.
    asked.read.catch(() => {
      if (secret === asked) secret = undefined;
    });
    return asked.read;
  }
}
