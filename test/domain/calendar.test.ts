/** What the calendar says of days, months and hours, in a few days that are told apart by each rule. */
import {
  addDays,
  daysBetween,
  endOfWorkingDayAfter,
  holdsASession,
  instantAt,
  isWithin,
  isWorkingDay,
  localDate,
  londonWallClock,
  monthSpan,
  openHours,
  startOfWorkingDay,
  startOfWorkingDayBefore,
  type Window,
  WEEKDAYS,
  weekdayOf,
  workingDaysSince,
  workingTime,
} from '../../src/domain/calendar';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { askedAt, aSlot, at } from '../builders';

describe('A span of days', () => {
  it.each([
    ['2026-12-07', false, 'the day before'],
    ['2026-12-08', true, 'its first day'],
    ['2026-12-09', true, 'its last day'],
    ['2026-12-10', false, 'the day after'],
    ['2026-12-20', true, 'a day of the other'],
  ])('%s is in one of two: %s, being %s', (date, expected) => {
    const spans = [
      { from: '2026-12-08', until: '2026-12-09' },
      { from: '2026-12-20', until: '2026-12-20' },
    ];
    expect(isWithin(date, spans)).toBe(expected);
    expect(isWithin(date, [])).toBe(false);
  });
});

describe('Days', () => {
  it.each([
    ['2026-12-08', '2026-12-08', 0],
    ['2026-12-08', '2026-12-10', 2],
    ['2026-12-10', '2026-12-08', -2],
    ['2026-03-28', '2026-03-30', 2],
    ['2028-02-28', '2028-03-01', 2],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  it('of a week have their names', () => {
    const week = Array.from({ length: 7 }, (_, n) => weekdayOf(addDays('2026-12-07', n)));
    expect(week).toEqual([...WEEKDAYS, 'saturday', 'sunday']);
    expect(WEEKDAYS).toEqual(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']);
  });

  it('of a month are those of London, an hour before UTC in summer', () => {
    const utc = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) });
    expect(monthSpan('2026-12-08')).toEqual(utc('2026-12-01T00:00Z', '2027-01-01T00:00Z'));
    expect(monthSpan('2026-10-31')).toEqual(utc('2026-09-30T23:00Z', '2026-11-01T00:00Z'));
  });

  it.each([
    ['2026-12-08', true, 'a Tuesday'],
    ['2026-12-12', false, 'a Saturday'],
    ['2026-12-13', false, 'a Sunday'],
    ['2026-12-25', false, 'Christmas Day'],
    ['2026-12-28', false, 'the substitute for Boxing Day'],
    ['2026-12-09', false, 'a closed day'],
  ])('%s is one to work on: %s, being %s', (date, expected) => {
    expect(isWorkingDay(date, { ...policy, extraClosedDays: ['2026-12-09'] })).toBe(expected);
  });
});

describe('An instant', () => {
  it.each([
    ['2026-12-08T00:00Z', '2026-12-08T00:00:00', '2026-12-08'],
    ['2026-12-08T23:59Z', '2026-12-08T23:59:00', '2026-12-08'],
    ['2026-07-07T22:59:30Z', '2026-07-07T23:59:30', '2026-07-07'],
    ['2026-07-07T23:00Z', '2026-07-08T00:00:00', '2026-07-08'],
    ['2026-03-29T00:59Z', '2026-03-29T00:59:00', '2026-03-29'],
    ['2026-03-29T23:30Z', '2026-03-30T00:30:00', '2026-03-30'],
    ['2026-10-24T23:30Z', '2026-10-25T00:30:00', '2026-10-25'],
    ['2026-10-25T23:30Z', '2026-10-25T23:30:00', '2026-10-25'],
  ])('%s is %s on London’s clock', (instant, clock, date) => {
    expect(londonWallClock(Date.parse(instant))).toBe(clock);
    expect(localDate(Date.parse(instant))).toBe(date);
  });

  it.each([
    ['Pacific/Auckland', '2026-12-08T11:00Z', '2026-12-09'],
    ['America/New_York', '2026-12-08T04:59Z', '2026-12-07'],
    ['America/New_York', '2026-12-08T05:00Z', '2026-12-08'],
    ['Pacific/Auckland', '2026-12-08T10:59Z', '2026-12-08'],
  ])('in %s at %s is on %s, whatever was asked of another zone before', (zone, instant, date) => {
    expect(localDate(Date.parse(instant))).toBe('2026-12-08');
    expect(localDate(Date.parse(instant), zone)).toBe(date);
  });

  it.each([
    ['2026-12-08', '09:15', 'Europe/London', '2026-12-08T09:15Z'],
    ['2026-12-08', '09:15', 'Europe/Amsterdam', '2026-12-08T08:15Z'],
    ['2026-07-07', '17:00', 'Europe/London', '2026-07-07T16:00Z'],
    ['2026-03-29', '09:00', 'Europe/London', '2026-03-29T08:00Z'],
    ['2026-10-25', '09:00', 'Europe/London', '2026-10-25T09:00Z'],
  ])('is had of %s at %s in %s: %s', (date, time, zone, instant) => {
    expect(instantAt(date, time, zone)).toBe(Date.parse(instant));
  });
});

