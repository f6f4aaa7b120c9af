/** The page is what was measured, and leaves out nothing that README promises. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeptFigures, readKept } from './kept-figures';
import { evidencePage } from './page';
import type { Finding } from './part';
import { loadPart, PART_NAMES } from './parts';
import { PROMISES } from './promises';
import { sentencesOf } from './sentences';

const ROOT = join(__dirname, '..', '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const promised = [...sentencesOf(README, 'What it does'), ...sentencesOf(README, 'How it works')];

describe('what README promises', () => {
  it('is many sentences', () => expect(promised.length).toBeGreaterThan(50));

  it.each(promised)('has a line: %s', (sentence) => {
    expect(PROMISES.filter(({ says }) => sentence.startsWith(says))).toHaveLength(1);
  });

  it.each(PROMISES)('is promised there: $says', ({ says }) => {
    expect(promised.filter((sentence) => sentence.startsWith(says))).toHaveLength(1);
  });

  it.each([...new Set(PROMISES.flatMap(({ shownBy }) => shownBy))])(
    'is shown by a test that is there: %s',
    (test) => {
      expect(existsSync(join(ROOT, 'test', `${test}.test.ts`))).toBe(true);
    },
  );
});

describe('the page', () => {
  it('is written from the figures that are kept, and from nothing else', () => {
    expect(readFileSync(join(ROOT, 'test', 'EVIDENCE.md'), 'utf8')).toBe(
      evidencePage(readKept(ROOT), PART_NAMES),
    );
  });

  it('knows every part that has figures', () => {
    expect(
      Object.keys(readKept(ROOT)).filter((name) => !(PART_NAMES as readonly string[]).includes(name)),
    ).toEqual([]);
  });

  it.each(PART_NAMES)('can measure %s', (name) => {
    expect(loadPart(name).name).toBe(name);
  });

  it('says first what is not met, what could not be shown, and what was not measured', () => {
    const page = evidencePage({ faults: kept('met', 'not-met'), input: kept('not-shown') }, [
      'faults',
      'input',
      'speed',
    ]);
    expect(page).toContain('3 promises measured: 1 met, 1 not met, 1 that could not be shown here.');
    expect(page).toContain('- faults: Promise 1. **no**: 1 of 2');
    expect(page).toContain('- input: Promise 0. not shown here: 0 of 2');
    expect(page).toContain('Not measured yet: `speed`.');
    expect(page.indexOf('**no**')).toBeLessThan(page.indexOf('## What README promises'));
  });

  it('keeps a figure with a bar in it in one cell', () => {
    const [finding] = kept('met').findings;
    const odd = { ...kept('met'), findings: [{ ...finding!, seen: 'a | b' }] };
    expect(evidencePage({ faults: odd }, ['faults'])).toContain('| a \\| b |');
  });
});

function kept(...met: readonly Finding['met'][]): KeptFigures[string] {
  return {
    title: 'A part',
    measuredAt: '2026-11-27T10:00:00.000Z',
    commit: 'abc1234',
    machine: '2 cores',
    minutes: 1,
    findings: met.map((each, n) => ({
      promise: `Promise ${n}.`,
      seen: `${n} of 2`,
      met: each,
      command: 'npm run evidence',
    })),
  };
}
