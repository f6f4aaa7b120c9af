/** What the codes of monitoring's tallies are called. */
import { CANCEL_REASONS, DECLINE_REASONS, NOT_HELD_REASONS } from '../domain/ending';
import { DOORS } from '../domain/signpost';
import { declineInShort } from './declining';
import { DOOR_WORDING } from './doors';
import { endingInShort } from './ending';

/** Why nobody in the pool could take a request. */
const UNMATCHED: Readonly<Record<string, string>> = {
  'no-free-slot': 'Nobody was free in these dates',
  cap: 'Everybody had their sessions for the month',
  'knows-family': 'The facilitator knew the family',
  'same-team': 'Nobody was independent of the teams',
  'same-agency': 'Nobody was of another agency',
  excluded: 'Too close to a team that takes part',
  'not-trained': 'Nobody trained could take it',
  paused: 'Facilitators were paused',
  'calendar-unknown': 'Nobody’s time was known',
  passed: 'Everybody asked said no',
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

/** One sentence about a tally that has the most frequent first. */
export function mostOften(rows: readonly { readonly name: string; readonly count: number }[]): string {
  const [first] = rows;
  if (!first) return 'None in this time.';
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  if (rows.length === 1) return `${all}, all for one: ${first.name}.`;
  return `${all} in all; most often: ${first.name} (${first.count}).`;
}
