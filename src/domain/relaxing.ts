/**
 * What would help where nobody can take a request: each single change to what is asked for is judged like the request
 * itself, so that "2 more if the window ran to 20 March" is computed and not guessed. Hard rules are not among them: they
 * cannot be relaxed.
 */
import { minutesOf } from './ask';
import { addWorkingDays, type LocalDate, TIMES_OF_DAY, WEEKDAYS } from './calendar';
import type { Relaxation } from './match';
import { countAble, type MatchingQuestion } from './matching';
import type { Policy } from './policy';

/** How far beyond the last day asked for is looked, in working days. */
export const LOOK_LATER_DAYS = [5, 10, 15, 20] as const;
/** A JAGS shorter than this leaves no room to think. *Policy*. */
const SHORTEST_MINUTES = 45;
const SHORTER_BY_MINUTES = 15;

/** The last day a relaxation may reach to: calendars have to be known until then. */
export function latestRelaxed(latest: LocalDate, policy: Policy): LocalDate {
  return addWorkingDays(latest, LOOK_LATER_DAYS.at(-1)!, policy);
}

/** The nearest relaxation of each kind that helps, with how many more facilitators it lets in. Most first. */
export function findRelaxations(question: MatchingQuestion): readonly Relaxation[] {
  const now = countAble(question);
  const more = (ask: Partial<MatchingQuestion['ask']>): number =>
    countAble({ ...question, ask: { ...question.ask, ...ask } }) - now;
  const { ask, policy } = question;
  const relaxations: Relaxation[] = [
    ...first(LOOK_LATER_DAYS, (days) => {
      const latest = addWorkingDays(ask.latest, days, policy);
      return { kind: 'later', latest, more: more({ latest }) };
    }),
    ...first(shorterThan(minutesOf(ask, policy)), (minutes) => ({
      kind: 'shorter',
      minutes,
      more: more({ minutes }),
    })),
  ];
  if (ask.days.length < WEEKDAYS.length)
    relaxations.push({ kind: 'any-day', more: more({ days: WEEKDAYS }) });
  if (ask.times.length < TIMES_OF_DAY.length)
    relaxations.push({ kind: 'any-time', more: more({ times: TIMES_OF_DAY }) });
  if (ask.place.kind === 'in-person')
    relaxations.push({ kind: 'online', more: more({ place: { kind: 'online' } }) });
  if (!ask.schoolsAgree && policy.schoolHolidays.length > 0)
    relaxations.push({ kind: 'school-holidays', more: more({ schoolsAgree: true }) });
  return relaxations.filter((each) => each.more > 0).sort((a, b) => b.more - a.more);
}

/** The first step that helps at all: nobody is asked for more than is needed. */
function first<Step>(steps: readonly Step[], relaxed: (step: Step) => Relaxation): Relaxation[] {
  for (const step of steps) {
    const relaxation = relaxed(step);
    if (relaxation.more > 0) return [relaxation];
  }
  return [];
}

function shorterThan(minutes: number): readonly number[] {
  const shorter: number[] = [];
  for (let each = minutes - SHORTER_BY_MINUTES; each >= SHORTEST_MINUTES; each -= SHORTER_BY_MINUTES)
    shorter.push(each);
  return shorter;
}
