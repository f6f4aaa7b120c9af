/** What those who take part do on their cards and pages, and what coordinators ask them; see people-acts.ts. */
import { ARRANGEMENTS } from '../../src/domain/ask';
import type { Person } from '../../src/domain/people';
import { openPoll } from '../../src/domain/poll';
import type { PersonCommand, Request } from '../../src/domain/request';
import { COORDINATORS, ON_A_PAGE, PARTICIPANT } from './cast';

/** Who does it and what; undefined where nobody would. */
export type Doing = { readonly by: Person; readonly command: PersonCommand } | undefined;
/** `n` tells one of several possibilities. */
export type Choose = (request: Request, n: number) => Doing;

export const coordinator = (n: number) => COORDINATORS[n % 2]!;

/** Now and then from a card that is out of date. */
export const attemptOf = ({ attempt }: Request, n: number) => (n % 7 === 6 ? attempt - 1 : attempt);

export const TAKING_PART: Readonly<Record<string, Choose>> = {
  'misses the facilitator': (request) =>
    'match' in request
      ? { by: PARTICIPANT, command: { kind: 'facilitator-missing', start: request.match.slot.start } }
      : undefined,
  'is not there': (request, n) => ({
    by: n % 2 ? PARTICIPANT : ON_A_PAGE,
    command: { kind: 'attend', attempt: attemptOf(request, n), coming: n % 3 === 2 },
  }),
  'needs an arrangement': (_request, n) => ({
    by: n % 2 ? PARTICIPANT : ON_A_PAGE,
    command: { kind: 'ask-arrangements', arrangements: [ARRANGEMENTS[n % ARRANGEMENTS.length]!] },
  }),
  'asks which times suit': ({ round }, n) => ({ by: coordinator(n), command: { kind: 'start-poll', round } }),
  'says which times suit': (request, n) => {
    const poll = openPoll(request);
    const starts = poll?.slots.slice(n % 3).map(({ start }) => start) ?? [];
    return (
      poll && { by: n % 5 ? ON_A_PAGE : PARTICIPANT, command: { kind: 'answer-poll', at: poll.at, starts } }
    );
  },
};
