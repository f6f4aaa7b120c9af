/** How long Outlook still tells of changes, seen in passing: whoever keeps the subscription looks at its row each minute. */
import type { Instant } from '../domain/intervals';
import { MINUTE_MS } from '../domain/intervals';
import type { Kept, KnownSubscription, SharedRow } from '../ports/calendar-watch';
import type { Figures } from './figures';

export function watchedSubscription(
  row: SharedRow<KnownSubscription>,
  figures: Figures,
  now: () => Instant,
): SharedRow<KnownSubscription> {
  return {
    find: async () => see(await row.find()),
    async put(next, was) {
      const kept = await row.put(next, was);
      if (kept !== 'conflict') see(kept);
      return kept;
    },
  };

  function see<Found extends Kept<KnownSubscription> | undefined>(kept: Found): Found {
    const endsAt = kept?.row.subscription?.expiresAt;
    figures.observe('jags.subscription.minutes_left', () =>
      endsAt === undefined ? 0 : Math.round((endsAt - now()) / MINUTE_MS),
    );
    return kept;
  }
}
