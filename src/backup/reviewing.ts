/** What waits to go outward while it is held, for whoever is to confirm it; and taking some of it away first. */
import type { Instant } from '../domain/intervals';
import { isStale, type Lane, LANES } from '../domain/lanes';
import { type Effect, referenceOf, type RequestId } from '../domain/request';
import type { SavedEffect, Work, Workbench } from '../ports';
import type { Deliveries } from '../ports/delivering';

export interface WaitingRequest {
  readonly id: RequestId;
  readonly reference: string;
  readonly state: string;
  /** What is done as soon as it is confirmed. */
  readonly atOnce: readonly Effect['kind'][];
  readonly later: readonly Effect['kind'][];
}

export interface ReviewingNeeds {
  readonly workbench: Pick<Workbench, 'open' | 'work' | 'claim' | 'complete' | 'release'>;
  readonly now: () => Instant;
}

/** By reference. What a later decision has made pointless is left out: it would be dropped without acting. */
export async function whatWaits({ workbench, now }: ReviewingNeeds): Promise<readonly WaitingRequest[]> {
  const found: WaitingRequest[] = [];
  for (const id of await workbench.open()) {
    const work = await workbench.work(id);
    const live = work ? liveOf(work) : [];
    if (!work || live.length === 0) continue;
    const isDue = ({ dueAt = 0, retryAt = 0 }: SavedEffect) => Math.max(dueAt, retryAt) <= now();
    const kinds = (some: readonly SavedEffect[]) => some.map(({ effect }) => effect.kind);
    found.push({
      id,
      reference: referenceOf(id),
      state: work.loaded.request.state,
      atOnce: kinds(live.filter(isDue)),
      later: kinds(live.filter((each) => !isDue(each))),
    });
  }
  return found.sort((one, other) => (one.reference < other.reference ? -1 : 1));
}

/** How often each kind is among them, the most frequent first. */
export function countsOf(kinds: readonly Effect['kind'][]): readonly (readonly [Effect['kind'], number])[] {
  const counts = new Map<Effect['kind'], number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}

/** What was taken away of each request of that reference; `none` where there is no such request with anything to do. */
export async function dropWaiting(
  { workbench, now }: ReviewingNeeds,
  reference: string,
): Promise<'none' | { readonly id: RequestId; readonly dropped: readonly Effect['kind'][] }[]> {
  const dropped: { id: RequestId; dropped: Effect['kind'][] }[] = [];
  for (const id of await workbench.open()) {
    if (referenceOf(id) !== reference.toUpperCase()) continue;
    const kinds: Effect['kind'][] = [];
    for (const lane of LANES) kinds.push(...(await dropLane(id, lane)));
    if (kinds.length > 0) dropped.push({ id, dropped: kinds });
  }
  return dropped.length > 0 ? dropped : 'none';

  /** Some at a time: every write under a lease needs it as it is by then. */
  async function dropLane(id: RequestId, lane: Lane): Promise<Effect['kind'][]> {
    const kinds: Effect['kind'][] = [];
    for (;;) {
      const work = await workbench.work(id);
      const held = work?.leases.find((lease) => lease.lane === lane);
      const some = work?.effects.filter((each) => each.lane === lane).slice(0, MOST_AT_ONCE) ?? [];
      if (some.length === 0) {
        if (held?.owner === OWNER) await workbench.release(held);
        return kinds;
      }
      const lease = await workbench.claim(id, lane, OWNER, now() + LEASE_MS, held);
      if (!lease || (await workbench.complete(lease, ...some)) === 'lost')
        throw new Error(`Expected nobody to work ${referenceOf(id)} while it is held, got somebody`);
      kinds.push(...some.map(({ effect }) => effect.kind));
    }
  }
}

/** The same of what programs are still to be told: how many of each request of that reference. */
export async function dropEvents(
  deliveries: Pick<Deliveries, 'left' | 'finish'>,
  reference: string,
): Promise<ReadonlyMap<RequestId, number>> {
  const dropped = new Map<RequestId, number>();
  for (const each of await deliveries.left()) {
    const { requestId } = each.announcement;
    if (referenceOf(requestId) !== reference.toUpperCase()) continue;
    if ((await deliveries.finish(each)) === 'changed')
      throw new Error(
        `Expected nobody to tell programs of ${referenceOf(requestId)} while it is held, got somebody`,
      );
    dropped.set(requestId, (dropped.get(requestId) ?? 0) + 1);
  }
  return dropped;
}

const OWNER = 'restore';
const LEASE_MS = 60_000;
/** As many as one transaction removes. */
const MOST_AT_ONCE = 90;

function liveOf({ loaded, effects }: Work): readonly SavedEffect[] {
  return effects.filter(({ effect }) => !isStale(effect, loaded.request));
}
