/**
 * What an invitation says. Neutral and short, because calendars are read by delegates and on lock screens: no case
 * reference, no reason, no child (domain.md, harm 2). It names the requester, who has told the participants outside
 * this system which family it is about.
 */
import type { Interval } from './intervals';
import type { Policy } from './policy';
import type { Approved } from './request';

export interface Invitation {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly slot: Interval;
  /** Absent when online. */
  readonly venue?: string;
  readonly online: boolean;
  /** Invited first, alone: their acceptance is the booking. */
  readonly facilitator: { readonly name: string; readonly mail: string };
}

export const INVITATION_SUBJECT = 'Joint Agency Group Supervision';

/** The invitation for a chosen match; frozen with the effect, so that every try creates the same event. */
export function invitationFor(
  { requester, ask, match }: Pick<Approved, 'requester' | 'ask' | 'match'>,
  { onTheDayContact }: Pick<Policy, 'onTheDayContact'>,
): Invitation {
  const online = ask.place.kind === 'online';
  return {
    subject: INVITATION_SUBJECT,
    paragraphs: [
      `${requester.name} has asked for a Joint Agency Group Supervision (JAGS).`,
      'It is a safe, reflective space: time to think together about work that feels complex or stuck, and about what it asks of us.',
      'It is not a meeting for sharing new information, setting tasks or making case decisions. There are no minutes and no recording.',
      ...(onTheDayContact === ''
        ? []
        : [`If something does not work on the day, please turn to ${onTheDayContact}.`]),
      `${requester.name} can tell you more. Please do not write about the family in your answer to this invitation.`,
    ],
    slot: match.slot,
    ...(ask.place.kind === 'in-person' && { venue: ask.place.venue ?? 'Venue to be confirmed' }),
    online,
    facilitator: { name: match.facilitator.name, mail: match.facilitator.mail },
  };
}
