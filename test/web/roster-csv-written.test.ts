import fc from 'fast-check';
import Papa from 'papaparse';
import type { FacilitatorAnswers } from '../../src/domain/facilitator-form';
import { answersOf, checkFacilitator } from '../../src/domain/facilitator-form-check';
import { defaultPolicy, type Policy } from '../../src/domain/policy';
import { answersFromCells } from '../../src/web/tab/roster-cells';
import { readRoster, type RosterRow, writeRoster } from '../../src/web/tab/roster-csv';
import { FIELD_NAMES } from '../../src/web/tab/wording/roster';
import { aFacilitator, askedAt } from '../builders';
import { drafts } from '../facilitator-drafts';

const policy = defaultPolicy;

function rowsOf(text: string): readonly RosterRow[] {
  const file = readRoster(text);
  if ('refused' in file) throw new Error(`Expected rows, got ${JSON.stringify(file.refused)}`);
  return file.rows;
}

describe('The file of the pool', () => {
  const oddPolicy: Policy = {
    ...policy,
    agencies: policy.agencies.map((agency) => ({
      ...agency,
      name: agency.code < 'h' ? 'Same; name' : agency.name,
    })),
    localities: policy.localities.map((locality) => ({
      ...locality,
      name: locality.code < 'n' ? '★' : 'norwich',
    })),
  };

  it('begins with a mark for Excel and the headings, and says what people read', () => {
    const draft = aFacilitator({
      name: 'Fay Facilitate',
      trainedUntil: '2027-03-31',
      excludedTeams: ['hl-sn', 'cs-eh'],
    });
    expect(writeRoster([draft], policy)).toBe(
      "\ufeffName,E-mail,Team,Trained on,Training valid until,Last refresher,Last facilitators' supervision,Localities,Weight," +
        'Sessions a month at most,In the pool since,Last facilitated before,Accepts,Too close to these teams\r\n' +
        "Fay Facilitate,fay.facilitate@norfolk-sandbox.example,Health: mental health,,2027-03-31,,,,,,,,asked,Health: school nursing; Children's Services: early help\r\n",
    );
  });

  it('is headings alone for an empty pool', () => {
    expect(writeRoster([], policy).trim().split('\r\n')).toEqual([Object.values(FIELD_NAMES).join(',')]);
  });

  it('tells nobody of ids, families, pauses and hours', () => {
    const facilitator = aFacilitator({
      id: 'secret-id',
      outside: true,
      knownFamilies: ['secret-family'],
      pauses: [{ from: '2031-01-01', until: '2031-02-01' }],
      leftOn: '2032-01-01',
    });
    const text = writeRoster([facilitator], policy);
    for (const secret of ['secret', '2031', '2032', facilitator.id]) expect(text).not.toContain(secret);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '=1\n+2',
    '=HYPERLINK("https://x.example";"y")',
    "'=1",
    "''",
    '＝1',
  ])('lets no spreadsheet run %j', (name) => {
    const text = writeRoster([aFacilitator({ name })], policy);
    expect(text.split('\r\n')[1]).toMatch(/^"'/);
    expect(rowsOf(text)[0]?.cells.name?.replaceAll('\r', '\n')).toBe(name.replaceAll('\r', '\n'));
  });

  it('keeps an apostrophe that guards nothing', () => {
    expect(rowsOf("Name,E-mail,Team\n'Olive Ochre,o@ochre.example,cs-fs")[0]?.cells.name).toBe(
      "'Olive Ochre",
    );
  });

  it.each<[string, Policy]>([
    ['our lists', policy],
    ['lists whose labels cannot be told apart', oddPolicy],
  ])('read again is the pool as it was, with %s', (_what, lists) => {
    fc.assert(
      fc.property(fc.array(drafts(lists), { minLength: 1, maxLength: 8 }), (pool) => {
        const again = rowsOf(writeRoster(pool, lists)).map(({ cells }) =>
          answersFromCells(cells, lists),
        ) as FacilitatorAnswers[];
        expect(again).toEqual(pool.map(answersOf));
        expect(again.map((answers) => checkFacilitator(answers, [], askedAt, lists))).toStrictEqual(
          pool.map((draft) => ({ draft })),
        );
      }),
    );
  });

  it('is read again after a spreadsheet has saved it with semicolons', () => {
    fc.assert(
      fc.property(drafts(policy), (draft) => {
        const text = writeRoster([draft], policy);
        const saved = Papa.unparse(Papa.parse<string[]>(text.trim()).data, { delimiter: ';' });
        expect(rowsOf(saved)).toEqual(rowsOf(text));
      }),
    );
  });

  it('takes a name as it is, whatever is in it', () => {
    const text = fc.string({ unit: fc.constantFrom(...`"',;=+-@\t aé朱'`), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, (name) => {
        const written = writeRoster([aFacilitator({ name: `x${name}` }), aFacilitator({ name })], policy);
        expect(rowsOf(written).map(({ cells }) => cells.name)).toEqual([`x${name}`, name]);
      }),
    );
  });
});
