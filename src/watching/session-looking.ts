/**
 * Compares a session with its event in Outlook, and tells the workflow what somebody did there. What only Graph can tell, who
 * may record above all, is put right at once.
 */
import { newsOf, type Sighting } from '../domain/outlook';
import type { Policy } from '../domain/policy';
import { askedOf, isStanding } from '../domain/rearranging';
import type { Request, SystemCommand } from '../domain/request';
import type { Meetings } from '../ports';
import type { Workflow } from '../workflow';

export interface SessionLooking {
  /** Looks at an open request with an event. Throws when it should be looked at again. */
  look(request: Request): Promise<void>;
}

export interface SessionLookingNeeds {
  readonly meetings: Pick<Meetings, 'look' | 'optionsStand' | 'secure'>;
  readonly workflow: Pick<Workflow, 'handle'>;
  readonly policy: Policy;
}

export function createSessionLooking({ meetings, workflow, policy }: SessionLookingNeeds): SessionLooking {
  return {
    async look(request) {
      for (const news of await seenOf(request, meetings, policy))
        await workflow.handle({ ...news, requestId: request.id, by: 'system' });
    },
  };
}

/** What a look at the event tells that is not known; nothing for a request without one. */
export async function seenOf(
  request: Request,
  meetings: SessionLookingNeeds['meetings'],
  policy: Policy,
  counts = false,
): Promise<readonly SystemCommand[]> {
  if (!('event' in request) || request.state === 'held') return [];
  const seen = await meetings.look(request.event);
  if (seen === 'gone') return newsOf(request, 'gone', undefined, policy);
  const options = request.state === 'booked' ? await optionsOf(request, meetings) : {};
  const sighting: Sighting = { seen, ...options, ...(counts && { counts: true }) };
  return newsOf(request, sighting, whoIsAsked(request), policy);
}

/** Set again where somebody changed them; what cannot be set is the facilitator's to check. */
async function optionsOf(
  { event, match, openingChecks }: Extract<Request, { readonly state: 'booked' }>,
  meetings: Pick<Meetings, 'optionsStand' | 'secure'>,
): Promise<Pick<Sighting, 'checks' | 'putRight'>> {
  const standing = await meetings.optionsStand(event, match.facilitator);
  const changed = standing.filter((check) => !openingChecks.includes(check));
  if (changed.length === 0) return { checks: standing };
  const checks = await meetings.secure(event, match.facilitator);
  const putRight = changed.filter((check) => !checks.includes(check));
  return { checks, ...(putRight.length > 0 && { putRight }) };
}

function whoIsAsked(request: Request): { readonly attempt: number; readonly mail: string } | undefined {
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  const attempt = chosen?.attempt ?? request.attempt;
  const asked = askedOf(request, attempt);
  return asked && { attempt, mail: asked.match.facilitator.mail };
}
