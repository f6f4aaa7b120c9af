/** A diary's working hours as the domain knows them. What cannot be read for certain is left out: the policy day stands in. */
import type { WorkingHours as GraphWorkingHours } from '@microsoft/microsoft-graph-types';
// The list alone: the package's main entry loads a whole expression parser.
import { TimeZoneConverter } from 'adaptive-expressions/lib/timeZoneConverter';
import type { WorkingHours } from '../domain/calendar';

/** `timeZone` is declared as the base type; a custom zone brings these. */
type Zone = NonNullable<GraphWorkingHours['timeZone']> & {
  readonly bias?: number | null;
  readonly daylightOffset?: { readonly daylightBias?: number | null } | null;
};

/** Undefined when days, times or zone are missing or not understood. */
export function workingHours(hours: GraphWorkingHours | null | undefined): WorkingHours | undefined {
  const zone = zoneOf(hours?.timeZone);
  const start = timeOf(hours?.startTime);
  const end = timeOf(hours?.endTime);
  if (!hours?.daysOfWeek || !zone || !start || !end) return undefined;
  return { days: hours.daysOfWeek, start, end, zone };
}

/** `09:00:00.0000000` → `09:00` */
function timeOf(time: string | null | undefined): string | undefined {
  return /^\d{2}:\d{2}/.exec(time ?? '')?.[0];
}

/**
 * IANA name of a Windows zone. Of the zones written out by a device only plain UTC is taken: Microsoft's page gives
 * `bias` the opposite sign to what mailboxes hold (https://learn.microsoft.com/graph/api/resources/customtimezone),
 * and a rule of its own for summer time fits no named zone.
 */
function zoneOf(zone: Zone | null | undefined): string | undefined {
  const name = zone?.name;
  if (name && TimeZoneConverter.verifyTimeZoneStr(name)) return TimeZoneConverter.windowsToIana(name);
  const isUtc = zone?.bias === 0 && !zone.daylightOffset?.daylightBias;
  return isUtc ? 'UTC' : undefined;
}
