/**
 * What would help where nobody can take a request: each single change to what is asked for is judged like the request
 * itself, so that "2 more if the window ran to 20 March" is computed and not guessed. Hard rules are not among them: they
 * cannot be relaxed.
 */
import { type Ask, minutesOf } from './ask';
import { addDays, addWorkingDays, type LocalDate, localDate, TIMES_OF_DAY, WEEKDAYS } from './calendar';
import type { Instant } from './intervals';
import type { Relaxation, Relaxing } from './match';
import { countAble, type MatchingQuestion } from './matching';
import type { Policy } from './policy';

/** How far beyond the last day asked for is looked, in working days. */
const LATER_DAYS = [5, 10, 15, 20] as const;
/** A JAGS shorter than this leaves no room to think. *Policy*. */
const SHORTEST_MINUTES = 45;
const SHORTER_BY_MINUTES = 15;

/** The last day a relaxation may reach to: calendars have to be known until then. */
export function latestRelaxed(latest: LocalDate, policy: Policy): LocalDate {
  return addWorkingDays(latest, LATER_DAYS.at(-1)!, policy);
}

/** The nearest relaxation of each kind that helps, with how many more facilitators it lets in. Most first. */
export function findRelaxations(question: MatchingQuestion): readonly Relaxation[] {
  const now = countAble(question);
  const found = stepsOf(question.ask, question.now, question.policy).flatMap((steps) => {
    for (const step of steps) {
      const more = countAble({ ...question, ask: relaxed(question.ask, step) }) - now;
      // The first step that helps at all: nobody is asked for more than is needed.
      if (more > 0) return [{ ...step, more }];
    }
    return [];
  });
  return found.sort((a, b) => b.more - a.more);
}

/** Whether a relaxation is one that could be offered for what is asked for. */
export function isRelaxing(ask: Ask, step: Relaxing, now: Instant, policy: Policy): boolean {
  const key = keyOf(step);
  return stepsOf(ask, now, policy)
    .flat()
    .some((each) => keyOf(each) === key);
}

/** What would be asked for then. */
export function relaxed(ask: Ask, step: Relaxing): Ask {
  switch (step.kind) {
    case 'later':
      return { ...ask, latest: step.latest };
    case 'shorter':
      return { ...ask, minutes: step.minutes };
    case 'any-day':
      return { ...ask, days: WEEKDAYS };
    case 'any-time':
      return { ...ask, times: TIMES_OF_DAY };
    case 'online':
      return { ...ask, place: { kind: 'online' } };
    case 'school-holidays':
      return { ...ask, schoolsAgree: true };
  }
}

/** Every relaxation there is for an ask, by kind, each kind's nearest first. */
function stepsOf(ask: Ask, now: Instant, policy: Policy): readonly (readonly Relaxing[])[] {
  const furthest = addDays(localDate(now), policy.horizonDays);
  const latest = LATER_DAYS.map((days) => addWorkingDays(ask.latest, days, policy));
  return [
    latest.filter((day) => day <= furthest).map((day) => ({ kind: 'later', latest: day })),
    shorterThan(minutesOf(ask, policy)).map((minutes) => ({ kind: 'shorter', minutes })),
    ask.days.length < WEEKDAYS.length ? [{ kind: 'any-day' }] : [],
    ask.times.length < TIMES_OF_DAY.length ? [{ kind: 'any-time' }] : [],
    ask.place.kind === 'in-person' ? [{ kind: 'online' }] : [],
    ask.schoolsAgree || policy.schoolHolidays.length === 0 ? [] : [{ kind: 'school-holidays' }],
  ];
}

function shorterThan(minutes: number): readonly number[] {
  const shorter: number[] = [];
  for (let each = minutes - SHORTER_BY_MINUTES; each >= SHORTEST_MINUTES; each -= SHORTER_BY_MINUTES)
    shorter.push(each);
  return shorter;
}

function keyOf(step: Relaxing): string {
  switch (step.kind) {
    case 'later':
      return `later ${step.latest}`;
    case 'shorter':
      return `shorter ${step.minutes}`;
    default:
      return step.kind;
  }
}
