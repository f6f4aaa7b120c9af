/** What a letter about a request is written from, and the lines that stand in more than one of them. */
import type { Recipient } from '../../../domain/mail-news';
import type { Interval } from '../../../domain/intervals';
import type { Policy } from '../../../domain/policy';
import type { Request } from '../../../domain/request';
import { isolated } from '../../../wording/typed-text';
import { slotInWords } from '../../../wording/when';
import { LETTER_TEXTS as TEXTS } from '../wording/letters';
import { oneLine } from './one-line';

export interface About<To extends Recipient = Recipient> {
  readonly request: Request;
  readonly to: To;
  readonly policy: Policy;
}

/** The paragraphs that tell it; undefined where it is not so any more. */
export type Telling<To extends Recipient = Recipient> = (about: About<To>) => readonly string[] | undefined;

/** A name that somebody typed, so that nothing of it changes what stands around it. */
export function nameInLetter(name: string): string {
  return isolated(oneLine(name));
}

export function londonSlot(slot: Interval): string {
  return `${slotInWords(slot)} (London time).`;
}

/** Whom to turn to on the day; nothing where policy names nobody. */
export function turnTo({ onTheDayContact }: Policy): readonly string[] {
  return onTheDayContact === '' ? [] : [TEXTS.onTheDay(nameInLetter(onTheDayContact))];
}
