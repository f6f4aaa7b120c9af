import { figuresOf, folderTable, mutationFindings } from './figures';
import { type Mutant, type Report, score, survivorsOf } from './report';

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

const why = { file: 'src/domain/most.ts', original: 'Math.max( a, b, )', why: 'it is tried elsewhere' };
const explained = { ...why, replacement: 'Math.min(a, b)' };

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

  it('is explained only by what is said of that very change', () => {
    const seen = (list: Parameters<typeof mutationFindings>[1]) =>
      mutationFindings(aReport(['Survived', 'NoCoverage']), list)[1]!;
    expect(seen([explained])).toMatchObject({ seen: '2 of 2 explained', met: 'met' });
    expect(seen([{ ...explained, replacement: 'b' }])).toMatchObject({
      seen: '0 of 2 explained',
      met: 'not-met',
    });
    expect(seen([{ ...explained, file: 'src/domain/least.ts' }])).toMatchObject({ met: 'not-met' });
  });
});
