/** Sentences of the request form: its hints, and what is wrong with an answer. */
import type { FormFault, FormField, FormProblem } from '../domain/form-fields';
import type { Policy } from '../domain/policy';
import { dayInWords } from './when';
import { identifierInWords, likelyIdentifierInWords } from './identifiers';

/** In the order of the form. */
export const FIELD_NAMES: Record<FormField, string> = {
  caseReference: 'Your own case reference',
  team: 'Your agency and team',
  reason: 'What would you like to think about together?',
  familyTold: 'Has the family been told?',
  otherNeeds: 'Do you also need any of these?',
  place: 'Online or in person?',
  venue: 'Venue',
  locality: "Where does the family's team work?",
  earliest: 'Earliest day',
  latest: 'Latest day',
  days: 'Days that could work',
  times: 'Times that could work',
  schoolsAgree: 'School holidays',
  arrangements: 'Arrangements needed',
  phone: 'A number to ring you on',
  colleague: 'A colleague who may act for you',
  participants: 'Who should think together?',
};

type Allowed = FormProblem['allowed'];

/** What is allowed, said so that it can be put right at once. */
const FAULTS: Record<Exclude<FormFault, 'identifier' | 'likely-identifier'>, (allowed: Allowed) => string> = {
  empty: () => 'an answer is needed here.',
  'too-long': (most) => `use at most ${numberInWords(most)} characters.`,
  'not-listed': () => 'choose from the list.',
  'not-a-date': () => 'give a day of the calendar.',
  'in-the-past': () => 'this day has passed; give today or a later day.',
  reversed: (earliest) => `this is before the earliest day; give ${day(earliest)} or later.`,
  'before-notice': (first) => `sessions need notice; give ${day(first)} or later.`,
  'too-far-ahead': (furthest) => `this is too far ahead; give ${day(furthest)} or earlier.`,
  'no-working-time': () =>
    'no session fits: these days are weekends, bank holidays or too soon. Widen the dates, days or times.',
  'school-holidays': () =>
    'a school takes part, and no session fits outside the school holidays. Widen the dates, days or times; or, if the schools agree, tick the box about their holidays.',
  'bad-mail': () => 'give a full e-mail address, such as name@example.org.',
  'bad-phone': () => 'give a telephone number with its area code, or leave it empty.',
  'name-without-mail': () =>
    'give the work e-mail too; or, if you do not know who it will be, only the role, such as school nurse.',
  'better-door': () =>
    'a JAGS is not for this. The existing meeting with the family is: TAFS, core group, review or strategy discussion. To ask for a JAGS all the same, tick “Go on all the same”.',
  twice: () => 'this e-mail address is on the list already; remove one of the two.',
  'too-few-people': (least) => `add at least ${numberInWords(least)} people besides yourself.`,
  'too-many-people': (most) => `keep to at most ${numberInWords(most)} people besides yourself.`,
  'one-agency': (least) => `add people so that at least ${numberInWords(least)} agencies take part.`,
};

const PERSON_EMPTY = 'give a name with a work e-mail, or a role; and an agency and team. Or clear all three.';

/** The sentence beside the field. */
export function problemInWords({ fault, allowed, entry, found = [] }: FormProblem<string>): string {
  if (fault === 'identifier') return identifierInWords(found);
  if (fault === 'likely-identifier') return likelyIdentifierInWords(found);
  return entry !== undefined && fault === 'empty' ? PERSON_EMPTY : FAULTS[fault](allowed);
}

/** The sentence in the list at the top: the field named first, and for a person which one. */
export function problemWithField(problem: FormProblem): string {
  const where = problem.entry === undefined ? FIELD_NAMES[problem.field] : `Person ${problem.entry + 1}`;
  return `${where.replace(/\?$/, '')}: ${problemInWords(problem)}`;
}

export const FORM_HEADINGS = {
  wrong: 'Nothing has been sent yet. Please change:',
  notSaved: 'Your request was not sent',
  notKnown: 'Please send it again in a minute',
} as const;

