import { DateTime } from 'luxon';
import { coordinators, everybody, facilitators, organiser, practitioners } from '../people';
import { plausibleBusy } from './plausible-busy';

const ANCHOR = '2026-03-02';
const people = [...practitioners, ...coordinators, ...facilitators];

describe('plausible busy time', () => {
  it('is the same every time for the same anchor, whatever day of that week it is', () => {
    expect(plausibleBusy(facilitators[0], '2026-03-05')).toEqual(plausibleBusy(facilitators[0], ANCHOR));
  });

  it('keeps a week as it was when the anchor is another week', () => {
    const inApril = (anchor: string) =>
      plausibleBusy(facilitators[0], anchor).filter((item) => item.start.startsWith('2026-04-1'));
    expect(inApril('2026-03-16')).toEqual(inApril(ANCHOR));
    expect(inApril(ANCHOR).length).toBeGreaterThan(5);
  });

  it('differs between people and leaves the bookings account empty', () => {
    expect(plausibleBusy(facilitators[0], ANCHOR)).not.toEqual(plausibleBusy(facilitators[1], ANCHOR));
    expect(plausibleBusy(organiser, ANCHOR)).toEqual([]);
  });

  it('holds meetings, lunch, leave and tentative school runs', () => {
    const all = everybody.flatMap((person) => plausibleBusy(person, ANCHOR));
    expect(new Set(all.map((item) => item.status))).toEqual(
      new Set(['busy', 'tentative', 'oof', 'workingElsewhere']),
    );
    expect(all.map((item) => item.subject)).toEqual(
      expect.arrayContaining(['Lunch', 'Annual leave', 'School run', 'Core group']),
    );
  });

  it.each(people.map((person) => [person.name, person] as const))(
    'leaves %s a free 90 minutes on most working days',
    (_name, person) => {
      const items = plausibleBusy(person, ANCHOR);
      const days = Array.from({ length: 50 }, (_, n) =>
        DateTime.fromISO(ANCHOR, { zone: 'Europe/London' }).plus({ weeks: Math.floor(n / 5), days: n % 5 }),
      );
      const free = days.filter((day) => hasGap(day, items));
      expect(free.length).toBeGreaterThan(25);
    },
  );

  it('keeps nine o’clock at nine when the clocks change', () => {
    const afterChange = people
      .flatMap((person) => plausibleBusy(person, ANCHOR))
      .filter((item) => item.subject === 'Lunch' && item.start > '2026-03-30');
    expect(new Set(afterChange.map((item) => item.start.slice(11, 16)))).toEqual(new Set(['11:30']));
  });
});

/** Whether some 90 minutes between nine and five are free, tried every quarter of an hour. */
function hasGap(day: DateTime, items: readonly { start: string; end: string }[]): boolean {
  const starts = Array.from({ length: 27 }, (_, n) => day.set({ hour: 9, minute: 15 * n }));
  return starts.some((from) => {
    const start = from.toJSDate().toISOString();
    const end = from.plus({ minutes: 90 }).toJSDate().toISOString();
    return items.every((item) => item.end <= start || item.start >= end);
  });
}
