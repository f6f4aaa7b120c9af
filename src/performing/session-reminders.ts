/** Reminding those who have to answer, and those who come. One whose moment has passed is dropped: it would only come late. */
import type { Instant } from '../domain/intervals';
import { MINUTE_MS } from '../domain/intervals';
import { remindedByMail, remindedOf } from '../domain/reminders';
import { askedOf } from '../domain/rearranging';
import type { Booked, Effect, Request } from '../domain/request';
import type { Messenger } from '../ports';
import type { Reminders } from '../ports/reminders';
import type { Performed } from './effects';
import { recipientOf, type Writing } from './writing';

export interface SessionRemindersNeeds {
  readonly messenger: Pick<Messenger, 'call'>;
  readonly reminders: Reminders;
  readonly writing: Pick<Writing, 'write'>;
  readonly now: () => Instant;
}

type Due<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;

/** How late a reminder still helps. */
const COUNTS_MS = 4 * 60 * MINUTE_MS;

const DONE: Performed = { done: true };

export function createSessionReminders({ messenger, reminders, writing, now }: SessionRemindersNeeds) {
  return {
    /** The facilitator, of an answer. */
    async ofAnswer(request: Request, effect: Due<'remind-facilitator'>, key: string): Promise<Performed> {
      const { attempt, at } = effect;
      const asked = askedOf(request, attempt);
      if (!asked || isTooLate(at)) return DONE;
      const to = recipientOf(request, effect);
      if (to) return writing.write(request, { to, news: 'answer-reminder' }, key);
      await messenger.call(request, { kind: 'facilitator', facilitator: asked.match.facilitator, attempt });
      return DONE;
    },
    /** Everybody who comes and can be reached, each once however often this is tried; then the others' mails are asked for. */
    async ofSession(request: Booked, { attempt, days, at }: Due<'remind-session'>): Promise<Performed> {
      if (isTooLate(at)) return DONE;
      for (const person of remindedOf(request)) await reminders.remind(request, days, person);
      return remindedByMail(request).length > 0 ? { outcome: { kind: 'reminder-due', attempt, days } } : DONE;
    },
  };

  function isTooLate(at: Instant): boolean {
    return now() - at > COUNTS_MS;
  }
}
