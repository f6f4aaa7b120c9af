/** What the pages about one facilitator say. */
import { WEEKDAYS, type Weekday } from '../../../domain/calendar';
import { referenceOf, type Request } from '../../../domain/request';
import { dayOf } from '../../../wording/when';

export const addWords = { title: 'Add a facilitator' } as const;

export const changeWords = {
  title: (name: string) => `Change ${name}`,
  conflict: 'Somebody else changed this meanwhile',
  conflictText:
    'Nothing of yours has been saved yet, and what you typed is still here. These fields hold something else by now. Change yours where theirs is right, then save.',
  theirs: 'now saved as',
} as const;

export const doneWords = {
  added: 'Added to the pool',
  changed: 'Saved',
  paused: 'Paused',
  resumed: 'The pause is over',
  leaving: 'Leaving is noted',
  back: 'Back in the pool',
  hours: 'Availability saved',
  confirmed: 'Availability confirmed as of today',
  calendar: 'Their calendar is read again',
} as const;

/** What a change means for sessions that are arranged already. */
export const touchedWords = {
  heading: (count: number) =>
    count === 1 ? 'One arranged session is touched' : `${count} arranged sessions are touched`,
  after: "The coordinators' cards say so and offer to find somebody else.",
  session: (request: Request) =>
    'match' in request
      ? `${referenceOf(request.id)} on ${dayOf(request.match.slot.start)}`
      : referenceOf(request.id),
} as const;

export const pageWords = {
  change: 'Change details',
  facts: 'Details',
  last: 'Last facilitated',
  load: 'Load',
  observed: (count: number) => `${count} ${count === 1 ? 'session' : 'sessions'} observed`,
  record: 'Observed',
  coming: 'Coming sessions',
  noneComing: 'None.',
  observes: 'observes',
  inPerson: 'in person',
  availability: 'Availability',
  availabilityUnknown:
    'Too long ago to count: nothing is offered to them until it is confirmed or declared anew.',
  pause: 'Pause',
  pauseText:
    'No session is offered to them up to and including the day. Arranged sessions stay until you decide.',
  pauseUntil: 'Last day of the pause',
  pauseButton: 'Pause',
  endPause: 'End the pause',
  leave: 'Leaving the pool',
  leaveText:
    'From that day on they are asked for nothing more. Their past sessions go on counting for what is fair.',
  leaveOn: 'First day no longer in the pool',
  leaveButton: 'Note leaving',
  takeBack: 'Take back into the pool',
  history: 'Who changed what',
  historyColumns: ['When', 'Who', 'What'],
  noHistory: 'Nothing yet.',
  system: 'the bot',
  addedToPool: 'added to the pool',
  dayInPast: 'Choose today or a later day.',
  dayMissing: 'Choose a day.',
} as const;

export const hoursWords = {
  title: (name: string) => `Availability of ${name}`,
  intro:
    'For somebody whose calendar cannot be seen. Only the hours entered here count as free; everything else counts as busy.',
  declare: 'Declare availability',
  change: 'Change it',
  confirm: 'Confirm as still right today',
  useCalendar: 'Read their calendar instead',
  week: 'Every week',
  from: 'From',
  until: 'Until',
  hours: ['Hours', 'More hours'],
  to: 'to',
  and: 'and',
  exceptions: 'Days with other hours',
  exceptionsHint:
    'In place of the week’s hours. Without hours: not that day at all. Two more lines appear after saving.',
  date: 'Day',
  leave: 'Leave',
  leaveHint: 'Both days included.',
  noHours: 'no hours',
} as const;

export const dayNames: Readonly<Record<Weekday, string>> = Object.fromEntries(
  WEEKDAYS.map((day) => [day, day.charAt(0).toUpperCase() + day.slice(1)]),
) as Record<Weekday, string>;
