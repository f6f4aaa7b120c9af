/** The question before anything else, and where it leads, in the words of the cards (cards/safety.json, urgent.json). */
import type { Policy } from '../../../domain/policy';
import { dateInWords } from '../../../wording/when';

export const callWords = {
  emergency: 'Immediate danger: call',
  otherwise: 'Otherwise call CADS:',
  checked: ({ cadsChecked }: Policy) =>
    `Children's Advice and Duty Service, the line for professionals. Number last checked on ${dateInWords(cadsChecked)}.`,
  reported: 'I have now reported it',
} as const;

export const safetyWords = {
  title: 'Before anything else',
  unanswered: 'Please choose one of the four answers.',
  goOn: 'Continue',
  choose: 'Help me choose',
  chooseHint: 'Not sure that a JAGS is right? A few questions show you where to turn.',
  againTitle: 'Have you asked already?',
  again: 'Send me a new link to my requests and sessions',
  /** Of the form, to which the link may be opened hours later. */
  askedAnew: 'We ask this each time the form is opened, because it can have changed since.',
} as const;
