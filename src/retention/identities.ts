/** Who is who: ids and addresses that stand together in one place are the same person's, from there on everywhere. */
import { plainMail } from '../domain/mail-address';
import type { Identity } from '../ports/person-records';
import { type Mention, WHOLE_GUID } from './mentions';

export interface Identities {
  note(mention: Pick<Mention, 'id' | 'mail'>): void;
  /** Everything they are known by; undefined for an id or address that was never noted. */
  of(key: string): Identity | undefined;
  /** Each person once, by one of their keys. */
  all(): readonly Identity[];
}

/** As ids and addresses are compared. */
export function keyOf(typed: string): string {
  return WHOLE_GUID.test(typed.trim()) ? typed.trim().toLowerCase() : plainMail(typed);
}

export function keysOf({ ids, mails }: Identity): readonly string[] {
  return [...ids, ...mails];
}

export function createIdentities(): Identities {
  const groups = new Map<string, Set<string>>();
  return {
    note({ id, mail }) {
      const keys = [id, mail].filter((key) => key !== undefined);
      const group =
        keys.map((key) => groups.get(key)).find((each) => each !== undefined) ?? new Set<string>();
      for (const key of keys) for (const each of groups.get(key) ?? [key]) group.add(each);
      for (const each of group) groups.set(each, group);
    },
    of(key) {
      const group = groups.get(keyOf(key));
      return group && identityOf(group);
    },
    all: () => [...new Set(groups.values())].map(identityOf),
  };
}

function identityOf(keys: ReadonlySet<string>): Identity {
  const all = [...keys].sort();
  return {
    ids: all.filter((key) => WHOLE_GUID.test(key)),
    mails: all.filter((key) => !WHOLE_GUID.test(key)),
  };
}
