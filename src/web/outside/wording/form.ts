/** Sentences of the form's pages, besides those it shares with the cards (wording/form.ts). */
import type { Policy } from '../../../domain/policy';
import { hoursInWords } from '../../../wording/when';

export const STEP_TITLES = {
  about: "About you and the family's situation",
  when: 'Where and when',
  who: 'Who should think together?',
  check: 'Check your answers and send them',
} as const;

export function stepInWords(number: number, of: number, what: string): string {
  return `${what}: step ${number} of ${of}`;
}

export const formWords = {
  you: 'You',
  situation: "The family's situation",
  name: 'Your name',
  confirmed: (mail: string) => `Your work e-mail is ${mail}: confirmed, because the link was mailed there.`,
  caseHint: 'The one your own organisation uses. No name.',
  reasonLead: 'What feels stuck, complex or hard to carry?',
  phone: 'A number to ring you on (optional)',
  phoneHint: 'Only coordinators see it.',
  colleague: 'Work e-mail of a colleague who may act for you (optional)',
  colleagueHint: 'They see the request, and can change and withdraw it.',
  family: { yes: 'Yes', 'not-yet': 'Not yet', 'not-appropriate': 'Not appropriate' },
  otherNeeds: 'Do you also need any of these? (optional)',
  place: { online: 'Online, in Teams', 'in-person': 'In person' },
  placeHint: 'Online works in a browser too: you need no Teams of your own.',
  venue: 'Venue, if in person (optional)',
  venueHint: 'May be left to the coordinator.',
  locality: "Where does the family's team work? (optional)",
  localityHint: 'It helps to find a facilitator who is near.',
  dateHint: 'For example 8/12/2026.',
  schools: 'School holidays (optional)',
  arrangements: 'Arrangements needed (optional)',
  arrangementsHint: 'The arrangement only: never why, and not for whom.',
  person: (number: number) => `Person ${number}`,
  personName: 'Name or role',
  personMail: 'Work e-mail',
  roleHint:
    'If you do not know yet who it will be, leave the e-mail empty and give the role, such as school nurse.',
  personTeam: 'Agency and team',
  remove: 'Remove',
  removePerson: (who: string) => `Remove ${who}`,
  add: 'Add another person',
  full: 'That is as many people as a session can have.',
  goOn: 'Continue',
  back: 'Back',
  /** Nothing of these pages is left behind in the browser, so its own button has nothing to show. */
  backHint: 'To go back, please use the button here: your browser’s own cannot show what you typed.',
  change: 'Change',
  changeStep: (step: string) => `Change: ${step}`,
  leave: 'Leave it as it was',
  noAnswer: 'Not given',
  alsoNeeded: 'Also needed',
} as const;

export const FAILURE = {
  heading: 'NOT saved',
  text: 'Sorry, this was NOT saved: our storage could not be reached. What you typed is still here. Please try again in a few minutes, and leave this page open until then.',
} as const;

export const sentWords = {
  title: 'Your request has been sent',
  reference: 'Its reference is',
  before:
    'This form had been sent before. If you only pressed the button twice, all is well. What you may have typed since then was not sent: you can change it on your own page.',
  mailed:
    'We have mailed you a confirmation with a link to your own page. There you see how it stands, and can change or withdraw it.',
  nothingCame: 'If that mail does not come within an hour, ask for a new link.',
} as const;

export const overWords = {
  title: 'This link does not open anything any more',
  text: 'A link to the form works for a day, and only as a whole. If you have asked meanwhile, or the day is over, get a new one.',
  newForm: 'Ask for a JAGS',
  newLinks: 'Get new links to what you have asked for',
  typed: 'What you had typed',
  typedHint: 'Nothing of it has been saved. Copy it, so that you can put it into the new form.',
} as const;

/** The times of day, with their hours. */
export function timeNames({ dayStart, noon, dayEnd }: Policy) {
  return {
    morning: `Morning, ${hoursInWords(dayStart, noon)}`,
    afternoon: `Afternoon, ${hoursInWords(noon, dayEnd)}`,
  } as const;
}

/** "Monday", of a code; and the words of the cards where they begin a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
