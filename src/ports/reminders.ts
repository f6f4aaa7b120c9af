/** Reminding those who come to a session and can be reached in Teams; see ports.ts. */
import type { Reminded } from '../domain/reminders';
import type { Booked } from '../domain/request';

export interface Reminders {
  /**
   * Reminds one person once, so many working days before: `known` where that was done, or may have been. `nowhere`: they
   * cannot be reached in Teams, and Outlook's own reminder is what they have.
   */
  remind(request: Booked, days: number, to: Reminded): Promise<'shown' | 'known' | 'nowhere'>;
}
