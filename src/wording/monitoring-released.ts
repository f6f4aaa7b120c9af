/** What the released figures about people say, a sentence each. */
import { DRIFT_DESIGN } from '../domain/monitoring/drift-design';
import { EARLY_MINUTES } from '../domain/monitoring/recorded';
import type { Proportion } from '../domain/monitoring/proportion';
import { monthsInWords, shareInWords } from './monitoring-signals';

interface Months {
  readonly from: string;
  readonly to: string;
}

export const nothingReleased = 'there are not enough answers yet to show any.';

export function tooFewSessions(isNothing: boolean): string {
  return isNothing
    ? nothingReleased
    : `fewer than ${DRIFT_DESIGN.rolling} sessions could be assessed yet, so a share of them would mislead.`;
}

export function driftSignal(block: Months): string {
  return `by the end of ${monthsInWords(block.to, block.to)} more sessions had drifted than chance explains. It is time to talk about it with the facilitators.`;
}

export function driftJustBefore(block: Months): string {
  return `by the end of ${monthsInWords(block.to, block.to)} more sessions had drifted than chance explains. The sum began again at 0, and has not reached its limit again yet.`;
}

export function driftBefore(block: Months): string {
  return `there was a signal by the end of ${monthsInWords(block.to, block.to)}; since then drift has stayed below the limit.`;
}

export function noDrift(sum: number, limit: number): string {
  return `no more drift than before: ${oneDigit(sum)}, and ${oneDigit(limit)} would be a signal.`;
}

export function rolling({ share, from, to }: Months & { readonly share: Proportion }): string {
  return `Of the latest sessions that could be assessed, from ${monthsInWords(from, to)}, ${shareInWords(share)} drifted.`;
}

export function latest(share: Proportion, { from, to }: Months): string {
  return `${shareInWords(share)} in ${monthsInWords(from, to)}`;
}

export function nothingBefore(now: string): string {
  return `${now}; there is nothing before it to hold it against yet.`;
}

export function besideDrift(now: string, before: Proportion): string {
  return `${now}, and ${shareInWords(before)} before. Whether that is a signal, “Drift, added up” says.`;
}

export function asBefore(now: string, before: Proportion): string {
  return `${now}, and ${shareInWords(before)} before: the difference may be chance.`;
}

export function moved(now: string, before: Proportion): string {
  return `${now}, and ${shareInWords(before)} before: chance hardly explains the difference.`;
}

type Rows = readonly (readonly [string, Proportion | undefined])[];

export const noneRecorded = 'too few sessions have been recorded yet to show any.';

/** Beside what facilitators say of themselves. */
export const recordedRows = {
  concern: 'A safeguarding concern arose, and went by the usual route',
  endedEarly: `Ended more than ${EARLY_MINUTES} minutes early`,
} as const;

export const over: Readonly<
  Record<'signs' | 'statements' | 'recorded', (rows: Rows, months: string) => string>
> = {
  signs: (rows, months) => {
    const most = [...rows].sort(([, one], [, other]) => (other?.share ?? 0) - (one?.share ?? 0))[0];
    if (!most?.[1] || most[1].count === 0) return `Nobody ticked a sign in ${months}.`;
    return `Most often: “${most[0]}”, ${shareInWords(most[1])}, in ${months}.`;
  },
  statements: (rows, months) => {
    const [least] = rows.slice(0, -1).sort(([, one], [, other]) => (one?.share ?? 1) - (other?.share ?? 1));
    if (!least?.[1]) return nothingReleased;
    return `Least agreed with: “${least[0]}”, ${shareInWords(least[1])}, in ${months}.`;
  },
  /** Statements first, then the concerns and the early ends. */
  recorded: (rows, months) => {
    const [least] = rows.slice(0, -2).sort(([, one], [, other]) => (one?.share ?? 1) - (other?.share ?? 1));
    if (!least?.[1]) return `No facilitator said that any of it applied, in ${months}.`;
    return `Least agreed with: “${least[0]}”, ${shareInWords(least[1])}, in ${months}.`;
  },
};

function oneDigit(value: number): string {
  return String(Math.round(value * 10) / 10);
}
