/**
 * Which regular expressions could be made slow by a text written for it, as recheck finds (an automaton decides; where it
 * cannot, it searches). One that could be has to read short texts only, and a line here says how short and why.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Expression } from './expressions';

export interface Bound {
  /** The file it stands in, from the top of the repository. */
  readonly file: string;
  readonly source: string;
  /** No text it reads is longer. */
  readonly longest: number;
  readonly because: string;
}

export type Verdict = Expression & {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  /** A text that makes it slow, where one was found. */
  readonly attack?: string;
  readonly bound?: Bound;
};

/** No text of a form is longer in any deployment: the highest POLICY_LONGEST_TEXT_LENGTH that is taken. */
export const LONGEST_FREE_TEXT = 4_000;
/** Of a header, as Node.js reads them: all of them together. */
const LONGEST_HEADER = 16_384;

export const BOUNDS: readonly Bound[] = [
  {
    file: 'src/azure/exact-types.ts',
    source: String.raw`"((?:[^"\\]|\\.)*)":(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|"(?:[^"\\]|\\.)*"`,
    longest: 1_048_576,
    because: 'reads JSON that Table Storage wrote: every quotation mark has its other, so no try is in vain',
  },
  {
    file: 'src/domain/identifiers/bounded.ts',
    source: String.raw`\[[^\]]*\]`,
    longest: 1_000,
    because: 'reads our own patterns when the program starts',
  },
  {
    file: 'src/fault-report.ts',
    source: String.raw`(?<![\p{L}\d])['‘][^'’]*['’]`,
    longest: 2_000,
    because: 'reads the first 2,000 signs of a message',
  },
  {
    file: 'src/fault-report.ts',
    source: String.raw`[^\s(,;:]+@[^\s),;:]+`,
    longest: 2_000,
    because: 'reads the first 2,000 signs of a message',
  },
  {
    file: 'src/graph/fault.ts',
    source: String.raw`[^\s'"<>(,;:]+@[^\s'"<>),;:]+`,
    longest: 2_000,
    because: 'reads the first 2,000 signs of what Graph says',
  },
  {
    file: 'src/http/client-address.ts',
    source: '%.*$',
    longest: LONGEST_HEADER,
    because: 'reads one address, in which nothing but its zone has a line of its own',
  },
  {
    file: 'src/http/client-address.ts',
    source: String.raw`[\d.]+\.[\d.]+$`,
    longest: 45,
    because: 'reads an IPv6 address without its zone',
  },
  ...[
    String.raw`[\s,]*\b(?:please|thank you(?: very much)?|thanks|many thanks|cheers)\b[\s,]*`,
    String.raw`[\s.!?]+$`,
  ].map((source) => ({
    file: 'src/teams/intent.ts',
    source,
    longest: 100,
    because: 'a sentence of more than 100 signs is not read',
  })),
  ...['src/doctor/addresses.ts', 'src/settings/kinds.ts'].map((file) => ({
    file,
    source: String.raw`\/+$`,
    longest: 2_000,
    because: 'reads a setting',
  })),
  {
    file: 'src/settings/reader.ts',
    source: String.raw`\/\/.*@`,
    longest: 2_000,
    because: 'reads a setting',
  },
  {
    file: 'src/doctor/consultation.ts',
    source: ' got "[^"]*[@\\s][^"]*"',
    longest: 2_000,
    because: 'reads what is wrong with a setting',
  },
  ...['<svg[^>]*>', String.raw`<style[^>]*>[\s\S]*?<\/style>`].map((source) => ({
    file: 'src/web/charts/plain-svg.ts',
    source,
    longest: 200_000,
    because: 'reads what ECharts drew of our figures: one svg, and one closed style',
  })),
];

/** Those put together while the program runs, and how long a text they read at most. */
export const COMPOSED: Readonly<Record<string, { readonly longest: number; readonly because: string }>> = {
  'src/domain/identifiers/bounded.ts': {
    longest: LONGEST_FREE_TEXT,
    because:
      'every quantifier has an upper bound, or the program does not start: linear in the length of the text',
  },
  'src/domain/mail-address.ts': { longest: 120, because: 'an address of more than 120 signs is not read' },
  'src/retention/mentions.ts': {
    longest: 32_768,
    because: 'reads what one property of a row holds; every repetition in it has an upper bound',
  },
  'src/teams/intent.ts': { longest: 100, because: 'a sentence of more than 100 signs is not read' },
};

export type Judged = { readonly status: Verdict['status']; readonly attack?: string };

/**
 * What recheck says of each, in a process of its own: in the sandbox of a test it takes many times as long.
 * @param root of the repository
 * @throws Error where it cannot be run
 */
export function recheck(root: string, expressions: readonly Expression[]): readonly Judged[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'test/fuzz/recheck.mjs')], {
    input: JSON.stringify(expressions),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`Expected recheck to run, got ${stderr}`);
  return JSON.parse(stdout) as readonly Judged[];
}

/** What was found of each, with the bound that is known for it. */
export function judge(expressions: readonly Expression[], judged: readonly Judged[]): readonly Verdict[] {
  return expressions.map((each, n) => {
    const bound = boundOf(each);
    return { ...each, ...judged[n]!, ...(bound && { bound }) };
  });
}

function boundOf({ at, source }: Expression): Bound | undefined {
  const file = at.replace(/:\d+$/, '');
  const composed = COMPOSED[file];
  // Those that were caught have no line.
  if (composed && at === file) return { file, source, ...composed };
  return BOUNDS.find((each) => each.file === file && each.source === source);
}

/** Neither safe nor bounded: what must not be. */
export function dangers(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ status, bound }) => status !== 'safe' && !bound);
}
