/** Compares a session with its event in Outlook, and tells the workflow what somebody did there. */
import type { Offered, Request, SystemCommand } from './domain/request';
import type { Meetings } from './ports';
import type { Workflow } from './workflow';

export interface SessionLooking {
  /** Looks at an open request with an event. Throws when it should be looked at again. */
  look(request: Request): Promise<void>;
}

export interface SessionLookingNeeds {
  readonly meetings: Pick<Meetings, 'look'>;
  readonly workflow: Pick<Workflow, 'handle'>;
}

export function createSessionLooking({ meetings, workflow }: SessionLookingNeeds): SessionLooking {
  return {
    async look(request) {
      if (request.state !== 'offered') return;
      const outcome = await answerTo(request);
      if (outcome) await workflow.handle({ ...outcome, requestId: request.id, by: 'system' });
    },
  };

  async function answerTo({ attempt, event, match }: Offered): Promise<SystemCommand | undefined> {
    const seen = await meetings.look(event);
    if (seen === 'gone') return { kind: 'slot-lost', attempt, why: 'event-gone' };
    const mail = match.facilitator.mail.toLowerCase();
    const answer = seen.attendees.find((each) => each.mail.toLowerCase() === mail)?.answer;
    return answer === 'accepted' || answer === 'declined' ? { kind: 'answered', attempt, answer } : undefined;
  }
}
