import fc from 'fast-check';
import { addDays, type LocalDate, WEEKDAYS } from '../../src/domain/calendar';
import { availabilityOf, type Declared, declaredUntil, type Hours } from '../../src/domain/declared';
import { defaultPolicy } from '../../src/domain/policy';
import { at } from '../builders';
import { isInSpan, london, MINUTE, minutes } from './oracle/clock';

const now = at('2026-11-24T10:00');

function declared(over: Partial<Declared> = {}): Declared {
  return { on: '2026-11-20', week: {}, exceptions: [], leave: [], ...over };
}

/** When they are free on a day, as London's clock shows it. */
function freeOn(date: LocalDate, told: Declared): string[] {
  const over = { start: at(`${date}T00:00`), end: at(`${addDays(date, 1)}T00:00`) };
  const availability = availabilityOf(told, over, now, defaultPolicy);
  if (!availability.known) return ['unknown'];
  const free: string[] = [];
  for (let minute = over.start; minute < over.end; minute += MINUTE) {
    const isFree = availability.declared!.free.some(({ start, end }) => start <= minute && minute < end);
    const wasFree = free.length % 2 === 1;
    if (isFree !== wasFree) free.push(clock(minute));
  }
  return free;
}

function clock(instant: number): string {
  const { minute } = london(instant);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

const tuesdays: Declared['week'] = {
  tuesday: [
    { start: '09:30', end: '12:00' },
    { start: '14:00', end: '16:00' },
  ],
};

describe('Declared availability', () => {
  it.each<[string, LocalDate, Partial<Declared>, string[]]>([
    ['is the week’s hours', '2026-12-08', {}, ['09:30', '12:00', '14:00', '16:00']],
    ['is none on a day the week does not name', '2026-12-09', {}, []],
    [
      'is other hours on a single day',
      '2026-12-08',
      { exceptions: [{ date: '2026-12-08', hours: [{ start: '10:00', end: '11:30' }] }] },
      ['10:00', '11:30'],
    ],
    [
      'is other hours on a single day the week does not name',
      '2026-12-09',
      { exceptions: [{ date: '2026-12-09', hours: [{ start: '13:00', end: '17:00' }] }] },
      ['13:00', '17:00'],
    ],
    [
      'is none on a single day without hours',
      '2026-12-08',
      { exceptions: [{ date: '2026-12-08', hours: [] }] },
      [],
    ],
    [
      'is none on leave, first day',
      '2026-12-08',
      { leave: [{ from: '2026-12-08', until: '2026-12-20' }] },
      [],
    ],
    [
      'is none on leave, last day',
      '2026-12-08',
      { leave: [{ from: '2026-12-01', until: '2026-12-08' }] },
      [],
    ],
    [
      'is none on leave, whatever a single day says',
      '2026-12-08',
      {
        leave: [{ from: '2026-12-01', until: '2026-12-31' }],
        exceptions: [{ date: '2026-12-08', hours: [{ start: '10:00', end: '11:30' }] }],
      },
      [],
    ],
    ['goes by the clock in summer too', '2026-08-04', {}, ['09:30', '12:00', '14:00', '16:00']],
    [
      'goes by the clock on the day it is put back',
      '2026-10-25',
      { exceptions: [{ date: '2026-10-25', hours: [{ start: '00:30', end: '10:00' }] }] },
      ['00:30', '10:00'],
    ],
  ])('%s: %s', (_what, date, over, expected) => {
    expect(freeOn(date, declared({ week: tuesdays, ...over }))).toEqual(expected);
  });

  it('tells of no appointments, only of the hours that were declared', () => {
    const over = { start: at('2026-12-08T00:00'), end: at('2026-12-09T00:00') };
    expect(availabilityOf(declared({ week: tuesdays }), over, now, defaultPolicy)).toMatchObject({
      known: true,
      busy: [],
      declared: { on: '2026-11-20' },
    });
  });

  it('counts to the ninetieth day after it was declared or confirmed, and is unknown then, never free', () => {
    const told = declared({ on: '2026-08-26', week: tuesdays });
    expect(declaredUntil(told, defaultPolicy)).toBe('2026-11-24');
    expect(freeOn('2026-12-08', told)).toHaveLength(4);
    expect(freeOn('2026-12-08', { ...told, on: '2026-08-25' })).toEqual(['unknown']);
    const over = { start: now, end: now + MINUTE };
    expect(availabilityOf({ ...told, on: '2026-08-25' }, over, now, defaultPolicy)).toEqual({
      known: false,
      why: 'declared-too-long-ago',
      since: '2026-08-25',
    });
  });

  const aTime = fc
    .integer({ min: 6 * 4, max: 20 * 4 })
    .map((quarter) => clock(at('2026-12-08T00:00') + quarter * 15 * MINUTE));
  const someHours: fc.Arbitrary<Hours[]> = fc.array(fc.record({ start: aTime, end: aTime }), {
    maxLength: 3,
  });
  const aDay = fc.integer({ min: 0, max: 14 }).map((days) => addDays('2026-10-19', days));
  const anything: fc.Arbitrary<Declared> = fc.record({
    on: fc.constant('2026-11-01'),
    week: fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, someHours])), { requiredKeys: [] }),
    exceptions: fc.uniqueArray(fc.record({ date: aDay, hours: someHours }), {
      maxLength: 3,
      selector: ({ date }) => date,
    }),
    leave: fc.array(
      fc
        .tuple(aDay, fc.integer({ min: 0, max: 4 }))
        .map(([from, days]) => ({ from, until: addDays(from, days) })),
      { maxLength: 2 },
    ),
  });

  it('says of every minute what somebody reading it off the declaration would say', () => {
    const over = { start: at('2026-10-20T11:10'), end: at('2026-10-30T15:20') };
    fc.assert(
      fc.property(anything, (told) => {
        const availability = availabilityOf(told, over, now, defaultPolicy);
        const free = (availability.known && availability.declared?.free) || [];
        for (let minute = over.start; minute < over.end; minute += 5 * MINUTE)
          if (free.some(({ start, end }) => start <= minute && minute < end) !== isFree(minute, told))
            throw new Error(`Expected otherwise at ${new Date(minute).toISOString()}`);
      }),
      { numRuns: 300 },
    );
  });
});

function isFree(minute: number, { week, exceptions, leave }: Declared): boolean {
  const { date, weekday, minute: time } = london(minute);
  if (isInSpan(date, leave)) return false;
  const usual = (week as Record<string, readonly Hours[] | undefined>)[weekday] ?? [];
  const hours = exceptions.find((each) => each.date === date)?.hours ?? usual;
  return hours.some(({ start, end }) => minutes(start) <= time && time < minutes(end));
}
