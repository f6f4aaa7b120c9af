/** Where one request stands, and taking it back. Neither tells more than state and times. */
import type { ApiReply } from '../http/api';
import type { Request, RequestId } from '../domain/request';
import type { Requests } from '../ports';
import type { Calls } from '../ports/calls';
import type { Workflow } from '../workflow';
import type { Answering, Asked } from './answering';
import { problem } from './problems';
import { shownRequest } from './shown';
import { WITHDRAWING } from './wording';

export interface ReadingNeeds {
  readonly requests: Pick<Requests, 'load'>;
  readonly calls: Pick<Calls, 'hasSubmitted'>;
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly linkTo?: (id: RequestId) => string;
}

export function getRequest({ requests, calls, linkTo }: ReadingNeeds): Answering {
  return {
    operation: 'GetRequest',
    async answer({ caller, granted, params }: Asked): Promise<ApiReply> {
      const id = params['id']!;
      const mayRead = granted.includes('Requests.Read') || (await calls.hasSubmitted(caller.key, id));
      const found = mayRead ? await requests.load(id) : undefined;
      return found ? { status: 200, body: shownRequest(found.request, linkTo) } : problem('not-found');
    },
  };
}

export function withdrawRequest({ requests, calls, workflow, linkTo }: ReadingNeeds): Answering {
  return {
    operation: 'WithdrawRequest',
    async answer({ caller, params }: Asked): Promise<ApiReply> {
      const id = params['id']!;
      const found = (await calls.hasSubmitted(caller.key, id)) ? await requests.load(id) : undefined;
      if (!found) return problem('not-found');
      const shown = (request: Request) => ({ status: 200, body: shownRequest(request, linkTo) });
      // Said again after a lost answer it is as it was wanted.
      if (isWithdrawn(found.request)) return shown(found.request);
      const { id: requester, name } = found.request.requester;
      const by = { id: requester, name };
      const handled = await workflow.handle({ kind: 'withdraw', requestId: id, by }, { via: 'api' });
      if (handled.accepted || (handled.request && isWithdrawn(handled.request)))
        return shown(handled.request!);
      const isClosed = handled.refusal.refused === 'closed';
      return problem('state', { detail: isClosed ? WITHDRAWING.closed : WITHDRAWING.late });
    },
  };
}

function isWithdrawn(request: Request): boolean {
  return request.state === 'closed' && request.outcome.kind === 'withdrawn';
}
