/** The doors people were shown who were looking for a way and asked for nothing: counted by month, and by nothing else. */
import { monthAfter, monthAt, monthsBetween } from '../../../src/domain/monitoring/month';
import type { Instant } from '../../../src/domain/intervals';
import type { Month } from '../../../src/domain/monitoring/monitoring';
import type { Door } from '../../../src/domain/signpost';
import { chanceOf } from '../../simulation/chance';

export interface DoorShown {
  readonly month: Month;
  readonly door: Door;
  readonly count: number;
}

/** How often in a month, about; to a JAGS more often than elsewhere. */
const SHOWN: Readonly<Record<Door, number>> = {
  jags: 6,
  tafs: 3,
  'statutory-meeting': 2,
  'case-supervision': 2,
  'group-supervision': 1,
  'social-worker': 1,
  cads: 1,
  'professional-disagreement': 1,
};

export function doorsShown(now: Instant, seed: number, months: number): DoorShown[] {
  const current = monthAt(now);
  return monthsBetween(monthAfter(current, -months), current).flatMap((month, n) =>
    (Object.keys(SHOWN) as Door[]).flatMap((door) => {
      const count = chanceOf('doors', seed, n, door).whole(0, SHOWN[door] * 2);
      return count > 0 ? [{ month, door, count }] : [];
    }),
  );
}
