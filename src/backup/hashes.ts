/** What is on the list of erasures in place of keys, ids and addresses: nobody can be read out of it. */
import { createHash } from 'node:crypto';
import type { TableName } from '../ports/backups';

/**
 * SHA-256 of the keys. A request's id is by chance; of a person's id it tells nobody who they were, but whoever has a list of ids
 * can see whether theirs is among them.
 */
export function keysHash(table: TableName, partitionKey: string, rowKey?: string): string {
  return createHash('sha256')
    .update(JSON.stringify([table, partitionKey, ...(rowKey === undefined ? [] : [rowKey])]))
    .digest('hex');
}

/** SHA-256 of somebody's id in small letters, or of their address as `plainMail` has it. */
export function personHash(key: string): string {
  return createHash('sha256')
    .update(JSON.stringify(['person', key]))
    .digest('hex');
}
