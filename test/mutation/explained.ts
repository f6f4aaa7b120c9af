/** The mutants that no test kills because there is nothing to see of them, each with why. */
import type { Explained } from './report';

const intervals = 'src/domain/intervals.ts';
const signpost = 'src/domain/signpost.ts';
const choice = 'src/domain/decisions/choice.ts';

export const EXPLAINED: readonly Explained[] = [
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
