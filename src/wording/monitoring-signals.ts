/** What a chart says, in one sentence: whether something has changed, or is as usual. */
import type { MonthlySeries } from '../domain/monitoring/monitoring';
import type { Proportion } from '../domain/monitoring/proportion';
import type { Assurance, XmrPoint, XmrRule } from '../domain/spc';
import { monthInShort, monthInWords } from './when';

type Unit = MonthlySeries['unit'];

/** Before each sentence, so that the first word says which it is. */
export const VERDICTS = {
  better: 'Signal, for the better:',
  worse: 'Signal, for the worse:',
  signal: 'Signal:',
  noise: 'Noise:',
  'too-few': 'Too few to tell:',
  none: '',
} as const;

export function monthName(month: string): string {
  return monthInWords(`${month}-01`);
}

/** "August to October 2026", "October 2026". */
export function monthsInWords(from: string, to: string): string {
  if (from === to) return monthName(from);
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  const first = isOneYear ? monthName(from).replace(/ \d+$/, '') : monthName(from);
  return `${first} to ${monthName(to)}`;
}

/** "September to October 2026, December 2026". `months` in order. */
export function spansInWords(months: readonly string[]): string {
  const spans: { from: string; to: string }[] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last && isNext(last.to, month)) last.to = month;
    else spans.push({ from: month, to: month });
  }
  return spans.map(({ from, to }) => monthsInWords(from, to)).join(', ');
}

function isNext(one: string, other: string): boolean {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(other) === count(one) + 1;
}

/** "Oct 26", "Aug – Oct 26", under a chart. */
export function blockInShort({ from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [from, to].map((month) => monthInShort(`${month}-01`));
  if (from === to) return last!;
  return from.slice(0, 4) === to.slice(0, 4) ? `${first!.slice(0, 3)} – ${last}` : `${first} – ${last}`;
}

/** "1 request", "2 requests". */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** "2.4 working days", "9". */
export function valueInWords(value: number, unit: Unit, digits = 1): string {
  const number = rounded(value, digits);
  return unit === 'count' ? number : `${number} working ${number === '1' ? 'day' : 'days'}`;
}

export function tooFewMonths(months: number, needed: number): string {
  if (months === 0) return 'nothing in these months yet.';
  const so = months === 1 ? '1 month so far' : `${months} months so far`;
  return `${so}, and at least ${needed} are needed.`;
}

export function noise(month: string, point: XmrPoint, unit: Unit): string {
  const now = `${valueInWords(point.value, unit)} in ${monthName(month)}`;
  if (point.upper === point.lower) return `${now}, as in every month.`;
  return `${now}. ${capital(usual(point, unit))} is usual, and nothing has changed.`;
}

export interface SpecialWords {
  readonly rule: XmrRule;
  readonly side: 'above' | 'below';
  readonly month: string;
  readonly run: number;
  readonly isLatest: boolean;
  readonly point: XmrPoint;
}

export function special(signal: SpecialWords, unit: Unit): string {
  const since = signal.isLatest ? '' : ' Since then it is as usual.';
  return `${RULES[signal.rule](signal, unit)}${since}`;
}

const RULES: Readonly<Record<XmrRule, (signal: SpecialWords, unit: Unit) => string>> = {
  outside: ({ side, month, point }, unit) => {
    const digits =
      unit === 'count' ? 1 : digitsToTell(point.value, side === 'above' ? point.upper : point.lower);
    return `${valueInWords(point.value, unit, digits)} in ${monthName(month)} is ${side === 'above' ? 'more' : 'less'} than the usual ${usual(point, unit, digits)}.`;
  },
  shift: ({ side, month, run, point }, unit) =>
    `${run} months in a row ${side} the mean of ${valueInWords(point.mean, unit)}, up to ${monthName(month)}.`,
  trend: ({ side, month, run, point }, unit) =>
    `${side === 'above' ? 'rising' : 'falling'} over ${run} months in a row, to ${valueInWords(point.value, unit)} in ${monthName(month)}.`,
  'two-of-three': ({ side, month, point }, unit) =>
    `2 of the 3 months up to ${monthName(month)} were close to the ${side === 'above' ? 'upper' : 'lower'} end of the usual ${usual(point, unit)}.`,
};

export function trialLimits(months: number): string {
  return `Trial limits: they rest on only ${months} months.`;
}

export function assurance(which: Assurance, target: number, unit: Unit): string {
  const aim = `The target of ${valueInWords(target, unit)}`;
  switch (which) {
    case 'consistently-passing':
      return `${aim} is kept month after month.`;
    case 'consistently-failing':
      return `${aim} will be missed unless something is changed.`;
    case 'inconsistent':
      return `${aim} will be kept in some months and missed in others, by chance.`;
  }
}

/** "24% (5 of 21; 95% interval 11 to 45%)": never without what it is of, and how sure it is. */
export function shareInWords({ share, count, of, lower, upper }: Proportion): string {
  return `${percent(share)} (${count} of ${of}; 95% interval ${intervalInWords({ lower, upper })})`;
}

export function intervalInWords({ lower, upper }: Pick<Proportion, 'lower' | 'upper'>): string {
  return `${percent(lower).replace('%', '')} to ${percent(upper)}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Counts are whole: those within the limits. */
function usual({ lower, upper }: XmrPoint, unit: Unit, digits = 1): string {
  const isCount = unit === 'count';
  const least = isCount ? Math.ceil(lower) : lower;
  const most = valueInWords(isCount ? Math.floor(upper) : upper, unit, digits);
  return least > 0 ? `${rounded(least, digits)} to ${most}` : `up to ${most}`;
}

const MOST_DIGITS = 4;

/** As few as tell a value from the limit it is outside of. */
function digitsToTell(value: number, limit: number): number {
  let digits = 1;
  while (digits < MOST_DIGITS && rounded(value, digits) === rounded(limit, digits)) digits += 1;
  return digits;
}

function rounded(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
