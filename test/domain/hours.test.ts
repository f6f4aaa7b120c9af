import {
  instantAt,
  localDate,
  openHours,
  slotsIn,
  type Window,
  WEEKDAYS,
  type WorkingHours,
  workingTime,
} from '../../src/domain/calendar';
import { type Interval, MINUTE_MS } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import { askedAt, at } from '../builders';

const policy = defaultPolicy;
const HOUR_MS = 60 * MINUTE_MS;

function utc(start: string, end: string): Interval {
  return { start: Date.parse(`${start}:00Z`), end: Date.parse(`${end}:00Z`) };
}

function london(start: string, end: string): Interval {
  return { start: at(start), end: at(end) };
}

describe('London time', () => {
  it.each([
    ['2026-03-28T09:00', '2026-03-28T09:00Z', 'the day before the clocks go forward'],
    ['2026-03-29T00:59', '2026-03-29T00:59Z', 'the minute before'],
    ['2026-03-29T02:00', '2026-03-29T01:00Z', 'the minute after'],
    ['2026-03-29T01:30', '2026-03-29T01:30Z', 'a time that is skipped moves on with the clock, to 02:30'],
    ['2026-03-30T09:00', '2026-03-30T08:00Z', 'the working day after'],
    ['2026-10-25T00:30', '2026-10-24T23:30Z', 'before the clocks go back'],
    ['2026-10-25T02:00', '2026-10-25T02:00Z', 'after they went back'],
    ['2026-10-26T09:00', '2026-10-26T09:00Z', 'the working day after'],
    ['2027-03-28T12:00', '2027-03-28T11:00Z', 'the change of March 2027'],
    ['2027-10-31T12:00', '2027-10-31T12:00Z', 'the change of October 2027'],
    ['2028-02-29T12:00', '2028-02-29T12:00Z', 'a leap day'],
  ])('%s is %s: %s', (local, expected) => {
    expect(at(local)).toBe(Date.parse(expected));
  });

  it('reads an hour that comes twice as one of the two, on the right day', () => {
    expect(['2026-10-25T00:30Z', '2026-10-25T01:30Z'].map((each) => Date.parse(each))).toContain(
      at('2026-10-25T01:30'),
    );
  });

  it.each([
    ['2026-06-30T22:59Z', '2026-06-30'],
    ['2026-06-30T23:00Z', '2026-07-01'],
    ['2026-12-31T23:59Z', '2026-12-31'],
    ['2027-01-01T00:00Z', '2027-01-01'],
  ])('at %s it is %s', (instant, date) => {
    expect(localDate(Date.parse(instant))).toBe(date);
  });
});

describe('Slots', () => {
  it('start on the hour and every half hour, and end inside the open hours', () => {
    const slots = slotsIn([london('2026-12-08T09:00', '2026-12-08T12:30')], 90, 30);
    expect(slots).toEqual(
      ['09:00', '09:30', '10:00', '10:30', '11:00'].map((time) => ({
        start: at(`2026-12-08T${time}`),
        end: at(`2026-12-08T${time}`) + 90 * MINUTE_MS,
      })),
    );
  });

  it('wait for the next step when the hours open off it', () => {
    const slots = slotsIn([london('2026-12-08T09:10', '2026-12-08T11:10')], 90, 30);
    expect(slots).toEqual([london('2026-12-08T09:30', '2026-12-08T11:00')]);
  });

  it.each([
    ['exactly as long as a session', '10:30', 1],
    ['a minute too short', '10:29', 0],
  ])('fit into hours %s', (_how, end, count) => {
    expect(slotsIn([london('2026-12-08T09:00', `2026-12-08T${end}`)], 90, 30)).toHaveLength(count);
  });

  it('never span two stretches of open hours', () => {
    const slots = slotsIn(
      [london('2026-12-08T09:00', '2026-12-08T10:00'), london('2026-12-08T10:30', '2026-12-08T11:30')],
      90,
      30,
    );
    expect(slots).toEqual([]);
  });

  it.each([
    ['2026-03-27', '2026-03-30'],
    ['2026-10-23', '2026-10-26'],
    ['2027-03-25', '2027-03-30'],
    ['2027-10-29', '2027-11-01'],
  ])('show the same London times on %s and on %s, either side of a clock change', (before, after) => {
    const times = (date: string) =>
      slotsIn([london(`${date}T09:00`, `${date}T17:00`)], 90, 30).map(
        ({ start }) => (start - instantAt(date, '09:00')) / MINUTE_MS,
      );
    expect(times(before)).toHaveLength(14);
    expect(times(after)).toEqual(times(before));
  });
});

