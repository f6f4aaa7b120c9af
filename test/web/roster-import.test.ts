import fc from 'fast-check';
import type { Facilitator } from '../../src/domain/facilitator';
import type { FacilitatorProblem } from '../../src/domain/facilitator-form';
import { defaultPolicy } from '../../src/domain/policy';
import type { Cells } from '../../src/web/tab/roster-cells';
import { FIELDS, MOST_ROWS, readRoster, writeRoster } from '../../src/web/tab/roster-csv';
import { formOfRows, rowsFromForm, type SentRow } from '../../src/web/tab/roster-form';
import { changedSince, type JudgedRow, judgeRows, type RowOutcome } from '../../src/web/tab/roster-import';
import { sameAddressInWords } from '../../src/web/tab/wording/roster-import';
import { aFacilitator, askedAt } from '../builders';
import { drafts } from '../facilitator-drafts';

const policy = defaultPolicy;
const scarlet = { name: 'Scarlet Sepia', mail: 'scarlet@sepia.example', team: 'Health: school nursing' };
const inPool = aFacilitator({
  ...scarlet,
  id: 'scarlet',
  team: 'hl-sn',
  trainedOn: '2025-01-13',
  trainedUntil: '2027-01-31',
  localities: ['south', 'norwich'],
  weight: 0.5,
  leftOn: '2026-01-01',
});

function row(cells: Cells = scarlet, over: Partial<SentRow> = {}): SentRow {
  return { line: 2, cells, leave: false, ...over };
}

function judged(rows: readonly SentRow[], pool: readonly Facilitator[] = []): readonly JudgedRow[] {
  return judgeRows(rows, pool, askedAt, policy);
}

function outcomeOf(cells: Cells, pool: readonly Facilitator[] = []): RowOutcome {
  return judged([row(cells)], pool)[0]!.outcome;
}

function problemsOf({ outcome }: JudgedRow): readonly FacilitatorProblem[] {
  return outcome.kind === 'wrong' ? outcome.problems : [];
}

describe('A row of somebody new', () => {
  it('adds them', () => {
    expect(outcomeOf({ ...scarlet, trainedOn: '13/01/2026' }, [aFacilitator()])).toEqual({
      kind: 'add',
      draft: { ...scarlet, team: 'hl-sn', trainedOn: '2026-01-13', trainedUntil: '2028-01-13' },
    });
  });

  it('names everything that is wrong, and keeps what was typed', () => {
    const cells = { name: 'Zo\ufffd', mail: 'zoe', team: 'Helth', trainedOn: '30/02/2026', weight: 'much' };
    const [result] = judged([row(cells)]);
    expect(problemsOf(result!).map(({ field, fault }) => `${field} ${fault}`)).toEqual([
      'name garbled',
      'mail bad-mail',
      'team not-in-list',
      'trainedOn not-a-date',
      'weight not-a-number',
    ]);
    expect(result!.cells).toMatchObject(cells);
  });
});

describe('A row of somebody in the pool', () => {
  it.each<[string, Cells, readonly string[]]>([
    ['the same', scarlet, []],
    ['the address in capitals', { ...scarlet, mail: 'Scarlet@SEPIA.example' }, []],
    ['localities in another order', { ...scarlet, localities: 'Norwich; South Norfolk' }, []],
    ['another name', { ...scarlet, name: 'Scarlet Sienna' }, ['name']],
    ['another team', { ...scarlet, team: 'po-ch' }, ['team']],
    ['a cell emptied', { ...scarlet, weight: '' }, ['weight']],
    ['a locality more', { ...scarlet, localities: 'norwich;south;north' }, ['localities']],
    [
      'two fields',
      { ...scarlet, sessionsPerMonth: '1', accepts: 'automatically' },
      ['sessionsPerMonth', 'accepts'],
    ],
    [
      'training anew, valid from then on',
      { ...scarlet, trainedOn: '01/11/2026' },
      ['trainedOn', 'trainedUntil'],
    ],
    ['the training of before', { ...scarlet, trainedOn: '13/01/2025' }, []],
    [
      'training and how long it counts',
      { ...scarlet, trainedOn: '01/11/2026', trainedUntil: '2027-01-31' },
      ['trainedOn'],
    ],
  ])('with %s changes just that', (_what, cells, fields) => {
    const outcome = outcomeOf(cells, [aFacilitator(), inPool]);
    if (fields.length === 0) expect(outcome).toEqual({ kind: 'nothing-new', facilitator: inPool });
    else expect(outcome).toMatchObject({ kind: 'change', facilitator: { id: 'scarlet' }, fields });
  });

  it('shows what the pool knows where the file has no column', () => {
    const [result] = judged([row({ ...scarlet, weight: '2' })], [inPool]);
    expect(result!.cells).toMatchObject({ weight: '2', localities: 'South Norfolk; Norwich' });
  });

  it('is told from the page it was shown on once the pool has changed', () => {
    const [shown] = judged([row()], [inPool]);
    const sent = row(scarlet, { seen: shown!.seen });
    expect(judged([sent], [inPool]).map(changedSince)).toEqual([false]);
    expect(judged([sent], [{ ...inPool, knownFamilies: ['a-request'] }]).map(changedSince)).toEqual([false]);
    expect(judged([sent], [{ ...inPool, weight: 1 }]).map(changedSince)).toEqual([true]);
    expect(judged([sent], []).map(changedSince)).toEqual([true]);
    expect(judged([row()], [inPool]).map(changedSince)).toEqual([false]);
  });
});

