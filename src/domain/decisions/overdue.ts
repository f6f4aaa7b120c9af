/**
 * A request nobody decided in time is brought before the coordinators again, and then before the lead. After that it
 * goes on waiting: what waits on NSCP never expires.
 */
import { endOfWorkingDayAfter } from '../calendar';
import type { Request, Submitted } from '../request';
import type { WaitOutcome } from '../waiting';
import { accept, type Acceptance, type Facts } from './decision';

type Overdue = Extract<WaitOutcome, { readonly kind: 'overdue' }>;

export function overdue(request: Request, { to, due }: Overdue, facts: Facts): Acceptance {
  if (request.state !== 'submitted' || request.answerDueAt !== due) return accept(request);
  return to === 'coordinators' ? raiseWithCoordinators(request, facts) : raiseWithLead(request);
}

function raiseWithCoordinators(request: Submitted, { policy }: Facts): Acceptance {
  if (request.raised) return accept(request);
  const { answerDueAt: due } = request;
  return accept(
    { ...request, raised: 'coordinators' },
    { kind: 'show-coordinators' },
    { kind: 'call-coordinators' },
    { kind: 'show-requester' },
    { kind: 'raise', to: 'lead', due, at: endOfWorkingDayAfter(due, policy.leadAfterDays, policy) },
  );
}

function raiseWithLead(request: Submitted): Acceptance {
  if (request.raised !== 'coordinators') return accept(request);
  return accept({ ...request, raised: 'lead', leadTold: true }, { kind: 'show-lead' }, { kind: 'call-lead' });
}
