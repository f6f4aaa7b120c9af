/** Hours a coordinator enters for somebody whose calendar cannot be seen: everything as typed, and the check of it. */
import { isLocalDate, type LocalDate, WEEKDAYS, type Weekday } from './calendar';
import type { Declared, Hours } from './declared';

/** Times as HH:mm, days as YYYY-MM-DD, '' where nothing was entered. */
export interface DeclaredAnswers {
  readonly week: Readonly<Record<Weekday, readonly Hours[]>>;
  readonly exceptions: readonly { readonly date: string; readonly hours: readonly Hours[] }[];
  readonly leave: readonly { readonly from: string; readonly until: string }[];
}

export interface DeclaredProblem {
  /** As `fieldOf` names it. */
  readonly field: string;
  readonly fault: 'empty' | 'not-a-time' | 'not-a-date' | 'ends-too-soon' | 'overlaps' | 'twice';
}

/** Names one of the fields: `monday-1-end`, `exception-0-date`, `leave-2-until`. */
export function fieldOf(
  group: Weekday | `exception-${number}` | `leave-${number}`,
  ...rest: (string | number)[]
): string {
  return [group, ...rest].join('-');
}

/** What can be saved as declared on that day, or every problem. Days gone by are not kept: nobody is asked for them. */
export function checkDeclared(
  answers: DeclaredAnswers,
  on: LocalDate,
): { readonly declared: Declared } | { readonly problems: readonly DeclaredProblem[] } {
  const exceptions = answers.exceptions.map((row, n) => ({ ...row, group: `exception-${n}` as const }));
  const leave = answers.leave.map((row, n) => ({ ...row, group: `leave-${n}` as const }));
  const filledDays = exceptions.filter(({ date, hours }) => date || entered(hours).length > 0);
  const filledLeave = leave.filter(({ from, until }) => from || until);
  const problems: DeclaredProblem[] = [
    ...WEEKDAYS.flatMap((day) => checkHours(day, answers.week[day])),
    ...filledDays.flatMap(({ group, date, hours }) => [
      ...checkDate(fieldOf(group, 'date'), date),
      ...(filledDays.find((each) => each.date === date)?.group === group
        ? []
        : [{ field: fieldOf(group, 'date'), fault: 'twice' } as const]),
      ...checkHours(group, hours),
    ]),
    ...filledLeave.flatMap(({ group, from, until }) => checkSpan(group, from, until)),
  ];
  if (problems.length > 0) return { problems };
  const week = WEEKDAYS.map((day) => [day, sorted(answers.week[day])] as const);
  return {
    declared: {
      on,
      week: Object.fromEntries(week.filter(([, hours]) => hours.length > 0)),
      exceptions: filledDays
        .filter(({ date }) => date >= on)
        .map(({ date, hours }) => ({ date, hours: sorted(hours) }))
        .sort((a, b) => (a.date < b.date ? -1 : 1)),
      leave: filledLeave
        .filter(({ until }) => until >= on)
        .map(({ from, until }) => ({ from, until }))
        .sort((a, b) => (a.from < b.from ? -1 : 1)),
    },
  };
}

/** What a coordinator would enter to get a declaration as it is. */
export function answersOfDeclared(declared: Declared | undefined): DeclaredAnswers {
  const { week = {}, exceptions = [], leave = [] } = declared ?? {};
  const days = WEEKDAYS.map((day) => [day, week[day] ?? []] as const);
  return { week: Object.fromEntries(days) as DeclaredAnswers['week'], exceptions, leave };
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

function entered(hours: readonly Hours[]): readonly Hours[] {
  return hours.filter(({ start, end }) => start || end);
}

function sorted(hours: readonly Hours[]): readonly Hours[] {
  return [...entered(hours)].sort((a, b) => (a.start < b.start ? -1 : 1));
}

function checkHours(group: Weekday | `exception-${number}`, hours: readonly Hours[]): DeclaredProblem[] {
  return hours.flatMap(({ start, end }, n): DeclaredProblem[] => {
    if (!start && !end) return [];
    const times = [
      ['start', start],
      ['end', end],
    ] as const;
    const wrong = times.filter(([, time]) => !isTime(time));
    if (wrong.length > 0)
      return wrong.map(([name, time]) => ({
        field: fieldOf(group, n, name),
        fault: time ? 'not-a-time' : 'empty',
      }));
    if (end <= start) return [{ field: fieldOf(group, n, 'end'), fault: 'ends-too-soon' }];
    const others = entered(hours.slice(0, n));
    const overlaps = others.some((other) => start < other.end && other.start < end);
    return overlaps ? [{ field: fieldOf(group, n, 'start'), fault: 'overlaps' }] : [];
  });
}

function checkDate(field: string, date: string): DeclaredProblem[] {
  if (!date) return [{ field, fault: 'empty' }];
  return isLocalDate(date) ? [] : [{ field, fault: 'not-a-date' }];
}

function checkSpan(group: `leave-${number}`, from: string, until: string): DeclaredProblem[] {
  const field = fieldOf(group, 'until');
  const problems = [...checkDate(fieldOf(group, 'from'), from), ...checkDate(field, until)];
  return problems.length === 0 && until < from ? [{ field, fault: 'ends-too-soon' }] : problems;
}
