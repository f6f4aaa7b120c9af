/**
 * Partition and row keys. Table Storage refuses / \ # ? and control characters in them, and a filter or a URL is built
 * from them: so only ids of the expected form get this far.
 */
import { Fault } from '../ports';

function checked(value: string, form: RegExp, expected: string): string {
  if (form.test(value)) return value;
  // Cut short: what comes from outside may be anything and of any length.
  throw new Fault(`Expected ${expected}, got ${JSON.stringify(value.slice(0, 60))}`, { permanent: true });
}

/** The partition of a request. Throws a permanent `Fault` for anything but a request id. */
export function requestKey(id: string): string {
  return checked(id, /^[a-z0-9-]{8,64}$/, 'a request id of 8 to 64 lower-case letters, digits and hyphens');
}

/** The key of a person, the same however their id is capitalised. Throws a permanent `Fault` for anything but a GUID. */
export function personKey(id: string): string {
  const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  return checked(id.toLowerCase(), guid, 'an Entra object id (a GUID)');
}

/** The row of a card. Throws a permanent `Fault` for a name that is no key. */
export function cardKey(card: string): string {
  return `card-${checked(card, /^[a-zA-Z0-9-]{1,100}$/, 'a card name of letters, digits and hyphens')}`;
}

const CODE_WITH_DAY = /^[a-z-]{1,40}-\d{4}-\d{2}-\d{2}$/;

/** The row of a notice about a facilitator. Throws a permanent `Fault` for a key that is no code with a day. */
export function noticeRow(key: string): string {
  return `notice-${checked(key, CODE_WITH_DAY, 'a notice, as a code with its day')}`;
}

/** The row of what is done once on a day, for somebody or at all. Throws a permanent `Fault` for a key of another form. */
export function claimRow(key: string): string {
  const form = /^[a-z]{1,40}(?:-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?-\d{4}-\d{2}-\d{2}$/;
  return checked(key, form, 'what is claimed, as a code with its day');
}

/** A London month, YYYY-MM, as a partition. Throws a permanent `Fault` for anything else. */
export function monthKey(month: string): string {
  return checked(month, /^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month as YYYY-MM');
}

/** The row of what is counted, of codes only. Throws a permanent `Fault` for anything else, so that no text gets in. */
export function countKey(kind: string, agency: string): string {
  const code = /^[a-z][a-z0-9-]{0,39}$/;
  return `${checked(kind, code, 'a kind to be counted, as a code')}_${checked(agency, code, 'an agency, as a code')}`;
}

/** The row of a theme. Throws a permanent `Fault` for anything but a code. */
export function themeRow(theme: string): string {
  return checked(theme, /^[a-z][a-z0-9-]{0,29}$/, 'a theme, as a code');
}

/** The partition of a kind of limit. Throws a permanent `Fault` for anything but a code. */
export function limitKey(kind: string): string {
  return checked(kind, /^[a-z][a-z0-9-]{0,39}$/, 'a kind of limit, as a code');
}

/** A subscription, as a partition or a row. Throws a permanent `Fault` for anything but an id as we make them. */
export function subscriptionKey(id: string): string {
  return checked(id, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'the id of a subscription (a UUID)');
}

/** The row of a legal hold. Throws a permanent `Fault` for anything but an id as we make them. */
export function legalHoldRow(id: string): string {
  return checked(id, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'the id of a legal hold (a UUID)');
}

/** The row of an announcement. Throws a permanent `Fault` for anything else. */
export function announcementRow(id: string): string {
  return checked(id, /^[a-z0-9-]{8,120}$/, 'the id of an announcement');
}

/** A number as part of a key, so that keys sort as their numbers do. */
export function ordinal(value: number): string {
  return String(value).padStart(10, '0');
}
