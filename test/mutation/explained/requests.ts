/** In the rules for requests, from the form to the evaluation. */
import type { Explained } from '../report';

export const IN_REQUESTS: readonly Explained[] = [
  {
    file: 'src/domain/decisions/choice.ts',
    original: 'why !== undefined',
    replacement: 'true',
    why: 'For the compiler: without a setback nobody could not facilitate.',
  },
  {
    file: 'src/domain/edit.ts',
    original: 'minutes < policy.sessionMinutes',
    replacement: 'minutes <= policy.sessionMinutes',
    why: 'Each length is there once, the whole one first.',
  },
  {
    file: 'src/domain/edit.ts',
    original: 'id !== undefined',
    replacement: 'true',
    why: 'For the compiler: an id that is undefined is left out later on.',
  },
  {
    file: 'src/domain/edit.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'Where nobody is to be named, no person has that place in the list.',
  },
  {
    file: 'src/domain/edit.ts',
    original: 'row !== undefined',
    replacement: 'true',
    why: 'For the compiler: a row that is none has no address typed in.',
  },
  {
    file: 'src/domain/evaluating.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'A word that is no address keeps nobody away.',
  },
  {
    file: 'src/domain/form-draft.ts',
    original: "ask.place.kind === 'in-person'",
    replacement: 'true',
    why: 'For the compiler: what is online has no venue.',
  },
  {
    file: 'src/domain/form-draft.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'What has no role is left out.',
  },
  {
    file: 'src/domain/identifiers/bounded.ts',
    original: 'known',
    replacement: 'false',
    why: 'Compiled again instead of once: slower, and the same.',
  },
  {
    file: 'src/domain/mailed.ts',
    original: 'default: return false;',
    replacement: 'default:',
    why: 'What returns nothing is as false as false.',
  },
  {
    file: 'src/domain/mailed.ts',
    original: "request.state === 'submitted'",
    replacement: 'true',
    why: 'For the compiler: no other state has been asked for dates.',
  },
  {
    file: 'src/domain/mailed.ts',
    original: 'before?.state',
    replacement: 'before.state',
    why: 'For the compiler: whoever had a part had it in a request.',
  },
  {
    file: 'src/domain/mailed.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'It is the address of nobody.',
  },
  {
    file: 'src/domain/mailed.ts',
    original: "next.state === 'submitted'",
    replacement: 'true',
    why: 'A form that is changed is submitted again: no command of that kind leads anywhere else.',
  },
  {
    file: 'src/domain/outlook.ts',
    original: '!isStanding(request)',
    replacement: 'false',
    why: 'For the compiler: no other state has anything that Outlook tells.',
  },
  {
    file: 'src/domain/rearrangements.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'A word is no time: it is taken out of no diary.',
  },
  {
    file: 'src/domain/rearranging.ts',
    original: 'ask.latest > target',
    replacement: 'ask.latest >= target',
    why: 'Of two days that are the same either may be taken.',
  },
  {
    file: 'src/domain/reminders.ts',
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'A word is no address that keeps somebody away, and nobody with an id to be reminded.',
  },
  {
    file: 'src/domain/response.ts',
    original: "'text'",
    replacement: '""',
    why: 'The mark is of the words alone, whatever field they are typed into.',
  },
  {
    file: 'src/domain/signpost.ts',
    original: "{ risk: ['no', 'known'] }",
    replacement: '{}',
    why: 'The rule for a risk nobody was told of has all its answers first, so that none of the others is reached.',
  },
  {
    file: 'src/domain/signpost.ts',
    original: "{ ...SAFE, need: ['think'] }",
    replacement: '{}',
    why: 'Every other need is decided by a rule further up, before these are asked anything.',
  },
  {
    file: 'src/domain/signpost.ts',
    original: 'open.some(({ when }) => when[each] !== undefined)',
    replacement: 'open.every(({ when }) => when[each] !== undefined)',
    why: 'In the table as it is, rules that may still fit name the same next question.',
  },
  {
    file: 'src/domain/signpost.ts',
    original: 'ask === undefined',
    replacement: 'false',
    why: 'A fault of the table, which another test shows to have none.',
  },
  {
    file: 'src/domain/signpost.ts',
    original: '`Expected a rule for ${JSON.stringify(situation)}, got none. See RULES in signpost.ts.`',
    replacement: '``',
    why: 'The text of that fault.',
  },
];
