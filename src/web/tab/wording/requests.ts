/** What the pages about one request and the whole pool say. Reasons and rules are worded where cards word them too. */
import type { Refused } from '../../../domain/refusal';

export const requestListWords = {
  title: 'Requests',
  lead: 'Requests that wait for a facilitator, oldest first. Open one to see everybody in the pool: who could take it, and why others are not offered.',
  none: 'No request waits for a facilitator.',
  caption: 'Requests that wait for a facilitator',
  columns: ['Request', 'Asked for by', 'Dates', 'Matches'],
  looking: 'Looking for matches',
  noMatch: 'No match',
} as const;

export function matchesInWords(count: number): string {
  return count === 1 ? '1 match' : `${count} matches`;
}

export const poolWords = {
  title: (reference: string) => `Who could facilitate ${reference}`,
  back: 'All requests',
  able: 'Could take it, best first',
  nobody: 'Nobody in the pool could take it as it is asked for.',
  others: 'Not offered, and why',
  othersCaption: 'Facilitators who are not offered',
  othersColumns: ['Facilitator', 'Why not', 'Do they know the family?'],
  nobodyElse: 'Everybody in the pool could take it.',
  hardRules: 'None of these can be overruled: only the facts can change, on the facilitator’s own page.',
  emptyPool: 'There is nobody in the pool yet.',
  helps: 'What would help',
  helpsLead: 'Each of these was tried. Please agree with the requester first: they are told of the change.',
  nothingHelps: 'No longer dates, shorter session or other days would help.',
  agreed: 'The requester agrees: look again',
  decided: 'It does not wait for a facilitator any more',
  decidedText: 'Somebody has decided, or it is with the requester. Please look at its card in Teams.',
  knows: 'Knows the family',
  knowsLead: 'Asked by telephone. Only yes or no is kept, and nobody is asked why.',
  doesNot: 'Does not know them after all',
  asked: 'Asked for by',
  dates: 'Dates',
  place: 'Where',
  locality: 'Locality',
  length: 'Length',
  people: 'People',
  online: 'online, in Teams',
  inPerson: 'in person',
} as const;

export const appointWords = {
  open: (name: string) => `Appoint ${name}`,
  when: 'When',
  because: 'Why them and then, and not the first of the list?',
  becauseHint:
    'Needed for any other than the first, at their first possible time. It is kept with the decision.',
  becauseNone: 'They are the first of the list',
  beside: 'Somebody beside them',
  besideHint: 'As independent and as free as the facilitator; both are reserved.',
  besideNobody: 'Nobody',
  submit: (name: string) => `Appoint ${name}`,
  done: (name: string) => `${name} is appointed`,
  doneText: 'Their time is being reserved and the meeting made. The card in Teams says how it goes on.',
} as const;

/** What a coordinator is told when nothing was done. */
export const requestRefusals: Partial<Record<Refused, string>> & { readonly other: string } = {
  'already-decided': 'This had been decided already. Nothing has changed.',
  closed: 'This request is closed. Nothing has changed.',
  'matches-outdated': 'This has changed meanwhile. Nothing was done; this is how it stands now.',
  'changed-meanwhile': 'This has changed meanwhile. Nothing was done; this is how it stands now.',
  'not-everybody-named':
    'Somebody who is to take part is not named yet, so they could not be invited. Please complete the request on its card first.',
  'not-independent': 'They would not be independent of those who take part. Nothing was done.',
  'reason-needed': 'Please choose why. Nothing was done yet.',
  other: 'That could not be done. Nothing has changed.',
};

export const notPossible =
  'That is not possible any more: a hard rule stands in the way by now, or the time is taken. Nothing was done; this is how it stands now.';

export const widened = {
  heading: 'Looking again',
  text: 'The request has been widened, and the requester is told. Fresh matches come to its card in a moment.',
} as const;

export const known = {
  yes: (name: string) => `${name} is not offered for this family any more`,
  no: (name: string) => `${name} can be offered again`,
  text: 'Fresh matches come to the card in a moment.',
} as const;
