/** Times as Graph gives them when asked for UTC. */
import type { DateTimeTimeZone, NullableOption } from '@microsoft/microsoft-graph-types';
import type { Instant } from '../domain/intervals';
import { Fault } from '../ports';

/** To be asked with: without it a mailbox's own zone may come back. */
export const IN_UTC = 'outlook.timezone="UTC"';

/** The instant of a wall-clock time in UTC. Throws a `Fault` for any other zone, and for what is no time. */
export function instantIn(time: NullableOption<DateTimeTimeZone> | undefined): Instant {
  const at = Date.parse(`${time?.dateTime?.slice(0, 23)}Z`);
  // Exchange also writes UTC as `tzone://Microsoft/Utc`.
  if (Number.isNaN(at) || !/utc$/i.test(time?.timeZone ?? ''))
    throw new Fault(`Expected Outlook to give a time in UTC, got "${time?.dateTime}" in "${time?.timeZone}"`);
  return at;
}
