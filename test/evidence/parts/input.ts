/** Hostile input: what was given to every door, what people type as it is shown, and every regular expression. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromiumPath } from '../../chromium';
import { type Expression, findExpressions } from '../../fuzz/expressions';
import { growthOf, LONGEST_MS } from '../../fuzz/fuzzing';
import { REQUEST_FIELDS } from '../../fuzz/markup/filled-requests';
import { PAGE_FIELDS } from '../../fuzz/markup/pages';
import type { DrawnValue } from '../../fuzz/markup/run';
import { TYPED_VALUES } from '../../fuzz/markup/typed-values';
import type { FuzzedHere } from '../../fuzz/run';
import { dangers, judge, recheck, type Verdict } from '../../fuzz/slow-expressions';
import type { Finding, Measured, Part } from '../part';

/** Compiled, this lies in build/test/evidence/parts. */
const ROOT = join(__dirname, '../../../..');
const AIM = 1_000_000;
/** Fewer, where somebody wants to see the page soon: it then says that the aim was not met. */
const COUNT = Number(process.env['FUZZ_COUNT'] ?? AIM);
const MB = 1024 * 1024;
const FUZZ = 'npm run build && node build/test/fuzz/run.js --count 1000000';
const MARKUP = 'npm run build && node build/test/fuzz/markup/run.js';
const EXPRESSIONS = 'npx jest test/fuzz/expressions.test.ts';
const INJECTION =
  'npx jest test/fuzz/injection.test.ts test/web/roster-csv-written.test.ts test/web/outside/letters-hostile.test.ts';

const part: Part = {
  name: 'input',
  title: 'Hostile input',
  async measure(): Promise<Measured> {
    const fuzzed = JSON.parse(
      output('test/fuzz/run.js', ['--count', String(COUNT)]),
    ) as readonly FuzzedHere[];
    const verdicts = judged();
    const drawn = chromiumPath() ? drawnValues() : undefined;
    return {
      findings: [...ofFuzzing(fuzzed), ofExpressions(verdicts), ...ofMarkup(drawn), ofInjection()],
      text: [tableOf(fuzzed), boundsOf(verdicts)].join('\n\n'),
    };
  },
};

export default part;
export { part };

