/** Asking to be called back, and no longer. */
import type { RequestEvent } from '../domain/announcing';
import type { ApiReply } from '../http/api';
import type { Subscribing } from '../ports/subscriptions';
import type { Answering, Asked } from './answering';
import { problem } from './problems';
import { inUtc } from './shown';
import { CALLBACK_WORDS } from './wording';

export interface SubscribingNeeds {
  readonly subscribing: Subscribing;
  /** Where the API is reached: whoever subscribed calls exactly there to end it. */
  readonly apiUrl: string;
}

interface NewSubscription {
  readonly callbackUrl: string;
  readonly events: readonly RequestEvent[];
}

export function subscribeToEvents({ subscribing, apiUrl }: SubscribingNeeds): Answering {
  return {
    operation: 'SubscribeToEvents',
    async answer({ caller, body }: Asked): Promise<ApiReply> {
      const { callbackUrl, events } = body as NewSubscription;
      const answer = await subscribing.subscribe(caller.key, {
        ...{ callbackUrl, events: [...new Set(events)] },
        ...(caller.person && caller.roles.has('Events.Subscribe') && { byRole: true }),
      });
      if ('refused' in answer)
        return problem('callback', {
          errors: [{ field: 'callbackUrl', detail: CALLBACK_WORDS[answer.refused] }],
        });
      const { id, events: sent, since } = answer.subscribed;
      return {
        status: 201,
        // The address itself is a secret, and is given back to nobody.
        body: { id, events: sent, since: inUtc(since) },
        headers: { Location: `${apiUrl}/subscriptions/${id}` },
      };
    },
  };
}

export function unsubscribeFromEvents({ subscribing }: SubscribingNeeds): Answering {
  return {
    operation: 'UnsubscribeFromEvents',
    async answer({ caller, params }: Asked): Promise<ApiReply> {
      const removed = await subscribing.unsubscribe(caller.key, params['id']!);
      return removed === 'removed' ? { status: 204 } : problem('not-found');
    },
  };
}
