import { DateTime } from 'luxon';
import type { DateTimeTimeZone } from '@microsoft/microsoft-graph-types';
import { GraphRefusal } from './graph-refusal';

/**
 * The Windows zone names that this tenant knows, with the IANA zone that holds their rules
 * (Unicode CLDR, windowsZones). Exchange also takes the IANA names on the right.
 */
const ZONES: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Romance Standard Time': 'Europe/Paris',
  'Central European Standard Time': 'Europe/Warsaw',
  'GTB Standard Time': 'Europe/Bucharest',
  'FLE Standard Time': 'Europe/Kiev',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
  'India Standard Time': 'Asia/Kolkata',
  'New Zealand Standard Time': 'Pacific/Auckland',
};

const byName = new Map<string, string>([['tzone://microsoft/utc', 'UTC']]);
for (const [windows, iana] of Object.entries(ZONES)) {
  byName.set(windows.toLowerCase(), iana);
  byName.set(iana.toLowerCase(), iana);
}

/** A wall-clock time as Graph takes it: no offset, up to seven decimals. */
const WALL_CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?$/;

/** The IANA zone for a Windows or IANA name. Refuses with the code that Exchange uses for a name it does not know. */
export function ianaZone(name: string): string {
  const zone = byName.get(name.toLowerCase());
  if (zone) return zone;
  throw new GraphRefusal(
    400,
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
  );
}

/** The instant, as UTC ISO text, of a wall-clock time in its zone. A time skipped in spring counts from the old offset. */
export function instantOf(time: { dateTime: string; timeZone: string }): string {
  const zone = ianaZone(time.timeZone);
  const parsed = DateTime.fromISO(time.dateTime, { zone });
  if (!WALL_CLOCK.test(time.dateTime) || !parsed.isValid) {
    throw new GraphRefusal(
      400,
      'ErrorPropertyValidationFailure',
      `Expected dateTime to be {date}T{time} without an offset, got "${time.dateTime}".`,
    );
  }
  return parsed.toJSDate().toISOString();
}

/** An instant as Graph shows it: wall clock with seven decimals in the named zone. */
export function wallClock(instant: string, timeZone: string): DateTimeTimeZone {
  const local = DateTime.fromISO(instant, { zone: ianaZone(timeZone) });
  return { dateTime: `${local.toISO({ includeOffset: false })}0000`, timeZone };
}
