/** What the pages about facilitators say. */
import { type LocalDate } from '../../../domain/calendar';
import type { Burden } from '../../../domain/fair-share';
import type { HoursKnown, Standing, Training } from '../../../domain/standing';
import type { View } from '../facilitator-filters';
import { dateInWords, recentMonthInWords } from '../../../wording/when';
import { daysBetween } from '../../../domain/calendar';

export const listWords = {
  title: 'Facilitators',
  add: 'Add a facilitator',
  import: 'Import a list',
  download: 'Download the list',
  search: 'Search by name, address, agency or team',
  searchButton: 'Search',
  views: 'Show',
  caption: 'Facilitators with their training, load and availability',
  columns: ['Name', 'Agency and team', 'Localities', 'Training', 'Load', 'Last facilitated', 'Now'],
  noLocality: 'None given',
  nobody: 'Nobody here.',
  nobodyFound: 'Nobody here has all of these words. Try fewer, or another list.',
  empty: 'There is nobody in the pool yet. Add a facilitator to begin.',
} as const;

export const viewNames: Readonly<Record<View, string>> = {
  everybody: 'Everybody in the pool',
  training: 'Training running out',
  paused: 'Paused',
  idle: 'Not facilitated for a while',
  hours: 'Availability unknown',
  left: 'Left',
};

/** "3 facilitators", for whoever cannot see the list grow shorter. */
export function countInWords(count: number, view: View): string {
  return `${count} ${count === 1 ? 'facilitator' : 'facilitators'}: ${viewNames[view]}`;
}

/** How much something matters to whoever looks after the pool. */
export type Tone = 'plain' | 'good' | 'warning' | 'bad';

export interface Said {
  readonly tone: Tone;
  readonly text: string;
}

export function trainingInWords(training: Training, today: LocalDate): Said {
  if (training.kind === 'trainee') return { tone: 'plain', text: 'Trainee: may observe' };
  const { kind, until } = training;
  if (kind === 'valid') return { tone: 'plain', text: `Trained until ${dateInWords(until)}` };
  if (kind === 'ended') return { tone: 'bad', text: `Training ended on ${dateInWords(until)}` };
  return { tone: 'warning', text: `${endsIn(daysBetween(today, until))}, on ${dateInWords(until)}` };
}

function endsIn(days: number): string {
  if (days === 0) return 'Training ends today';
  return days === 1 ? 'Training ends tomorrow' : `Training ends in ${days} days`;
}

/** "3 sessions in 12 months; even share 2.4; counts as 0.5". */
export function loadInWords({ sessions, share }: Burden, weight: number, months: number): readonly string[] {
  return [
    `${sessions} ${sessions === 1 ? 'session' : 'sessions'} in ${months} months`,
    `even share ${number(share)}`,
    ...(weight === 1 ? [] : [`counts as ${number(weight)}`]),
  ];
}

export function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

export function lastInWords({ lastOn, idleSince }: Standing, today: LocalDate): Said {
  if (idleSince !== undefined)
    return lastOn === undefined
      ? { tone: 'warning', text: `Never, since joining in ${recentMonthInWords(idleSince, today)}` }
      : { tone: 'warning', text: `Not since ${recentMonthInWords(lastOn, today)}` };
  return { tone: 'plain', text: lastOn === undefined ? 'Not yet' : dateInWords(lastOn) };
}

/** Everything that decides whether they can be asked now, most important first. */
export function stateInWords({ facilitator, hasLeft, pausedUntil, hours }: Standing): readonly Said[] {
  const { leftOn } = facilitator;
  if (hasLeft && leftOn !== undefined) return [{ tone: 'bad', text: `Left on ${dateInWords(leftOn)}` }];
  return [
    ...(leftOn === undefined ? [] : [{ tone: 'warning', text: `Leaves on ${dateInWords(leftOn)}` } as const]),
    ...(pausedUntil === undefined
      ? []
      : [{ tone: 'warning', text: `Paused until ${dateInWords(pausedUntil)}` } as const]),
    hoursInWords(hours),
  ];
}

export function hoursInWords(hours: HoursKnown): Said {
  switch (hours.from) {
    case 'calendar':
      return { tone: 'plain', text: 'Availability from their calendar' };
    case 'declared':
      return { tone: 'plain', text: `Availability declared on ${dateInWords(hours.on)}` };
    case 'unknown':
      return { tone: 'bad', text: `Availability unknown: last confirmed on ${dateInWords(hours.on)}` };
  }
}
