/** Shows one request to whoever is a coordinator at that moment, and keeps in its audit who tried and is none. */
import type { Person } from '../../domain/people';
import type { Request, RequestId } from '../../domain/request';
import type { Directory, Requests, Tried } from '../../ports';
import { type Answer, refused } from '../answers';
import { createTrespass, type TrespassNeeds } from '../trespass';
import { REFUSALS } from '../wording/refusals';

export interface CoordinatorsOnlyNeeds extends TrespassNeeds {
  readonly requests: Pick<Requests, 'load'>;
  readonly directory: Pick<Directory, 'isCoordinator'>;
}

export type CoordinatorsOnly = (
  asked: { readonly id: RequestId; readonly by: Person; readonly what: Tried },
  show: (request: Request) => Answer | Promise<Answer>,
) => Promise<Answer>;

export function createCoordinatorsOnly(needs: CoordinatorsOnlyNeeds): CoordinatorsOnly {
  const { requests, directory } = needs;
  const note = createTrespass(needs);
  return async ({ id, by, what }, show) => {
    if (!(await directory.isCoordinator(by.id))) {
      await note({ requestId: id, by, what, refused: 'coordinators-only' });
      return refused(REFUSALS['coordinators-only']);
    }
    const request = (await requests.load(id))?.request;
    return request ? show(request) : refused(REFUSALS['not-found']);
  };
}
