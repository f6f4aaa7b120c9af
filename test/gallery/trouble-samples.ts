/** The coordinators' card of a request something could not be done for, or somebody not reached. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import type { Trouble } from '../../src/domain/setback';
import type { CardData } from '../../src/teams/card-data';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { TRY_AGAIN } from '../../src/teams/wording/troubles';
import { aRequest } from '../builders';

const id = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const STUCK: readonly Trouble[] = [
  { kind: 'stuck', work: 'watch-answer' },
  { kind: 'stuck', work: 'show-facilitator' },
];
const RETURNED: readonly Trouble[] = [
  { kind: 'mail-returned', who: 'requester' },
  { kind: 'mail-returned', who: 'participant', mail: 'percy.plum@police-sandbox.example' },
];
const NOT_REACHED: readonly Trouble[] = [
  { kind: 'not-reached', who: 'requester' },
  { kind: 'not-reached', who: 'facilitator', attempt: 1 },
];

export function inTrouble() {
  return {
    stuck: card(aRequest.offered({ id, troubles: STUCK }), true),
    stuckInChannel: card(aRequest.offered({ id, troubles: STUCK }), false),
    stuckClosed: card(
      aRequest.closed({ id, attempt: 1, troubles: [{ kind: 'stuck', work: 'release' }] }),
      true,
    ),
    tryingAgain: card(aRequest.offered({ id, troubles: STUCK }), true, TRY_AGAIN.begun),
    mailReturned: card(aRequest.booked({ id, troubles: RETURNED }), true),
    mailReturnedInChannel: card(aRequest.booked({ id, troubles: RETURNED }), false),
    notReached: card(aRequest.offered({ id, troubles: NOT_REACHED }), true),
  } satisfies Record<string, CardData['coordination']>;
}

function card(request: Request, coordinator: boolean, notice?: string): CardData['coordination'] {
  const refresh = { userIds: ['29:c0000000-1'], button: false };
  return presentForCoordinators(request, policy, {
    refresh,
    coordinator,
    ...(notice !== undefined && { notice }),
  });
}
