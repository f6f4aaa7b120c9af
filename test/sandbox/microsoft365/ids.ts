import { createHash } from 'node:crypto';

function digest(words: string): Buffer {
  return createHash('sha256').update(words).digest();
}

/** Ids of a new event. They look like Exchange's, differ from one another and depend on its number only. */
export function eventIds(number: number): { id: string; immutableId: string; iCalUId: string } {
  const long = Buffer.concat([digest(`event ${number}`), digest(`folder ${number}`)]).toString('base64url');
  return {
    id: `AAMkAGI1${long}=`,
    immutableId: `AAkALgAA${long}=`,
    iCalUId: `040000008200E00074C5B7101A82E008${digest(`uid ${number}`).toString('hex').toUpperCase()}`,
  };
}

/** Ids of a new message, and of the conversation it begins. */
export function messageIds(number: number): { id: string; immutableId: string; conversationId: string } {
  const { id, immutableId } = eventIds(number);
  return {
    id,
    immutableId,
    conversationId: `AAQkAGI1${digest(`conversation ${number}`).toString('base64')}`,
  };
}

/** Version of an item, as `changeKey` shows it. */
export function changeKey(id: string, version: number): string {
  return `${digest(`${id} ${version}`).toString('base64').slice(0, 22)}AA==`;
}

/** A digest that is the same for the same JSON value, whatever the order of its properties. */
export function fingerprint(value: unknown): string {
  return digest(JSON.stringify(value, sortedKeys)).toString('hex');
}

function sortedKeys(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
}

/** What identifies a Teams meeting: its chat thread, its address and its id for Graph. */
export function meetingIds(number: number, organiserId: string, tenantId: string) {
  const name = digest(`meeting ${number}`).toString('base64url').slice(0, 32);
  const thread = `19:meeting_${name}@thread.v2`;
  const context = encodeURIComponent(JSON.stringify({ Tid: tenantId, Oid: organiserId }));
  const inAddress = encodeURIComponent(thread).replaceAll('%3A', '%3a');
  return {
    id: Buffer.from(`1*${organiserId}*0**${thread}`).toString('base64url'),
    thread,
    // Teams writes the escapes of the context in lower case.
    joinUrl: `https://teams.microsoft.com/l/meetup-join/${inAddress}/0?context=${context.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())}`,
    joinMeetingId: String(300_000_000_000 + number),
  };
}
