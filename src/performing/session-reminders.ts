/** Reminding those who have to answer, and those who come. One whose moment has passed is dropped: it would only come late. */
import type { Instant } from '../domain/intervals';
import { MINUTE_MS } from '../domain/intervals';
import { remindedOf } from '../domain/reminders';
import { askedOf } from '../domain/rearranging';
import type { Booked, Effect, Request } from '../domain/request';
import type { Messenger } from '../ports';
import type { Reminders } from '../ports/reminders';

export interface SessionRemindersNeeds {
  readonly messenger: Pick<Messenger, 'call'>;
  readonly reminders: Reminders;
  readonly now: () => Instant;
}

type Due<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;

/** How late a reminder still helps. */
const COUNTS_MS = 4 * 60 * MINUTE_MS;

export function createSessionReminders({ messenger, reminders, now }: SessionRemindersNeeds) {
  return {
    /** The facilitator, of an answer. */
    async ofAnswer(request: Request, { attempt, at }: Due<'remind-facilitator'>): Promise<void> {
      const asked = askedOf(request, attempt);
      if (!asked || isTooLate(at)) return;
      const { facilitator } = asked.match;
      await messenger.call(request, { kind: 'facilitator', facilitator, attempt });
    },
    /** Everybody who comes and can be reached, each once however often this is tried. */
    async ofSession(request: Booked, { days, at }: Due<'remind-session'>): Promise<void> {
      if (isTooLate(at)) return;
      for (const person of remindedOf(request)) await reminders.remind(request, days, person);
    },
  };

  function isTooLate(at: Instant): boolean {
    return now() - at > COUNTS_MS;
  }
}
