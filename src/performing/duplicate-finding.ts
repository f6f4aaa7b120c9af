/** Looks among everything that is open for what may be the same request. */
import { type PossibleDuplicate, possibleDuplicates } from '../domain/duplicates';
import { lookedUp } from '../domain/directory';
import type { KnownPerson } from '../domain/people';
import type { Request } from '../domain/request';
import type { OpenRequests } from '../ports';

export interface DuplicateFindingNeeds {
  readonly openRequests: OpenRequests;
  readonly log: { warn(fields: object, message: string): void };
}

/** `known` is what the directory says of the people of this request. */
export type FindDuplicates = (
  request: Request,
  known: readonly KnownPerson[],
) => Promise<readonly PossibleDuplicate[]>;

/** A hint for the coordinator: when the others cannot be read, matching goes on without it. */
export function createDuplicateFinding({ openRequests, log }: DuplicateFindingNeeds): FindDuplicates {
  return async (request, known) => {
    try {
      const open = await openRequests.all();
      // The directory has not been asked about all of the others yet; about the people here it has.
      const others = open.map((other) => lookedUp(other, known));
      return possibleDuplicates(lookedUp(request, known), others);
    } catch (error) {
      log.warn({ requestId: request.id, err: error }, 'could not look for possible duplicates');
      return [];
    }
  };
}
