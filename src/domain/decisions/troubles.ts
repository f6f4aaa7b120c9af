/**
 * What could not be done after all tries, and would leave people waiting unawares. Coordinators are called once, see it on
 * the card until it is over, and it is tried again each hour: most often a permission is put right meanwhile.
 */
import { type Instant, MINUTE_MS } from '../intervals';
import { type Effect, type Request, standingAttempt } from '../request';
import { hasTrouble, isSameTrouble, type Trouble } from '../setback';
import { accept, type Acceptance, type Facts } from './decision';

const NEXT_TRY_MS = 60 * MINUTE_MS;

export function troubleMet(request: Request, trouble: Trouble, { now }: Facts): Acceptance {
  if (!matters(request, trouble)) return accept(request);
  const again = nextTry(trouble, now + NEXT_TRY_MS);
  if (hasTrouble(request, trouble)) return accept(request, ...again);
  const next = { ...request, troubles: [...(request.troubles ?? []), trouble] };
  return accept(next, ...again, ...shown(next, trouble), { kind: 'call-coordinators' });
}

export function troubleOver(request: Request, trouble: Trouble): Acceptance {
  if (!hasTrouble(request, trouble)) return accept(request);
  const { troubles = [], ...rest } = request;
  const left = troubles.filter((each) => !isSameTrouble(each, trouble));
  const next: Request = { ...rest, ...(left.length > 0 && { troubles: left }) };
  return accept(next, ...shown(next, trouble));
}

/** What is left of the troubles once an arrangement has ended: nobody is to be invited to it any more. */
export function lasting({ troubles = [] }: Request): { readonly troubles?: readonly Trouble[] } {
  const left = troubles.filter(({ kind }) => kind === 'not-removed');
  return left.length > 0 ? { troubles: left } : {};
}

/** Only what is booked is invited to, what stands is never removed, and only what stands needs a facilitator. */
function matters(request: Request, { kind, attempt }: Trouble): boolean {
  const stands = standingAttempt(request) === attempt;
  switch (kind) {
    case 'not-invited':
      return stands && request.state === 'booked';
    case 'not-removed':
      return !stands;
    default:
      return stands && request.state !== 'held';
  }
}

/** A facilitator who can no longer be relied on is nothing to be tried again: the pool says when it is over. */
function nextTry({ kind, attempt }: Trouble, at: Instant): Effect[] {
  switch (kind) {
    case 'not-invited':
      return [{ kind: 'invite-participants', attempt, at }];
    case 'not-removed':
      return [{ kind: 'cancel-event', attempt, at }];
    default:
      return [];
  }
}

/** Missing invitations concern everybody; anything else is for the coordinators to deal with. */
function shown(request: Request, { kind }: Trouble): Effect[] {
  if (kind !== 'not-invited' || request.state !== 'booked') return [{ kind: 'show-coordinators' }];
  const { attempt, match } = request;
  return [
    { kind: 'show-facilitator', attempt, facilitator: match.facilitator },
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
  ];
}
