/** What those who come to a session are reminded of. Nothing of the case: it shows up on lock screens. */
import { isSameDay } from '../../wording/when';
import type { Instant, Interval } from '../../domain/intervals';
import { slotInWords } from '../../wording/when';

export const REMINDER = {
  title: 'Your JAGS session',
  facilitates: 'You facilitate this session.',
  observes: 'You observe this session.',
  prompts: 'To open and to close with',
} as const;

/** For participants: a line in their chat. */
export function reminderInWords(slot: Interval, now: Instant): string {
  const when = isSameDay(slot.start, now) ? `today, ${slotInWords(slot)}` : slotInWords(slot);
  return `A reminder of your JAGS session: ${when}. The invitation in Outlook has the way there.`;
}
