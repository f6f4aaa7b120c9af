/** What those who take part may say: that they cannot come, or can after all, and what the session needs for everybody. */
import { type Arrangement, ARRANGEMENTS } from '../ask';
import { optionalChoices } from '../form-fields';
import { plainMail } from '../mail-address';
import { mayActFor, type Person } from '../people';
import { isStanding, type StandingSession } from '../rearranging';
import type { Effect, Request } from '../request';
import { agenciesLeft, newArrangements, participantOf, stillAbsent, takesPart } from '../taking-part';
import { accept, type Decision, type Facts, refuse, SHOWN } from './decision';
import { showFacilitator } from './transitions';

/** A participant cannot come, or can after all; the requester, whose session it is, withdraws it or asks for another time. */
export function attend(
  request: Request,
  { attempt, coming }: { readonly attempt: number; readonly coming: boolean },
  by: Person,
  { now, policy }: Facts,
): Decision {
  const participant = participantOf(request, by);
  if (!participant) return refuse('not-taking-part');
  if (request.state === 'closed' && request.outcome.kind !== 'completed') return refuse('not-taking-place');
  if (request.state === 'held' || request.state === 'closed') return refuse('session-over');
  if (!isStanding(request)) return refuse('not-taking-place');
  if (request.attempt !== attempt) return refuse('changed-meanwhile');
  if (now >= request.match.slot.start) return refuse('too-late');
  const mail = plainMail(participant.mail);
  const { absent = [], ...kept } = request;
  if (absent.includes(mail) !== coming) return accept(request);
  const others = absent.filter((each) => each !== mail);
  const said = coming ? others : [...others, mail];
  const next: StandingSession = { ...kept, ...(said.length > 0 && { absent: said }) };
  if (coming) return accept(next, ...SHOWN);
  const isTooFew = agenciesLeft(next, policy) < policy.leastAgencies;
  return accept(
    next,
    ...SHOWN,
    { kind: 'call-requester', about: 'cannot-come' },
    ...(isTooFew ? [{ kind: 'call-coordinators', about: 'cannot-come' } as const] : []),
  );
}

/** Never taken away again by the same door: somebody else may need it. */
export function askArrangements(request: Request, wanted: readonly Arrangement[], by: Person): Decision {
  const isRequester = mayActFor(request.requester, by);
  if (!isRequester && !takesPart(request, by)) return refuse('not-taking-part');
  if (request.state === 'closed') return refuse('closed');
  if (request.state === 'held') return refuse('too-late');
  // Before it is booked they have not been invited, and know nothing of it from us.
  if (!isRequester && !isStanding(request)) return refuse('not-taking-place');
  const problems = optionalChoices('arrangements', wanted, ARRANGEMENTS);
  if (problems.length > 0) return { refused: 'form', problems };
  const added = newArrangements(request.ask, wanted);
  if (added.length === 0) return accept(request);
  const arrangements = [...(request.ask.arrangements ?? []), ...added];
  const next: Request = {
    ...request,
    ask: { ...request.ask, arrangements },
    revision: (request.revision ?? 0) + 1,
  };
  const facilitator: Effect[] = 'match' in next ? showFacilitator(next) : [];
  return accept(next, ...SHOWN, ...facilitator, { kind: 'call-coordinators', about: 'arrangements' });
}

/** With other people, or another requester, whoever is no longer among the participants has nothing to say about coming. */
export function withAbsencesOf<R extends Request>(request: R): R {
  if (!('absent' in request) || !request.absent) return request;
  const { absent, ...kept } = request;
  return { ...kept, ...stillAbsent({ absent }, request.ask.participants) } as R;
}
