/** What the section about information governance says. */
import type { LegalHold } from '../../../domain/legal-hold';
import { referenceOf } from '../../../domain/request';
import type { GovernanceEntry } from '../../../ports/governance';
import type { PartPlayed, SparedBecause } from '../../../ports/person-records';
import { dateInWords } from '../../../wording/when';

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);
/** Which of several of one name: " (2 of 5)"; nothing where there is one. */
export const whichOf = (nth: number, count: number) => (count === 1 ? '' : ` (${nth} of ${count})`);
export const rowsInWords = (count: number) => many(count, 'entry', 'entries');
export const requestsInWords = (count: number) => many(count, 'request', 'requests');

export const governanceWords = {
  title: 'Information governance',
  lead: 'Answer requests about personal data: see what is kept, hand it over, erase it. Everything done here is written down below.',
  back: 'Back to information governance',
  search: {
    heading: 'Find a person or a case',
    label: 'Name, e-mail address or reference',
    hint: 'Part of a name; or a whole e-mail address, case reference or request reference. At least 3 characters. What you search for is not written down.',
    button: 'Search',
    short: 'Give at least 3 characters.',
  },
  freedom: {
    heading: 'Freedom of information',
    text: 'All figures that have been released, as one file. It holds nothing about a person, a session, or a month that is held back.',
    link: 'Download the released figures (CSV)',
  },
  acts: {
    heading: 'What was done here',
    caption: 'The latest 50, newest first',
    columns: ['When', 'Who', 'What', 'How much'],
    none: 'Nothing yet.',
    clock: 'the policy’s clock',
  },
  notSetUp: 'This part is not set up in this installation. Your IT team can tell you why.',
  held: 'Nothing can be erased or held at the moment: a backup is being restored or waits to be confirmed. Nothing has changed. Please come back once IT has confirmed it.',
} as const;

export const foundWords = {
  title: 'What was found',
  said: (people: number, requests: number) =>
    `${many(people, 'person', 'people')} and ${requestsInWords(requests)} found`,
  people: 'People',
  requests: 'Requests',
  none: 'Nothing is kept under that. Try another spelling, part of the name, or the e-mail address. People who were invited by a role only are not known by name.',
  more: (count: number) => `And ${count} more. Search for more of the name, or for the address.`,
  noName: 'No name is kept',
  peopleColumns: ['Person', 'Known by', 'Where', 'To do'],
  requestColumns: ['Case reference', 'Request', 'How it stands', 'To do'],
  open: 'See what is kept',
  closed: (day: string) => `closed on ${day}`,
  sent: (day: string) => `sent on ${day}`,
} as const;

export const PARTS: Readonly<Record<PartPlayed, string>> = {
  requester: 'asked for a session',
  colleague: 'colleague who may act for the requester',
  participant: 'takes part',
  interpreter: 'interpreter',
  facilitator: 'facilitates',
  considered: 'considered as facilitator',
  acted: 'decided or did something',
  pool: 'in the pool of facilitators',
  link: 'has a link to a page',
  conversation: 'written to in Teams',
  counted: 'counted as facilitator',
  accounted: 'in the record of this page or of IT',
  mentioned: 'mentioned',
};

export const personWords = {
  lead: (rows: number) =>
    `${rowsInWords(rows)} kept. Those of requests are shown by request; open one to see what is in it.`,
  knownBy: 'Known by',
  sameKey:
    'Everything kept under one of these is taken for the same person. If two people share an address, look closely before you hand it over or erase it.',
  others: (count: number) =>
    count === 0
      ? 'Nobody else is named in these entries.'
      : `${many(count, 'other person is', 'other people are')} named in these entries, marked as “another person”. You decide what of that may be handed over; the file leaves their names, addresses and ids out.`,
  ownPart:
    'Of a request somebody else made, only what names this person is shown: the rest is about a case, not about them.',
  download: 'Download all of it (JSON)',
  erase: 'Erase this person …',
  elsewhere: 'Not about one request',
  request: (reference: string) => `Request ${reference}`,
  more: (count: number) => `And ${rowsInWords(count)} more, which are in the file.`,
  another: 'another person',
  columns: ['What', 'What is kept'],
  noDetails: 'That it exists is all there is.',
} as const;

export const caseWords = {
  title: (reference: string) => `Case reference ${reference}`,
  lead: (requests: number) =>
    `${requestsInWords(requests)} with this reference. It is the requester’s own: the same reference can be used by somebody else for another case.`,
  download: 'Download all of it (JSON)',
  erase: 'Erase these requests …',
} as const;

/** What nobody can reach from here. */
export const BEYOND_REACH: readonly string[] = [
  'Meeting chat, and anything else people wrote in Teams: kept by your organisation’s own retention policy for Teams.',
  'Invitations in other people’s calendars, and letters in their mailboxes: theirs, and kept by their organisation’s policy.',
  'Compliance copies of the tenant (Microsoft Purview): kept until their policy ends. Ask whoever runs it.',
  'Backups: what is in them is left out when one is restored. The backups themselves are gone within 30 days.',
];

