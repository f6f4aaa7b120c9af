/**
 * Text that people typed. On cards it stands in TextRuns, which show Markdown and HTML as typed; these functions deal
 * with what would still change the text around it.
 */

/** Characters nobody can type on purpose: controls other than tab and new line, and halves of characters. */
const UNTYPABLE = /(?![\t\n])[\p{Cc}\p{Cs}]/gu;

/** Right-to-left letters and the marks that steer direction. */
const DIRECTED = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/u;

/** The text as a person can have typed it, with plain line ends. */
export function typable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNTYPABLE, '');
}

/** Keeps the direction of right-to-left text from spilling over into the words beside it (Unicode FSI and PDI). */
export function isolated(text: string): string {
  return DIRECTED.test(text) ? `\u2068${text}\u2069` : text;
}

/** What Markdown reads, at the beginning or anywhere. */
const MARKS = /[[\]*_`#!\\~]|^[-+>]/g;
/** From a sign of ASCII to its wide form, which looks the same and means nothing. */
const TO_WIDE = 0xfee0;

/** For the title of a choice or a box, where Teams reads Markdown and a card has nothing that does not. */
export function inChoice(text: string): string {
  return isolated(text).replace(MARKS, (mark) => String.fromCharCode(mark.charCodeAt(0) + TO_WIDE));
}

/** Lines, because a run shows no line ends everywhere; very many are left together, so that a card stays small. */
export function paragraphs(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 40 ? [...lines.slice(0, 39), lines.slice(39).join('\n')] : lines;
}
