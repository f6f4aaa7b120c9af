/**
 * Whether a subscription may still hear of requests. A person who was let in as a coordinator is held to the group each time;
 * an application, or a person with the role itself, was let in by an administrator, who ends it the same way.
 */
import type { Directory } from '../ports';
import type { Owners } from '../ports/delivering';
import { personOfKey } from './caller-key';

export function createOwners(directory: Pick<Directory, 'isCoordinator'>): Owners {
  return {
    async mayHear({ caller, byRole }) {
      const person = personOfKey(caller);
      return person === undefined || byRole === true || directory.isCoordinator(person);
    },
  };
}
