import { type LocalDate, localDate, type WorkingHours } from '../../src/domain/calendar';
import { findMatches } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, anAsk, aParticipant, aRequester, at, aSlot } from '../builders';

const abroad = (zone: string): WorkingHours => ({
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  start: '09:00',
  end: '17:00',
  zone,
});

/** Everything found from one day to another, somebody being free all the time (in their hours, where they keep any). */
function found(earliest: LocalDate, latest: LocalDate, workingHours?: WorkingHours) {
  return findMatches({
    requestId: 'request-1',
    round: 1,
    requester: aRequester(),
    ask: anAsk({ earliest, latest, participants: [aParticipant()] }),
    passed: [],
    candidates: [
      {
        facilitator: aFacilitator({ trainedUntil: '2040-01-01' }),
        availability: { known: true, busy: [], ...(workingHours && { workingHours }) },
        reservations: [],
      },
    ],
    participants: [],
    now: at(`${earliest}T08:00`),
    policy: { ...defaultPolicy, noticeDays: 0, matchesShown: 999 },
  }).best.map(({ slot }) => slot);
}

const daysOf = (...dates: Parameters<typeof found>) => [
  ...new Set(found(...dates).map(({ start }) => localDate(start))),
];

describe('A session is offered', () => {
  it.each<[string, LocalDate, LocalDate, LocalDate[]]>([
    ['on both sides of Easter 2027', '2027-03-25', '2027-03-30', ['2027-03-25', '2027-03-30']],
    ['on both sides of Easter 2028', '2028-04-13', '2028-04-18', ['2028-04-13', '2028-04-18']],
    ['not on the substitute for Boxing Day 2026', '2026-12-24', '2026-12-29', ['2026-12-24', '2026-12-29']],
    ['not on either substitute of Christmas 2027', '2027-12-24', '2027-12-29', ['2027-12-24', '2027-12-29']],
    ['not on the substitute for New Year 2028', '2027-12-31', '2028-01-04', ['2027-12-31', '2028-01-04']],
    ['on the leap day', '2028-02-28', '2028-03-01', ['2028-02-28', '2028-02-29', '2028-03-01']],
    ['from February to March otherwise', '2027-02-26', '2027-03-01', ['2027-02-26', '2027-03-01']],
    ['from year to year', '2026-12-31', '2027-01-04', ['2026-12-31', '2027-01-04']],
  ])('%s', (_when, earliest, latest, expected) => {
    expect(daysOf(earliest, latest)).toEqual(expected);
  });

  it.each<[string, LocalDate, LocalDate]>([
    ['put forward', '2027-03-26', '2027-03-30'],
    ['put back', '2027-10-29', '2027-11-01'],
  ])(
    'between nine and five by the clock, on the days before and after it is %s',
    (_how, earliest, latest) => {
      const slots = found(earliest, latest);
      for (const day of new Set(slots.map(({ start }) => localDate(start)))) {
        const ofDay = slots.filter(({ start }) => localDate(start) === day).sort((a, b) => a.start - b.start);
        expect([ofDay[0], ofDay.at(-1)]).toEqual([aSlot(`${day}T09:00`), aSlot(`${day}T15:30`)]);
      }
    },
  );

  it.each<[string, LocalDate, string, string]>([
    ['Europe/Amsterdam', '2026-12-08', '09:00', '14:30'],
    ['UTC+2', '2026-12-08', '09:00', '13:30'],
    // For two weeks in March New York's clock is an hour nearer.
    ['America/New_York', '2027-03-02', '14:00', '15:30'],
    ['America/New_York', '2027-03-16', '13:00', '15:30'],
    ['Asia/Kolkata', '2026-12-08', '09:00', '10:00'],
  ])('in the hours of somebody who keeps the clock of %s, on %s', (zone, day, first, last) => {
    const slots = found(day, day, abroad(zone)).sort((a, b) => a.start - b.start);
    expect([slots[0], slots.at(-1)]).toEqual([aSlot(`${day}T${first}`), aSlot(`${day}T${last}`)]);
  });
});
