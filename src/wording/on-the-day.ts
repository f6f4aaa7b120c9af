/** What those who come to a session read about it, and are told when the facilitator has not come. */
import type { Interval } from '../domain/intervals';
import { clockInWords, slotInWords } from './when';

export const ATTENDING = {
  title: 'Your JAGS session',
  wayThere: 'The calendar invitation has the way there.',
} as const;

/** To those who wait: the coordinators know, and what they can do meanwhile. */
export function toldInWords(contact: string): string {
  const turnTo = contact === '' ? '' : ` You can also turn to ${contact}.`;
  return `The coordinators have been told that the facilitator has not come, and try to reach them. Please wait together a little longer.${turnTo}`;
}

export function notBegunInWords(slot: Interval, from: number): string {
  return `This session is on ${slotInWords(slot)}. If the facilitator has not come by ${clockInWords(from)}, please press the button again: the coordinators are then told at once.`;
}

export function movedInWords(slot: Interval): string {
  return `This session has been moved, so nobody was told anything. It is now on ${slotInWords(slot)}.`;
}

/** For coordinators, and never who said so. */
export function missingInWords(reference: string, at: number): string {
  return `At ${clockInWords(at)} somebody at the session ${reference} said the facilitator has not come.`;
}
