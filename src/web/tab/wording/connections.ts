/** What the page about programs that are told of requests says. */
import type { RequestEvent } from '../../../domain/announcing';

export const connectionWords = {
  title: 'Connections',
  lead: 'Flows and other programs that are told when something happens to a request. They hear its reference and where it stands, never what it is about or whose it is.',
  notSetUp:
    'This bot is not connected to other programs. Your IT team can set that up: it is the part about the API in the guide they installed it with.',
  none: 'No flow or other program has asked to be told. One that is turned on in Power Automate appears here by itself.',
  waiting: 'This is still to be told:',
  caption: (host: string) => `What ${host} is still to be told`,
  columns: ['Request', 'What happened', 'Since', 'Last try', 'What to do'],
  facts: { events: 'Is told when a request is', since: 'Connected since', caller: 'Asked for by' },
  caller: (id: string) => `the program or person whose id begins with ${id}`,
  nothingWaits: 'Everything has been told.',
  parked: 'Not tried any more since',
  notTried: 'Not tried yet',
  more: (count: number) => `And ${count} more.`,
  again: 'Try again',
  againAll: 'Try all again',
  drop: 'Leave it untold',
  end: 'End this connection',
  endLead:
    'What is still to be told is dropped, and nothing more is told. To connect a flow again, turn it off and on in Power Automate.',
} as const;

export const connectionDone = {
  again: 'It is tried again now. What came of it shows here in a moment.',
  drop: 'It is not told any more.',
  end: 'The connection is ended.',
} as const;

export const connectionTrouble = {
  gone: 'That connection had been ended already. Nothing has changed.',
  changed: 'That has been told meanwhile, or is being told just now. This is how it stands now.',
} as const;

/** Completes "is told when a request is …". */
export const eventNames: Record<RequestEvent, string> = {
  submitted: 'submitted',
  answered: 'answered',
  offered: 'offered to a facilitator',
  booked: 'booked',
  changed: 'changed',
  held: 'held',
  closed: 'closed',
};

const PROBLEMS: Readonly<Record<string, string>> = {
  timeout: 'No answer in time',
  unreachable: 'Could not be reached',
  'no-such-name': 'Its address is not known',
  certificate: 'Its certificate could not be trusted',
  'not-allowed': 'Its address is not one of those that may be told',
  'owner-left': 'Not told: its owner is no coordinator any more',
  'owner-unread': 'Whether its owner is a coordinator could not be seen just now. It is told when it can be',
  'no-answer-understood': 'Answered something that is no answer',
};

/** What the last try met; for the IT team the status it was answered with. */
export function problemInWords(problem: string): string {
  const status = /^status-(\d+)$/.exec(problem)?.[1];
  if (status !== undefined) return `Did not take it (it answered ${status})`;
  return PROBLEMS[problem] ?? 'Could not be told';
}
