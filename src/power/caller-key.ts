/** Who calls, in one word that is the same each time they come, and the person it tells of. */
import type { PersonId } from '../domain/people';

export const keyOfApplication = (tenant: string, id: string) => `app ${tenant} ${id}`;
export const keyOfPerson = (tenant: string, id: PersonId) => `person ${tenant} ${id}`;

/** Undefined for an application by itself. */
export function personOfKey(key: string): PersonId | undefined {
  return /^person \S+ (\S+)$/.exec(key)?.[1];
}
