import { DateTime } from 'luxon';
import { everybody, outsiders } from '../people';
import { escapeHtml } from './event-body';
import { layout } from './outlook-page';
import type { StoredLetter } from './state';
import type { Tenant } from './tenant';

/** The page on which somebody who tries the sandbox reads letters, of people outside too, and follows what they link to. */
export function mailPage(tenant: Tenant, address: string | null): string {
  if (address === null) return layout('Whose letters?', chooser(tenant));
  const letters = tenant.mail.lettersTo(address);
  return layout(
    `Letters to ${address}`,
    [
      letters.length > 0
        ? letters.map(letterArticle).join('\n')
        : '<p>No letters. They appear here as soon as they are sent.</p>',
      deliveryForm(tenant, address),
      '<p><a href="/sandbox/mail">Somebody else’s letters</a></p>',
    ].join('\n'),
  );
}

/** Those who were sent something first, then everybody else somebody may want to play. */
function chooser(tenant: Tenant): string {
  const written = tenant.mail.addresses();
  const others = [...outsiders, ...everybody]
    .map(({ mail }) => mail)
    .filter((mail) => !written.includes(mail));
  const list = (addresses: readonly string[]) =>
    `<ul>${addresses.map((one) => `<li>${addressLink(one)}, ${countOf(tenant, one)}</li>`).join('\n')}</ul>`;
  return [
    '<h2>Have been written to</h2>',
    written.length > 0 ? list(written) : '<p>Nobody yet.</p>',
    '<h2>Other people of the sandbox</h2>',
    list(others),
  ].join('\n');
}

function addressLink(address: string): string {
  return `<a href="/sandbox/mail?address=${encodeURIComponent(address)}">${escapeHtml(address)}</a>`;
}

function countOf(tenant: Tenant, address: string): string {
  const { length } = tenant.mail.lettersTo(address);
  return length === 1 ? '1 letter' : `${length} letters`;
}

/** The letter's own HTML as it is: the page's policy lets nothing in it run or load. */
function letterArticle({ subject, toName, html, at }: StoredLetter): string {
  const [, body = html] = /<body[^>]*>(.*)<\/body>/is.exec(html) ?? [];
  const time = DateTime.fromISO(at, { zone: 'Europe/London', locale: 'en-GB' });
  return `<article>
<h2>${escapeHtml(subject)}</h2>
<p>To ${escapeHtml(toName)}, <time datetime="${at}">${time.toFormat('cccc d LLLL yyyy, HH:mm')}</time></p>
<div class="letter">${body}</div>
</article>`;
}

function deliveryForm(tenant: Tenant, address: string): string {
  const arrives = tenant.mail.delivers(address);
  return `<form method="post" action="/sandbox/mail">
<input type="hidden" name="address" value="${escapeHtml(address)}">
<p>${arrives ? 'Letters arrive here.' : 'Letters to this address come back to the sender.'}</p>
<button name="deliver" value="${arrives ? 'no' : 'yes'}">${arrives ? 'Send letters back from now on' : 'Let letters arrive'}</button>
</form>`;
}
