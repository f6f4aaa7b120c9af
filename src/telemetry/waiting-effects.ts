/**
 * How much waits to be done, seen in passing: the worker's sweep reads every open request each minute anyway. So the
 * figures are as of the last sweep, and every instance with a worker tells the same of the whole installation.
 */
import type { Instant } from '../domain/intervals';
import type { RequestId } from '../domain/request';
import type { SavedEffect, Workbench } from '../ports';
import type { Figures } from './figures';

/** Nothing is told of a sweep longer ago: no figure is better than an old one that looks well. */
const OUTDATED_MS = 10 * 60_000;

interface Seen {
  readonly effects: readonly SavedEffect[];
  /** For rows that do not say themselves since when they are there. */
  readonly at: Instant;
}

export function watchedWorkbench(workbench: Workbench, figures: Figures, now: () => Instant): Workbench {
  const seen = new Map<RequestId, Seen>();
  let sweptAt: Instant | undefined;

  figures.observe('jags.effects.waiting', () => told(() => waiting().length));
  figures.observe('jags.effects.parked', () => told(() => all().filter(isParked).length));
  figures.observe('jags.effects.oldest_seconds', () =>
    told(() => Math.max(0, ...waiting().map((effect) => (now() - effect.since) / 1000))),
  );

  return {
    ...workbench,
    async open() {
      const ids = await workbench.open();
      const open = new Set(ids);
      for (const id of seen.keys()) if (!open.has(id)) seen.delete(id);
      sweptAt = now();
      return ids;
    },
    async work(id) {
      const work = await workbench.work(id);
      if (work) seen.set(id, { effects: work.effects, at: seen.get(id)?.at ?? now() });
      else seen.delete(id);
      return work;
    },
  };

  function told(figure: () => number): number | undefined {
    return sweptAt === undefined || now() - sweptAt > OUTDATED_MS ? undefined : figure();
  }

  function all(): readonly (SavedEffect & { readonly since: Instant })[] {
    return [...seen.values()].flatMap(({ effects, at }) =>
      effects.map((effect) => ({ ...effect, since: effect.dueAt ?? effect.savedAt ?? at })),
    );
  }

  /** What waits for a moment of its own does not wait to be done. */
  function waiting() {
    return all().filter((effect) => !isParked(effect) && effect.since <= now());
  }
}

function isParked({ parked }: SavedEffect): boolean {
  return parked !== undefined;
}