export const eraseWords = {
  title: (of: string) => `Erase ${of}`,
  will: 'This will be erased',
  willPerson: (removed: number, replaced: number) => [
    `${rowsInWords(removed)} about this person alone: removed.`,
    `${rowsInWords(replaced)} about something else as well: name, address, telephone and id are replaced by “Somebody whose data was erased”.`,
  ],
  cards:
    'Cards in Teams and the session in the organiser’s calendar keep the name until the clock erases their request. Erase the case reference to have them go now.',
  willCase:
    'everything about it: what was asked, decided and recorded, its cards in Teams, its event in the organiser’s calendar',
  willNot: 'This will stay, and why',
  spared: {
    open: (count, of) =>
      `${rowsInWords(count)} of what is open${of}. It must be withdrawn or cancelled first; then come back and erase again.`,
    'on-hold': (count, of) =>
      `${rowsInWords(count)} under a legal hold${of}. Lift the hold first, if it is over.`,
    'in-pool': (count) =>
      `${rowsInWords(count)} of the pool of facilitators. Coordinators must enter the day they leave first; come back after it.`,
    accounted: (count) =>
      `${rowsInWords(count)} of who did what here or for IT: kept for a year, so that it can be accounted for.`,
  } satisfies Record<SparedBecause, (count: number, of: string) => string>,
  answers:
    'What people said of a session in evaluations: it is kept without identity, and nobody can tell whose it was.',
  beyond: 'This cannot be reached from here',
  nothing: 'There is nothing that can be erased now.',
  openCase: 'is open: it must be withdrawn or cancelled first',
  heldCase: 'is under a legal hold',
  confirm: 'Confirm',
  irreversible: 'It cannot be undone, and comes back with no backup.',
  reference: (code: string) => `Type ${code}`,
  sure: 'I have checked that this is the right person or case, and that it may be erased.',
  button: 'Erase for good',
  wrongReference: (code: string) => `Type the reference as it is shown: ${code}.`,
  notSure: 'Tick the box to say that you have checked it.',
  gone: 'Nothing is kept under that any more. If you have just erased it: it is done.',
  done: 'Erased',
  donePerson: (removed: number, replaced: number) =>
    `${rowsInWords(removed)} removed; in ${rowsInWords(replaced)} the person is nobody now.`,
  outcomes: {
    erased: 'erased',
    open: 'left: it is open',
    'on-hold': 'left: under a legal hold',
    'not-found': 'was erased already',
    left: 'left for now: something is still being done for it, or Teams or Outlook could not be reached. Try again in an hour.',
  },
} as const;

export const holdWords = {
  heading: 'Legal holds',
  wrong: 'Please put this right',
  lead: 'What is held is not erased, by the clock or here, until the hold is lifted.',
  none: 'There are none.',
  columns: ['What is held', 'Why', 'Set', 'To do'],
  of: ({ of }: Pick<LegalHold, 'of'>) =>
    of.kind === 'request'
      ? `Request ${referenceOf(of.requestId)}`
      : `${dateInWords(of.from)} to ${dateInWords(of.until)}`,
  lift: 'Lift …',
  liftTitle: 'Lift this legal hold',
  liftText: 'What it kept is erased by the clock from tonight on, where its time is over.',
  liftSure: 'The inquiry or claim it was for is over.',
  liftButton: 'Lift the hold',
  setHeading: 'Set a legal hold',
  kind: 'What is to be held',
  kinds: { request: 'One request', period: 'Everything of some days' },
  reference: 'Reference of the request',
  referenceHint: 'As on its card, such as 1A2B-3C4D. Only for one request.',
  from: 'First day',
  until: 'Last day',
  periodHint: 'Only for some days.',
  why: 'Why',
  whyHint: 'Which inquiry or claim it is for, in a line, without naming anybody. At most 200 characters.',
  button: 'Set the hold',
  notFound: 'no request, or more than one, has this reference.',
  done: { set: 'The legal hold is set.', lifted: 'The legal hold is lifted.' },
  notSure: 'Tick the box to lift it.',
  notNames: 'No, it is not',
  notNamesQuestion: 'Is this somebody’s name, date of birth or home?',
} as const;

export const ACTS: Readonly<Record<GovernanceEntry['what'], string>> = {
  'hold-set': 'set a legal hold',
  'hold-lifted': 'lifted a legal hold',
  'looked-for': 'searched',
  shown: 'looked at what is kept',
  exported: 'downloaded what is kept',
  erased: 'erased',
  swept: 'erased what was over',
  'figures-exported': 'downloaded the released figures',
};

const DETAILS: Readonly<Record<string, (count: number) => string>> = {
  people: (count) => many(count, 'person', 'people'),
  requests: requestsInWords,
  rows: rowsInWords,
  removed: (count) => `${count} removed`,
  replaced: (count) => `${count} made nobody’s`,
  onHold: (count) => `${count} on hold`,
  left: (count) => `${count} left`,
  open: (count) => `${count} open`,
};

/** Counts, and what it was about where that is no person. */
export function detailInWords({ detail }: GovernanceEntry): string {
  return Object.entries(detail)
    .map(([name, value]) => {
      if (name === 'requestId') return `request ${referenceOf(String(value))}`;
      if (name === 'about') return value === 'person' ? 'a person' : 'a case';
      if (typeof value !== 'number') return '';
      return DETAILS[name]?.(value) ?? `${value} ${name}`;
    })
    .filter((each) => each !== '')
    .join(', ');
}
