/** HTML as Exchange keeps it, whatever was sent: text is escaped, fragments get a document around them. */
export function asHtml(body?: {
  contentType?: string | null | undefined;
  content?: string | null | undefined;
}): string {
  const content = body?.content ?? '';
  if (body?.contentType?.toLowerCase() !== 'html')
    return documentOf(escapeHtml(content).replaceAll('\n', '<br>\r\n'));
  return /<body[\s>]/i.test(content) ? content : documentOf(content);
}

function documentOf(inner: string): string {
  return `<html>\r\n<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>\r\n<body>\r\n${inner}\r\n</body>\r\n</html>\r\n`;
}

/** The text a reader sees, as Exchange gives it for `outlook.body-content-type="text"`. */
export function asText(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/is, '')
    .replace(/\r?\n/g, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|h\d)>/gi, '\r\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim();
}

/** What Teams writes under an event's body: the link and how else to join. Without it the meeting is not online. */
export function withJoinBlob(html: string, joinUrl: string, joinMeetingId: string): string {
  const line = '_'.repeat(80);
  const blob = [
    `<div style="color:#5F5F5F"><span>${line}</span></div>`,
    '<div class="me-email-text" lang="en-GB">',
    '<div><span>Microsoft Teams meeting</span></div>',
    `<div><a class="me-email-headline" href="${escapeHtml(joinUrl)}">Join the meeting now</a></div>`,
    `<div><span>Meeting ID: </span><span>${joinMeetingId}</span></div>`,
    '</div>',
    `<div style="color:#5F5F5F"><span>${line}</span></div>`,
  ].join('\r\n');
  return html.replace(/\s*<\/body>/i, () => `\r\n${blob}\r\n</body>`);
}

/** Whether a body still holds the link that Teams wrote into it. */
export function hasJoinBlob(html: string, joinUrl: string): boolean {
  return html.includes(escapeHtml(joinUrl)) || html.includes(joinUrl);
}

/** Text made safe inside HTML and its quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
