/** What every answer tells browsers, so that it does no harm in one. Pages put their own in place of some of them. */

/** Nothing that was not meant for a browser may load anything, be framed or send a form. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Of the abilities a page could ask a browser for, none is used; Teams' own go by another way. */
const NO_ABILITIES = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((ability) => `${ability}=()`)
  .join(', ');

export const SECURITY_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': CONTENT_POLICY,
  // Of what opens a page nothing is left in reach, and nobody else's page can load what is here.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': NO_ABILITIES,
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
} as const;