function output(program: string, args: readonly string[]): string {
  const { stdout, error } = spawnSync(
    process.execPath,
    ['--expose-gc', join(ROOT, 'build', program), ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 256 * MB,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (error) throw error;
  if (stdout.trim() === '') throw new Error(`Expected ${program} to say what it saw, got nothing`);
  return stdout;
}

function ofFuzzing(fuzzed: readonly FuzzedHere[]): readonly Finding[] {
  const inputs = fuzzed.reduce((sum, each) => sum + each.inputs, 0);
  const failures = fuzzed.flatMap((each) => each.failures);
  const polluted = failures.filter(({ wrong }) => wrong.includes('prototype'));
  const kept = fuzzed.reduce((sum, each) => sum + each.kept, 0);
  const slowest = Math.max(...fuzzed.map(({ slowestMs }) => slowestMs));
  const grown = fuzzed.map(({ door, heaps }) => ({ door, growth: growthOf(heaps) }));
  const most = Math.max(...grown.map(({ growth = 0 }) => growth));
  return [
    {
      promise:
        'Whatever is sent to any door, nothing crashes, nothing is answered with 5xx, and no exception is swallowed.',
      aim: `at least ${AIM.toLocaleString('en-GB')} inputs, 0 failures`,
      seen: `${inputs.toLocaleString('en-GB')} inputs, ${failures.length} failures`,
      met: inputs >= AIM && failures.length === 0 ? 'met' : 'not-met',
      command: FUZZ,
    },
    {
      promise: 'No input hangs.',
      aim: `less than ${LONGEST_MS} ms of the processor`,
      seen: `the slowest took ${Math.round(slowest)} ms`,
      met: slowest < LONGEST_MS ? 'met' : 'not-met',
      command: FUZZ,
    },
    {
      promise: 'Memory stays flat, however much is sent.',
      aim: 'the heap grows by less than 16 MB from the first third to the last',
      seen: `the door that grew most grew by ${(most / MB).toFixed(1)} MB`,
      met: most < MOST_GROWTH ? 'met' : 'not-met',
      command: FUZZ,
    },
    {
      promise: 'Nothing is stored that the form refuses, and no prototype is changed.',
      seen: `${kept.toLocaleString('en-GB')} stored requests looked at; ${polluted.length} changed prototypes`,
      met: failures.length === 0 ? 'met' : 'not-met',
      command: FUZZ,
    },
  ];
}

const MOST_GROWTH = 16 * MB;

function judged(): readonly Verdict[] {
  // In a process of its own: modules that are loaded make nothing any more.
  const composed = JSON.parse(output('test/fuzz/composed-run.js', [])) as readonly Expression[];
  const { expressions } = findExpressions(ROOT);
  return judge([...expressions, ...composed], recheck(ROOT, [...expressions, ...composed]));
}

function ofExpressions(verdicts: readonly Verdict[]): Finding {
  const safe = verdicts.filter(({ status }) => status === 'safe').length;
  const open = dangers(verdicts);
  return {
    promise: 'No regular expression that reads what somebody sent can be made slow.',
    aim: 'each safe, or reading short texts only',
    seen: `${verdicts.length} checked by recheck: ${safe} safe, ${verdicts.length - safe - open.length} bounded, ${open.length} neither`,
    met: open.length === 0 ? 'met' : 'not-met',
    command: EXPRESSIONS,
  };
}

function drawnValues(): readonly DrawnValue[] {
  return output('test/fuzz/markup/run.js', [])
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as DrawnValue);
}

function ofMarkup(drawn: readonly DrawnValue[] | undefined): readonly Finding[] {
  const promise = 'What people type is shown as typed: it runs nothing and makes no element, link or image.';
  if (!drawn) return [{ promise, seen: 'no Chromium here', met: 'not-shown', command: MARKUP }];
  const fields = REQUEST_FIELDS.length + PAGE_FIELDS.length;
  const values = Object.keys(TYPED_VALUES).length;
  const sum = (on: DrawnValue['on']) =>
    drawn.filter((each) => each.on === on).reduce((all, each) => all + each.drawn, 0);
  const shown = drawn.reduce((all, each) => all + each.shown, 0);
  const found = drawn.flatMap(({ differences }) => differences);
  return [
    {
      promise,
      aim: 'every field with every value',
      seen: `${fields} fields × ${values} values on ${sum('cards')} cards and ${sum('pages')} pages in Chromium, read ${shown.toLocaleString('en-GB')} times; ${found.length} differences`,
      met: found.length === 0 ? 'met' : 'not-met',
      command: MARKUP,
    },
  ];
}

function ofInjection(): Finding {
  const [, , ...paths] = INJECTION.split(' ');
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const { stdout } = spawnSync(process.execPath, [jest, '-w', '1', '--json', ...paths], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * MB,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(stdout) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
  };
  return {
    promise:
      'No path leads out of a folder, no line end makes a header, and no cell of a file is run by a spreadsheet.',
    seen: `${passed} tests passed, ${failed} failed`,
    met: failed === 0 && passed > 0 ? 'met' : 'not-met',
    command: INJECTION,
  };
}

function tableOf(fuzzed: readonly FuzzedHere[]): string {
  const megabytes = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / MB).toFixed(0));
  return [
    '| Door | Inputs | Failures | Slowest (ms) | Heap after the first batch and at the end (MB) |',
    '| --- | --: | --: | --: | --: |',
    ...fuzzed.map(
      ({ door, inputs, failures, slowestMs, heaps }) =>
        `| ${door} | ${inputs.toLocaleString('en-GB')} | ${failures.length} | ${Math.round(slowestMs)} | ${megabytes(heaps[0])} → ${megabytes(heaps.at(-1))} |`,
    ),
    '',
    'Half of the inputs are made by a grammar of the right shapes, half are right ones that were changed. All but those over HTTP are given to the handlers in this process, behind the same checks.',
  ].join('\n');
}

function boundsOf(verdicts: readonly Verdict[]): string {
  const bounded = verdicts.filter(({ status, bound }) => status !== 'safe' && bound);
  const lines = new Set(
    bounded.map(
      ({ bound }) =>
        `- \`${bound!.file}\`: at most ${bound!.longest.toLocaleString('en-GB')} signs; ${bound!.because}.`,
    ),
  );
  return [
    'Regular expressions that are not safe for texts of any length, and why theirs are short:',
    '',
    ...lines,
  ].join('\n');
}
