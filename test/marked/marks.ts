/**
 * A mark of its own for everything that a person can write down, with what it is of the data map. Marks are words that no rule
 * takes for a name or a number, and that stand nowhere else.
 */
import type { Content } from '../../src/retention/data-map';

export interface Mark {
  /** What is looked for, in small letters. */
  readonly mark: string;
  readonly is: Content;
}

/** By the field it is typed into. */
export const MARKS = {
  reason: { mark: 'zqreason', is: 'reason' },
  caseReference: { mark: 'zq-case-71', is: 'case-reference' },
  phone: { mark: '01632 960771', is: 'requester' },
  colleague: { mark: 'zqcolleague@marked.example', is: 'colleague' },
  participantName: { mark: 'zara zqpart', is: 'participants' },
  participantMail: { mark: 'zqpart@marked.example', is: 'participants' },
  role: { mark: 'zqrole', is: 'participants' },
  venue: { mark: 'zqvenue', is: 'venue' },
  missing: { mark: 'zqmissing', is: 'notes' },
  note: { mark: 'zqnote', is: 'notes' },
  editedVenue: { mark: 'zqedited', is: 'venue' },
  interpreterName: { mark: 'ina zqtongue', is: 'interpreters' },
  interpreterMail: { mark: 'zqtongue@marked.example', is: 'interpreters' },
  named: { mark: 'nora zqnamed', is: 'participants' },
  namedMail: { mark: 'zqnamed@marked.example', is: 'participants' },
  proposedName: { mark: 'pia zqproposed', is: 'participants' },
  proposedMail: { mark: 'zqproposed@marked.example', is: 'participants' },
  lesson: { mark: 'zqlesson', is: 'lessons' },
  response: { mark: 'zqresponse', is: 'responses' },
  poolName: { mark: 'zack zqpool', is: 'facilitator' },
  poolMail: { mark: 'zqpool@marked.example', is: 'facilitator' },
  rosterName: { mark: 'zed zqroster', is: 'facilitator' },
  rosterMail: { mark: 'zqroster@marked.example', is: 'facilitator' },
  apiName: { mark: 'zia zqapi', is: 'requester' },
  apiMail: { mark: 'zqapi@marked.example', is: 'requester' },
  apiCase: { mark: 'zq-api-72', is: 'case-reference' },
  apiReason: { mark: 'zqapireason', is: 'reason' },
} as const satisfies Readonly<Record<string, Mark>>;

export type Field = keyof typeof MARKS;

/** As it is typed: names as names are written. */
export function typed(field: Field): string {
  const { mark } = MARKS[field];
  return /^[a-z]+ zq/.test(mark) ? mark.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()) : mark;
}
