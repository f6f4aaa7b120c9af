import type { SandboxPerson } from '../people';
import { plausibleBusy } from './plausible-busy';
import type { Office } from './office';
import type { BusyItem, FreeBusy, Period, Rsvp, StoredEvent } from './state';

/** How an invitation shows in an attendee's own calendar, by their answer. A declined one is gone. */
const SHOWN_AS: Readonly<Record<Rsvp, FreeBusy | null>> = {
  none: 'tentative',
  tentativelyAccepted: 'tentative',
  accepted: 'busy',
  declined: null,
};

/** Everything in a person's calendar that touches the period, earliest first. */
export function busyOf(person: SandboxPerson, period: Period, office: Office): BusyItem[] {
  const { state } = office.store;
  const diary = office.busy === 'plausible' ? plausibleBusy(person, state.anchor) : [];
  const added = state.busy.filter((time) => time.mail === person.mail);
  const events = state.events.flatMap((event) => asBusyItem(event, person));
  return [...diary, ...added, ...events]
    .filter((item) => item.start < period.end && item.end > period.start)
    .sort((a, b) => a.start.localeCompare(b.start));
}

function asBusyItem(event: StoredEvent, person: SandboxPerson): BusyItem[] {
  const status = showsAs(event, person);
  if (!status) return [];
  return [
    {
      start: event.start,
      end: event.end,
      status,
      subject: event.subject,
      isPrivate: event.details.sensitivity === 'private',
      location: event.details.location.displayName ?? '',
    },
  ];
}

function showsAs(event: StoredEvent, person: SandboxPerson): FreeBusy | null {
  if (event.organiserId === person.id) return event.details.showAs;
  const attendee = event.attendees.find((one) => one.address.toLowerCase() === person.mail);
  return attendee ? SHOWN_AS[attendee.response] : null;
}
