/**
 * Counts every closed request anew, and works every month out from that: after the rules of counting have changed, or where
 * requests closed before they were counted. Beside a running bot too. What was released stays as it was.
 */
import pLimit from 'p-limit';
import type { Instant } from '../domain/intervals';
import { monthsOf } from '../domain/monitoring/facts';
import type { RequestId } from '../domain/request';
import { bringUpToDate, createFactReading, type FactKeepingNeeds } from './fact-keeping';
import type { Requests } from '../ports';
import type { Releasing } from './releasing';

export interface RebuildingNeeds extends Omit<FactKeepingNeeds, 'requests'> {
  readonly requests: Pick<Requests, 'history' | 'load'>;
  /** Every request there has ever been and that is still kept. */
  readonly allRequests: () => AsyncIterable<RequestId>;
  readonly releasing: Releasing;
}

export interface Rebuilt {
  readonly requests: number;
  readonly months: number;
}

const AT_ONCE = 16;
/** So many are in hand at most, however many there are. */
const BATCH = 500;

/** Facts of requests that have been erased stay: they are all there is left of them. */
export async function rebuildFigures(needs: RebuildingNeeds, now: Instant): Promise<Rebuilt> {
  const { requests, rows, allRequests, releasing } = needs;
  const read = createFactReading(needs);
  const limit = pLimit(AT_ONCE);
  const belongs = new Map<RequestId, ReadonlySet<string>>();
  let batch: RequestId[] = [];
  for await (const id of allRequests()) {
    batch.push(id);
    if (batch.length === BATCH) await keepBatch();
  }
  await keepBatch();
  const months = await rows.monthsOfFacts();
  for (const month of months) {
    const facts = await rows.facts(month);
    const strays = facts.filter(({ id }) => belongs.has(id) && !belongs.get(id)!.has(month));
    await Promise.all(strays.map(({ id }) => limit(() => rows.dropFact(id, month))));
    await bringUpToDate(rows, month);
  }
  await releasing.freeze(now);
  return { requests: belongs.size, months: months.length };

  async function keepBatch(): Promise<void> {
    await Promise.all(batch.map((id) => limit(() => keep(id))));
    batch = [];
  }

  async function keep(id: RequestId): Promise<void> {
    const request = (await requests.load(id))?.request;
    if (request?.state !== 'closed') return;
    const fact = await read(request);
    belongs.set(id, new Set(monthsOf(fact)));
    await rows.putFact(fact);
  }
}
