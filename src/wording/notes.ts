/** What a requester reads of how coordinators look after their request. */
import type { Instant } from '../domain/intervals';
import { dayOf } from './when';

export const HANDED_TO_YOU =
  'A colleague asked for this. A coordinator has handed it over to you, and it is yours from now on.';

export function noteInWords(at: Instant, text: string): string {
  return `A coordinator wrote on ${dayOf(at)}: ${text}`;
}

/** In place of the card of whoever had it before. */
export const NO_LONGER_YOURS =
  'This request is now looked after by a colleague. There is nothing you need to do.';