describe('The hours in which a session may lie', () => {
  const window: Window = {
    earliest: '2026-12-08',
    latest: '2026-12-11',
    days: WEEKDAYS,
    times: ['morning', 'afternoon'],
  };

  it('are each working day, morning and afternoon in one', () => {
    expect(openHours(window, askedAt, policy)).toEqual(
      ['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'].map((day) =>
        london(`${day}T09:00`, `${day}T17:00`),
      ),
    );
  });

  it.each([
    ['morning', '09:00', '12:30'],
    ['afternoon', '12:30', '17:00'],
  ] as const)('are only the %s when only that was asked for', (time, start, end) => {
    expect(openHours({ ...window, latest: '2026-12-08', times: [time] }, askedAt, policy)).toEqual([
      london(`2026-12-08T${start}`, `2026-12-08T${end}`),
    ]);
  });

  it('are only the days asked for, in whatever order they were ticked, and however often', () => {
    const open = openHours(
      { ...window, latest: '2026-12-18', days: ['friday', 'tuesday', 'friday'] },
      askedAt,
      policy,
    );
    expect(open.map(({ start }) => localDate(start))).toEqual([
      '2026-12-08',
      '2026-12-11',
      '2026-12-15',
      '2026-12-18',
    ]);
  });

  it('leave out weekends, bank holidays and closed days', () => {
    const over = { ...window, earliest: '2026-12-23', latest: '2026-12-30' };
    const closed = { ...policy, extraClosedDays: ['2026-12-30'] };
    expect(openHours(over, askedAt, closed).map(({ start }) => localDate(start))).toEqual([
      '2026-12-23',
      '2026-12-24',
      '2026-12-29',
    ]);
  });

  it('begin only after the notice, although earlier dates were asked for', () => {
    const open = openHours({ ...window, earliest: '2026-11-25' }, askedAt, policy);
    expect(localDate(open[0]!.start)).toBe('2026-12-08');
  });

  it.each([
    ['the window ends before the notice', { latest: '2026-12-07', earliest: '2026-12-01' }],
    ['the window is reversed', { earliest: '2026-12-11', latest: '2026-12-08' }],
    ['no day was ticked', { days: [] }],
    ['no time was ticked', { times: [] }],
    ['only a weekend is left', { earliest: '2026-12-12', latest: '2026-12-13' }],
  ])('are none when %s', (_why, over) => {
    expect(openHours({ ...window, ...over }, askedAt, policy)).toEqual([]);
  });
});

describe("A person's working time", () => {
  const hours = (over: Partial<WorkingHours> = {}): WorkingHours => ({
    days: WEEKDAYS,
    start: '09:00',
    end: '17:00',
    zone: 'Europe/London',
    ...over,
  });
  const tuesday = utc('2026-12-08T00:00', '2026-12-09T00:00');
  const summerTuesday = utc('2026-07-07T00:00', '2026-07-08T00:00');

  it.each<[string, Partial<WorkingHours>, Interval, Interval[]]>([
    ['in London, in winter', {}, tuesday, [utc('2026-12-08T09:00', '2026-12-08T17:00')]],
    ['in London, in summer', {}, summerTuesday, [utc('2026-07-07T08:00', '2026-07-07T16:00')]],
    [
      'an hour ahead in Amsterdam',
      { zone: 'Europe/Amsterdam' },
      tuesday,
      [utc('2026-12-08T08:00', '2026-12-08T16:00')],
    ],
    [
      'at a fixed offset, whatever London does',
      { zone: 'UTC+2' },
      summerTuesday,
      [utc('2026-07-07T07:00', '2026-07-07T15:00')],
    ],
    [
      'at an offset of half an hour',
      { zone: 'UTC+5:30' },
      tuesday,
      [utc('2026-12-08T03:30', '2026-12-08T11:30')],
    ],
    ['behind UTC', { zone: 'UTC-5' }, tuesday, [utc('2026-12-08T14:00', '2026-12-08T22:00')]],
    ['on a day off', { days: ['monday', 'saturday'] }, tuesday, []],
    ['on no day at all', { days: [] }, tuesday, []],
    [
      'never, in a zone that nobody knows: unknown is not free',
      { zone: 'Customized Time Zone' },
      tuesday,
      [],
    ],
    ['never, in a zone without a name', { zone: '' }, tuesday, []],
    [
      'over midnight: the end of one night and the start of the next',
      { start: '22:00', end: '06:00' },
      tuesday,
      [utc('2026-12-08T00:00', '2026-12-08T06:00'), utc('2026-12-08T22:00', '2026-12-09T00:00')],
    ],
    [
      'over midnight into a day off',
      { start: '22:00', end: '06:00', days: ['monday'] },
      tuesday,
      [utc('2026-12-08T00:00', '2026-12-08T06:00')],
    ],
    ['round the clock', { start: '00:00', end: '00:00' }, tuesday, [tuesday]],
    [
      'in a zone where it is already tomorrow',
      { zone: 'Pacific/Auckland', days: ['wednesday'] },
      tuesday,
      [utc('2026-12-08T20:00', '2026-12-09T00:00')],
    ],
  ])('%s', (_where, over, stretch, expected) => {
    expect(workingTime(hours(over), stretch)).toEqual(expected);
  });

  it('is cut off where the stretch begins and ends', () => {
    expect(workingTime(hours(), utc('2026-12-08T10:15', '2026-12-08T11:45'))).toEqual([
      utc('2026-12-08T10:15', '2026-12-08T11:45'),
    ]);
  });

  it.each([
    ['2026-03-27', '2026-03-30', '08:00'],
    ['2026-10-23', '2026-10-26', '09:00'],
    ['2027-03-25', '2027-03-30', '08:00'],
    ['2027-10-29', '2027-11-01', '09:00'],
  ])('keeps to the clock from %s to %s: then it starts at %s UTC', (before, after, start) => {
    const over = { start: instantAt(before, '00:00'), end: instantAt(after, '23:00') };
    const days = workingTime(hours(), over);
    expect(days.at(-1)!.start).toBe(Date.parse(`${after}T${start}:00Z`));
    for (const { start: from, end } of days) expect(end - from).toBe(8 * HOUR_MS);
  });

  it('is an hour shorter in the night the clocks go forward, and longer when they go back', () => {
    const night = hours({ days: ['saturday'], start: '22:00', end: '06:00' });
    const [spring] = workingTime(night, utc('2026-03-28T12:00', '2026-03-29T12:00'));
    const [autumn] = workingTime(night, utc('2026-10-24T12:00', '2026-10-25T12:00'));
    expect((spring!.end - spring!.start) / HOUR_MS).toBe(7);
    expect((autumn!.end - autumn!.start) / HOUR_MS).toBe(9);
  });
});