/** The two cards: what and when, then who. */
export const FORM_STEPS = {
  title: 'Ask for a JAGS',
  about: 'Part 1 of 2: what and when',
  people: 'Part 2 of 2: who takes part',
  send: 'Send request',
  sendAgain: 'Send again',
  replaced: 'This replaced a change that was sent meanwhile.',
} as const;

export function changeTitle(reference: string): string {
  return `Change your request ${reference}`;
}

/** Beside the box to tick, once a school is on the list and before. */
export const SCHOOLS = {
  takePart: 'The schools taking part agree to a session in the school holidays',
  mayTakePart: 'If a school takes part: it agrees to a session in the school holidays',
} as const;

export const NO_LOCALITY = 'Not said';

export const DOOR_QUESTION = {
  question: 'A JAGS is not for these. Do you want to ask for one all the same?',
  yes: 'Go on all the same',
} as const;

export const PEOPLE_TEXTS = {
  picked: 'Colleague chosen from the directory',
  toBeNamed: 'to be named later',
} as const;

export const CHOSEN_TEXTS = {
  heading: 'People who use Teams with you',
  teamMissing: 'choose the agency and team of those you chose here.',
  /** Of the roster. */
  tooMany: 'There are too many people where you asked to list them all. Please find them by name.',
  noRoom: 'There is no room here to list those where you asked. Please find them by name.',
  unreachable: 'Those where you asked cannot be listed just now. Please find them by name.',
} as const;

export function nobodyInWords(count: number): string {
  const who = count === 1 ? 'somebody you chose is' : `${count} of those you chose are`;
  return `${who} not in the directory (any more). Write them in below with their work e-mail, or leave them out.`;
}

export function addedHeading(people: number): string {
  return people === 1 ? 'On your list: you and 1 other' : `On your list: you and ${people} others`;
}

export const FORM_TEXTS = {
  intro:
    'A safe space to think together with people of other agencies. It is not for new information, tasks or case decisions.',
  introRiskKnown:
    'You told us that a child is at immediate risk and that CADS, the social worker or the police already know. The coordinator will see this.',
  noteHeading: 'A coordinator asks you to change something:',
  next: 'Next you say who should think together. What you typed here is kept.',
  sending:
    'A coordinator reads your request and chooses a facilitator and a time. Nothing is booked until you are told so.',
} as const;

/** What a form was started from. */
export const STARTS = {
  again:
    'Filled in from your earlier request, all but the dates and what you would like to think about. Please check it.',
  copied: 'Your team, the people and the place are from your last request. Please check them.',
  nothing: 'There is no earlier request of yours to start from. Please fill the form in.',
} as const;

export function followUpStart(reference: string): string {
  return `A follow-up of your JAGS ${reference}. Please check what is filled in, and say anew what you would like to think about.`;
}

/** Whoever pressed Send is looking here, not at the top. */
export function notSentYet(changes: number, again: 'go on' | 'send again'): string {
  const things = changes === 1 ? '1 thing' : `${changes} things`;
  return `Nothing has been sent yet: please change ${things}, see the red lines above, and ${again}.`;
}

export function reasonHint({ longestTextLength }: Policy): string {
  return `Please give no names, dates of birth, addresses or NHS numbers. Only coordinators read this. At most ${numberInWords(longestTextLength)} characters.`;
}

export function reasonError({ longestTextLength }: Policy): string {
  return `Please write a few words, at most ${numberInWords(longestTextLength)} characters.`;
}

export function peopleHint({ leastParticipants, mostParticipants, leastAgencies }: Policy): string {
  return `You are counted. Add ${leastParticipants - 1} to ${mostParticipants - 1} others, so that at least ${leastAgencies} agencies take part. Please tell them yourself which family it is about.`;
}

export function datesHint({ noticeDays }: Policy, minutes: number, first: string): string {
  return `A session takes ${minutes} minutes and needs ${noticeDays} working days' notice: ${dayInWords(first)} at the earliest.`;
}

function day(allowed: Allowed): string {
  return dayInWords(String(allowed));
}

/** "2,000". */
function numberInWords(allowed: Allowed): string {
  return Number(allowed).toLocaleString('en-GB');
}
