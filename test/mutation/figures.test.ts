import { figuresOf, folderTable, mutationFindings } from './figures';
import { type Explained, heldAgainst, type Mutant, type Report, score, survivorsOf } from './report';

const source = 'export const most = (a: number, b: number) =>\n  Math.max(\n    a,\n    b,\n  );\n';

function aMutant(status: Mutant['status'], replacement = 'Math.min(a, b)'): Mutant {
  return {
    status,
    replacement,
    location: { start: { line: 2, column: 3 }, end: { line: 5, column: 4 } },
  };
}

function aReport(statuses: readonly Mutant['status'][]): Report {
  const mutants = statuses.map((status) => aMutant(status));
  return {
    files: { 'src/domain/most.ts': { source, mutants }, 'src/domain/words.ts': { source, mutants: [] } },
  };
}

const FILE = 'src/domain/most.ts';
const WHY = 'it is tried elsewhere';
const ORIGINAL = 'Math.max( a, b, )';

describe('The score', () => {
  it('is what was killed or timed out of all that could be, and what no test runs counts against it', () => {
    const figures = figuresOf(aReport(['Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError']));
    expect(figures).toEqual({
      'src/domain/most.ts': { killed: 1, timedOut: 1, survived: 1, noCoverage: 1 },
    });
    expect(score(figures['src/domain/most.ts']!)).toBe(50);
  });

  it.each([
    [9, 1, 'met'],
    [8, 1, 'not-met'],
  ] as const)('of %i killed and %i survived is %s', (killed, survived, met) => {
    const report = aReport([
      ...Array.from({ length: killed }, () => 'Killed' as const),
      ...Array.from({ length: survived }, () => 'Survived' as const),
    ]);
    expect(mutationFindings(report, [])[0]!.met).toBe(met);
  });

  it('is told by folder', () => {
    expect(
      folderTable({ 'src/domain/a.ts': { killed: 3, timedOut: 0, survived: 1, noCoverage: 0 } }),
    ).toContain('| src/domain | 75.0 % | 3 | 0 | 1 | 0 |');
  });
});

describe('What survived', () => {
  it('is known by what stands there and what it was changed to, on one line', () => {
    expect(survivorsOf(aReport(['Killed', 'Survived']))).toEqual([
      { file: 'src/domain/most.ts', line: 2, original: 'Math.max( a, b, )', replacement: 'Math.min(a, b)' },
    ]);
  });

  it.each<[string, Explained['mutants'], string, string]>([
    [
      'each is named',
      [
        [ORIGINAL, 'Math.min(a, b)'],
        [ORIGINAL, 'Math.min(a, b)'],
      ],
      FILE,
      '2 of 2',
    ],
    ['one of two that are alike is', [[ORIGINAL, 'Math.min(a, b)']], FILE, '1 of 2'],
    ['another change is', [[ORIGINAL, 'b']], FILE, '0 of 2'],
    ['the change of another file is', [[ORIGINAL, 'Math.min(a, b)']], 'src/domain/least.ts', '0 of 2'],
  ])('is explained only where %s', (_what, mutants, file, seen) => {
    const report = aReport(['Survived', 'NoCoverage']);
    expect(mutationFindings(report, [{ file, why: WHY, mutants }])[1]).toMatchObject({
      seen: `${seen} explained`,
      met: seen === '2 of 2' ? 'met' : 'not-met',
    });
  });

  it('leaves explanations idle that are of nothing', () => {
    const mutants = [
      [ORIGINAL, 'Math.min(a, b)'],
      [ORIGINAL, 'b'],
    ] as const;
    const { unexplained, idle } = heldAgainst(survivorsOf(aReport(['Survived'])), [
      { file: FILE, why: WHY, mutants },
    ]);
    expect(unexplained).toEqual([]);
    expect(idle).toEqual([{ file: FILE, original: ORIGINAL, replacement: 'b' }]);
  });
});
