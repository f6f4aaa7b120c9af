/** What the figures of a calendar year say, a sentence each. */

import { counted } from './monitoring-signals';

export const noYear = 'there is no year yet with enough to show.';

interface CameWords {
  /** "2026 so far", "July to September 2026". */
  readonly when: string;
  readonly held: number;
  readonly recorded: number;
  /** The agency that came most often; absent where none came. */
  readonly most?: { readonly name: string; readonly sessions: number };
  /** Agencies that came to none that was recorded. */
  readonly never: readonly string[];
}

/** Who came, of the sessions that were recorded: of the others it is not known. */
export function cameTo({ when, held, recorded, most, never }: CameWords): string {
  if (held === 0) return `No session was held in ${when}.`;
  if (recorded === 0)
    return `Nobody recorded who came in ${when}: ${counted(held, 'session')} held, none of them recorded.`;
  const all = counted(recorded, 'recorded session');
  return [
    ...(most ? [`${most.name} came to ${most.sessions} of ${all} in ${when}.`] : []),
    recorded < held
      ? `${recorded} of ${counted(held, 'session')} held were recorded; who came to the others is not known.`
      : 'Every session held was recorded.',
    never.length === 0
      ? 'Every agency came to at least one recorded session.'
      : `Came to no recorded session: ${never.join(', ')}.`,
  ].join(' ');
}

export function yearInWords(year: number, isOver: boolean): string {
  return isOver ? String(year) : `${year}, as far as it has gone`;
}

export function cellsShown(year: number, shown: number, of: number): string {
  if (shown === 0) return `In ${year} there are too few sessions of each to show any.`;
  if (shown === of) return `All ${of} can be shown for ${year}. The chart shows fidelity.`;
  return `${shown} of ${of} can be shown for ${year}; the others would be about too few people. The chart shows fidelity.`;
}
