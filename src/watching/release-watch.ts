/**
 * Looks after evaluations that should be over: a session that is still open a day later is closed, one that was held before
 * anybody was asked about it too. Then freezes what may be shown about people by now.
 */
import { endOfWorkingDayAfter } from '../domain/calendar';
import { type Instant, MINUTE_MS } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { Held } from '../domain/request';
import type { OpenRequests } from '../ports';
import type { Releasing } from '../counting/releasing';
import type { Workflow } from '../workflow';
import { createWatch, type Watch } from './watch';

export interface ReleaseWatchNeeds {
  readonly openRequests: OpenRequests;
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly releasing: Releasing;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: { error(fields: object, message: string): void };
  readonly everyMs?: number;
}

const HOUR_MS = 60 * MINUTE_MS;
/** So much later the worker has ended it by itself, unless something is wrong. */
const DAY_MS = 24 * HOUR_MS;

export function createReleaseWatch(needs: ReleaseWatchNeeds): Watch {
  const { openRequests, workflow, releasing, policy, now, log, everyMs = HOUR_MS } = needs;
  return createWatch({
    look,
    everyMs,
    failed: (error) =>
      log.error({ err: error }, 'could not look after evaluations and what may be shown of them'),
  });

  async function look(): Promise<void> {
    const open = await openRequests.all();
    const held = open.filter((each): each is Held => each.state === 'held');
    for (const { id, attempt, ...session } of held.filter((each) => evaluationEnd(each) + DAY_MS <= now()))
      await closeLate(id, attempt, session.match.slot.end);
    await releasing.freeze(now());
  }

  /** One that cannot be closed shall not keep the others from it. */
  async function closeLate(requestId: string, attempt: number, endedAt: Instant): Promise<void> {
    try {
      await workflow.handle({ kind: 'evaluation-over', requestId, attempt, by: 'system' });
    } catch (error) {
      log.error({ err: error, requestId, endedAt }, 'could not close a session whose evaluation is over');
    }
  }

  function evaluationEnd({ evaluating, match }: Held): Instant {
    return evaluating?.closesAt ?? endOfWorkingDayAfter(match.slot.end, policy.evaluationDays, policy);
  }
}
