/** In the rules for requests, from the form to the evaluation. */
import type { Explained } from '../report';

export const IN_REQUESTS: readonly Explained[] = [
  {
    file: 'src/domain/decisions/choice.ts',
    why: 'For the compiler: without a setback nobody could not facilitate.',
    mutants: [['why !== undefined', 'true']],
  },
  {
    file: 'src/domain/edit.ts',
    why: 'Each length is there once, the whole one first.',
    mutants: [['minutes < policy.sessionMinutes', 'minutes <= policy.sessionMinutes']],
  },
  {
    file: 'src/domain/edit.ts',
    why: 'For the compiler: an id that is undefined is left out later on.',
    mutants: [['id !== undefined', 'true']],
  },
  {
    file: 'src/domain/edit.ts',
    why: 'Where nobody is to be named, no person has that place in the list.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/edit.ts',
    why: 'For the compiler: a row that is none has no address typed in.',
    mutants: [['row !== undefined', 'true']],
  },
  {
    file: 'src/domain/evaluating.ts',
    why: 'A word that is no address keeps nobody away.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/form-draft.ts',
    why: 'For the compiler: what is online has no venue.',
    mutants: [["ask.place.kind === 'in-person'", 'true']],
  },
  {
    file: 'src/domain/form-draft.ts',
    why: 'What has no role is left out.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/identifiers/bounded.ts',
    why: 'Compiled again instead of once: slower, and the same.',
    mutants: [['known', 'false']],
  },
  {
    file: 'src/domain/mailed.ts',
    why: 'What returns nothing is as false as false.',
    mutants: [['default: return false;', 'default:']],
  },
  {
    file: 'src/domain/mailed.ts',
    why: 'For the compiler: no other state has been asked for dates.',
    mutants: [["request.state === 'submitted'", 'true']],
  },
  {
    file: 'src/domain/mailed.ts',
    why: 'For the compiler: whoever had a part had it in a request.',
    mutants: [['before?.state', 'before.state']],
  },
  {
    file: 'src/domain/mailed.ts',
    why: 'It is the address of nobody.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/mailed.ts',
    why: 'A form that is changed is submitted again: no command of that kind leads anywhere else.',
    mutants: [["next.state === 'submitted'", 'true']],
  },
  {
    file: 'src/domain/outlook.ts',
    why: 'For the compiler: no other state has anything that Outlook tells.',
    mutants: [['!isStanding(request)', 'false']],
  },
  {
    file: 'src/domain/rearrangements.ts',
    why: 'A word is no time: it is taken out of no diary.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/rearranging.ts',
    why: 'Of two days that are the same either may be taken.',
    mutants: [['ask.latest > target', 'ask.latest >= target']],
  },
  {
    file: 'src/domain/reminders.ts',
    why: 'A word is no address that keeps somebody away, and nobody with an id to be reminded.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/response.ts',
    why: 'The mark is of the words alone, whatever field they are typed into.',
    mutants: [["'text'", '""']],
  },
  {
    file: 'src/domain/signpost.ts',
    why: 'The rule for a risk nobody was told of has all its answers first, so that none of the others is reached.',
    mutants: [["{ risk: ['no', 'known'] }", '{}']],
  },
  {
    file: 'src/domain/signpost.ts',
    why: 'Every other need is decided by a rule further up, before these are asked anything.',
    mutants: [["{ ...SAFE, need: ['think'] }", '{}']],
  },
  {
    file: 'src/domain/signpost.ts',
    why: 'In the table as it is, rules that may still fit name the same next question.',
    mutants: [
      [
        'open.some(({ when }) => when[each] !== undefined)',
        'open.every(({ when }) => when[each] !== undefined)',
      ],
    ],
  },
  {
    file: 'src/domain/signpost.ts',
    why: 'A fault of the table, which another test shows to have none.',
    mutants: [['ask === undefined', 'false']],
  },
  {
    file: 'src/domain/signpost.ts',
    why: 'The text of that fault.',
    mutants: [
      ['`Expected a rule for ${JSON.stringify(situation)}, got none. See RULES in signpost.ts.`', '``'],
    ],
  },
];
