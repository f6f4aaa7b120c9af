/**
 * Codes mailed for what is sensitive, in the partition of their link. A guess counts before it is answered, under the
 * version that was read: however many come at once, no more than a few are looked at.
 */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { TableClient } from '@azure/data-tables';
import type { Instant } from '../domain/intervals';
import { Fault } from '../ports';
import type { Codes, LinkId } from '../ports/links';
import { hashOf, isSecret, newSecret } from './link-table';
import { commit, fromData, readRow, toData, unlessConflict } from './rows';

export interface CodeNeeds {
  readonly links: TableClient;
  readonly now: () => Instant;
  /** How long a code may be entered. */
  readonly codeMinutes: number;
}

/** `hash` is absent once it has been right. */
interface StoredCode {
  readonly salt: string;
  readonly hash?: string;
  readonly expiresAt: Instant;
  readonly wrong: number;
}

const CODE_ROW = 'code';
const MOST_WRONG = 5;
const SALT_BYTES = 16;
const PROOF_MS = 30 * 60_000;
const MINUTE_MS = 60_000;
/** Each conflict is another's guess or a new code: this many there are not. */
const MOST_TRIES = 40;

export function createCodes({ links, now, codeMinutes }: CodeNeeds): Codes {
  return {
    async mint(link) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const salt = randomBytes(SALT_BYTES).toString('hex');
      await links.upsertEntity(
        codeRow(link, {
          salt,
          hash: await slowHash(salt, code),
          expiresAt: now() + codeMinutes * MINUTE_MS,
          wrong: 0,
        }),
        'Replace',
      );
      return code;
    },

    async enter(link, typed) {
      const code = typed.replace(/\s/g, '');
      const hashes = new Map<string, Promise<string>>();
      // Whoever has to try again has the same salt before them, unless there is a new code.
      const hashWith = (salt: string): Promise<string> => {
        const known = hashes.get(salt) ?? slowHash(salt, code);
        hashes.set(salt, known);
        return known;
      };
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const answer = await enterOnce(link, code, hashWith);
        if (answer !== 'conflict') return answer;
      }
      throw new Fault(`Expected a turn in entering a code within ${MOST_TRIES} tries, got none`);
    },

    async isProven(link, proof) {
      if (!isSecret(proof)) return false;
      const row = await readRow(links, link, proofKey(proof));
      if (!row) return false;
      const isStanding = now() < fromData<{ expiresAt: Instant }>(row).expiresAt;
      if (!isStanding) await unlessConflict(links.deleteEntity(link, proofKey(proof)));
      return isStanding;
    },
  };

  async function enterOnce(
    link: LinkId,
    code: string,
    hashWith: (salt: string) => Promise<string>,
  ): Promise<Awaited<ReturnType<Codes['enter']>> | 'conflict'> {
    const row = await readRow(links, link, CODE_ROW);
    const stored = row && fromData<StoredCode>(row);
    if (!row || stored?.hash === undefined || stored.wrong >= MOST_WRONG || stored.expiresAt <= now())
      return { is: 'over' };
    // No code looks like this: a slip, which tells nobody anything and need not cost a try.
    if (!/^\d{6}$/.test(code)) return { is: 'wrong' };
    return isSame(await hashWith(stored.salt), stored.hash)
      ? spend(link, stored, row.etag)
      : miss(link, stored, row.etag);
  }

  async function spend(link: LinkId, stored: StoredCode, etag: string) {
    const { hash: _used, ...spent } = stored;
    const proof = newSecret();
    const data = toData({ expiresAt: now() + PROOF_MS }, 'a proof');
    const saved = await commit(links, [
      ['update', codeRow(link, spent), 'Replace', { etag }],
      ['create', { partitionKey: link, rowKey: proofKey(proof), data }],
    ]);
    return saved === 'conflict' ? saved : ({ is: 'right', proof } as const);
  }

  async function miss(link: LinkId, stored: StoredCode, etag: string) {
    const wrong = stored.wrong + 1;
    const counted = await unlessConflict(
      links.updateEntity(codeRow(link, { ...stored, wrong }), 'Replace', { etag }),
    );
    if (counted === 'conflict') return 'conflict';
    return { is: wrong >= MOST_WRONG ? 'over' : 'wrong' } as const;
  }
}

function codeRow(link: LinkId, code: StoredCode) {
  return { partitionKey: link, rowKey: CODE_ROW, data: toData(code, 'a code') };
}

function proofKey(proof: string): string {
  return `proof-${hashOf(proof)}`;
}

/** One guess costs some 100 ms and 16 MB: scrypt as OWASP's cheat sheet on storing passwords has it for that much memory. */
const COST = { N: 2 ** 14, r: 8, p: 5 };
const HASH_BYTES = 32;
const scrypted = promisify<string, string, number, typeof COST, Buffer>(scrypt);

/** Whoever reads storage could try all million: so slow that a code is over long before. */
async function slowHash(salt: string, code: string): Promise<string> {
  return (await scrypted(code, salt, HASH_BYTES, COST)).toString('hex');
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
