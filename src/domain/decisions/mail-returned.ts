/** A mail that came back is over once whoever it was to has answered, or is no longer to be written to. */
import { chosenOf } from '../rearranging';
import { isSamePerson, type Person } from '../people';
import type { Command, Request } from '../request';
import type { MailReturned, Trouble } from '../setback';
import { participantOf } from '../taking-part';
import { plainMail } from '../mail-address';
import type { Acceptance } from './decision';
import { matters } from './troubles';

export function withoutAnswered(before: Request, { by }: Command, decision: Acceptance): Acceptance {
  const { troubles = [], ...rest } = decision.next;
  const isOver = (trouble: Trouble): boolean =>
    trouble.kind === 'mail-returned' &&
    (!matters(decision.next, trouble) || (by !== 'system' && isFrom(before, trouble, by)));
  const left = troubles.filter((each) => !isOver(each));
  if (left.length === troubles.length) return decision;
  const next: Request = { ...rest, ...(left.length > 0 && { troubles: left }) };
  const isShown = decision.effects.some(({ kind }) => kind === 'show-coordinators');
  return {
    next,
    effects: [...decision.effects, ...(isShown ? [] : [{ kind: 'show-coordinators' } as const])],
  };
}

function isFrom(request: Request, trouble: MailReturned, by: Person): boolean {
  switch (trouble.who) {
    case 'requester':
      return isSamePerson(request.requester.id, by.id);
    case 'participant': {
      const participant = participantOf(request, by);
      return participant !== undefined && plainMail(participant.mail) === plainMail(trouble.mail);
    }
    case 'facilitator': {
      const { attempt } = trouble;
      const standing = 'match' in request && request.attempt === attempt ? request : undefined;
      const asked = chosenOf(request, attempt) ?? standing;
      return asked !== undefined && isSamePerson(asked.match.facilitator.id, by.id);
    }
  }
}
