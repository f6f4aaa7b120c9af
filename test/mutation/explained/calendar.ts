/** In days and the clock, and in what is looked for by them. */
import type { Explained } from '../report';

export const IN_CALENDAR: readonly Explained[] = [
  {
    file: 'src/domain/calendar.ts',
    why: 'Read again each time instead of once: slower, and the same.',
    mutants: [['!known', 'true']],
  },
  {
    file: 'src/domain/calendar.ts',
    why: 'A day beyond the end of time has no offset: it is read the slow way, and is the same.',
    mutants: [['instant / DAY_MS', 'instant * DAY_MS']],
  },
  {
    file: 'src/domain/calendar.ts',
    why: 'For speed: what is not remembered, or not the same all day, is read from the library each time, and is the same.',
    mutants: [
      [
        '{ const [first, last] = [0, DAY_MS - 1].map( (at) => DateTime.fromMillis(utcDay * DAY_MS + at, { zone }).offset * MINUTE_MS, ); ofZone.set(utcDay, first === last ? first : undefined); }',
        '{}',
      ],
      ['[0, DAY_MS - 1]', '[]'],
      ['DAY_MS - 1', 'DAY_MS + 1'],
      ['(at) => DateTime.fromMillis(utcDay * DAY_MS + at, { zone }).offset * MINUTE_MS', '() => undefined'],
      ['first === last', 'false'],
      ['offset === undefined', 'true'],
      [
        '{ const ofZone = offsets.get(zone) ?? new Map<number, number | undefined>(); offsets.set(zone, ofZone); if (!ofZone.has(utcDay)) { const [first, last] = [0, DAY_MS - 1].map( (at) => DateTime.fromMillis(utcDay * DAY_MS + at, { zone }).offset * MINUTE_MS, ); ofZone.set(utcDay, first === last ? first : undefined); } return ofZone.get(utcDay); }',
        '{}',
      ],
      ['!ofZone.has(utcDay)', 'ofZone.has(utcDay)'],
      ['!ofZone.has(utcDay)', 'true'],
      ['!ofZone.has(utcDay)', 'false'],
    ],
  },
  {
    file: 'src/domain/calendar.ts',
    why: 'For speed: where no midnight is remembered, the library is asked each time, and says the same.',
    mutants: [
      ['midnight === undefined', 'true'],
      [
        '{ const key = `${date} ${zone}`; if (!midnights.has(key)) { if (midnights.size >= MOST_MIDNIGHTS) midnights.clear(); const start = DateTime.fromISO(date, { zone }); const isPlain = start.plus({ days: 1 }).toMillis() - start.toMillis() === DAY_MS; midnights.set(key, isPlain ? start.toMillis() : undefined); } return midnights.get(key); }',
        '{}',
      ],
      ['!midnights.has(key)', 'midnights.has(key)'],
      ['!midnights.has(key)', 'true'],
      ['!midnights.has(key)', 'false'],
      [
        '{ if (midnights.size >= MOST_MIDNIGHTS) midnights.clear(); const start = DateTime.fromISO(date, { zone }); const isPlain = start.plus({ days: 1 }).toMillis() - start.toMillis() === DAY_MS; midnights.set(key, isPlain ? start.toMillis() : undefined); }',
        '{}',
      ],
      ['start.plus({ days: 1 }).toMillis() - start.toMillis() === DAY_MS', 'false'],
      [
        'start.plus({ days: 1 }).toMillis() - start.toMillis()',
        'start.plus({ days: 1 }).toMillis() + start.toMillis()',
      ],
      ['{ days: 1 }', '{}'],
    ],
  },
  {
    file: 'src/domain/calendar.ts',
    why: 'How many midnights are remembered is for speed and memory: no answer depends on it.',
    mutants: [
      ['midnights.size >= MOST_MIDNIGHTS', 'true'],
      ['midnights.size >= MOST_MIDNIGHTS', 'false'],
      ['midnights.size >= MOST_MIDNIGHTS', 'midnights.size > MOST_MIDNIGHTS'],
      ['midnights.size >= MOST_MIDNIGHTS', 'midnights.size < MOST_MIDNIGHTS'],
    ],
  },
  {
    file: 'src/domain/calendar.ts',
    why: 'A month never begins on a day the clock changes, and on any other a time that says nothing is midnight.',
    mutants: [
      ["'00:00'", '""'],
      ["'00:00'", '""'],
    ],
  },
  {
    file: 'src/domain/calendar.ts',
    why: 'What has neither start nor end is left out when the hours are united.',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/domain/calendar.ts',
    why: 'Of two days that are the same either may be taken.',
    mutants: [['window.earliest < notice', 'window.earliest <= notice']],
  },
  {
    file: 'src/domain/calendar.ts',
    why: 'A word has no first and no last day: none lies in it.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/calendar.ts',
    why: 'A day so many months later has the same date whatever zone the machine keeps: none leaves out a date any more.',
    mutants: [["{ zone: 'utc' }", '{}']],
  },
  {
    file: 'src/domain/relaxing.ts',
    why: 'A session whose length is no number fits nowhere, and is offered to nobody.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/duplicates.ts',
    why: 'No request is among the others twice.',
    mutants: [['a.requestId < b.requestId', 'a.requestId <= b.requestId']],
  },
  {
    file: 'src/domain/duplicates.ts',
    why: 'A word has neither an id nor an address: it is the same as nobody.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/unmatched.ts',
    why: 'For the compiler: in no other state has a request any matches.',
    mutants: [["request.state !== 'submitted'", 'false']],
  },
  {
    file: 'src/domain/retention.ts',
    why: 'The months after a quarter are April, July, October and the thirteenth: never the twelfth.',
    mutants: [['next > 12', 'next >= 12']],
  },
  {
    file: 'src/domain/retention.ts',
    why: 'A quarter never begins on a day the clock changes, and on any other a time that says nothing is midnight.',
    mutants: [["'00:00'", '""']],
  },
  {
    file: 'src/domain/slots.ts',
    why: 'No two of the intervals touch: a slot that begins where one ends is in neither.',
    mutants: [['intervals[i]!.end <= slot.start', 'intervals[i]!.end < slot.start']],
  },
  {
    file: 'src/domain/declared.ts',
    why: 'What has neither start nor end is left out when the hours are united.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/judging.ts',
    why: 'No request has such a word for its id.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/reliability.ts',
    why: 'A word is a trouble of no kind.',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/legal-hold-form.ts',
    why: 'The mark is of the words alone, whatever field they stand in.',
    mutants: [["'why'", '""']],
  },
];
