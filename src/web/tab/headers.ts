/** What browsers are told about the tab's pages. */

/**
 * Where Teams, Outlook and Microsoft 365 show tabs in a frame.
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements
 */
export const HOSTS: readonly string[] = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office365.com',
];

/** Everything from here and nothing inline: what somebody typed cannot run, even where it was let through unescaped. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // What our own script draws of a chart, to be saved as a picture: nobody else can make such an address.
  "img-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  `frame-ancestors ${HOSTS.join(' ')}`,
].join('; ');

export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': CONTENT_POLICY,
  // The same address is a whole page or a part of one.
  Vary: 'HX-Request',
} as const;
