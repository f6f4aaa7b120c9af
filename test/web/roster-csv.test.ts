import fc from 'fast-check';
import type { FacilitatorAnswers } from '../../src/domain/facilitator-form';
import { defaultPolicy } from '../../src/domain/policy';
import { answersFromCells } from '../../src/web/tab/roster-cells';
import {
  MOST_BYTES,
  MOST_ROWS,
  readRoster,
  type RosterRefusal,
  type RosterRow,
} from '../../src/web/tab/roster-csv';
import { HOSTILE_ROSTERS } from './hostile-rosters';
import { ignoredInWords, refusalInWords } from '../../src/web/tab/wording/roster-import';

const policy = defaultPolicy;
const HEADINGS = 'Name,E-mail,Team';
const SCARLET = 'Scarlet Sepia,scarlet@sepia.example,hl-sn';

function read(text: string) {
  const file = readRoster(text);
  if ('refused' in file) throw new Error(`Expected rows, got ${refusalInWords(file.refused)}`);
  return file;
}

function rowsOf(text: string): readonly RosterRow[] {
  return read(text).rows;
}

function answersIn(text: string): readonly Partial<FacilitatorAnswers>[] {
  return rowsOf(text).map(({ cells }) => answersFromCells(cells, policy));
}

const scarlet = { name: 'Scarlet Sepia', mail: 'scarlet@sepia.example', team: 'hl-sn' };

describe('A file of facilitators', () => {
  it.each<[string, string]>([
    ['commas', `${HEADINGS}\n${SCARLET}`],
    ['semicolons', `Name;E-mail;Team\nScarlet Sepia;scarlet@sepia.example;hl-sn\n`],
    ['tabs', `Name\tE-mail\tTeam\nScarlet Sepia\tscarlet@sepia.example\thl-sn\n`],
    ['lines as Windows ends them', `${HEADINGS}\r\n${SCARLET}\r\n`],
    ['lines as old computers ended them', `${HEADINGS}\r${SCARLET}\r`],
    ['a byte order mark', `\ufeff${HEADINGS}\n${SCARLET}\n`],
    [
      'a first line of Excel',
      `\ufeffsep=;\r\nName;E-mail;Team\r\nScarlet Sepia;scarlet@sepia.example;hl-sn\r\n`,
    ],
    [
      'everything in quotation marks',
      `"Name","E-mail","Team"\n"Scarlet Sepia","scarlet@sepia.example","hl-sn"`,
    ],
    ['empty rows and columns', `,,,,\n${HEADINGS},,\n\n , ,\t\n${SCARLET},,\n,,,,\n\n`],
    ['another order', `Team,Name,E-mail\nhl-sn,Scarlet Sepia,scarlet@sepia.example`],
    ['headings in capitals', `NAME,E-MAIL,TEAM\n${SCARLET}`],
    ['headings spelt otherwise', ` name , Email ,"Te am"\n${SCARLET}`],
    ['the label of a team', `${HEADINGS}\nScarlet Sepia,scarlet@sepia.example,Health: school nursing`],
    [
      'the label written otherwise',
      `${HEADINGS}\nScarlet Sepia,scarlet@sepia.example,health – School  Nursing`,
    ],
    ['the code in capitals', `${HEADINGS}\nScarlet Sepia,scarlet@sepia.example, HL-SN `],
  ])('may have %s', (_what, text) => {
    const [answers, ...more] = answersIn(text);
    expect(more).toEqual([]);
    const trimmed = Object.entries(answers ?? {}).map(([field, answer]) => [field, String(answer).trim()]);
    expect(Object.fromEntries(trimmed)).toEqual(scarlet);
  });

  it('has rows as a spreadsheet counts them', () => {
    const text = `${HEADINGS}\n\n"Scarlet\nSepia",s@sepia.example,hl-sn\n\nUmber Ultramarine,u@umber.example,cs-fs`;
    expect(rowsOf(text).map(({ line, cells }) => [line, cells.name])).toEqual([
      [3, 'Scarlet\nSepia'],
      [5, 'Umber Ultramarine'],
    ]);
  });

  it('says nothing of the columns it has not', () => {
    expect(Object.keys(answersIn(`${HEADINGS}\n${SCARLET}`)[0]!)).toEqual(['name', 'mail', 'team']);
    expect(answersIn(`${HEADINGS},Localities,Weight\n${SCARLET}`)[0]).toEqual({
      ...scarlet,
      localities: [],
      weight: '',
    });
  });

  it.each<[string, string, Partial<FacilitatorAnswers>]>([
    ['Trained on', '16/03/2026', { trainedOn: '2026-03-16' }],
    ['Trained on', '6/3/2026', { trainedOn: '2026-03-06' }],
    ['trained-on', '06.03.2026', { trainedOn: '2026-03-06' }],
    ['Training valid until', '2028-03-16', { trainedUntil: '2028-03-16' }],
    ['Last refresher', '31/02/2026', { refresherOn: '31/02/2026' }],
    ['Last refresher', '03/16/2026', { refresherOn: '03/16/2026' }],
    ['Last refresher', '16/03/26', { refresherOn: '16/03/26' }],
    ['last facilitators’ supervision', '01/09/2026', { supervisedOn: '2026-09-01' }],
    ['In the pool since', '1/1/2027', { joinedOn: '2027-01-01' }],
    ['Last facilitated before', 'never', { facilitatedBefore: 'never' }],
    ['Localities', 'norwich; South Norfolk ;', { localities: ['norwich', 'south'] }],
    ['Localities', '"kings lynn & west norfolk;moon"', { localities: ['kings lynn & west norfolk', 'moon'] }],
    ['Localities', "King's Lynn and West Norfolk", { localities: ['west'] }],
    ['Localities', 'King’s Lynn and West Norfolk', { localities: ['west'] }],
    ['Too close to these teams', 'Police: neighbourhood; cs-fs', { excludedTeams: ['po-ne', 'cs-fs'] }],
    ['Too close to these teams', '"Police: neighbourhood\ncs-fs"', { excludedTeams: ['po-ne', 'cs-fs'] }],
    ['Too close to these teams', 'neighbourhood', { excludedTeams: ['neighbourhood'] }],
    ['Weight', '"1,5"', { weight: '1,5' }],
    ['Sessions a month at most', '3', { sessionsPerMonth: '3' }],
    ['Accepts', ' Automatically', { accepts: 'automatically' }],
  ])('may say under “%s”: %s', (heading, cell, answers) => {
    expect(answersIn(`${HEADINGS},${heading}\n${SCARLET},${cell}`)).toEqual([{ ...scarlet, ...answers }]);
  });

  it('names what is not read', () => {
    const { ignored } = read(`${HEADINGS},Shoe size,,,traned on\n${SCARLET},43,,lost,2026-01-01`);
    expect(ignored).toEqual(['Shoe size', '', 'traned on']);
    expect(ignoredInWords(ignored)).toContain('“Shoe size”, “no heading”, “traned on”');
    expect(ignoredInWords([])).toBeUndefined();
  });
});

