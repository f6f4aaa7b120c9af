/** One thing that happens in a town, as fast-check draws, shrinks and prints it. */
import type fc from 'fast-check';
import type { PersonCommand, Request, RequestId } from '../../src/domain/request';
import type { Person } from '../../src/domain/people';
import { IDS, ON_A_PAGE } from './cast';
import type { Town } from './town';

/** What may be relied on, because a person was told that it is so. */
export interface Promised {
  /** Withdrawn or cancelled: nothing may come of them any more. */
  readonly ended: Set<RequestId>;
}

export type Act = fc.AsyncCommand<Promised, Town>;

/** An act without conditions: where there is nothing to do it to, nothing happens. */
export function act(name: string, run: (town: Town, promised: Promised) => Promise<void>): Act {
  return { check: () => true, run: (promised, town) => run(town, promised), toString: () => name };
}

/** The n-th request as it is now. */
export function theRequest(town: Town, n: number): Request | undefined {
  return town.requests().find(({ id }) => id === IDS[n]);
}

/** Asks for it, and notes what was promised by the answer. */
export async function asks(
  town: Town,
  promised: Promised,
  request: Request,
  by: Person,
  command: PersonCommand,
): Promise<void> {
  const handled = await town.handle({
    ...command,
    requestId: request.id,
    by: { id: by.id, name: by.name, ...(by === ON_A_PAGE && { mail: by.mail }) },
  });
  const ends = command.kind === 'withdraw' || command.kind === 'cancel';
  if (handled.accepted && ends) promised.ended.add(request.id);
}
