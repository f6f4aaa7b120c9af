/** What facilitators and coordinators are told about the pool. */
import type { Facilitator } from '../domain/facilitator';
import type { PoolNotice } from '../domain/pool-notices';
import type { Policy } from '../domain/policy';
import type { Weekday } from '../domain/calendar';
import { dayInWords } from './when';
import { isolated } from './typed-text';

export const POOL = {
  title: 'Your facilitating',
  notInPool:
    'You are not in the facilitators’ pool, so there is nothing to show. If you have been trained, please ask a coordinator to add you.',
  left: 'You have left the pool. To come back, please speak to a coordinator.',
  calendarRead:
    'Your calendar is read, so there are no hours to declare. If that is wrong, please speak to a coordinator.',
  badDate: 'Nothing has changed. Please choose a day from today, at most a year ahead.',
  badLeave: 'Nothing has changed. Leave needs its first and its last day, in this order.',
  noHours:
    'Nothing has changed: with no hours in the week you could never be asked. To take a break, pause until a day instead.',
  pauseEnded: 'Your pause is over. You can be asked from today.',
  declared: 'Thank you. Your hours are up to date as of today.',
  conflict:
    'Somebody else was changing this at the same moment. Please look at it as it is now and try again.',
  trainee: 'not recorded yet; you may observe',
  none: 'No hours',
  morning: 'Morning',
  afternoon: 'Afternoon',
  day: 'All day',
} as const;

/** What is wrong with hours as given. */
export const NOT_DECLARED = { 'no-hours': POOL.noHours, 'bad-leave': POOL.badLeave } as const;

export const DAYS: Record<Weekday, string> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
};

/** After pausing: what happens to sessions that lie in it. */
export function pausedInWords(until: string, touched: number): string {
  const paused = `You will not be asked for a session up to and including ${dayInWords(until)}.`;
  if (touched === 0) return paused;
  const [sessions, them] =
    touched === 1 ? ['One arranged session lies', 'it'] : [`${touched} arranged sessions lie`, 'them'];
  return `${paused} ${sessions} in that time: the coordinators have been told and will be in touch. Until then, please keep ${them} free.`;
}

/** In the coordinators' channel. */
export function noticeForCoordinators({ name }: Facilitator, notice: PoolNotice): string {
  const who = isolated(name);
  switch (notice.kind) {
    case 'training-ending':
      return `${who}'s training as a facilitator ends on ${dayInWords(notice.until)}. After that day they are not offered; please record a refresher when there has been one.`;
    case 'declaration-ageing':
      return `The hours ${who} declared count until ${dayInWords(notice.until)}. Please ask them whether they are still right; after that day their time is unknown.`;
    case 'not-facilitated':
      return `${who} has not facilitated since ${dayInWords(notice.since)}, and no session is coming. Please ask them whether they would like one, or to observe.`;
  }
}

/** On the facilitator's own card. */
export function noticeForFacilitator(notice: PoolNotice): string {
  switch (notice.kind) {
    case 'training-ending':
      return `Your training as a facilitator ends on ${dayInWords(notice.until)}. Please book a refresher; the coordinators have been told too.`;
    case 'declaration-ageing':
      return `The hours you declared count until ${dayInWords(notice.until)}. Are they still right? Please look at them and choose "Save my hours".`;
    case 'not-facilitated':
      return `You have not facilitated since ${dayInWords(notice.since)}.`;
  }
}

/** "3 sessions in 12 months". */
export function sessionsInWords(sessions: number, { fairShareMonths }: Policy): string {
  const count = sessions === 0 ? 'no session' : sessions === 1 ? '1 session' : `${sessions} sessions`;
  return `${count} in ${fairShareMonths} months, those that are arranged included`;
}
