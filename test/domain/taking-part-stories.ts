/** What those who take part, and those who are asked about times, do in random stories; see decide-stories.ts. */
import fc from 'fast-check';
import { ARRANGEMENTS } from '../../src/domain/ask';
import type { ParticipantAnswer } from '../../src/domain/form';
import type { Person } from '../../src/domain/people';
import { openPoll } from '../../src/domain/poll';
import type { Booked, Held, PersonCommand, Submitted, SystemCommand } from '../../src/domain/request';
import { personIdFor } from '../../src/ids';
import { answers, participantAnswers, theCoordinator } from '../builders';
import { someRecord } from '../some-record';

const [{ name, mail }, vera] = answers().participants as [ParticipantAnswer, ParticipantAnswer];
/** Takes part in every session of these stories, and comes by a link. */
export const nora: Person = { id: personIdFor(mail), name, mail };

const asVera: Person = { id: personIdFor(vera.mail), name: vera.name, mail: vera.mail };

/** Whose calendars cannot be seen. */
export const UNSEEN: readonly string[] = [mail, vera.mail];

interface Doing {
  readonly command: PersonCommand | SystemCommand;
  readonly by: Person | 'system';
  readonly minutesLater: number;
}

const attempt = fc.integer({ min: 0, max: 4 });

export const byThoseWhoTakePart = (starts: readonly number[]): fc.Arbitrary<PersonCommand> =>
  fc.oneof(
    fc.constantFrom(...starts).map((start) => ({ kind: 'facilitator-missing' as const, start })),
    fc.tuple(attempt, fc.boolean()).map(([a, coming]) => ({ kind: 'attend' as const, attempt: a, coming })),
    fc
      .subarray([...ARRANGEMENTS])
      .map((arrangements) => ({ kind: 'ask-arrangements' as const, arrangements })),
    fc.integer({ min: 1, max: 6 }).map((round) => ({ kind: 'start-poll' as const, round })),
  );

/** A question about times begins, is answered, or has been open long enough. */
export function whilePolled(request: Submitted, n: number): Doing {
  const poll = openPoll(request);
  if (!poll)
    return { command: { kind: 'start-poll', round: request.round }, by: theCoordinator, minutesLater: 5 };
  if (n === 0) return { command: { kind: 'poll-over', at: poll.at }, by: 'system', minutesLater: 60 };
  const starts = poll.slots.slice(n % 2).map(({ start }) => start);
  return {
    command: { kind: 'answer-poll', at: poll.at, starts },
    by: n === 9 ? asVera : nora,
    minutesLater: 5,
  };
}

/** Two more people are proposed, and agreed to. */
export function otherPeople({ proposal, requester: { id, name } }: Booked): Doing {
  if (proposal)
    return { command: { kind: 'agree-proposal', at: proposal.at }, by: theCoordinator, minutesLater: 5 };
  const proposed = { removed: [], added: participantAnswers(2), notNames: '' };
  const command = { kind: 'propose-participants', answers: proposed, known: [] } as const;
  return { command, by: { id, name }, minutesLater: 5 };
}

export function cannotCome({ attempt: a, absent }: Booked): Doing {
  return { command: { kind: 'attend', attempt: a, coming: absent !== undefined }, by: nora, minutesLater: 5 };
}

/** After a session: not held at all, over and done with, recorded, or something of it cannot be done. */
export function afterwards(request: Held, n: number): Doing {
  const { attempt: a, match } = request;
  const system = (command: SystemCommand): Doing => ({ command, by: 'system', minutesLater: 5 });
  if (n % 2 === 0)
    return {
      command: { kind: 'not-held', attempt: a, reason: 'technical' },
      by: n === 4 ? theCoordinator : match.facilitator,
      minutesLater: 60,
    };
  if (n === 5) return system({ kind: 'evaluation-over', attempt: a });
  if (n === 7) {
    const { start, end } = match.slot;
    const record = someRecord({ start, end });
    return {
      command: { kind: 'record-session', attempt: a, record },
      by: match.facilitator,
      minutesLater: 5,
    };
  }
  return system({ kind: 'trouble-met', trouble: { kind: 'not-removed', attempt: a } });
}
