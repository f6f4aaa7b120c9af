import { DateTime } from 'luxon';
import { escapeHtml } from './event-body';
import { layout, when } from './outlook-page';
import type { StoredEvent } from './state';
import type { Tenant } from './tenant';

/** What somebody with the organiser's calendar may do to a session there, behind the bot's back. */
export const DEEDS = ['later', 'stranger', 'no-link', 'delete'] as const;
export type Deed = (typeof DEEDS)[number];

const LABELS: Readonly<Record<Deed, string>> = {
  later: 'Move to the next day',
  stranger: 'Add somebody who was not asked',
  'no-link': 'Take the join link away',
  delete: 'Delete',
};

/** The organiser's calendar: every session, with what could be done to it in Outlook. */
export function organiserPage(tenant: Tenant): string {
  const events = tenant.events.list().sort((a, b) => a.start.localeCompare(b.start));
  return layout(
    'The organiser’s calendar',
    events.length > 0
      ? events.map(session).join('\n')
      : '<p>No sessions. They appear once they are arranged.</p>',
  );
}

/** Does it, unless the session has gone since the page was shown. */
export function doInOutlook(tenant: Tenant, id: string, deed: Deed): void {
  const event = tenant.events.find(id);
  if (!event) return;
  switch (deed) {
    case 'later':
      return tenant.events.move(id, { start: nextDay(event.start), end: nextDay(event.end) });
    case 'stranger':
      return tenant.events.addAttendee(id, {
        mail: 'stella.stranger@elsewhere.example',
        name: 'Stella Stranger',
      });
    case 'no-link':
      return tenant.events.dropJoinLink(id);
    case 'delete':
      return tenant.events.remove(id);
  }
}

function session(event: StoredEvent): string {
  const buttons = DEEDS.map(
    (deed) =>
      `<button name="deed" value="${deed}">${LABELS[deed]}<span class="hidden">, ${event.start}</span></button>`,
  );
  return `<article>
<h2>${escapeHtml(event.subject)}</h2>
<p>${when(event)}, ${event.attendees.length} invited${event.online ? '' : ', no join link'}</p>
<form method="post" action="/sandbox/organiser">
<input type="hidden" name="event" value="${escapeHtml(event.id)}">
${buttons.join('\n')}
</form>
</article>`;
}

/** At the same hour by the clock on the wall. */
function nextDay(instant: string): string {
  return DateTime.fromISO(instant, { zone: 'Europe/London' }).plus({ days: 1 }).toUTC().toISO()!;
}
