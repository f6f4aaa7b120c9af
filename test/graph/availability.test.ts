import fc from 'fast-check';
import { createCalendars } from '../../src/graph/availability';
import type { Graph } from '../../src/graph/client';
import { facilitators, ORGANISER_ID, outsiders, practitioners } from '../sandbox/people';
import { graphOffice, HASTY } from './graph-office';

const office = graphOffice();
const calendars = (graph: Graph = office.graph()) => createCalendars({ graph, organiser: ORGANISER_ID });

const [fay, amber] = facilitators;
const outsider = outsiders[0].mail;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const nine = Date.parse('2027-03-17T09:00:00Z');
const day = { start: nine, end: nine + 8 * HOUR };
const SCHEDULE = '/calendar/getSchedule';
const iso = (at: number) => new Date(at).toISOString();
const busyBetween = (mail: string, from: number, to: number, more: object = {}) =>
  office.tenant.people.addBusy(mail, { start: iso(from), end: iso(to), ...more });

/** What a Graph in the tests' own hands answers for every address. */
function graphSaying(answer: object): Graph {
  const ask = (_path: string, body: object) =>
    Promise.resolve({
      value: (body as { schedules: string[] }).schedules.map((scheduleId) => ({ scheduleId, ...answer })),
    });
  return { ...office.graph(), ask: ask as Graph['ask'] };
}

describe('reading calendars', () => {
  it.each([
    ['busy', true, 1],
    ['oof', true, 1],
    ['tentative', true, 1],
    ['tentative', false, 0],
    ['workingElsewhere', true, 0],
    ['free', true, 0],
  ] as const)(
    'an entry shown as %s, tentative counting %s, leaves %d busy',
    async (status, tentativeIsBusy, count) => {
      busyBetween(fay.mail, nine, nine + HOUR, { status });
      const told = (await calendars().availability([fay.mail], day, tentativeIsBusy)).get(fay.mail);
      const busy = count ? [{ start: nine, end: nine + HOUR }] : [];
      expect(told).toMatchObject({ known: true, busy });
    },
  );

  it('joins entries that overlap or touch', async () => {
    busyBetween(fay.mail, nine, nine + HOUR);
    busyBetween(fay.mail, nine + HOUR / 2, nine + 2 * HOUR);
    busyBetween(fay.mail, nine + 2 * HOUR, nine + 3 * HOUR);
    const told = (await calendars().availability([fay.mail], day, true)).get(fay.mail);
    expect(told).toMatchObject({ busy: [{ start: nine, end: nine + 3 * HOUR }] });
  });

  it('keeps nothing of what others do but the time', async () => {
    busyBetween(fay.mail, nine, nine + HOUR, { subject: 'Clinic', location: 'Room 7' });
    expect(JSON.stringify([...(await calendars().availability([fay.mail], day, true))])).not.toMatch(
      /Clinic|Room 7/,
    );
  });

  it('takes people outside the tenant for unknown, never for free, and the others as they are', async () => {
    const told = await calendars().availability([outsider, fay.mail], day, true);
    expect(told.get(outsider)).toEqual({ known: false, why: 'outside-tenant' });
    expect(told.get(fay.mail)).toMatchObject({ known: true });
  });

  it.each([
    ['an error of another kind', { error: { responseCode: '5006', message: 'too many entries' } }],
    ['no items', {}],
    ['items and an error', { scheduleItems: [], error: { responseCode: 'ErrorNoFreeBusyAccess' } }],
    ['no entry for the address', { scheduleId: 'somebody.else@norfolk-sandbox.example', scheduleItems: [] }],
  ])('is unknown when Graph gives %s', async (_name, answer) => {
    const told = await calendars(graphSaying(answer)).availability([fay.mail], day, true);
    expect(told.get(fay.mail)).toEqual({ known: false, why: 'no-answer' });
  });

  it('takes a status that it does not know for busy', async () => {
    const time = { dateTime: '2027-03-17T09:00:00.0000000', timeZone: 'tzone://Microsoft/Utc' };
    const end = { ...time, dateTime: '2027-03-17T10:00:00.0000000' };
    const graph = graphSaying({ scheduleItems: [{ status: 'unknown', start: time, end }] });
    const told = (await calendars(graph).availability([fay.mail], day, true)).get(fay.mail);
    expect(told).toEqual({ known: true, busy: [{ start: nine, end: nine + HOUR }] });
  });

  it('refuses to guess at a time that is not in UTC', async () => {
    const time = { dateTime: '2027-03-17T09:00:00', timeZone: 'Eastern Standard Time' };
    const graph = graphSaying({ scheduleItems: [{ status: 'busy', start: time, end: time }] });
    await expect(calendars(graph).availability([fay.mail], day, true)).rejects.toThrow(
      'Expected Outlook to give a time in UTC, got "2027-03-17T09:00:00" in "Eastern Standard Time"',
    );
  });

  it('is unknown as a whole when one part of the time could not be seen', async () => {
    const graph = office.graph();
    let calls = 0;
    const ask = ((path: string, body: object) => {
      calls += 1;
      const scheduleId = fay.mail;
      return calls === 2
        ? Promise.resolve({ value: [{ scheduleId, error: { responseCode: '5013' } }] })
        : graph.ask(path, body);
    }) as Graph['ask'];
    const told = await calendars({ ...graph, ask }).availability(
      [fay.mail],
      { start: nine, end: nine + 100 * DAY },
      true,
    );
    expect(told.get(fay.mail)).toEqual({ known: false, why: 'no-answer' });
  });

  it('asks nobody about no time, and then knows nothing', async () => {
    const told = await calendars().availability([fay.mail], { start: nine, end: nine }, true);
    expect(told.get(fay.mail)).toEqual({ known: false, why: 'no-answer' });
    expect(office.calls()).toEqual([]);
  });

  it('finds the same person whatever the case of the address, asking once', async () => {
    const shouted = fay.mail.toUpperCase();
    const told = await calendars().availability([fay.mail, shouted], day, true);
    expect(told.get(shouted)).toEqual(told.get(fay.mail));
    expect(office.recorded().at(-1)?.body).toMatchObject({ schedules: [fay.mail] });
  });
});

