import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catchComposed } from './composed';
import { expressionsIn, findExpressions } from './expressions';
import { BOUNDS, COMPOSED, dangers, judge, recheck } from './slow-expressions';

const ROOT = join(__dirname, '../..');
const found = findExpressions(ROOT);
const composed = catchComposed(ROOT);

describe('the search for regular expressions', () => {
  it('finds literals, composed ones, attributes of pages, and none in comments', () => {
    const text = [
      'const one = /a+$/u; // not /b/',
      "const two = new RegExp('c', 'i');",
      'const three = RegExp(`^${one.source}`);',
      "const four = { pattern: '[0-9]*' };",
      'const five = <input pattern="[a-z]*" />;',
    ].join('\n');
    const { expressions, composed: made } = expressionsIn(text, 'some.tsx');
    expect(expressions.map(({ at, source, flags }) => `${at} /${source}/${flags}`)).toEqual([
      'some.tsx:1 /a+$/u',
      'some.tsx:2 /c/i',
      'some.tsx:4 /^(?:[0-9]*)$/u',
      'some.tsx:5 /^(?:[a-z]*)$/u',
    ]);
    expect(made).toEqual([{ at: 'some.tsx:3', made: 'RegExp(`^${one.source}`)' }]);
  });

  it('reads those of the description of the API too', () => {
    const described = found.expressions.filter(({ at }) => at.includes('apiDefinition'));
    expect(described.length).toBeGreaterThan(3);
  });

  it('knows every file that puts one together, and catches each of them', () => {
    const files = new Set(found.composed.map(({ at }) => at.replace(/:\d+$/, '')));
    expect([...files].sort()).toEqual(Object.keys(COMPOSED).sort());
    expect(new Set(composed.map(({ at }) => at))).toEqual(files);
  });
});

describe('every regular expression', () => {
  it('is told from one that is slow', () => {
    const slow = [{ at: 'some.ts:1', source: '^(a+)+$', flags: '' }];
    expect(dangers(judge(slow, recheck(ROOT, slow)))).toMatchObject([{ status: 'vulnerable' }]);
  });

  it('is safe, or reads short texts only', () => {
    const { expressions } = found;
    expect(dangers(judge(expressions, recheck(ROOT, expressions)))).toEqual([]);
  });

  it('that is put together has a bound', () => {
    expect(composed.filter(({ at }) => !(at in COMPOSED))).toEqual([]);
  });

  it('with a bound is still there', () => {
    const gone = BOUNDS.filter(
      ({ file, source }) =>
        !found.expressions.some((each) => each.at.startsWith(`${file}:`) && each.source === source),
    );
    expect(gone).toEqual([]);
    for (const { file } of BOUNDS) expect(readFileSync(join(ROOT, file), 'utf8')).not.toBe('');
  });
});
