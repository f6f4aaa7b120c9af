/** The mutants that no test kills because there is nothing to see of them, each with why. */
import type { Explained } from './report';

const intervals = 'src/domain/intervals.ts';
const signpost = 'src/domain/signpost.ts';
const choice = 'src/domain/decisions/choice.ts';
const ranking = 'src/domain/ranking.ts';
const matching = 'src/domain/matching.ts';
const fairShare = 'src/domain/fair-share.ts';
const mails = 'src/domain/mailed.ts';
const yearly = 'src/domain/monitoring/yearly.ts';
const disclosure = 'src/domain/monitoring/disclosure.ts';
const facts = 'src/domain/monitoring/facts.ts';
const bounded = 'src/domain/identifiers/bounded.ts';

export const EXPLAINED: readonly Explained[] = [
  {
    file: disclosure,
    original: 'chosen.length > 0',
    replacement: 'true',
    why: 'Of no kinds nothing can be told: none is not more than none.',
  },
  {
    file: disclosure,
    original: 'chosen.length > 0',
    replacement: 'chosen.length >= 0',
    why: 'Of no kinds nothing can be told: none is not more than none.',
  },
  {
    file: disclosure,
    original: 'place < count',
    replacement: 'place <= count',
    why: 'What is after the last session is in no sum, and is left out.',
  },
  {
    file: disclosure,
    original: "''",
    replacement: '"Stryker was here!"',
    why: 'Whatever stands between the places, those in the same sums have the same.',
  },
  {
    file: disclosure,
    original: 'pivots.length < rows.length',
    replacement: 'true',
    why: 'When every row has its pivot, no further one is found: it is ended early for speed only.',
  },
  {
    file: disclosure,
    original: 'pivots.length < rows.length',
    replacement: 'pivots.length <= rows.length',
    why: 'When every row has its pivot, no further one is found: it is ended early for speed only.',
  },
  {
    file: disclosure,
    original: 'factor === 0',
    replacement: 'false',
    why: 'Nothing is taken away: it is passed over for speed only.',
  },
  {
    file: yearly,
    original: 'smaller.length === 0 || smaller.length >= larger.length',
    replacement: 'false',
    why: 'Sums as large as each other, or nothing, are in no way different that would be forbidden.',
  },
  {
    file: yearly,
    original: 'smaller.length === 0 || smaller.length >= larger.length',
    replacement: 'smaller.length === 0 && smaller.length >= larger.length',
    why: 'Sums as large as each other, or nothing, are in no way different that would be forbidden.',
  },
  {
    file: yearly,
    original: 'cells.length === 0',
    replacement: 'false',
    why: 'What is left of all is all: where that may not be shown, no cell of it may.',
  },
  {
    file: facts,
    original: "'completed'",
    replacement: '""',
    why: 'What returns nothing there returns nothing after it.',
  },
  {
    file: ranking,
    original: 'a < b',
    replacement: 'a <= b',
    why: 'Two that are the same have been told apart from the others before.',
  },
  {
    file: ranking,
    original: 'first.length < most',
    replacement: 'true',
    why: 'Where there are enough, none of the further ones is taken: they are not sought for speed only.',
  },
  {
    file: ranking,
    original: 'first.length < most',
    replacement: 'first.length <= most',
    why: 'Where there are enough, none of the further ones is taken: they are not sought for speed only.',
  },
  {
    file: ranking,
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'Where there are enough, none of the further ones is taken: they are not sought for speed only.',
  },
  {
    file: matching,
    original: 'suits === 0',
    replacement: 'false',
    why: 'The same slot with nothing added to it.',
  },
  {
    file: matching,
    original: 'ask.locality !== undefined',
    replacement: 'true',
    why: 'For the compiler: nobody works in a locality that is none.',
  },
  {
    file: matching,
    original: 'facilitator.trainedUntil === undefined',
    replacement: 'false',
    why: 'Who can be offered is trained until some day: a hard rule removes everybody else.',
  },
  {
    file: matching,
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'Who can be offered is trained until some day: a hard rule removes everybody else.',
  },
  {
    file: fairShare,
    original: 'accounts.filter(({ facilitator: { leftOn, pauses = [] } }) => leftOn ?? pauses[0])',
    replacement: 'accounts',
    why: 'Those who are never away are left out for speed only: each day asks again who is.',
  },
  {
    file: fairShare,
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'Those who are never away are left out for speed only: each day asks again who is.',
  },
  {
    file: fairShare,
    original: 'a.facilitator.joinedOn! < b.facilitator.joinedOn!',
    replacement: 'a.facilitator.joinedOn! <= b.facilitator.joinedOn!',
    why: 'Of two who joined on one day it is the same who comes first.',
  },
  {
    file: fairShare,
    original: 'leftOn !== undefined',
    replacement: 'true',
    why: 'For the compiler: no day comes after one that is none.',
  },
  {
    file: mails,
    original: 'default: return false;',
    replacement: 'default:',
    why: 'What returns nothing is as false as false.',
  },
  {
    file: mails,
    original: "request.state === 'submitted'",
    replacement: 'true',
    why: 'For the compiler: no other state has been asked for dates.',
  },
  {
    file: mails,
    original: 'before?.state',
    replacement: 'before.state',
    why: 'For the compiler: whoever had a part had it in a request.',
  },
  {
    file: mails,
    original: '[]',
    replacement: '["Stryker was here"]',
    why: 'It is the address of nobody.',
  },
  {
    file: mails,
    original: "next.state === 'submitted'",
    replacement: 'true',
    why: 'A form that is changed is submitted again: no command of that kind leads anywhere else.',
  },
  {
    file: yearly,
    original: 'smaller.length >= larger.length',
    replacement: 'smaller.length > larger.length',
    why: 'Sums as large as each other differ in nothing where one holds the other, and nothing is always hidden.',
  },
  {
    file: yearly,
    original: 'smaller.length >= larger.length',
    replacement: 'false',
    why: 'Sums as large as each other differ in nothing where one holds the other, and nothing is always hidden.',
  },
  {
    file: yearly,
    original: 'smaller.length === 0',
    replacement: 'false',
    why: 'What a sum has besides nothing is the sum itself, which keeps the rule or would not be shown.',
  },
  {
    file: bounded,
    original: 'known',
    replacement: 'false',
    why: 'Compiled again instead of once: slower, and the same.',
  },
  {
    file: intervals,
    original: 'from < b.length && b[from]!.end <= start',
    replacement: 'false',
    why: 'What ends before is skipped for speed only: it cuts nothing off.',
  },
  {
    file: intervals,
    original: 'b[from]!.end <= start',
    replacement: 'b[from]!.end < start',
    why: 'As above: what ends at the start cuts nothing off either.',
  },
  {
    file: intervals,
    original: 'b[i]!.start < whole.end',
    replacement: 'b[i]!.start <= whole.end',
    why: 'What begins at the end leaves the same time, whether it is looked at or not.',
  },
  {
    file: intervals,
    original: 'one.end < other.end',
    replacement: 'one.end <= other.end',
    why: 'Where both end at once it is the same which is left first: neither has any time after that.',
  },
  {
    file: signpost,
    original: "{ risk: ['no', 'known'] }",
    replacement: '{}',
    why: 'The rule for a risk nobody was told of has all its answers first, so that none of the others is reached.',
  },
  {
    file: signpost,
    original: "{ ...SAFE, need: ['think'] }",
    replacement: '{}',
    why: 'Every other need is decided by a rule further up, before these are asked anything.',
  },
  {
    file: signpost,
    original: 'open.some(({ when }) => when[each] !== undefined)',
    replacement: 'open.every(({ when }) => when[each] !== undefined)',
    why: 'In the table as it is, rules that may still fit name the same next question.',
  },
  {
    file: signpost,
    original: 'ask === undefined',
    replacement: 'false',
    why: 'A fault of the table, which another test shows to have none.',
  },
  {
    file: signpost,
    original: '`Expected a rule for ${JSON.stringify(situation)}, got none. See RULES in signpost.ts.`',
    replacement: '``',
    why: 'The text of that fault.',
  },
  {
    file: choice,
    original: 'why !== undefined',
    replacement: 'true',
    why: 'For the compiler: without a setback nobody could not facilitate.',
  },
];