describe('many people over a long time', () => {
  const everyone = [...facilitators, ...practitioners].map(({ mail }) => mail);
  const mails = [...everyone, ...Array.from({ length: 33 }, (_, i) => `guest.${i}@meadow-primary.example`)];
  const hundredDays = { start: nine, end: nine + 100 * DAY };

  it('takes six calls for 45 addresses over 100 days, never more than four at once', async () => {
    office.tenant.limits.latencyMs = 40;
    const told = await calendars().availability(mails, hundredDays, true);
    office.tenant.limits.latencyMs = 5;
    expect(office.tenant.calls.list().map(({ status }) => status)).toEqual(
      Array.from({ length: 6 }, () => 200),
    );
    expect([...told.values()].filter(({ known }) => known)).toHaveLength(12);
    expect([...told.keys()]).toEqual(mails);
  });

  it('sees an entry that lies over the seam between two calls as one', async () => {
    const seam = nine + 50 * DAY;
    busyBetween(fay.mail, seam - HOUR, seam + HOUR);
    busyBetween(fay.mail, nine + 99 * DAY, nine + 99 * DAY + HOUR);
    const told = (await calendars().availability([fay.mail], hundredDays, true)).get(fay.mail);
    expect(told).toMatchObject({
      busy: [
        { start: seam - HOUR, end: seam + HOUR },
        { start: nine + 99 * DAY, end: nine + 99 * DAY + HOUR },
      ],
    });
  });

  it('never asks for more than Graph takes, whatever the window', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 * 24 * 60 }), async (minutes) => {
        const end = nine + minutes * 60_000;
        const told = await calendars().availability([fay.mail], { start: nine, end }, true);
        expect(told.get(fay.mail)).toMatchObject({ known: true });
      }),
      { numRuns: 15 },
    );
  });

  it('asks again for the calls that were refused or cut off', async () => {
    office.tenant.faults.add({ kind: 'status', status: 429, retryAfter: '0.02', path: SCHEDULE });
    office.tenant.faults.add({ kind: 'reset', path: SCHEDULE });
    office.tenant.faults.add({ kind: 'never-answer', path: SCHEDULE });
    const told = await calendars(office.graph(HASTY)).availability(mails, hundredDays, true);
    expect([...told.values()].filter(({ known }) => known)).toHaveLength(12);
    expect(office.calls()).toHaveLength(9);
  });

  it('is a fault, not a free diary, when calls stay without an answer', async () => {
    office.tenant.faults.add({ kind: 'status', status: 503, path: SCHEDULE, times: 'always' });
    await expect(calendars().availability([fay.mail], day, true)).rejects.toThrow('got 503');
  });
});

describe('working hours', () => {
  const hoursOf = async (mail: string) => {
    const told = (await calendars().availability([mail], day, true)).get(mail);
    return told?.known ? told.workingHours : undefined;
  };
  const week = {
    daysOfWeek: ['monday', 'tuesday', 'thursday'] as ('monday' | 'tuesday' | 'thursday')[],
    startTime: '08:30:00.0000000',
    endTime: '16:45:00.0000000',
  };
  const custom = (more: object) => ({ name: 'Customized Time Zone', ...more });

  it.each([
    ['GMT Standard Time', 'Europe/London'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['Europe/Paris', 'Europe/Paris'],
  ])('in %s are hours of %s', async (name, zone) => {
    office.tenant.people.setWorkingHours(fay.mail, { ...week, timeZone: { name } });
    expect(await hoursOf(fay.mail)).toEqual({ days: week.daysOfWeek, start: '08:30', end: '16:45', zone });
  });

  it('of a device on UTC all year are read', async () => {
    office.tenant.people.setWorkingHours(fay.mail, { ...week, timeZone: custom({ bias: 0 }) });
    expect(await hoursOf(fay.mail)).toMatchObject({ zone: 'UTC' });
  });

  it.each([
    ['a zone nobody knows', { name: 'Yukon Standard Time' }],
    ['an offset whose sign is in doubt', custom({ bias: 60 })],
    ['summer time by a rule of its own', custom({ bias: 0, daylightOffset: { daylightBias: -60 } })],
  ])('in %s are left out, so that the policy day stands in', async (_name, timeZone) => {
    office.tenant.people.setWorkingHours(amber.mail, { ...week, timeZone });
    expect(await hoursOf(amber.mail)).toBeUndefined();
  });

  it('that are not told are left out', async () => {
    const told = await calendars(graphSaying({ scheduleItems: [], workingHours: null })).availability(
      [fay.mail],
      day,
      true,
    );
    expect(told.get(fay.mail)).toEqual({ known: true, busy: [] });
  });
});
