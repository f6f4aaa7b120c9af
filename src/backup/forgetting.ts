/** Takes those who were erased out of whatever is restored: from the rows that are theirs, and from within all others. */
import type { StoredRow, TableName } from '../ports/backups';
import type { PersonForgotten } from '../ports/erasures';
import { isAccountedFor } from '../retention/accounted-for';
import { isKeyedBy, withoutPerson } from '../retention/erased-person';
import { keysHash, personHash } from './hashes';

/** The row as it may be restored, itself where none of them is in it; undefined where it may not be. */
export type Forget = (table: TableName, row: StoredRow) => StoredRow | undefined;

export function createForgetting(people: readonly PersonForgotten[]): Forget {
  if (people.length === 0) return (_table, row) => row;
  const spared = new Map<string, readonly ReadonlySet<string>[]>();
  for (const { person, spared: places } of people)
    spared.set(person, [...(spared.get(person) ?? []), new Set(places)]);
  return (table, row) => {
    if (isAccountedFor(table)) return row;
    const ofRow = keysHash(table, row.partitionKey, row.rowKey);
    const ofPartition = keysHash(table, row.partitionKey);
    const hashes = new Map<string, boolean>();
    // Whoever was erased twice may have been left in a place the first time, and not the second.
    const isTheirs = (key: string): boolean => {
      const known = hashes.get(key);
      if (known !== undefined) return known;
      const each = spared.get(personHash(key)) ?? [];
      const is = each.some((places) => !places.has(ofRow) && !places.has(ofPartition));
      hashes.set(key, is);
      return is;
    };
    return isKeyedBy(row, isTheirs) ? undefined : withoutPerson(row, isTheirs);
  };
}