describe('Two rows with one address', () => {
  const twins = [row(), row({ ...scarlet, mail: ' SCARLET@sepia.example' }, { line: 7 })];

  it('are both wrong, and name each other', () => {
    for (const pool of [[], [inPool]])
      expect(judged(twins, pool).map(({ outcome }) => outcome)).toMatchObject([
        { kind: 'wrong', problems: [{ field: 'mail', fault: 'taken' }], sameAddress: [7] },
        { kind: 'wrong', problems: [{ field: 'mail', fault: 'taken' }], sameAddress: [2] },
      ]);
    expect(sameAddressInWords(7, [2, 3])).toMatch(/^Rows 2, 3 and 7 have/);
  });

  it('are right once one is left out', () => {
    const [first, second] = twins as [SentRow, SentRow];
    const outcomes = judged([first, { ...second, leave: true }]).map(({ outcome }) => outcome.kind);
    expect(outcomes).toEqual(['add', 'left-out']);
  });

  it('are only wrong for having none, when they have none', () => {
    const none = { ...scarlet, mail: '' };
    for (const each of judged([row(none), row(none, { line: 3 })]))
      expect(problemsOf(each)).toEqual([{ field: 'mail', fault: 'empty' }]);
  });
});

it('A row left out is not judged, however wrong', () => {
  expect(judged([row({ name: '' }, { leave: true })])[0]!.outcome).toEqual({ kind: 'left-out' });
});

it('As many rows as allowed are judged soon', () => {
  const rows = Array.from({ length: MOST_ROWS }, (_, n) => row(scarlet, { line: n + 2 }));
  const began = Date.now();
  expect(judged(rows, [inPool]).every(({ outcome }) => outcome.kind === 'wrong')).toBe(true);
  expect(Date.now() - began).toBeLessThan(3_000);
});

it('What was exported and comes back is nothing new', () => {
  fc.assert(
    fc.property(fc.uniqueArray(drafts(policy), { selector: ({ mail }) => mail, minLength: 1 }), (pool) => {
      const facilitators = pool.map((draft, n) => ({ ...draft, id: `f-${n}` }));
      const file = readRoster(writeRoster(facilitators, policy));
      if ('refused' in file) throw new Error(JSON.stringify(file));
      const rows = file.rows.map((each) => ({ ...each, leave: false }));
      const kinds = new Set(judged(rows, facilitators).map(({ outcome }) => outcome.kind));
      expect([...kinds]).toEqual(['nothing-new']);
    }),
  );
});

describe('The form of a page', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 8 });
  const rows: fc.Arbitrary<readonly SentRow[]> = fc.array(
    fc.record(
      {
        line: fc.integer({ min: 1, max: 99_999 }),
        cells: fc.record(Object.fromEntries(FIELDS.map((field) => [field, text])), { requiredKeys: [] }),
        leave: fc.boolean(),
        seen: text,
      },
      { requiredKeys: ['line', 'cells', 'leave'] },
    ),
    { maxLength: 12 },
  );

  it('brings the rows back as they were', () => {
    fc.assert(
      fc.property(rows, (sent) => {
        const body = new URLSearchParams([...formOfRows(sent)] as [string, string][]).toString();
        expect(rowsFromForm(new URLSearchParams(body))).toEqual(sent);
      }),
    );
  });

  it('is read whatever its order, with what is none of its fields left alone', () => {
    const form: [string, string][] = [
      ['csrf', 'x'],
      ['rows.10.name', 'Umber'],
      ['rows.2.name', 'Sepia'],
      ['rows.2.leave', 'on'],
      ['rows.2.constructor', 'x'],
      ['rows.2.line', 'second'],
      ['rows.__proto__.name', 'x'],
      ['rows.-1.name', 'x'],
      ['rows.1000.name', 'x'],
      ['rows.2.name.x', 'x'],
    ];
    expect(rowsFromForm(form)).toEqual([
      { line: 3, cells: { name: 'Sepia' }, leave: true },
      { line: 11, cells: { name: 'Umber' }, leave: false },
    ]);
  });
});
