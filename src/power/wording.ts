/** Sentences of the API. They say what to do next, and a flow can mail them on as they are. */
import type { RequestEvent } from '../domain/announcing';
import type { FormProblem } from '../domain/form-fields';
import type { Policy } from '../domain/policy';
import type { CallbackRefused } from '../ports/subscriptions';
import { FIELD_NAMES, problemInWords } from '../wording/form';
import { placesInWords } from '../wording/identifiers';
import { safetyLine, URGENT } from '../wording/safety';

interface ProblemWords {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** By the last part of their type. */
export const PROBLEM_WORDS = {
  'bad-call': {
    status: 400,
    title: 'The call is not as described',
    detail: 'Put right what the errors name and send it again.',
  },
  unreadable: {
    status: 400,
    title: 'The call cannot be read',
    detail: 'Send the body as JSON in UTF-8.',
  },
  token: {
    status: 401,
    title: 'No valid token',
    detail: 'Sign in again and send the access token with the call.',
  },
  role: { status: 403, title: 'Not allowed', detail: 'An administrator has to give the caller the role.' },
  refused: { status: 403, title: 'Not allowed', detail: 'The server is not to be called in this way.' },
  'not-found': {
    status: 404,
    title: 'Not found',
    detail: 'Check the id and the address. It may also belong to somebody else.',
  },
  method: {
    status: 405,
    title: 'No such operation',
    detail: 'Check the method: the description of the API says which there are at this address.',
  },
  'too-slow': {
    status: 408,
    title: 'The call took too long to arrive',
    detail: 'Nothing has been done. Send it again, all of it at once, with the same key if it had one.',
  },
  state: { status: 409, title: 'No longer possible', detail: 'The request has gone on meanwhile.' },
  'too-large': {
    status: 413,
    title: 'Too large',
    detail: 'Send a shorter body, or none where none is taken.',
  },
  'not-json': {
    status: 415,
    title: 'Not JSON',
    detail: 'Send the body as application/json, not compressed.',
  },
  urgent: { status: 422, title: URGENT.unreported.heading, detail: URGENT.unreported.why },
  form: {
    status: 422,
    title: 'The form has to be changed',
    detail: 'Nothing has been stored. Change what the errors name and send it again.',
  },
  'key-reused': {
    status: 422,
    title: 'The key was used for something else',
    detail:
      'This Idempotency-Key was sent before with another body. Give each submission a key of its own, such as the id of the form response.',
  },
  callback: {
    status: 422,
    title: 'Events cannot be sent there',
    detail: 'Put right what the errors name and send it again.',
  },
  'too-many': {
    status: 429,
    title: 'Too many calls',
    detail: 'Wait as many seconds as the header Retry-After says and send it again.',
  },
  'too-many-letters': {
    status: 429,
    title: 'Too many requests in a short time',
    detail:
      'Each request is confirmed by a letter, and no more letters are sent for now. Wait as many seconds as the header Retry-After says and send it again with the same key.',
  },
  fault: {
    status: 500,
    title: 'Something went wrong',
    detail: 'Send the call again in a few minutes, with the same key if it had one.',
  },
  unavailable: {
    status: 503,
    title: 'Not available just now',
    detail: 'Send the call again in a few minutes, with the same key if it had one.',
  },
} as const satisfies Record<string, ProblemWords>;

/** What anybody is told who does not say that no child is at immediate risk, or that it has been reported. */
export function urgentDetail(policy: Policy): string {
  return `${URGENT.unreported.why} ${safetyLine(policy)} ${URGENT.then}`;
}

export const RISK_FIELD =
  'Say no, or, once CADS, the social worker or the police know, reported. Nothing else is taken.';

export function missingRole(roles: readonly string[], isPerson: boolean): string {
  const names = roles.join(' or ');
  return isPerson
    ? `This needs ${names}: an administrator has to assign that role, or the sign-in has to ask for that permission and be of somebody who may see this.`
    : `This needs ${names}: an administrator has to grant this application that role.`;
}

/** Of a field that is not as described; what is allowed comes from the description. */
export const FIELD_WORDS = {
  missing: 'It is missing.',
  unknown: 'There is no such field. Leave it out.',
  type: (type: string) => `It has to be of the type ${type}.`,
  choose: (values: readonly unknown[]) => `Choose one of these: ${values.join(', ')}.`,
  most: (most: number) => `Use at most ${most} characters.`,
  fewest: (fewest: number) => `Use at least ${fewest} characters.`,
  mostItems: (most: number) => `Give at most ${most}.`,
  fewestItems: (fewest: number) => `Give at least ${fewest}.`,
  form: 'It does not have the form that the description gives.',
  twice: 'Give it once only.',
} as const;

export const REQUESTER_WORDS = {
  together: 'Give the name and the work e-mail of whoever asks, both of them.',
  needed: 'Say who asks: nobody is signed in with this token.',
  mail: 'Give a full e-mail address, such as name@example.org.',
  name: 'Give the name of whoever asks, and nothing else.',
} as const;

export const CURSOR_STALE = 'What is listed has changed since that page. Begin again without a cursor.';

/** What is wrong with an answer of the form, in the words of the form itself; how to answer a question is the API's own. */
export function formError(problem: FormProblem): string {
  const name = `${FIELD_NAMES[problem.field].replace(/\?$/, '')}: `;
  switch (problem.fault) {
    case 'likely-identifier':
      return `${name}this could be ${placesInWords(problem.found ?? [])}. If it is a child's or family member's, take it out. If it is not, send it again with notNames as given in marks.`;
    case 'better-door':
      return `${name}a JAGS is not for this. The existing meeting with the family is: TAFS, core group, review or strategy discussion. To ask for a JAGS all the same, send it again with goesOn as given in marks.`;
    case 'school-holidays':
      return `${name}a school takes part, and no session fits outside the school holidays. Widen the dates, days or times; or, if the schools agree, send schoolsAgree as true.`;
    default:
      return `${name}${problemInWords(problem)}`;
  }
}

export const WITHDRAWING = {
  closed: 'The request has already been closed, so there is nothing to withdraw.',
  late: 'The session has begun, so the request can no longer be withdrawn. Please tell the coordinators.',
} as const;

export const CALLBACK_WORDS: Record<CallbackRefused, string> = {
  address: 'Give an https address without a user name.',
  host: 'Events may not be sent to this host. An administrator can allow it (CALLBACK_HOSTS).',
  private: 'This address leads into a private network, where events are not sent.',
  'too-many': 'There are as many subscriptions as there may be. End one that is no longer needed.',
};

export const EVENT_NAMES: Record<RequestEvent, string> = {
  submitted: 'Submitted: somebody asks for a JAGS',
  answered: 'Answered: a coordinator has decided',
  offered: 'Offered: a facilitator is asked',
  booked: 'Booked: the facilitator has accepted',
  changed: 'Changed: what is asked for, the time or the facilitator is another',
  held: 'Held: the session is over',
  closed: 'Closed: nothing more happens',
};
