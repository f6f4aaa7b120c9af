/**
 * The checker's cut of Graph's description has messages as they are sent and not as they are read: what was read is held
 * against it as if it were sent.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { GraphRecord } from '../sandbox/microsoft365/recorder';

const READ = /\/mailFolders\/\w+\/messages(\?|$)/;

/** The same record, or those the checker knows in its place. Refusals of what was read are left out. */
export function asSent(record: GraphRecord): GraphRecord[] {
  if (!READ.test(record.url)) return [record];
  const { value = [] } = (record.response?.body ?? {}) as { value?: Record<string, unknown>[] };
  return value.map((message) => ({
    method: 'POST',
    url: record.url.replace(/\/mailFolders\/.*$/, '/sendMail'),
    headers: { 'content-type': 'application/json' },
    body: {
      message: {
        toRecipients: [{ emailAddress: { address: 'a@b.example' } }],
        ...withoutWhatIsRead(message),
      },
    },
  }));
}

/** Set by Exchange alone; sent, they would only be warned of. */
function withoutWhatIsRead(message: Record<string, unknown>): Record<string, unknown> {
  const readOnly = ['id', 'changeKey', 'conversationId', 'bodyPreview', 'isDraft'];
  const kept = Object.entries(message).filter(
    ([name]) => !readOnly.includes(name) && !name.endsWith('DateTime'),
  );
  return Object.fromEntries(kept);
}

/** A file of records beside the given one, in which nothing is read. */
export function sendsOnly(recordFile: string): string {
  const records = readFileSync(recordFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => asSent(JSON.parse(line) as GraphRecord));
  const checked = `${recordFile}.sent`;
  writeFileSync(checked, records.map((record) => JSON.stringify(record)).join('\n'));
  return checked;
}
