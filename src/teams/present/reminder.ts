/** The facilitator's reminder: when and where, what a JAGS is for, and how to open and close one. Names nobody. */
import type { Policy } from '../../domain/policy';
import { type Booked, referenceOf } from '../../domain/request';
import { slotInWords } from '../../wording/when';
import type { Fact } from '../card-data';
import { isolated } from '../../wording/typed-text';
import { REMINDER } from '../wording/reminders';
import { placeInWords } from '../../present/place';

export interface ReminderCard {
  readonly title: string;
  readonly facilitates: string;
  readonly facts: readonly Fact[];
  readonly purpose: string;
  readonly promptsHeading: string;
  readonly opening: string;
  readonly closing: string;
}

export function presentReminder(
  { id, match, ask }: Booked,
  policy: Policy,
  as: 'facilitator' | 'observer' = 'facilitator',
): ReminderCard {
  return {
    title: `${REMINDER.title} ${referenceOf(id)}`,
    facilitates: as === 'observer' ? REMINDER.observes : REMINDER.facilitates,
    facts: [
      { label: 'When', value: `${slotInWords(match.slot)} (London time)` },
      { label: 'Where', value: placeInWords(ask.place) },
    ],
    purpose: isolated(policy.sessionPurpose),
    promptsHeading: REMINDER.prompts,
    opening: isolated(policy.openingPrompt),
    closing: isolated(policy.closingPrompt),
  };
}
