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

/** Between characters; those of other scripts count in addresses as well. */
const DOT = /[.\u3002\uff0e\uff61](?=\S)/gu;

/**
 * A name that somebody typed, so that nothing of it changes what stands around it. Programs that show mail make links of
 * whatever looks like an address: a stranger's name is not to lead anybody anywhere.
 */
export function nameInLetter(name: string): string {
  return isolated(oneLine(name).replaceAll('://', ' ').replace(DOT, '. '));
}

export function londonSlot(slot: Interval): string {
  return `${slotInWords(slot)} (London time).`;
}

/** Whom to turn to on the day; nothing where policy names nobody. */
export function turnTo({ onTheDayContact }: Policy): readonly string[] {
  return onTheDayContact === '' ? [] : [TEXTS.onTheDay(isolated(onTheDayContact))];
}
