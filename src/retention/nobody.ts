/** Who stands in a row in place of somebody: readable wherever a person is read, and nobody's. */

export interface Stand {
  readonly id: string;
  readonly mail: string;
  readonly name: string;
}

/** In place of whoever was erased; an address no mail can reach (RFC 6761, section 6.4). */
export const NOBODY: Stand = {
  id: '00000000-0000-0000-0000-000000000000',
  mail: 'erased@erased.invalid',
  name: 'Somebody whose data was erased',
};

/** In place of whoever is left out of what is handed to somebody else. */
export const ANOTHER_PERSON: Stand = {
  id: NOBODY.id,
  mail: 'another.person@left-out.invalid',
  name: 'Another person',
};

/** Whether an id or address is that of nobody. */
export function isNobodys(key: string): boolean {
  return [NOBODY, ANOTHER_PERSON].some(({ id, mail }) => key === id || key === mail);
}
