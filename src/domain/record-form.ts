/** A session's record as it was filled in, on a card or on a page: what it says. What is wrong with it, `recordProblems` finds. */
import { instantAt, localDate, type LocalTime } from './calendar';
import { type Agreement, alsoOf } from './evaluation';
import { ALSO_TICKS } from './evaluation-form';
import type { Instant, Interval } from './intervals';
import { OWN_STATEMENTS, type OwnStatement, type SessionRecord } from './session-record';

/** As typed and ticked. */
export interface RecordAnswers {
  readonly came: readonly string[];
  /** On London's clock, the day the session was booked for. */
  readonly began: LocalTime;
  readonly ended: LocalTime;
  readonly also: readonly string[];
  readonly agreement: Readonly<Partial<Record<OwnStatement, string>>>;
  readonly themes: readonly string[];
  /** One of `CONCERNS`, or '' where nothing was said. */
  readonly concern: string;
}

/** Whether a safeguarding concern arose, and went by the usual route. */
export const CONCERNS = ['yes', 'no'] as const;
export type Concern = (typeof CONCERNS)[number];

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is missing or makes no sense is none of what a record can say, so that it is found wrong, and never filled in for them. */
export function recordOf(answers: RecordAnswers, slot: Interval): SessionRecord {
  const { came, began, ended, also, agreement, themes, concern } = answers;
  return {
    agencies: [...new Set(came)],
    start: clockOn(slot.start, began),
    end: clockOn(slot.start, ended),
    also: alsoOf(ALSO_TICKS.filter((tick) => also.includes(tick))) ?? [],
    agreement: Object.fromEntries(
      OWN_STATEMENTS.map((statement) => [statement, agreementOf(agreement[statement] ?? '')]),
    ) as Record<OwnStatement, Agreement>,
    themes: [...new Set(themes)],
    concern: concernOf(concern),
  };
}

/** Which of the three statements nothing was said about. */
export function unanswered({ agreement }: RecordAnswers): readonly OwnStatement[] {
  return OWN_STATEMENTS.filter((statement) => {
    const given = agreementOf(agreement[statement] ?? '');
    return given !== 'not-applicable' && !(given >= 1 && given <= 5);
  });
}

/** Silence is no "no": whoever did not answer has said nothing about a child's safety. */
function concernOf(chosen: string): boolean {
  const said: Partial<Record<string, boolean>> = { yes: true, no: false } satisfies Record<Concern, boolean>;
  return said[chosen] as boolean;
}

/** Whole numbers alone: anything else is no agreement. */
function agreementOf(chosen: string): Agreement {
  if (chosen === 'not-applicable') return chosen;
  return (/^\d$/.test(chosen) ? Number(chosen) : NaN) as Agreement;
}

function clockOn(day: Instant, time: LocalTime): Instant {
  return CLOCK.test(time) ? instantAt(localDate(day), time) : NaN;
}
