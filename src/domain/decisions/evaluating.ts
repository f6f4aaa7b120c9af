/** After a session: its facilitator records how it was, and when the time to evaluate it is over the request is completed. */
import type { Held, Request, SystemCommand } from '../request';
import { recordProblems, type SessionRecord } from '../session-record';
import type { Person } from '../people';
import { accept, type Acceptance, type Decision, type Facts, refuse } from './decision';
import { close, showFacilitator } from './transitions';

/** Its facilitator alone: a coordinator was not there. Said again it counts anew, as long as it can be evaluated. */
export function recordSession(
  request: Request,
  { attempt, record }: { readonly attempt: number; readonly record: SessionRecord },
  by: Person,
  { policy }: Facts,
): Decision {
  if (request.state === 'closed')
    return refuse(request.outcome.kind === 'completed' ? 'record-closed' : 'closed');
  if (!('match' in request) || request.match.facilitator.id !== by.id) return refuse('not-their-session');
  if (request.state !== 'held') return refuse('not-over');
  if (request.attempt !== attempt) return refuse('changed-meanwhile');
  const problems = recordProblems(record, request.match.slot, policy);
  if (problems.length > 0) return { refused: 'form', problems };
  return accept({ ...request, record }, ...showFacilitator(request));
}

/** Nobody is rung: it is an ending nobody has to do anything about. */
export function whileHeld(request: Held, outcome: SystemCommand, facts: Facts): Acceptance {
  return outcome.kind === 'evaluation-over' ? close(request, { kind: 'completed' }, facts) : accept(request);
}