describe('A file that cannot be read', () => {
  const many = `${HEADINGS}\n${`${SCARLET}\n`.repeat(MOST_ROWS + 1)}`;
  it.each<[string, string, RosterRefusal]>([
    ['empty', '', { fault: 'nothing' }],
    ['blank', '\ufeff \r\n,,,\r\n', { fault: 'nothing' }],
    ['of headings alone', `${HEADINGS}\n,,\n`, { fault: 'nothing' }],
    ['without headings', SCARLET, { fault: 'columns-missing', headings: ['Name', 'E-mail', 'Team'] }],
    ['without a team', 'Name,E-mail\na,b', { fault: 'columns-missing', headings: ['Team'] }],
    [
      'of another kind',
      'PK\u0003\u0004\u0000',
      { fault: 'columns-missing', headings: ['Name', 'E-mail', 'Team'] },
    ],
    [
      'with a column twice',
      `${HEADINGS},e mail\n${SCARLET},x`,
      { fault: 'columns-twice', headings: ['e mail'] },
    ],
    [
      'with an open quotation',
      `${HEADINGS}\n${SCARLET}\n"Umber,u@umber.example,cs-fs`,
      { fault: 'open-quotation', line: 3 },
    ],
    [
      'with a quotation in a quotation',
      `${HEADINGS}\n"Um"ber",u@umber.example,cs-fs`,
      { fault: 'open-quotation', line: 2 },
    ],
    [
      'with a comma too many',
      `${HEADINGS}\n${SCARLET}\nUmber, Una,u@umber.example,cs-fs`,
      { fault: 'too-many-cells', line: 3 },
    ],
    ['of too many rows', many, { fault: 'too-many-rows' }],
    ['too big', `${HEADINGS}\n${'é'.repeat(MOST_BYTES / 2)}`, { fault: 'too-big' }],
  ])('is refused in one sentence: %s', (_what, text, refused) => {
    expect(readRoster(text)).toEqual({ refused });
    expect(refusalInWords(refused)).toMatch(/^[A-Z].+\.$/);
  });

  it('may have as many rows as allowed, and blank ones besides', () => {
    expect(rowsOf(`${HEADINGS}\n${`${SCARLET}\n,,\n`.repeat(MOST_ROWS)}`)).toHaveLength(MOST_ROWS);
  });

  it.each(HOSTILE_ROSTERS)('is read to its end when it is as long as allowed and %s', (_what, text) => {
    const read = readRoster(text(MOST_BYTES / 5));
    expect('rows' in read ? read.rows.length : 0).toBeLessThanOrEqual(1);
  });

  it('is never a fault', () => {
    const piece = fc.constantFrom(
      HEADINGS,
      SCARLET,
      '"',
      ',',
      ';',
      '\n',
      '\r',
      '\t',
      '=1',
      '\ufeff',
      '__proto__',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 }),
        (pieces) => {
          expect(readRoster(pieces.join(''))).toBeDefined();
        },
      ),
    );
  });
});
