import fc from 'fast-check';
import { addDays, WEEKDAYS } from '../../src/domain/calendar';
import type { Hours } from '../../src/domain/declared';
import { answersOfDeclared, checkDeclared, type DeclaredAnswers } from '../../src/domain/declared-form';

const on = '2026-11-24';
const empty = answersOfDeclared(undefined);
const week = (monday: readonly Hours[]): DeclaredAnswers => ({ ...empty, week: { ...empty.week, monday } });

function problemsOf(answers: DeclaredAnswers): string[] {
  const checked = checkDeclared(answers, on);
  return 'problems' in checked ? checked.problems.map(({ field, fault }) => `${field} ${fault}`) : [];
}

describe('Declared hours, as entered', () => {
  it.each<[string, DeclaredAnswers, string[]]>([
    ['nothing at all', empty, []],
    ['a span', week([{ start: '09:00', end: '12:30' }]), []],
    [
      'two spans that touch',
      week([
        { start: '09:00', end: '12:00' },
        { start: '12:00', end: '13:00' },
      ]),
      [],
    ],
    [
      'an empty second span',
      week([
        { start: '09:00', end: '12:00' },
        { start: '', end: '' },
      ]),
      [],
    ],
    ['a span without its end', week([{ start: '09:00', end: '' }]), ['monday-0-end empty']],
    [
      'no time',
      week([{ start: '9', end: '25:00' }]),
      ['monday-0-start not-a-time', 'monday-0-end not-a-time'],
    ],
    ['an end before the beginning', week([{ start: '12:00', end: '09:00' }]), ['monday-0-end ends-too-soon']],
    ['a span of no length', week([{ start: '12:00', end: '12:00' }]), ['monday-0-end ends-too-soon']],
    [
      'spans that overlap',
      week([
        { start: '09:00', end: '12:00' },
        { start: '11:59', end: '13:00' },
      ]),
      ['monday-1-start overlaps'],
    ],
    [
      'a day with hours and without a date',
      { ...empty, exceptions: [{ date: '', hours: [{ start: '09:00', end: '10:00' }] }] },
      ['exception-0-date empty'],
    ],
    [
      'a day twice',
      {
        ...empty,
        exceptions: [
          { date: '2026-12-01', hours: [] },
          { date: '2026-12-01', hours: [] },
        ],
      },
      ['exception-1-date twice'],
    ],
    [
      'a day that is none',
      { ...empty, exceptions: [{ date: '2026-02-30', hours: [] }] },
      ['exception-0-date not-a-date'],
    ],
    [
      'leave without its end',
      { ...empty, leave: [{ from: '2026-12-01', until: '' }] },
      ['leave-0-until empty'],
    ],
    [
      'leave that ends before it begins',
      { ...empty, leave: [{ from: '2026-12-02', until: '2026-12-01' }] },
      ['leave-0-until ends-too-soon'],
    ],
    ['leave without its beginning', { ...empty, leave: [{ from: '', until: on }] }, ['leave-0-from empty']],
    [
      'spans that touch, the later first',
      week([
        { start: '12:00', end: '13:00' },
        { start: '09:00', end: '12:00' },
      ]),
      [],
    ],
    [
      'more than a time, before it or after',
      week([{ start: '109:00', end: '12:000' }]),
      ['monday-0-start not-a-time', 'monday-0-end not-a-time'],
    ],
    [
      'a day with half a span and without a date',
      { ...empty, exceptions: [{ date: '', hours: [{ start: '09:00', end: '' }] }] },
      ['exception-0-date empty', 'exception-0-0-end empty'],
    ],
    ['a day with nothing in it', { ...empty, exceptions: [{ date: '', hours: [] }] }, []],
    [
      'a day with an empty span',
      { ...empty, exceptions: [{ date: '', hours: [{ start: '', end: '' }] }] },
      [],
    ],
    ['leave of one day', { ...empty, leave: [{ from: '2026-12-01', until: '2026-12-01' }] }, []],
  ])('%s', (_what, answers, expected) => {
    expect(problemsOf(answers)).toEqual(expected);
  });

  it('are kept in order, without what is empty or over', () => {
    const checked = checkDeclared(
      {
        week: {
          ...empty.week,
          friday: [
            { start: '14:00', end: '15:00' },
            { start: '09:00', end: '10:00' },
          ],
        },
        exceptions: [
          { date: '2026-12-24', hours: [] },
          { date: '2026-11-23', hours: [] },
          { date: '2026-12-01', hours: [{ start: '09:00', end: '10:00' }] },
        ],
        leave: [
          { from: '2026-11-01', until: on },
          { from: '2026-10-01', until: '2026-11-23' },
          { from: '', until: '' },
        ],
      },
      on,
    );
    expect(checked).toEqual({
      declared: {
        on,
        week: {
          friday: [
            { start: '09:00', end: '10:00' },
            { start: '14:00', end: '15:00' },
          ],
        },
        exceptions: [
          { date: '2026-12-01', hours: [{ start: '09:00', end: '10:00' }] },
          { date: '2026-12-24', hours: [] },
        ],
        leave: [{ from: '2026-11-01', until: on }],
      },
    });
  });

  it('are kept from today on, by their beginning, and without empty spans', () => {
    const monday = [
      { start: '', end: '' },
      { start: '09:00', end: '10:00' },
      { start: '14:00', end: '15:00' },
    ];
    const leave = (from: string, until: string) => ({ from, until });
    const [summer, easter, autumn] = [
      leave('2027-07-20', '2027-09-03'),
      leave('2027-03-29', '2027-04-09'),
      leave('2027-10-25', '2027-10-29'),
    ] as const;
    const answers = {
      ...week(monday),
      exceptions: [{ date: on, hours: [] }],
      leave: [summer, easter, autumn],
    };
    expect(checkDeclared(answers, on)).toEqual({
      declared: {
        on,
        week: { monday: monday.slice(1) },
        exceptions: [{ date: on, hours: [] }],
        leave: [easter, summer, autumn],
      },
    });
  });

  it('are none where nothing was declared', () => {
    expect(empty).toEqual({
      week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] },
      exceptions: [],
      leave: [],
    });
  });

  it('come back as they were when they are entered again', () => {
    const time = fc.constantFrom('', 'noon', '08:00');
    const right = fc.constantFrom({ start: '08:00', end: '09:30' }, { start: '12:00', end: '17:00' });
    const hours = fc.oneof(
      { weight: 30, arbitrary: fc.array(right, { maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(fc.record({ start: time, end: time }), { maxLength: 2 }) },
    );
    const day = fc.oneof(
      fc.constant(''),
      fc.integer({ min: -5, max: 40 }).map((days) => addDays(on, days)),
    );
    const anything: fc.Arbitrary<DeclaredAnswers> = fc.record({
      week: fc.record(Object.fromEntries(WEEKDAYS.map((each) => [each, hours]))),
      exceptions: fc.array(fc.record({ date: day, hours }), { maxLength: 3 }),
      leave: fc.array(fc.record({ from: day, until: day }), { maxLength: 2 }),
    });
    let kept = 0;
    fc.assert(
      fc.property(anything, (answers) => {
        const checked = checkDeclared(answers, on);
        if ('problems' in checked) return;
        kept += 1;
        expect(checkDeclared(answersOfDeclared(checked.declared), on)).toEqual(checked);
      }),
      { numRuns: 1_000 },
    );
    expect(kept).toBeGreaterThan(50);
  });
});
