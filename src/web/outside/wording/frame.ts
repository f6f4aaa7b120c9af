/** Sentences around the plain pages, and of the pages that say no. */
import { FORM_TEXTS } from '../../../wording/form';

export const SERVICE = { name: 'Joint Agency Group Supervision', short: 'JAGS' } as const;

export const frameWords = {
  skip: 'Skip to the main part',
  error: 'Error: ',
  about: `About JAGS: ${FORM_TEXTS.intro.charAt(0).toLowerCase()}${FORM_TEXTS.intro.slice(1)} The Norfolk Safeguarding Children Partnership runs requests.`,
  privacy:
    'Privacy: your name and work address are used for your request and nothing else. These pages set no cookies and ask nothing of other websites. Please never write here what could identify a child or family.',
  aboutService: 'About this service',
  back: 'Back',
  choose: 'Choose …',
  optional: '(optional)',
  change: 'Change',
} as const;

/** At the foot of every page, and over the page each leads to. */
export const ABOUT_LINKS = {
  privacy: 'Privacy',
  terms: 'Terms of use',
  accessibility: 'Accessibility statement',
} as const;

export function summaryHeading(count: number): string {
  return count === 1 ? 'One thing needs changing' : `${count} things need changing`;
}

export interface FaultWords {
  readonly title: string;
  readonly text: string;
}

export const FAULT_WORDS = {
  elsewhere: {
    title: 'This was sent from another website',
    text: 'Nothing has been done. If you wanted to do something here, open the link in the mail we sent you, and go on from there.',
  },
  missing: {
    title: 'There is no such page',
    text: 'The address may have been cut short. If it came in a mail, copy the whole of it. Otherwise begin at the first page.',
  },
  tooLarge: {
    title: 'This is too much text',
    text: 'Nothing has been sent. Go back, shorten the longest text, and send it again.',
  },
  notAForm: {
    title: 'This page takes its own form only',
    text: 'Nothing has been sent. Begin at the first page, or open the link in the mail we sent you.',
  },
  tooSlow: {
    title: 'This took too long to arrive',
    text: 'Nothing has been sent. The connection may be slow just now: go back and send it again, or try from another place.',
  },
  tooMany: {
    title: 'Too many tries from where you are',
    text: 'Nothing has been done. People of one organisation often share one address on the internet, so it need not have been you. Please try again in an hour.',
  },
  fault: {
    title: 'This does not work just now',
    text: 'Sorry: nothing has been saved. It is not your doing. Please try again in a few minutes; your link stays as it is.',
  },
} as const satisfies Readonly<Record<string, FaultWords>>;

export const firstPage = 'Go to the first page';
