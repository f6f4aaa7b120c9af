/** A facilitator's own card: how they stand in the pool, a pause, and the hours they declared. */
import { addMonths, localDate, type Weekday, WEEKDAYS } from '../domain/calendar';
import { type Declared, declaredUntil, type Hours } from '../domain/declared';
import type { FeedbackKnown } from '../domain/monitoring/monitoring';
import type { Facilitator, Reservation } from '../domain/facilitator';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { PoolEntry } from '../ports/pool';
import type { Choice } from '../wording/choice';
import type { Offers } from './afterwards';
import { type FeedbackShown, presentFeedback } from './own-feedback';
import type { Fact } from './stated';
import { DAYS, POOL, sessionsInWords } from '../wording/pool';
import { dayInWords, hoursInWords } from '../wording/when';

/** What can be chosen for one day; `keep` where its hours are none of the others. */
export const DAY_CHOICES = ['none', 'morning', 'afternoon', 'day', 'keep'] as const;
export type DayChoice = (typeof DAY_CHOICES)[number];

export interface FacilitatingCard extends FeedbackShown {
  readonly hasNotice: boolean;
  readonly notice: string;
  readonly facts: readonly Fact[];
  readonly canPause: boolean;
  readonly isPaused: boolean;
  readonly canDeclare: boolean;
  readonly canTalkOver: boolean;
  readonly week: readonly {
    readonly day: Weekday;
    readonly label: string;
    readonly value: DayChoice;
    readonly choices: readonly Choice[];
  }[];
}

/** Beside how they stand in the pool. */
export interface OwnBesides {
  /** Absent where nobody counts what participants said. */
  readonly feedback?: FeedbackKnown;
  readonly offers?: Offers;
}

export function presentOwnFacilitating(
  { facilitator, reservations }: PoolEntry,
  now: Instant,
  policy: Policy,
  notice = '',
  { feedback, offers = {} }: OwnBesides = {},
): FacilitatingCard {
  const today = localDate(now);
  const { declared, leftOn, trainedUntil } = facilitator;
  const isIn = leftOn === undefined || leftOn > today;
  const pause = currentPause(facilitator, today);
  return {
    hasNotice: notice !== '',
    notice,
    facts: [
      {
        label: 'Training',
        value: trainedUntil === undefined ? POOL.trainee : `valid until ${dayInWords(trainedUntil)}`,
      },
      { label: 'Work', value: sessionsInWords(sessionsLately(reservations, today, policy), policy) },
      ...(pause === undefined ? [] : [{ label: 'Paused', value: `until ${dayInWords(pause)}` }]),
      ...(isIn ? [] : [{ label: 'Pool', value: POOL.left }]),
      ...(declared ? hoursFacts(declared, policy) : []),
    ],
    canPause: isIn,
    isPaused: isIn && pause !== undefined,
    canDeclare: isIn && declared !== undefined,
    canTalkOver: offers.talksOver === true,
    ...presentFeedback(feedback),
    week: declared ? WEEKDAYS.map((day) => weekday(day, declared.week[day] ?? [], policy)) : [],
  };
}

/** The hours a choice stands for; undefined for `keep`. */
export function hoursOf(choice: DayChoice, { dayStart, noon, dayEnd }: Policy): readonly Hours[] | undefined {
  switch (choice) {
    case 'none':
      return [];
    case 'morning':
      return [{ start: dayStart, end: noon }];
    case 'afternoon':
      return [{ start: noon, end: dayEnd }];
    case 'day':
      return [{ start: dayStart, end: dayEnd }];
    case 'keep':
      return undefined;
  }
}

function weekday(day: Weekday, hours: readonly Hours[], policy: Policy): FacilitatingCard['week'][number] {
  const value =
    DAY_CHOICES.find((each) => JSON.stringify(hoursOf(each, policy)) === JSON.stringify(hours)) ?? 'keep';
  const { dayStart, noon, dayEnd } = policy;
  const choices: Choice[] = [
    { title: POOL.none, value: 'none' },
    { title: `${POOL.morning}, ${hoursInWords(dayStart, noon)}`, value: 'morning' },
    { title: `${POOL.afternoon}, ${hoursInWords(noon, dayEnd)}`, value: 'afternoon' },
    { title: `${POOL.day}, ${hoursInWords(dayStart, dayEnd)}`, value: 'day' },
  ];
  if (value === 'keep')
    choices.push({ title: hours.map(({ start, end }) => hoursInWords(start, end)).join(' and '), value });
  return { day, label: DAYS[day], value, choices };
}

function hoursFacts(declared: Declared, policy: Policy): Fact[] {
  const leave = declared.leave.map(({ from, until }) =>
    from === until ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(until)}`,
  );
  return [
    {
      label: 'Your hours',
      value: `as of ${dayInWords(declared.on)}; they count until ${dayInWords(declaredUntil(declared, policy))}`,
    },
    ...(leave.length > 0 ? [{ label: 'Leave', value: leave.join('; ') }] : []),
  ];
}

function currentPause({ pauses = [] }: Facilitator, today: string): string | undefined {
  return pauses.find(({ from, until }) => from <= today && today <= until)?.until;
}

function sessionsLately(reservations: readonly Reservation[], today: string, policy: Policy): number {
  const since = addMonths(today, -policy.fairShareMonths);
  return reservations.filter(
    ({ state, observes, slot }) => state === 'held' && !observes && localDate(slot.start) >= since,
  ).length;
}
