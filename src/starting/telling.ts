/** How people are told in Teams, put together: their cards and lines, reminders, and questions which times suit. */
import type { Config } from '../config';
import type { EffectsNeeds } from '../performing/effects';
import { createMessenger, type MessengerNeeds } from '../teams/reaching/messenger';
import { createPolling } from '../teams/reaching/polling';
import { createReminders, type RemindingNeeds } from '../teams/reaching/reminding';

export type TellingNeeds = Omit<MessengerNeeds, 'lead'> &
  RemindingNeeds & { readonly config: Pick<Config, 'lead'> };

export function tellInTeams({
  config: { lead },
  ...needs
}: TellingNeeds): Required<Pick<EffectsNeeds, 'messenger' | 'reminders' | 'polling'>> {
  return {
    messenger: createMessenger({ ...needs, ...(lead !== undefined && { lead }) }),
    reminders: createReminders(needs),
    polling: createPolling(needs),
  };
}
