/** Ids made from what they stand for, so that the same thing has the same id wherever it comes in. */
import { createHash } from 'node:crypto';
import type { PersonId } from './domain/people';
import type { RequestId } from './domain/request';

/** Crockford's base 32: no i, l, o or u, because references are read out over the telephone. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;
const BITS = 5;

/**
 * The id of a request, made from who asks and the form they fill in: the same form sent twice is the same request. The
 * first 130 bits of a SHA-256, so that ids of different people or forms do not meet; worked out on the server, so that
 * with somebody else's form a person only ever makes a request of their own.
 */
export function requestIdFor(person: PersonId, nonce: string): RequestId {
  const digest = createHash('sha256').update(`${person}\n${nonce}`).digest('hex');
  const bits = BigInt(`0x${digest}`) >> BigInt(256 - LENGTH * BITS);
  return Array.from({ length: LENGTH }, (_, n) => {
    const index = (bits >> BigInt((LENGTH - 1 - n) * BITS)) & 31n;
    return ALPHABET[Number(index)];
  }).join('');
}

/**
 * The id of somebody known by a confirmed address alone: a UUID (version 8, of our own making) that is the same each time
 * they come, and that no directory knows. `mail` as it is stored (see `plainMail`).
 */
export function personIdFor(mail: string): PersonId {
  return uuidFrom(`JagsPerson ${mail}`);
}

/** A UUID (version 8) that is the same for the same text. */
export function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
