/**
 * What the facilitator records of a session, in two minutes: which agencies came, when it was, how far it kept to the model,
 * what it says of the system. There is nowhere to write anything about the case (domain.md, harm 4).
 */
import type { AgencyCode } from './agencies';
import { localDate } from './calendar';
import { type Agreement, AGREEMENTS, type Also, SIGNS } from './evaluation';
import type { FormProblem } from './form-fields';
import { type Instant, type Interval, MINUTE_MS } from './intervals';
import type { Policy } from './policy';
import type { ThemeCode } from './themes';

/** What facilitators say of themselves. */
export const OWN_STATEMENTS = ['kept-reflective', 'held-feelings', 'apart-from-case'] as const;
export type OwnStatement = (typeof OWN_STATEMENTS)[number];

export interface SessionRecord {
  /** Which agencies were there, as ticked. */
  readonly agencies: readonly AgencyCode[];
  /** As it was. */
  readonly start: Instant;
  readonly end: Instant;
  readonly also: Also;
  readonly agreement: Readonly<Record<OwnStatement, Agreement>>;
  readonly themes: readonly ThemeCode[];
  /** A safeguarding concern arose and went by the usual route; false where none arose. No drift, and no detail. */
  readonly concern: boolean;
}

export type RecordField = 'came' | 'began' | 'ended' | 'also' | 'agreement' | 'themes' | 'concern';

/** A session takes no longer than this, whatever was typed. */
const LONGEST_MS = 8 * 60 * MINUTE_MS;

/** What there is to put right in a record of a session that was booked for `slot`. */
export function recordProblems(
  record: SessionRecord,
  slot: Interval,
  { agencies, themes }: Policy,
): FormProblem<RecordField>[] {
  const problems: FormProblem<RecordField>[] = [];
  const { start, end } = record;
  const isListed = (list: readonly { readonly code: string }[], code: string) =>
    list.some((each) => each.code === code);
  if (record.agencies.length === 0) problems.push({ field: 'came', fault: 'empty' });
  else if (!record.agencies.every((code) => isListed(agencies, code)))
    problems.push({ field: 'came', fault: 'not-listed' });
  if (!Number.isSafeInteger(start) || localDate(start) !== localDate(slot.start))
    problems.push({ field: 'began', fault: 'not-a-date' });
  if (!Number.isSafeInteger(end) || end - start > LONGEST_MS)
    problems.push({ field: 'ended', fault: 'not-a-date' });
  else if (end <= start) problems.push({ field: 'ended', fault: 'reversed' });
  if (!isAlso(record.also)) problems.push({ field: 'also', fault: 'empty' });
  if (!OWN_STATEMENTS.every((statement) => isAgreement(record.agreement[statement])))
    problems.push({ field: 'agreement', fault: 'empty' });
  if (!record.themes.every((code) => isListed(themes, code)))
    problems.push({ field: 'themes', fault: 'not-listed' });
  if (![true, false].includes(record.concern)) problems.push({ field: 'concern', fault: 'empty' });
  return problems;
}

function isAlso(also: Also): boolean {
  return typeof also === 'string' || (also.length > 0 && also.every((sign) => SIGNS.includes(sign)));
}

function isAgreement(given: Agreement): boolean {
  return given === 'not-applicable' || AGREEMENTS.includes(given);
}
