/**
 * "You said, we did": what the partnership does about a theme, in the coordinators' words, one for each theme. It is printed
 * for everybody, and so read for identifiers first (domain.md, harm 2).
 */
import type { LocalDate } from './calendar';
import { localDate } from './calendar';
import { yearOf } from './form';
import type { FormProblem } from './form-fields';
import { identifierProblems, likelyMark } from './form-identifiers';
import type { Instant } from './intervals';
import type { ThemeCode } from './themes';

export interface Response {
  readonly theme: ThemeCode;
  /** '' where it was taken back. */
  readonly text: string;
  readonly on: LocalDate;
}

/** Two or three sentences; a sheet has room for all themes. */
export const LONGEST_RESPONSE = 500;

export type ReadResponse =
  { readonly response: Response } | { readonly problems: readonly FormProblem<'text'>[] };

/** @param notNames "No, it is not" to the question about likely identifiers: the mark of the words it was given about, or '' */
export function readResponse(
  typed: { readonly theme: ThemeCode; readonly text: string; readonly notNames: string },
  now: Instant,
): ReadResponse {
  const text = plain(typed.text);
  const problems: FormProblem<'text'>[] =
    text.length > LONGEST_RESPONSE
      ? [{ field: 'text', fault: 'too-long', allowed: LONGEST_RESPONSE }]
      : identifierProblems([{ field: 'text', text }], typed.notNames, yearOf(now));
  if (problems.length > 0) return { problems };
  return { response: { theme: typed.theme, text, on: localDate(now) } };
}

/** What "No, it is not" has to carry for this text; '' when nothing in it is asked about. */
export function responseMark(typed: string, now: Instant): string {
  return likelyMark([{ field: 'text', text: plain(typed) }], yearOf(now));
}

function plain(typed: string): string {
  return typed.replace(/\s+/gu, ' ').trim();
}
