/** Whether a page of another site sent somebody's browser here. */
import type { IncomingHttpHeaders } from 'node:http';

/**
 * By `Sec-Fetch-Site`, which no page can set. Browsers before it tell the origin; our own pages, which send no referrer,
 * have "null" there, so that it says nothing against them. What acts is safe all the same: a page that does not know the
 * token has no address to send to.
 */
export function isCrossSite(headers: IncomingHttpHeaders): boolean {
  const { 'sec-fetch-site': site, origin, host = '' } = headers;
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  if (origin === undefined || origin === 'null') return false;
  return !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase();
}
