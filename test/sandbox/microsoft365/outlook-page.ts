import { DateTime } from 'luxon';
import { everybody, outsiders } from '../people';
import { asText, escapeHtml } from './event-body';
import type { Attendee, Period, Rsvp, SentMail, StoredEvent } from './state';
import type { Tenant } from './tenant';

const ANSWER: Readonly<Record<Rsvp, string>> = {
  none: 'You have not answered',
  accepted: 'You accepted',
  tentativelyAccepted: 'You answered “maybe”',
  declined: 'You declined',
};
const BUTTONS: readonly { response: Rsvp; label: string }[] = [
  { response: 'accepted', label: 'Accept' },
  { response: 'tentativelyAccepted', label: 'Tentative' },
  { response: 'declined', label: 'Decline' },
];

/** The page on which somebody who tries the sandbox answers invitations, as they would in Outlook. */
export function outlookPage(tenant: Tenant, mail: string | null): string {
  if (mail === null) return layout('Whose calendar?', chooser());
  const events = tenant.events.list().sort((a, b) => a.start.localeCompare(b.start));
  const invitations = events.flatMap((event) => {
    const attendee = event.attendees.find((one) => one.address.toLowerCase() === mail.toLowerCase());
    return attendee ? [invitation(event, attendee)] : [];
  });
  const cancellations = tenant.outbox.list(mail).filter((sent) => sent.kind === 'cancellation');
  return layout(
    `Invitations for ${nameOf(mail)}`,
    [
      invitations.length > 0
        ? invitations.join('\n')
        : '<p>No invitations. They appear here as soon as they are sent.</p>',
      cancellations.length > 0
        ? `<h2>Cancelled</h2>\n<ul>${cancellations.map(cancellation).join('\n')}</ul>`
        : '',
      '<p><a href="/sandbox/outlook">Somebody else’s calendar</a></p>',
    ].join('\n'),
  );
}

function chooser(): string {
  const links = [...everybody, ...outsiders].map(
    ({ name, mail }) =>
      `<li><a href="/sandbox/outlook?person=${encodeURIComponent(mail)}">${escapeHtml(name)}</a> <small>${escapeHtml(mail)}</small></li>`,
  );
  return `<ul>${links.join('\n')}</ul>`;
}

function invitation(event: StoredEvent, attendee: Attendee): string {
  const subject = escapeHtml(event.subject);
  const buttons = BUTTONS.map(
    ({ response, label }) =>
      `<button name="response" value="${response}"${response === attendee.response ? ' aria-pressed="true"' : ''}>${label}<span class="hidden"> ${subject}</span></button>`,
  );
  return `<article>
<h2>${subject}</h2>
<p>${when(event)}</p>
<p class="${attendee.response}">${ANSWER[attendee.response]}</p>
<details><summary>Message<span class="hidden"> of ${subject}</span></summary><pre>${escapeHtml(asText(event.html))}</pre></details>
<form method="post" action="/sandbox/outlook">
<input type="hidden" name="person" value="${escapeHtml(attendee.address)}">
<input type="hidden" name="event" value="${escapeHtml(event.id)}">
${buttons.join('\n')}
</form>
</article>`;
}

function cancellation(sent: SentMail): string {
  const comment = sent.body ? ` — ${escapeHtml(sent.body)}` : '';
  return `<li>${escapeHtml(sent.subject)}, ${when(sent)}${comment}</li>`;
}

export function when({ start, end }: Period): string {
  const [from, to] = [start, end].map((instant) =>
    DateTime.fromISO(instant, { zone: 'Europe/London', locale: 'en-GB' }),
  );
  if (!from || !to) return '';
  return `<time datetime="${start}">${from.toFormat('cccc d LLLL yyyy, HH:mm')}</time> to ${to.toFormat('HH:mm')}`;
}

function nameOf(mail: string): string {
  return [...everybody, ...outsiders].find((person) => person.mail === mail.toLowerCase())?.name ?? mail;
}

export function layout(heading: string, content: string): string {
  const title = escapeHtml(heading);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – sandbox Outlook</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
article { border: 1px solid #767676; border-radius: .5rem; padding: 1rem 1.25rem; margin: 1rem 0; }
h2 { margin: 0 0 .25rem; font-size: 1.15rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
button { font: inherit; padding: .5rem 1rem; margin: .5rem .5rem 0 0; border: 2px solid #0b5cab; border-radius: .25rem; background: #fff; color: #0b5cab; cursor: pointer; }
button[aria-pressed=true] { background: #0b5cab; color: #fff; }
a { color: #0b5cab; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid #b35c00; outline-offset: 2px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>`;
}
