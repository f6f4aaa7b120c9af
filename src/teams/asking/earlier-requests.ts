/** A person's earlier requests, to ask again from. Whose they are is read from the table, never from the card. */
import { type FollowUp, followUpOf } from '../../domain/follow-up';
import { mayActFor, type Person } from '../../domain/people';
import type { Request, RequestId } from '../../domain/request';
import type { Requests } from '../../ports';
import type { TeamsLog } from '../log';
import { createTrespass, type TrespassNeeds } from '../trespass';

export interface EarlierNeeds extends TrespassNeeds {
  readonly requests: Pick<Requests, 'load' | 'ofPerson'>;
  readonly log: TeamsLog;
}

export interface EarlierRequests {
  /** The person's own request of that id. Somebody else's and none at all look the same from outside. */
  own(id: RequestId, by: Person): Promise<Request | undefined>;
  newest(by: Person): Promise<Request | undefined>;
  /** Whether there is one to start from; no, when that cannot be read: the form must not wait for it. */
  any(by: Person): Promise<boolean>;
  /** What the request to be sent follows up; nothing where the earlier one is gone, `not-theirs` where it is no own one. */
  followedUp(id: RequestId | undefined, by: Person): Promise<FollowUp | undefined | 'not-theirs'>;
}

export function createEarlierRequests(needs: EarlierNeeds): EarlierRequests {
  const { requests, log } = needs;
  const note = createTrespass(needs);

  return {
    async own(id, by) {
      const found = await look(id, by);
      return found === 'not-theirs' ? undefined : found;
    },
    newest,
    any: (by) =>
      newest(by).then(
        (found) => found !== undefined,
        (error: unknown) => {
          log.warn({ err: error }, 'could not look for earlier requests; the form starts without them');
          return false;
        },
      ),
    async followedUp(id, by) {
      const earlier = id === undefined ? undefined : await look(id, by);
      return earlier === undefined || earlier === 'not-theirs' ? earlier : followUpOf(earlier);
    },
  };

  /** Asked for by themself: a colleague's team and place are not theirs. */
  async function newest(by: Person): Promise<Request | undefined> {
    return (await requests.ofPerson(by.id)).find(({ requester }) => requester.id === by.id);
  }

  async function look(id: RequestId, by: Person): Promise<Request | undefined | 'not-theirs'> {
    const request = (await requests.load(id))?.request;
    if (!request || mayActFor(request.requester, by.id)) return request;
    await note({ requestId: id, by, what: 'ask-again', refused: 'requester-only' });
    return 'not-theirs';
  }
}
