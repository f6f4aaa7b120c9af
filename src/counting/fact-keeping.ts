/**
 * Keeps what closed requests are counted as, and what their months come to. A fact is written first, and its months are worked
 * out anew from all their facts: however often, in whatever order and by however many at once, they come to the same.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Policy } from '../domain/policy';
import { factOf, monthsOf, type RequestFact } from '../domain/monitoring/facts';
import type { Month } from '../domain/monitoring/monitoring';
import { summaryOf } from '../domain/monitoring/month-summary';
import type { Closed, Request } from '../domain/request';
import { Fault, type Requests } from '../ports';
import type { Evaluations } from '../ports/evaluations';
import type { FactKeeping, FigureRows } from '../ports/figures';

export interface FactKeepingNeeds {
  readonly requests: Pick<Requests, 'history'>;
  readonly evaluations: Pick<Evaluations, 'collected'>;
  readonly rows: FigureRows;
  readonly policy: Policy;
}

/** Others may write the same month at once; each gets a turn well before this. */
const MOST_TRIES = 40;
const JITTER_MS = 40;

export function createFactKeeping(needs: FactKeepingNeeds): FactKeeping {
  const { rows } = needs;
  const read = createFactReading(needs);
  return {
    async keep(request) {
      const fact = await read(request);
      await rows.putFact(fact);
      for (const month of monthsOf(fact)) await bringUpToDate(rows, month);
    },
  };
}

/** What a request is counted as now, from its history and what was said of its session. */
export function createFactReading({
  requests,
  evaluations,
  policy,
}: Omit<FactKeepingNeeds, 'rows'>): (request: Request) => Promise<RequestFact> {
  return async (request) => {
    const [history, said] = await Promise.all([
      requests.history(request.id),
      wasHeld(request) ? evaluations.collected(request.id) : undefined,
    ]);
    return factOf(request, history, said, policy);
  };
}

/**
 * Works a month out from its facts. Its row is read before the facts: whoever writes it with fewer of them is met by a
 * conflict, because whoever wrote the fact that is missing writes the month after it.
 */
export async function bringUpToDate(rows: FigureRows, month: Month): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const was = await rows.summary(month);
    const summary = summaryOf(month, await rows.facts(month));
    if ((await rows.putSummary(month, summary, was?.version)) === 'saved') return;
    await sleep(Math.random() * JITTER_MS);
  }
  throw new Fault(`Expected a turn in counting ${month} within ${MOST_TRIES} tries, got none`);
}

function wasHeld(request: Request): request is Closed {
  return request.state === 'closed' && request.outcome.kind === 'completed';
}
