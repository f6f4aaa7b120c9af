/**
 * Links of people without Teams: one partition each, named by the hash of its token, so that nothing that is stored opens
 * anything. Links are revoked together, by raising the epoch of a person, purpose and request: those of an earlier are over.
 */
import { createHash, randomBytes } from 'node:crypto';
import { odata, type TableClient } from '@azure/data-tables';
import type { Instant } from '../domain/intervals';
import type { Link, LinkId, Links, LinkTerms } from '../ports/links';
import { createCounter, countIn } from './counter';
import { fromData, readRow, readRows, toData, unlessConflict } from './rows';

export interface LinkNeeds {
  readonly links: TableClient;
  readonly now: () => Instant;
}

interface StoredLink {
  readonly terms: LinkTerms;
  readonly epoch: number;
}

const TOKEN_BYTES = 32;
/** 32 bytes as base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const LINK_ID = /^[0-9a-f]{64}$/;
const LINK_ROW = 'link';
/** So long a new one can be mailed in its place. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

export function createLinks({ links, now }: LinkNeeds): Links {
  const epochs = createCounter(links);

  return {
    // The epoch is read before the link is written: a revocation in between makes it over, one after it does too.
    async mint(terms) {
      const epoch = await epochOf(terms);
      const token = newSecret();
      const stored: StoredLink = { terms, epoch };
      const data = toData(stored, 'the terms of a link');
      await links.createEntity({ partitionKey: hashOf(token), rowKey: LINK_ROW, data });
      return token;
    },

    // Found by its hash, not compared: how long that takes tells of a hash nobody can steer, so it need not be constant.
    async find(token) {
      return TOKEN.test(token) ? find(hashOf(token)) : undefined;
    },

    async byId(id) {
      return LINK_ID.test(id) ? find(id) : undefined;
    },

    async revoke(of) {
      await epochs.up(epochKey(of));
    },
  };

  async function find(id: LinkId): Promise<Link | undefined> {
    const row = await readRow(links, id, LINK_ROW);
    if (!row) return undefined;
    const { terms, epoch } = fromData<StoredLink>(row);
    if (terms.expiresAt + KEPT_MS <= now()) {
      await forget(id);
      return undefined;
    }
    const isOver = terms.expiresAt <= now() || (await epochOf(terms)) !== epoch;
    return { id, terms, state: isOver ? 'over' : 'valid' };
  }

  async function epochOf(of: Revocable): Promise<number> {
    const { partitionKey, rowKey } = epochKey(of);
    const row = await readRow(links, partitionKey, rowKey);
    return row ? countIn(row) : 0;
  }

  /** With the codes and proofs that were given for it. */
  async function forget(id: LinkId): Promise<void> {
    const rows = await readRows(links, odata`PartitionKey eq ${id}`, ['PartitionKey', 'RowKey']);
    await Promise.all(rows.map(({ rowKey }) => unlessConflict(links.deleteEntity(id, rowKey!))));
  }
}

type Revocable = Parameters<Links['revoke']>[0];

function epochKey({ person, purpose, requestId }: Revocable) {
  const of = [person.id.toLowerCase(), purpose, requestId ?? ''];
  return { partitionKey: hashOf(JSON.stringify(of)), rowKey: 'epoch' };
}

/** 256 bits by chance, as base64url. */
export function newSecret(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Whether it has the form of one. */
export function isSecret(text: string): boolean {
  return TOKEN.test(text);
}

/** SHA-256, as hex. Of 256 bits by chance it needs no salt: nobody can try them out. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
