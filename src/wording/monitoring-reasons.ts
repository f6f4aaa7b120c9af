/** What the codes of monitoring's tallies are called. */
import { CANCEL_REASONS, DECLINE_REASONS, NOT_HELD_REASONS } from '../domain/ending';
import type { HardRule } from '../domain/match';
import type { Setback } from '../domain/setback';
import { DOORS } from '../domain/signpost';
import { declineInShort } from './declining';
import { DOOR_WORDING } from './doors';
import { endingInShort } from './ending';
import { counted } from './monitoring-signals';

type Unmatched = HardRule | Setback['why'] | 'calendars-unread' | 'empty-pool' | 'no-other-dates' | 'unknown';

/** What stood in the way when no facilitator and time could be found. */
const UNMATCHED: Readonly<Record<Unmatched, string>> = {
  left: 'Facilitators had left the pool',
  'not-joined': 'Facilitators had not joined yet',
  passed: 'Everybody asked said no',
  'facilitated-before': 'Somebody fresh was wanted',
  'knows-family': 'The facilitator knew the family',
  participant: 'The facilitator was to take part',
  'same-team': 'Nobody was independent of the teams',
  'same-agency': 'Nobody was of another agency',
  excluded: 'Too close to a team that takes part',
  'not-trained': 'Nobody trained could take it',
  paused: 'Facilitators were paused',
  'calendar-unknown': 'Nobody’s time was known',
  cap: 'Everybody had their sessions for the month',
  'no-free-slot': 'Nobody was free in these dates',
  'slot-taken': 'The time was taken meanwhile',
  'cap-reached': 'Everybody had their sessions for the month',
  'not-in-force': 'The facilitator left the pool',
  replaced: 'The facilitator was replaced',
  'beside-lost': 'Whoever was to come beside them could not',
  'diary-busy': 'The facilitator’s diary filled up',
  'could-not-arrange': 'The meeting could not be made',
  'facilitator-cannot': 'The facilitator said no',
  'no-answer': 'The facilitator did not answer',
  'event-gone': 'The meeting was deleted in Outlook',
  'event-moved': 'The meeting was moved in Outlook',
  'link-gone': 'The meeting lost its link',
  'calendars-unread': 'Calendars could not be read',
  'empty-pool': 'Nobody was in the pool',
  'no-other-dates': 'No other dates were given',
  unknown: 'Not known',
};

const NAMES = new Map<string, string>([
  ...Object.entries(UNMATCHED),
  ...DOORS.map((door) => [door, DOOR_WORDING[door].heading] as const),
  ...DECLINE_REASONS.map((reason) => [reason, declineInShort({ reason })] as const),
  ...[...CANCEL_REASONS, ...NOT_HELD_REASONS].map((reason) => [reason, endingInShort(reason)] as const),
]);

/** A code nothing is known of is shown as it is. */
export function reasonName(code: string): string {
  const plain = code.replace(/^door-/, '').replace(/^another-door:/, '');
  return NAMES.get(plain) ?? code;
}

/** What is tallied out of what; doors are also shown to people who ask for nothing, so that they are no part of requests. */
export interface Among {
  readonly what: 'requests' | 'beside-requests' | 'booked';
  readonly of: number;
  /** The months, in words. */
  readonly when: string;
}

/** One sentence about a tally that has the most frequent first. */
export function mostOften(
  rows: readonly { readonly name: string; readonly count: number }[],
  among?: Among,
): string {
  const [first] = rows;
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  if (!first) return among ? `${amongAll('None', 0, among)}.` : 'None in this time.';
  const so = among ? amongAll(String(all), all, among) : `${all} in all`;
  if (rows.length === 1) return `${so}; all for one: ${first.name}.`;
  return `${so}; most often: ${first.name} (${first.count}).`;
}

function amongAll(said: string, count: number, { what, of, when }: Among): string {
  const all = counted(of, what === 'booked' ? 'booked session' : 'request');
  // A request may end in a later time than it was made in: then there can be more than were made.
  const isPart = what !== 'beside-requests' && count <= of;
  return isPart ? `${said} of ${all}, ${when}` : `${said}, beside ${all}, ${when}`;
}
