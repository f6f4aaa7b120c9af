/**
 * Keeps arranged sessions true to the pool: when a facilitator is paused, leaves or loses their training, the coordinators are
 * told of every session it touches; when that is over, that it is.
 */
import type { Facilitator } from '../domain/facilitator';
import { isArrangedWith, knownTroublesWith, troublesWith } from '../domain/reliability';
import { type Request, standingAttempt } from '../domain/request';
import type { Trouble } from '../domain/setback';
import type { OpenRequests } from '../ports';
import type { Workflow } from '../workflow';

export interface ArrangedSessionsNeeds {
  readonly openRequests: OpenRequests;
  readonly workflow: Pick<Workflow, 'handle'>;
}

export interface ArrangedSessions {
  /** Tells of what has changed, once however often it is called; the sessions that need somebody else. */
  lookAfter(facilitators: readonly Facilitator[]): Promise<readonly Request[]>;
}

export function createArrangedSessions({ openRequests, workflow }: ArrangedSessionsNeeds): ArrangedSessions {
  return {
    async lookAfter(facilitators) {
      const touched: Request[] = [];
      for (const request of await openRequests.all()) {
        const involved = facilitators.filter(({ id }) => isArrangedWith(request, id));
        for (const facilitator of involved) await lookAfterOne(request, facilitator);
        if (involved.some((facilitator) => troublesWith(request, facilitator).length > 0))
          touched.push(request);
      }
      return touched;
    },
  };

  async function lookAfterOne(request: Request, facilitator: Facilitator): Promise<void> {
    const attempt = standingAttempt(request);
    if (attempt === undefined) return;
    const now = troublesWith(request, facilitator);
    const known = knownTroublesWith(request, facilitator);
    for (const kind of now.filter((each) => !known.includes(each)))
      await tell('trouble-met', { kind, attempt });
    for (const kind of known.filter((each) => !now.includes(each)))
      await tell('trouble-over', { kind, attempt });

    async function tell(kind: 'trouble-met' | 'trouble-over', trouble: Trouble): Promise<void> {
      await workflow.handle({ kind, requestId: request.id, by: 'system', trouble });
    }
  }
}
