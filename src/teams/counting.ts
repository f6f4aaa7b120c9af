/** Counting what monitoring will ask for. Nobody waits for it, and nobody is kept from an answer when it fails. */
import { findAgency, type TeamCode } from '../domain/agencies';
import { localDate, monthOf } from '../domain/calendar';
import type { Instant } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { Tally } from '../ports';
import type { TeamsLog } from './log';

export interface CountingNeeds {
  readonly tally: Tally;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: TeamsLog;
}

/**
 * Counts one more of a kind (a code, "door-tafs") in this month, for the agency of the team; for "unknown" when no team
 * was given, or one that is not in the lists. A failure is logged, and the count is lost.
 */
export type Counting = (kind: string, team: TeamCode) => void;

export function createCounting({ tally, policy, now, log }: CountingNeeds): Counting {
  return (kind, team) => {
    const agency = findAgency(policy.agencies, team)?.code ?? 'unknown';
    const month = monthOf(localDate(now()));
    tally
      .count({ kind, agency, month })
      .catch((error: unknown) => log.warn({ kind, err: error }, 'could not count what happened'));
  };
}