describe('Working days', () => {
  it.each([
    ['2026-11-24T10:00', '2026-11-24T16:00', 0, 'the same day'],
    ['2026-11-24T10:00', '2026-11-25T00:00', 1, 'the next'],
    ['2026-11-24T17:00', '2026-11-25T10:00', 0, 'asked after hours, which counts for the next'],
    ['2026-11-27T10:00', '2026-11-29T10:00', 0, 'over a weekend'],
    ['2026-11-27T10:00', '2026-12-01T10:00', 2, 'and on'],
    ['2026-12-24T10:00', '2026-12-29T10:00', 1, 'over Christmas'],
  ])('from %s to %s are %i: %s', (then, now, days) => {
    expect(workingDaysSince(at(then), at(now), policy)).toBe(days);
  });

  it('have their moments before, after, and after the hours of a day', () => {
    expect(startOfWorkingDayBefore('2026-12-13', 0, policy)).toBe(at('2026-12-11T09:00'));
    expect(startOfWorkingDayBefore('2026-12-14', 1, policy)).toBe(at('2026-12-11T09:00'));
    expect(startOfWorkingDay(at('2026-12-11T17:00'), 1, policy)).toBe(at('2026-12-15T09:00'));
    expect(endOfWorkingDayAfter(at('2026-12-11T17:00'), 1, policy)).toBe(at('2026-12-14T17:00'));
  });
});

describe('A window', () => {
  const window: Window = { earliest: '2026-12-08', latest: '2026-12-10', days: WEEKDAYS, times: ['morning'] };
  const morning = (day: string) => ({ start: at(`${day}T09:00`), end: at(`${day}T12:30`) });

  it('leaves out the days to be avoided', () => {
    const avoided = [{ from: '2026-12-09', until: '2026-12-09' }];
    expect(openHours({ ...window, avoided }, askedAt, policy)).toEqual(
      ['2026-12-08', '2026-12-10'].map(morning),
    );
  });

  it('begins with its first day where that gives more notice than is needed', () => {
    expect(openHours({ ...window, earliest: '2026-12-10' }, askedAt, policy)).toEqual([
      morning('2026-12-10'),
    ]);
  });

  it('has nothing that has gone by', () => {
    const none = { ...policy, noticeDays: 0 };
    expect(openHours({ ...window, latest: '2026-12-08' }, at('2026-12-08T10:00'), none)).toEqual([
      { start: at('2026-12-08T10:00'), end: at('2026-12-08T12:30') },
    ]);
  });

  it.each([
    [210, true],
    [211, false],
  ])('of mornings holds a session of %i minutes: %s', (minutes, expected) => {
    expect(holdsASession(window, minutes, askedAt, policy)).toBe(expected);
  });
});

describe('Weekly hours', () => {
  const hours = { days: ['tuesday'], start: '22:00', end: '06:00', zone: 'Europe/London' } as const;

  it('over midnight end the next day, whichever of the two is looked at', () => {
    const wednesday = { start: at('2026-12-09T00:00'), end: at('2026-12-10T00:00') };
    expect(workingTime(hours, wednesday)).toEqual([
      { start: at('2026-12-09T00:00'), end: at('2026-12-09T06:00') },
    ]);
  });

  it('are none in a zone that nobody knows', () => {
    expect(workingTime({ ...hours, zone: 'Nowhere/Land' }, aSlot('2026-12-08T22:00'))).toEqual([]);
  });
});
