/** What browsers are told about the plain pages. */

/** Nothing but our own stylesheet and forms; no script at all, and in nobody's frame. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': CONTENT_POLICY,
  // Tokens are in addresses, and what was typed is in pages: neither is for other sites, nor for whoever presses Back later.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

/** All but the way in: search engines have no business with it. */
export const NOT_INDEXED = { 'X-Robots-Tag': 'noindex' } as const;

/** Nothing is kept by these pages; what a browser keeps of its own accord goes too. */
export const CLEARED = { 'Clear-Site-Data': '"cache", "cookies", "storage"' } as const;
