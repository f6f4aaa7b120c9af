import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  bankHolidays,
  dayOfAsking,
  endOfWorkingDay,
  endOfWorkingDayAfter,
  firstDayWithNotice,
  isLocalDate,
  isWorkingDay,
  monthOf,
  startOfWorkingDay,
  startOfWorkingDayBefore,
  weekdayOf,
} from '../../src/domain/calendar';
import { defaultPolicy } from '../../src/domain/policy';
import { at } from '../builders';
import { CLOSED_WEEKDAYS } from './oracle/bank-holidays';

const policy = defaultPolicy;

const aDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("England's bank holidays", () => {
  it.each(Object.entries(CLOSED_WEEKDAYS))('of %s are exactly those of the public rules', (year, days) => {
    const weekdays = [...bankHolidays(Number(year))].filter(
      (date) => ![0, 6].includes(new Date(date).getUTCDay()),
    );
    expect(weekdays.sort()).toEqual(days.map((day) => `${year}-${day}`));
  });

  it('do not include those of Scotland or Northern Ireland', () => {
    for (const elsewhere of ['2026-01-02', '2026-03-17', '2026-07-13', '2026-08-03', '2026-11-30'])
      expect(isWorkingDay(elsewhere, policy)).toBe(true);
  });

  it.each([
    ['2026-04-05', false, 'Easter Sunday, which is only observed'],
    ['2026-04-06', true, 'Easter Monday'],
    ['2026-06-21', false, 'Father’s Day, which is only observed'],
    ['2026-12-26', true, 'Boxing Day, though on a Saturday'],
  ])('have %s among them: %s, being %s', (date, expected) => {
    expect(bankHolidays(2026).has(date)).toBe(expected);
  });
});

describe('A working day', () => {
  it.each([
    ['2026-12-24', true, 'Christmas Eve is one'],
    ['2026-12-25', false, 'Christmas Day is not'],
    ['2026-12-27', false, 'a Sunday is not'],
    ['2026-12-28', false, "Boxing Day's substitute is not"],
    ['2026-12-29', true, 'the day after is'],
    ['2028-02-29', true, 'a leap day is, on a Tuesday'],
    ['2027-12-24', true, 'the Friday before a Christmas on Saturday is'],
  ])('%s → %s: %s', (date, expected) => {
    expect(isWorkingDay(date, policy)).toBe(expected);
  });

  it('is never one that the partnership has closed', () => {
    const closed = { ...policy, extraClosedDays: ['2026-12-24'] };
    expect(isWorkingDay('2026-12-24', closed)).toBe(false);
    expect(addWorkingDays('2026-12-23', 1, closed)).toBe('2026-12-29');
  });
});

describe('Counting working days', () => {
  it.each([
    ['2026-11-24', 0, '2026-11-24', 'none from a working day is that day'],
    ['2026-11-28', 0, '2026-11-30', 'none from a Saturday is the Monday after'],
    ['2026-11-27', 1, '2026-11-30', 'one from a Friday is Monday'],
    ['2026-11-24', 10, '2026-12-08', 'ten are two weeks without holidays'],
    ['2026-12-23', 2, '2026-12-29', 'over Christmas, its weekend and the substitute'],
    ['2026-04-02', 1, '2026-04-07', 'over Easter: Friday and Monday are closed'],
    ['2027-12-24', 1, '2027-12-29', 'over a Christmas on Saturday'],
    ['2027-12-31', 1, '2028-01-04', 'over a New Year on Saturday'],
    ['2028-02-28', 2, '2028-03-01', 'over a leap day'],
    ['2027-02-26', 1, '2027-03-01', 'over the end of February otherwise'],
    ['2026-10-23', 1, '2026-10-26', 'over the clocks going back'],
    ['2026-03-27', 1, '2026-03-30', 'over the clocks going forward'],
  ])('%s and %s more → %s: %s', (from, days, expected) => {
    expect(addWorkingDays(from, days, policy)).toBe(expected);
  });

  it('lands on a working day with exactly that many of them in between', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 40 }), (from, days) => {
        const to = addWorkingDays(from, days, policy);
        expect(isWorkingDay(to, policy)).toBe(true);
        const start = addWorkingDays(from, 0, policy);
        let counted = 0;
        for (let date = start; date < to; date = addDays(date, 1))
          if (isWorkingDay(date, policy)) counted += 1;
        expect(counted).toBe(days);
      }),
      { numRuns: 200 },
    );
  });
});

