/** In what is decided of troubles, returned mails, requesters, those who take part, and what coordinators choose. */
import type { Explained } from '../report';

export const IN_DECISIONS_TROUBLES: readonly Explained[] = [
  {
    file: 'src/domain/decisions/coordinator.ts',
    why: 'A word has no id, and is no match that could be approved.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/decisions/mail-returned.ts',
    why: 'A word is no mail that came back, and nothing of it is over.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/decisions/mail-returned.ts',
    why: 'Whatever ends one, and asks for anything, has the coordinators shown it.',
    mutants: [["kind === 'show-coordinators'", 'true']],
  },
  {
    file: 'src/domain/decisions/mail-returned.ts',
    why: 'What is of an attempt that neither stands nor is chosen does not matter, and is over whoever it was to.',
    mutants: [
      ["'match' in request && request.attempt === attempt", 'true'],
      [
        "'match' in request && request.attempt === attempt",
        "'match' in request || request.attempt === attempt",
      ],
      ['request.attempt === attempt', 'true'],
      ['asked !== undefined', 'true'],
    ],
  },
  {
    file: 'src/domain/decisions/requester.ts',
    why: 'Whatever requesters do that asks for anything has the coordinators shown it.',
    mutants: [["effect.kind === 'show-coordinators'", 'true']],
  },
  {
    file: 'src/domain/decisions/taking-part.ts',
    why: 'Where nobody has said that they cannot come, a copy of the request is the same.',
    mutants: [
      ["!('absent' in request) || !request.absent", 'false'],
      ["!('absent' in request) || !request.absent", "!('absent' in request) && !request.absent"],
    ],
  },
  {
    file: 'src/domain/decisions/troubles.ts',
    why: 'For the compiler: by then it is known that the request has troubles.',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/domain/decisions/troubles.ts',
    why: 'A word is a trouble of no kind.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/decisions/troubles.ts',
    why: 'For the compiler: participants are kept as not invited only while the session is booked.',
    mutants: [["request.state !== 'booked'", 'false']],
  },
  {
    file: 'src/domain/decisions/troubles.ts',
    why: 'For the compiler: no other trouble is of any work.',
    mutants: [["trouble.kind === 'stuck'", 'true']],
  },
];
