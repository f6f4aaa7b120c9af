/** Why somebody of the pool is not offered, so that a coordinator can believe it, or put the facts right. */
import type { Clash, Removal } from '../domain/match';
import { clockInWords, dayAndTime, dayInWords, dayOf } from './when';

/** "paused until Wednesday 3 March 2027"; completes a sentence that begins with who it is. */
export function removalInWords(removal: Removal): string {
  switch (removal.rule) {
    case 'left':
      return `left the pool on ${dayInWords(removal.on)}`;
    case 'not-joined':
      return `joins the pool on ${dayInWords(removal.from)}`;
    case 'passed':
      return 'could not take this request when asked, or did not answer';
    case 'facilitated-before':
      return 'facilitated the earlier session, and somebody fresh is wanted';
    case 'knows-family':
      return 'knows the family';
    case 'participant':
      return 'takes part themselves';
    case 'same-team':
      return 'is of a team they must be independent of';
    case 'same-agency':
      return "is of the requester's agency";
    case 'excluded':
      return 'said they are too close to a team that takes part';
    case 'not-trained':
      return removal.until === undefined
        ? 'has no training recorded, and may only observe'
        : `training counts until ${dayInWords(removal.until)} only`;
    case 'paused':
      return `paused until ${dayInWords(removal.until)}`;
    case 'calendar-unknown':
      return removal.since === undefined
        ? 'time unknown: their calendar cannot be seen, and they declared no hours'
        : `time unknown: the hours they declared on ${dayInWords(removal.since)} are too old to count`;
    case 'cap':
      return removal.most === 1
        ? 'has the one session a month they take'
        : `has the ${removal.most} sessions a month they take`;
    case 'no-free-slot':
      return removal.clashes.length === 0
        ? 'no session could lie in these dates'
        : `no free time: ${clashesInWords(removal.clashes)}`;
  }
}

/** "8 Dec 10:00, 10:30: booked 10:00 to 12:00". Times that one thing takes are told together. */
export function clashesInWords(clashes: readonly Clash[]): string {
  const told = new Map<string, Clash[]>();
  for (const clash of clashes) {
    const key = `${dayOf(clash.slot.start)} ${takenInWords(clash)}`;
    told.set(key, [...(told.get(key) ?? []), clash]);
  }
  return [...told.values()].map(togetherInWords).join('; ');
}

function togetherInWords(clashes: readonly Clash[]): string {
  const [first, ...others] = clashes.toSorted((a, b) => a.slot.start - b.slot.start);
  if (!first) return '';
  const times = others.map(({ slot }) => clockInWords(slot.start));
  return `${[dayAndTime(first.slot.start), ...times].join(', ')}: ${takenInWords(first)}`;
}

/** What it is booked for is nobody's business. */
function takenInWords({ with: how, taken }: Clash): string {
  if (how === 'hours' || !taken) return 'outside their hours';
  const from = `${clockInWords(taken.start)} to ${clockInWords(taken.end)}`;
  if (how === 'session') return `another JAGS ${from}`;
  return taken.end - taken.start >= DAY_MS ? 'booked all day' : `booked ${from}`;
}

const DAY_MS = 24 * 60 * 60_000;
