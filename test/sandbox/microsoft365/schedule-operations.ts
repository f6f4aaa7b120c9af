import { z } from 'zod';
import { administrationOf, refuseWithout } from './administration';
import { address, dateTimeTimeZone, readBody } from './body-schema';
import { busyOf } from './busy';
import { findPerson, mailboxOwner } from './directory';
import { METADATA, param, type Answer, type GraphCall } from './graph-call';
import { GraphRefusal } from './graph-refusal';
import type { Office } from './office';
import { preferences } from './preferences';
import type { BusyItem, FreeBusy, Period } from './state';
import { workingHoursOf } from './working-hours';
import { ianaZone, instantOf, wallClock } from './zones';

/** https://learn.microsoft.com/graph/outlook-get-free-busy-schedule (limits) */
const MOST_SCHEDULES = 20;
const MOST_DAYS = 62;
const DAY_MS = 86_400_000;

const scheduleRequest = z
  .object({
    schedules: z.array(address).min(1),
    startTime: dateTimeTimeZone,
    endTime: dateTimeTimeZone,
    availabilityViewInterval: z.number().int().nullish(),
  })
  .strict();

/** POST /users/{id}/calendar/getSchedule */
export function getSchedule(call: GraphCall, office: Office): Answer {
  mailboxOwner(param(call, 'user'));
  refuseWithout('Calendars.ReadBasic', office);
  const asked = readBody(scheduleRequest, inDocumentedCase(call.body), 'getSchedule');
  const period = { start: instantOf(asked.startTime), end: instantOf(asked.endTime) };
  const interval = asked.availabilityViewInterval ?? 30;
  refuseBeyondLimits(asked.schedules, period, interval);
  const { timeZone } = preferences(call.headers);
  ianaZone(timeZone);
  const value = asked.schedules.map((mail) => schedule(mail, { period, interval, timeZone, office }));
  return {
    status: 200,
    body: { '@odata.context': `${METADATA}#Collection(microsoft.graph.scheduleInformation)`, value },
  };
}

/** The metadata spells the parameters `Schedules`, the documentation `schedules`; Graph takes either. */
function inDocumentedCase(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}

function refuseBeyondLimits(schedules: readonly string[], { start, end }: Period, interval: number): void {
  const days = (Date.parse(end) - Date.parse(start)) / DAY_MS;
  if (schedules.length > MOST_SCHEDULES) {
    throw new GraphRefusal(
      400,
      'ErrorMailboxDataArrayTooBig',
      `The size of the mailbox data array is too big. Expected at most ${MOST_SCHEDULES}, got ${schedules.length}.`,
    );
  }
  if (days <= 0)
    throw new GraphRefusal(400, 'ErrorInvalidTimeInterval', 'The end time is not after the start time.');
  if (days >= MOST_DAYS) {
    throw new GraphRefusal(
      400,
      'ErrorTimeIntervalTooBig',
      `The requested time window must be under ${MOST_DAYS} days.`,
    );
  }
  if (interval < 5 || interval > 1440) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidMergedFreeBusyInterval',
      'availabilityViewInterval is 5 to 1440 minutes.',
    );
  }
}

interface Wanted {
  period: Period;
  interval: number;
  timeZone: string;
  office: Office;
}

function schedule(mail: string, wanted: Wanted) {
  const person = findPerson(mail);
  if (!person || administrationOf(wanted.office).unseen?.includes(person.id)) return unseen(mail);
  const items = busyOf(person, wanted.period, wanted.office);
  return {
    scheduleId: mail,
    availabilityView: availabilityView(items, wanted.period, wanted.interval),
    scheduleItems: items.map((item) => scheduleItem(item, wanted.timeZone)),
    workingHours: workingHoursOf(person, wanted.office.store),
  };
}

/**
 * An address whose calendar cannot be seen. The items are empty as Graph leaves them:
 * whoever takes that for "free" without looking at `error` books people without knowing.
 */
function unseen(mail: string) {
  return {
    scheduleId: mail,
    availabilityView: '',
    scheduleItems: [],
    error: {
      message: `Unable to resolve e-mail address ${mail} to an Active Directory object.`,
      responseCode: '5009',
    },
  };
}

/** The subject and the place of a private item stay hidden; those of others do not. */
function scheduleItem(item: BusyItem, timeZone: string) {
  return {
    isPrivate: item.isPrivate,
    status: item.status,
    ...(item.isPrivate ? {} : { subject: item.subject, location: item.location }),
    start: wallClock(item.start, timeZone),
    end: wallClock(item.end, timeZone),
  };
}

const DIGIT: Readonly<Record<FreeBusy, number>> = {
  free: 0,
  workingElsewhere: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
};

/** One digit per interval, the heaviest status in it. Working elsewhere is 0 there, unlike in the items. */
function availabilityView(
  items: readonly BusyItem[],
  { start, end }: Period,
  intervalMinutes: number,
): string {
  const stepMs = intervalMinutes * 60_000;
  const [fromMs, toMs] = [Date.parse(start), Date.parse(end)];
  const digits = new Array<number>(Math.ceil((toMs - fromMs) / stepMs)).fill(0);
  for (const item of items) {
    const first = Math.max(0, Math.floor((Date.parse(item.start) - fromMs) / stepMs));
    const past = Math.min(digits.length, Math.ceil((Date.parse(item.end) - fromMs) / stepMs));
    for (let n = first; n < past; n += 1) digits[n] = Math.max(digits[n] ?? 0, DIGIT[item.status]);
  }
  return digits.join('');
}
