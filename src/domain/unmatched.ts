/** Why nobody could be found for a request, as a code: the partnership is to see what its pool lacks. */
import { HARD_RULES, type HardRule } from './match';
import type { Request } from './request';
import type { Setback } from './setback';

/** The rule that removed most of the pool; what undid the last arrangement; or that no calendar could be read. */
export type Unmatched = HardRule | Setback['why'] | 'calendars-unread' | 'empty-pool';

/** Undefined while there is a match to choose, and while matches are still being looked for. */
export function whyUnmatched(request: Request): Unmatched | undefined {
  if (request.state !== 'submitted' || !request.matches || request.matches.best.length > 0) return undefined;
  const { unreachable, removed } = request.matches;
  if (unreachable) return 'calendars-unread';
  const most = Math.max(0, ...Object.values(removed));
  if (most === 0) return request.setback?.why ?? 'empty-pool';
  return HARD_RULES.find((rule) => removed[rule] === most);
}
