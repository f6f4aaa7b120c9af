/** In the rules for the life of a request, the people in it and what they are told. */
import type { Explained } from '../report';

export const IN_LIFE: readonly Explained[] = [
  {
    file: 'src/domain/lanes.ts',
    why: 'For the compiler: where nobody is proposed, there is no such field.',
    mutants: [["'proposal' in request && request.proposal", "'proposal' in request || request.proposal"]],
  },
  {
    file: 'src/domain/lanes.ts',
    why: 'For the compiler: nothing but a mail has news, so that no other work has the same.',
    mutants: [
      ["one.kind === 'mail' && other.kind === 'mail'", "one.kind === 'mail' || other.kind === 'mail'"],
      ["one.kind === 'mail'", 'true'],
      ["other.kind === 'mail'", 'true'],
    ],
  },
  {
    file: 'src/domain/lanes.ts',
    why: 'No kind of work has one of these words further on.',
    mutants: [['/^(show|call)-/', '/(show|call)-/']],
  },
  {
    file: 'src/domain/lanes.ts',
    why: 'For the compiler: one that is about nothing is not about the same as one that is about something.',
    mutants: [
      ["'about' in one && 'about' in other", 'true'],
      ["'about' in one && 'about' in other", "'about' in one || 'about' in other"],
    ],
  },
  {
    file: 'src/domain/lanes.ts',
    why: 'For the compiler: both are of one kind by then.',
    mutants: [
      [
        "one.kind !== 'show-facilitator' || other.kind !== 'show-facilitator'",
        "one.kind !== 'show-facilitator' && other.kind !== 'show-facilitator'",
      ],
      ["one.kind !== 'show-facilitator'", 'false'],
      ["other.kind !== 'show-facilitator'", 'false'],
    ],
  },
  {
    file: 'src/domain/lanes.ts',
    why: 'For the compiler: nobody but a facilitator is written to about an attempt.',
    mutants: [["other.as === 'facilitator'", 'true']],
  },
  {
    file: 'src/domain/lanes.ts',
    why: 'For the compiler: nobody but a participant is known by an address here.',
    mutants: [["other.as === 'participant'", 'true']],
  },
  {
    file: 'src/domain/standing.ts',
    why: 'Of two with one name no rule says who comes first.',
    mutants: [
      [
        'a.facilitator.name.toLowerCase() < b.facilitator.name.toLowerCase()',
        'a.facilitator.name.toLowerCase() <= b.facilitator.name.toLowerCase()',
      ],
    ],
  },
  {
    file: 'src/domain/standing.ts',
    why: 'A word is no pause that a day is within.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/standing.ts',
    why: 'For the compiler: no day comes after one that is none.',
    mutants: [['leftOn !== undefined', 'true']],
  },
  {
    file: 'src/domain/digest.ts',
    why: 'For the compiler: an uncovered session has been told of by then, and in no other state is one rearranged.',
    mutants: [["request.state === 'booked'", 'true']],
  },
  {
    file: 'src/domain/digest.ts',
    why: 'A word is no trouble with a facilitator.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/digest.ts',
    why: 'No two requests have one id.',
    mutants: [['one.id < other.id', 'one.id <= other.id']],
  },
  {
    file: 'src/domain/digest.ts',
    why: 'For the compiler: only what is submitted waits on its requester.',
    mutants: [["request.state === 'submitted'", 'true']],
  },
  {
    file: 'src/domain/digest.ts',
    why: 'For the compiler: it waits on its requester only once they have been asked for dates.',
    mutants: [['request.datesAsked?.answerBy', 'request.datesAsked.answerBy']],
  },
  {
    file: 'src/domain/delivering.ts',
    why: 'What is to be delivered to one subscription has an id of its own.',
    mutants: [
      ['one.announcement.id < other.announcement.id', 'one.announcement.id <= other.announcement.id'],
    ],
  },
  {
    file: 'src/domain/setback.ts',
    why: 'Of no two troubles are the parts the same when they are written without a stroke between them.',
    mutants: [["'/'", '""']],
  },
  {
    file: 'src/domain/setback.ts',
    why: 'A word is no trouble that keeps anybody from being invited.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/facilitator.ts',
    why: 'A word is no pause that a day is within.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/facilitator.ts',
    why: 'For the compiler: no day comes before one that is none.',
    mutants: [['trainedUntil !== undefined', 'true']],
  },
  {
    file: 'src/domain/directory.ts',
    why: 'A word has no id to ask about: neither in place of the requester, nor of those picked.',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/domain/directory.ts',
    why: 'For the compiler: nobody in the directory has an address that is none.',
    mutants: [['mail !== undefined', 'true']],
  },
  {
    file: 'src/domain/taking-part.ts',
    why: 'A word is the address of nobody who could be absent.',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/domain/taking-part.ts',
    why: 'Such a word is no arrangement that could be there already.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/old-news.ts',
    why: 'For the compiler: in no other state do dates stay asked for.',
    mutants: [["request.state !== 'submitted'", 'false']],
  },
  {
    file: 'src/domain/queue.ts',
    why: 'What returns nothing there returns nothing after it.',
    mutants: [['default: return undefined;', 'default:']],
  },
  {
    file: 'src/domain/queue.ts',
    why: 'For the compiler: no moment comes after one that is none.',
    mutants: [['due !== undefined', 'true']],
  },
  {
    file: 'src/domain/waiting.ts',
    why: 'For the compiler: in no other state do dates stay asked for.',
    mutants: [["request.state === 'submitted'", 'true']],
  },
  {
    file: 'src/domain/reminders.ts',
    why: 'A word is no address that keeps somebody away, and has no id to be reminded under.',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/domain/agencies.ts',
    why: 'For the compiler: a code in the lists is that of a team with its agency, and any other has neither.',
    mutants: [['owner && team', 'owner || team']],
  },
];