describe('The day of asking is day 0, and a day ends at 17:00', () => {
  it.each([
    ['2026-11-24T00:00', '2026-11-24', 'just after midnight'],
    ['2026-11-24T16:59', '2026-11-24', 'a minute before the end'],
    ['2026-11-24T17:00', '2026-11-25', 'at the end'],
    ['2026-11-27T17:00', '2026-11-30', 'a Friday evening counts as Monday'],
    ['2026-11-28T10:00', '2026-11-30', 'so does a Saturday'],
    ['2026-12-24T17:00', '2026-12-29', 'Christmas Eve, after hours'],
    ['2026-07-01T16:59', '2026-07-01', 'in summer time the day still ends at 17:00 by the clock'],
    ['2026-07-01T17:00', '2026-07-02', 'and not an hour later'],
  ])('asked at %s → %s: %s', (asked, expected) => {
    expect(dayOfAsking(at(asked), policy)).toBe(expected);
  });

  it('gives a first answer until 17:00 two working days later', () => {
    expect(endOfWorkingDay(at('2026-11-24T10:00'), 2, policy)).toBe(at('2026-11-26T17:00'));
    expect(endOfWorkingDay(at('2026-11-24T17:00'), 2, policy)).toBe(at('2026-11-27T17:00'));
    expect(endOfWorkingDay(at('2026-11-26T09:00'), 2, policy)).toBe(at('2026-11-30T17:00'));
  });

  it('keeps 17:00 by the clock when the clocks change before the answer is due', () => {
    expect(endOfWorkingDay(at('2026-03-27T10:00'), 1, policy)).toBe(Date.parse('2026-03-30T16:00:00Z'));
    expect(endOfWorkingDay(at('2026-10-23T10:00'), 1, policy)).toBe(Date.parse('2026-10-26T17:00:00Z'));
  });

  it.each([
    ['2026-11-24T10:00', '2026-12-08'],
    ['2026-11-24T17:00', '2026-12-09'],
    ['2026-12-14T10:00', '2026-12-30'],
    ['2027-12-20T10:00', '2028-01-06'],
  ])('asked at %s, a session may be from %s on', (asked, first) => {
    expect(firstDayWithNotice(at(asked), policy)).toBe(first);
  });

  it('never gives less notice to somebody who asks later', () => {
    const instant = fc.integer({ min: at('2024-01-01T00:00'), max: at('2030-06-30T00:00') });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(firstDayWithNotice(earlier, policy) <= firstDayWithNotice(later, policy)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('A calendar day', () => {
  it.each([
    ['2026-12-08', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2100-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['2026-12-8', false],
    ['08/12/2026', false],
    ['2026-12-08T10:00', false],
    [' 2026-12-08', false],
    ['9999-12-31', true],
    ['+012026-12-08', false],
    ['-002026-12-08', false],
    ['2026-12-08\n', false],
    ['', false],
    ['tomorrow', false],
    ['٢٠٢٦-١٢-٠٨', false],
  ])('%j is one: %s', (text, expected) => {
    expect(isLocalDate(text)).toBe(expected);
  });

  it('knows its weekday and month', () => {
    expect(weekdayOf('2026-12-08')).toBe('tuesday');
    expect(weekdayOf('2026-12-06')).toBe('sunday');
    expect(monthOf('2026-12-08')).toBe('2026-12');
  });

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-08', 24, '2028-12-08'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('%s and %s months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  it('counts on over both clock changes, back and forth', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -400, max: 400 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(Date.parse(addDays(date, days)) - Date.parse(date)).toBe(days * 24 * 60 * 60_000);
      }),
    );
  });
});

describe('Moments of working days', () => {
  it.each([
    ['2026-12-18', 5, '2026-12-11T09:00', 'five before a Friday is the Friday before'],
    ['2026-12-20', 0, '2026-12-18T09:00', 'none before a Sunday is the Friday before'],
    ['2027-01-04', 5, '2026-12-23T09:00', 'over New Year and Christmas'],
    ['2026-04-07', 1, '2026-04-02T09:00', 'over Easter, and the clocks forward'],
  ])('before %s, by %s: starts at %s: %s', (date, days, expected) => {
    expect(startOfWorkingDayBefore(date, days, policy)).toBe(at(expected));
  });

  it('is as many working days before a day as that is after it', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 40 }), (date, days) => {
        const start = startOfWorkingDayBefore(addWorkingDays(date, days, policy), days, policy);
        expect(start).toBe(at(`${addWorkingDays(date, 0, policy)}T09:00`));
      }),
    );
  });

  it('after an end counts from the day of that end, where a wait from then on counts from the next', () => {
    const due = at('2026-11-26T17:00');
    expect(endOfWorkingDayAfter(due, 1, policy)).toBe(at('2026-11-27T17:00'));
    expect(endOfWorkingDay(due, 1, policy)).toBe(at('2026-11-30T17:00'));
    expect(startOfWorkingDay(due, 1, policy)).toBe(at('2026-11-30T09:00'));
  });
});
