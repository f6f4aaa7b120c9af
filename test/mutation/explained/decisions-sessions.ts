/** In what is decided about sessions: arranging them, changing them, and what is heard of them. */
import type { Explained } from '../report';

export const IN_DECISIONS_SESSIONS: readonly Explained[] = [
  {
    file: 'src/domain/decisions/transitions.ts',
    why: 'For the compiler: only a session that was held is completed.',
    mutants: [["request.state === 'held'", 'true']],
  },
  {
    file: 'src/domain/decisions/outcomes.ts',
    why: 'For the compiler: nothing but a lost slot says why.',
    mutants: [
      ["outcome.kind === 'slot-lost'", 'true'],
      ["outcome.kind === 'slot-lost'", 'true'],
    ],
  },
  {
    file: 'src/domain/decisions/dates.ts',
    why: 'For the compiler: a round that has just come in has its matches.',
    mutants: [['request.matches?.best', 'request.matches.best']],
  },
  {
    file: 'src/domain/decisions/dates.ts',
    why: 'For the compiler: no other state keeps a question about dates.',
    mutants: [["request.state === 'submitted'", 'true']],
  },
  {
    file: 'src/domain/decisions/facilitator.ts',
    why: 'For the compiler: whoever takes a session on leaves it booked.',
    mutants: [["decision.next.state !== 'booked'", 'false']],
  },
  {
    file: 'src/domain/decisions/poll.ts',
    why: 'For the compiler: no other state has an open poll.',
    mutants: [
      ["request.state !== 'submitted'", 'false'],
      ["request.state !== 'submitted'", 'false'],
    ],
  },
  {
    file: 'src/domain/decisions/rearranging.ts',
    why: 'A word has no id, so that it is none of the matches.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/decisions/rearranging.ts',
    why: 'The choice made at once takes the place of the setback, and neither word keeps anybody from being asked again.',
    mutants: [["'replaced'", '""']],
  },
];
