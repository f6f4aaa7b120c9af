/** What the figures of a calendar year say, a sentence each. */

export const noYear = 'there is no year yet with enough to show.';

export function neverThere(year: number, agencies: readonly string[]): string {
  if (agencies.length === 0) return `Every agency came to at least one session in ${year}.`;
  return `Came to no session in ${year}: ${agencies.join(', ')}.`;
}

export function cellsShown(year: number, shown: number, of: number): string {
  if (shown === 0) return `In ${year} there are too few sessions of each to show any.`;
  if (shown === of) return `All ${of} can be shown for ${year}. The chart shows fidelity.`;
  return `${shown} of ${of} can be shown for ${year}; the others would be about too few people. The chart shows fidelity.`;
}
