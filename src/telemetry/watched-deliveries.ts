/** How many events are on their way to programs, seen in passing: the watch over them reads what is left every few seconds. */
import { countsOf } from '../domain/delivering';
import type { Instant } from '../domain/intervals';
import type { Deliveries } from '../ports/delivering';
import type { Figures } from './figures';

/** Nothing is told of a look longer ago: where nobody watches any more, no figure is better than an old one. */
const OUTDATED_MS = 10 * 60_000;

export function watchedDeliveries(deliveries: Deliveries, figures: Figures, now: () => Instant): Deliveries {
  let seen: { readonly counts: ReturnType<typeof countsOf>; readonly at: Instant } | undefined;
  const told = () => (seen && now() - seen.at <= OUTDATED_MS ? seen.counts : undefined);
  figures.observe('jags.deliveries.waiting', () => told()?.waiting);
  figures.observe('jags.deliveries.parked', () => told()?.parked);
  return {
    ...deliveries,
    async left() {
      const left = await deliveries.left();
      seen = { counts: countsOf(left), at: now() };
      return left;
    },
  };
}
