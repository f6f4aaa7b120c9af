/** What people typed, where it may only ever be one line of plain text: subjects, and names in letters and their headers. */

/** Controls, ends of lines and paragraphs, halves of characters: each could begin a header of its own. */
const BREAKING = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu;
/** Marks that steer direction: in a header nothing could close what one of them opens. */
const STEERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Longer than any name the form takes. */
const LONGEST = 120;

export function oneLine(text: string): string {
  const line = text.replace(BREAKING, ' ').replace(STEERING, '').replace(/ +/g, ' ').trim();
  return [...line].slice(0, LONGEST).join('').trim();
}
