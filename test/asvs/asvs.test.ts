/** What is said of OWASP's standard: nothing of levels 1 and 2 is left out, and what is called met names where that shows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asvsTables, REQUIREMENTS, withVerdict } from './all';

const root = join(__dirname, '../..');

/** How many of each section, by level: counted in the standard's own list (version 5.0.0). */
const SECTIONS: Readonly<Record<string, readonly [level1: number, level2: number]>> = {
  ...{ '1.1': [0, 2], '1.2': [5, 4], '1.3': [2, 9], '1.4': [0, 3], '1.5': [1, 1] },
  ...{ '2.1': [1, 2], '2.2': [2, 1], '2.3': [1, 3], '2.4': [0, 1] },
  ...{ '3.2': [2, 0], '3.3': [1, 3], '3.4': [2, 4], '3.5': [3, 2], '3.7': [0, 2] },
  ...{ '4.1': [1, 2], '4.2': [0, 1], '4.3': [0, 2], '4.4': [1, 3] },
  ...{ '5.1': [0, 1], '5.2': [2, 1], '5.3': [2, 0], '5.4': [0, 3] },
  ...{
    '6.1': [1, 2],
    '6.2': [8, 4],
    '6.3': [2, 2],
    '6.4': [2, 2],
    '6.5': [0, 5],
    '6.6': [0, 3],
    '6.8': [0, 4],
  },
  ...{ '7.1': [0, 3], '7.2': [4, 0], '7.3': [0, 2], '7.4': [2, 3], '7.5': [0, 2], '7.6': [0, 2] },
  ...{ '8.1': [1, 1], '8.2': [2, 1], '8.3': [1, 0], '8.4': [0, 1] },
  ...{ '9.1': [3, 0], '9.2': [1, 3] },
  ...{
    '10.1': [0, 2],
    '10.2': [0, 2],
    '10.3': [0, 4],
    '10.4': [5, 6],
    '10.5': [0, 5],
    '10.6': [0, 2],
    '10.7': [0, 3],
  },
  ...{ '11.1': [0, 2], '11.2': [0, 3], '11.3': [2, 1], '11.4': [1, 3], '11.5': [0, 1], '11.6': [0, 1] },
  ...{ '12.1': [1, 2], '12.2': [2, 0], '12.3': [0, 4] },
  ...{ '13.1': [0, 1], '13.2': [0, 5], '13.3': [0, 2], '13.4': [1, 4] },
  ...{ '14.1': [0, 2], '14.2': [1, 3], '14.3': [1, 2] },
  ...{ '15.1': [1, 2], '15.2': [1, 2], '15.3': [1, 6] },
  ...{ '16.1': [0, 1], '16.2': [0, 5], '16.3': [0, 4], '16.4': [0, 3], '16.5': [0, 3] },
  ...{ '17.1': [0, 1], '17.2': [0, 4], '17.3': [0, 2] },
};

it('has every requirement of levels 1 and 2, once', () => {
  const ids = REQUIREMENTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const counted: Record<string, [number, number]> = {};
  for (const { id, level } of REQUIREMENTS)
    (counted[id.split('.').slice(0, 2).join('.')] ??= [0, 0])[level - 1]! += 1;
  expect(counted).toEqual(SECTIONS);
  // As the standard says of itself.
  const of = (level: number) => REQUIREMENTS.filter((each) => each.level === level).length;
  expect([of(1), of(2)]).toEqual([70, 183]);
});

it.each(
  withVerdict('met').flatMap(({ id, verdict }) =>
    verdict.is === 'met' ? [[id, verdict.shown] as const] : [],
  ),
)('%s is shown in places that are there', (_, shown) => {
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('says why where something is not met', () => {
  const told = REQUIREMENTS.flatMap(({ id, verdict }) =>
    'because' in verdict ? [[id, verdict.because] as const] : [],
  );
  expect(told.filter(([, because]) => because.trim() === '')).toEqual([]);
  expect(asvsTables()).toContain('| 14.2.1 | 1 |');
});

describe('what is looked for in the source', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|js)$/.test(path))
    .map((path) => [path, readFileSync(join(root, 'src', path), 'utf8')] as const);
  const having = (pattern: RegExp) => sources.filter(([, text]) => pattern.test(text)).map(([path]) => path);

  it.each([
    ['code made of text (1.3.2)', /\beval\(|new Function\(|\bvm\b.*'node:vm'|from 'node:vm'/],
    ['commands of the system (1.2.5)', /from 'node:child_process'|require\('child_process'\)/],
    ['weak hashes (11.4.1)', /createHash\('(md5|sha1)'\)|createHmac\('(md5|sha1)'/],
    ['certificates that are not checked (12.3.2)', /rejectUnauthorized: false|NODE_TLS_REJECT_UNAUTHORIZED/],
    ['chance that can be foretold, for a secret (11.5.1)', /Math\.random\(\)\.toString/],
  ])('%s', (_, pattern) => expect(having(pattern)).toEqual([]));

  it('markup that is not escaped (1.2.1): charts alone, which are drawn of numbers and of our own words', () => {
    expect(having(/dangerouslySetInnerHTML|\.innerHTML\s*=/).sort()).toEqual([
      join('web', 'tab', 'monitoring', 'measure-part.tsx'),
      join('web', 'tab', 'monitoring', 'now-part.tsx'),
    ]);
  });
});
