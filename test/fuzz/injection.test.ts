/** Paths that lead out of a folder, line ends in what becomes a header, and cells a spreadsheet would run. */
import Papa from 'papaparse';
import { csvOf } from '../../src/present/csv';
import { openOutsideOffice, type OutsideOffice } from '../web/outside/outside-office';
import { openTabOffice, type TabOffice } from '../web/tab-office';
import { exchange } from './exchange';

const OUT_OF = [
  ...[
    '../../package.json',
    '../assets.ts',
    '..%2fassets.ts',
    '..%2Fassets.ts',
    '%2e%2e/assets.ts',
    '%2e%2e%2fassets.ts',
  ],
  ...[
    '..%5cassets.ts',
    '..\\assets.ts',
    '%252e%252e%252fassets.ts',
    '%c0%ae%c0%ae/assets.ts',
    '....//assets.ts',
  ],
  ...['.%00/../assets.ts', 'tab.css%00.png', '/etc/passwd', '%2fetc%2fpasswd', 'C:%5cwindows%5cwin.ini'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'tab.css/',
    'tab.css/..',
    '.',
    '..',
    '%2e',
    '~root',
  ],
];

let outside: OutsideOffice;
let tab: TabOffice;
beforeAll(async () => {
  [outside, tab] = await Promise.all([openOutsideOffice(), openTabOffice()]);
});
afterAll(() => Promise.all([outside.close(), tab.close()]));

/** As it is typed: a client would tidy the path up. */
function raw(url: string, path: string, headers = ''): Promise<string> {
  const { port } = new URL(url);
  const head = `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}Connection: close\r\n\r\n`;
  return exchange(Number(port), Buffer.from(head), 10_000);
}

describe.each(OUT_OF)('a path such as %s', (file) => {
  it.each(['/tab/assets', '/request/assets'])('leads out of no folder: %s', async (folder) => {
    for (const { url } of [outside, tab])
      expect(await raw(url, `${folder}/${file}`)).toMatch(/^HTTP\/1\.1 (?:400|404|303|405)/);
  });
});

it('is a file where it is one', async () => {
  expect(await raw(tab.url, '/tab/assets/tab.css')).toMatch(/^HTTP\/1\.1 200/);
  expect(await raw(outside.url, '/request/assets/outside.css')).toMatch(/^HTTP\/1\.1 200/);
});

describe.each(['x%0d%0aX-Evil:%201', 'x%0aX-Evil:%201', 'x\u0000', '%E5%98%8D%E5%98%8AX-Evil:%201'])(
  'a line end in an address: %j',
  (typed) => {
    it('makes no header of its own', async () => {
      const paths = [
        `/request?risk=${typed}`,
        `/request/${typed}`,
        `/request/start?risk=${typed}`,
        `/r/${typed}`,
      ];
      for (const path of [...paths, `/tab/facilitators?q=${typed}`])
        for (const { url } of [outside, tab]) {
          const answer = await fetch(url + path, { redirect: 'manual', headers: { 'HX-Request': 'true' } });
          expect(answer.headers.has('x-evil')).toBe(false);
          expect(answer.status).toBeLessThan(500);
          await answer.text();
        }
    });

    it('nor in what is posted and leads on', async () => {
      const decoded = decodeURIComponent(typed);
      for (const field of ['mail', 'risk', 'go', 'step']) {
        const answer = await outside.posts('/request/link', {
          risk: 'no',
          mail: 'a@b.example',
          [field]: decoded,
        });
        expect(answer.headers.has('x-evil')).toBe(false);
        expect(answer.status).toBeLessThan(500);
      }
    });
  },
);

describe('a file of comma-separated values', () => {
  const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'"];

  it.each(STARTS)('has no cell that a spreadsheet runs: %j', (start) => {
    for (const cell of [`${start}1+1`, `${start}cmd|' /C calc'!A0`, `${start}"quoted","2"`, start]) {
      const written = csvOf(
        [cell, 'b'],
        [
          [cell, 'x'],
          ['x', cell],
        ],
      );
      const { data } = Papa.parse<string[]>(written.replace('\ufeff', '').trimEnd(), { newline: '\r\n' });
      const cells = data.flat();
      expect(
        cells.filter((each) => each.startsWith(start)).filter((each) => start !== "'" && each !== 'x'),
      ).toEqual([]);
      // Guarded, and otherwise as it was.
      expect(data[1]![0]).toBe(`'${cell}`);
      expect(data.map((row) => row.length)).toEqual([2, 2, 2]);
    }
  });

  it.each(['a"b', 'a,b', 'a;b', 'a\r\nb', '"', '",=1+1,"'])('keeps one cell one: %j', (cell) => {
    const written = csvOf(['h'], [[cell]]);
    const { data } = Papa.parse<string[]>(written.replace('\ufeff', '').replace(/\r\n$/, ''), {
      newline: '\r\n',
    });
    expect(data).toEqual([['h'], [cell]]);
  });
});
