/** Sessions to come, as restored and as they stand in the organiser's calendar. */
import { addDays, instantAt, localDate } from '../domain/calendar';
import type { Instant, Interval } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import { isSameTime } from '../domain/rearranging';
import { referenceOf, type Request, type SessionEvent } from '../domain/request';
import type { Meetings, OpenRequests } from '../ports';
import type { CalendarChanges } from '../ports/calendar-watch';

export interface ComparingNeeds {
  readonly openRequests: OpenRequests;
  readonly changes: Pick<CalendarChanges, 'all'>;
  readonly meetings: Pick<Meetings, 'look'>;
  readonly policy: Pick<Policy, 'horizonDays'>;
  readonly now: () => Instant;
}

export type Difference =
  | { readonly kind: 'not-there'; readonly reference: string; readonly restored: Interval }
  | {
      readonly kind: 'elsewhere';
      readonly reference: string;
      readonly restored: Interval;
      readonly seen: Interval;
    }
  /** No restored request knows of it: made since the backup, or none of ours. */
  | { readonly kind: 'unknown'; readonly seen: Interval };

/** Beyond the furthest day a session may be asked for. */
const FURTHER_DAYS = 14;

type WithEvent = Extract<Request, { readonly event: SessionEvent }>;

/** Reads only. Throws where the calendar cannot be read. */
export async function differencesFrom(needs: ComparingNeeds): Promise<readonly Difference[]> {
  const { openRequests, changes, meetings, policy, now } = needs;
  const today = localDate(now());
  const window = {
    start: instantAt(today, '00:00'),
    end: instantAt(addDays(today, policy.horizonDays + FURTHER_DAYS), '00:00'),
  };
  const restored = (await openRequests.all()).filter(isToCome);
  const found: Difference[] = [];
  for (const { id, event, match } of restored) {
    const reference = referenceOf(id);
    const seen = await meetings.look(event);
    if (seen === 'gone') found.push({ kind: 'not-there', reference, restored: match.slot });
    else if (!isSameTime(seen.slot, match.slot))
      found.push({ kind: 'elsewhere', reference, restored: match.slot, seen: seen.slot });
  }
  const known = new Set(restored.map(({ event }) => event.id));
  for (const id of (await changes.all(window)).changed.filter((each) => !known.has(each))) {
    // As much as is asked of it here.
    const seen = await meetings.look({ id, iCalUId: '' });
    if (seen !== 'gone' && seen.slot.end > now()) found.push({ kind: 'unknown', seen: seen.slot });
  }
  return found;

  function isToCome(request: Request): request is WithEvent {
    return 'event' in request && request.state !== 'held' && request.match.slot.end > now();
  }
}
