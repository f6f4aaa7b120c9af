/** The id of a request, made from who asks and the form they fill in: the same form sent twice is the same request. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PersonId } from '../domain/people';
import type { RequestId } from '../domain/request';

/** What can be the id of a request; storage takes nothing else. */
export const requestId = z.string().regex(/^[0-9a-z-]{8,64}$/);

/** Crockford's base 32: no i, l, o or u, because references are read out over the telephone. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;
const BITS = 5;

/**
 * The first 130 bits of a SHA-256, so that ids of different people or forms do not meet. Worked out from the sign-in
 * on the server: with somebody else's form a person only ever makes a request of their own.
 */
export function requestIdFor(person: PersonId, nonce: string): RequestId {
  const digest = createHash('sha256').update(`${person}\n${nonce}`).digest('hex');
  const bits = BigInt(`0x${digest}`) >> BigInt(256 - LENGTH * BITS);
  return Array.from({ length: LENGTH }, (_, n) => {
    const index = (bits >> BigInt((LENGTH - 1 - n) * BITS)) & 31n;
    return ALPHABET[Number(index)];
  }).join('');
}
