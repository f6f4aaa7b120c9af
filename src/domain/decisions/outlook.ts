/** Somebody changed a session's event in Outlook: taken over where it keeps every hard rule, otherwise shown to coordinators. */
import type { Person } from '../people';
import { isKnown, type Outlook, outlookOf, type OutlookOutcome } from '../outlook';
import { type Chosen, isSameTime, isStanding, nextAttempt, type StandingSession } from '../rearranging';
import type { Effect, OpeningCheck, Request } from '../request';
import { arrange, lookFor } from './choice';
import { accept, type Acceptance, type Decision, type Facts, refuse } from './decision';
import { backToCoordinator, showFacilitator } from './transitions';

type Seen = Extract<OutlookOutcome, { readonly kind: 'event-seen' }>;
type Judged = Extract<OutlookOutcome, { readonly kind: 'move-judged' }>;

const CALLED: readonly Effect[] = [{ kind: 'show-coordinators' }, { kind: 'call-coordinators' }];

/** What is new of it is kept and shown. Coordinators are called once to what needs a person; answers alone call nobody. */
export function eventSeen(request: Request, sighting: Seen, facts: Facts): Acceptance {
  if (!isStanding(request) || isKnown(request, sighting, facts.policy)) return accept(request);
  const { outlook: before = {}, ...rest } = request;
  const outlook = outlookOf(request, sighting, facts.policy);
  const openingChecks = sighting.checks ?? request.openingChecks;
  const next: StandingSession = { ...rest, openingChecks, ...(outlook && { outlook }) };
  const { movedTo } = outlook ?? {};
  const isMoved = movedTo !== undefined && !(before.movedTo && isSameTime(movedTo, before.movedTo));
  // Where something is chosen already, the event goes where that says.
  const isJudged = isMoved && request.state === 'booked' && !request.rearranging?.chosen;
  const isTooFew = outlook?.tooFew !== undefined && before.tooFew === undefined;
  const needsPerson =
    isTooFew ||
    (isMoved && !isJudged) ||
    isNew(outlook, before, 'linkGone') ||
    isNew(outlook, before, 'missing');
  return accept(
    next,
    ...(isJudged ? [{ kind: 'judge-move', attempt: request.attempt, slot: movedTo } as const] : []),
    ...(needsPerson ? CALLED : [CALLED[0]!]),
    ...(outlook?.tooFew === before.tooFew ? [] : [{ kind: 'show-requester' } as const]),
    ...(isTooFew ? [{ kind: 'call-requester' } as const] : []),
    ...(areSame(openingChecks, request.openingChecks) ? [] : showFacilitator(next)),
  );
}

/** A time that keeps every hard rule is taken over, by the same steps as one a coordinator chooses; any other is shown. */
export function moveJudged(request: Request, { slot, keeps }: Judged, facts: Facts): Acceptance {
  if (request.state !== 'booked' || request.rearranging?.chosen) return accept(request);
  if (!request.outlook?.movedTo || !isSameTime(request.outlook.movedTo, slot)) return accept(request);
  if (!keeps || facts.now >= slot.start) return accept(request, ...CALLED);
  return takenOver(request, request.approvedBy);
}

/** A coordinator takes the time in Outlook over, although it keeps not every rule; only a free facilitator can be had. */
export function takeOver(
  request: Request,
  { attempt, start }: { readonly attempt: number; readonly start: number },
  by: Person,
  facts: Facts,
): Decision {
  const session = differing(request, attempt, facts);
  if ('refused' in session) return session;
  const { movedTo } = session.outlook ?? {};
  if (movedTo?.start !== start || session.rearranging?.chosen) return refuse('changed-meanwhile');
  if (facts.now >= Math.min(start, session.match.slot.start)) return refuse('too-late');
  if (session.state === 'booked') return takenOver(session, by);
  const { absent, ...kept } = session;
  const { next, effects } = lookFor(withoutMove({ ...kept, match: { ...session.match, slot: movedTo } }));
  return accept(
    next,
    { kind: 'end-uncovered', attempt, at: start },
    ...effects,
    { kind: 'show-coordinators' },
    { kind: 'show-requester' },
    { kind: 'call-requester' },
  );
}

/** The event goes back to the time that is kept here. */
export function putBack(request: Request, attempt: number, facts: Facts): Decision {
  const session = differing(request, attempt, facts);
  if ('refused' in session) return session;
  if (!session.outlook?.movedTo || session.rearranging?.chosen) return refuse('changed-meanwhile');
  return accept(
    withoutMove(session),
    { kind: 'put-back-event', attempt, slot: session.match.slot },
    { kind: 'show-coordinators' },
  );
}

/** Those on the list who were not invited are taken off, and those taken off are invited again. */
export function putListRight(request: Request, attempt: number, facts: Facts): Decision {
  const session = differing(request, attempt, facts);
  if ('refused' in session) return session;
  const { outlook: { uninvited, missing, ...left } = {}, ...rest } = session;
  if (!uninvited && !missing) return refuse('changed-meanwhile');
  return accept(
    { ...rest, ...kept(left) },
    { kind: 'invite-participants', attempt },
    { kind: 'show-coordinators' },
  );
}

/** Without a join link nobody could come: everything is undone, and arranged from the start. */
export function arrangeAnew(request: Request, attempt: number, facts: Facts): Decision {
  const session = differing(request, attempt, facts);
  if ('refused' in session) return session;
  if (!session.outlook?.linkGone) return refuse('changed-meanwhile');
  return backToCoordinator(session, 'link-gone', facts);
}

function takenOver(session: StandingSession, by: Person): Acceptance {
  const { movedTo } = session.outlook ?? {};
  const match = { ...session.match, ...(movedTo && { slot: movedTo }) };
  const asked: StandingSession = { ...session, rearranging: { askedBy: 'outlook' } };
  const chosen: Chosen = { attempt: nextAttempt(session), match, by, stage: { at: 'reserving' } };
  // Should it come to nothing, another time is still wanted, and their card has to say so.
  return arrange(asked, chosen, showFacilitator(asked));
}

function differing(
  request: Request,
  attempt: number,
  { coordinator }: Facts,
): StandingSession | ReturnType<typeof refuse> {
  if (!coordinator) return refuse('coordinators-only');
  if (request.state === 'closed') return refuse('closed');
  if (request.state === 'held') return refuse('too-late');
  if (!isStanding(request)) return refuse('already-decided');
  return request.attempt === attempt ? request : refuse('changed-meanwhile');
}

function withoutMove<S extends StandingSession>(session: S): S {
  const { outlook: { movedTo, ...left } = {}, ...rest } = session;
  return { ...rest, ...kept(left) } as S;
}

function kept(outlook: Outlook): { readonly outlook?: Outlook } {
  return Object.keys(outlook).length > 0 ? { outlook } : {};
}

function areSame(checks: readonly OpeningCheck[], before: readonly OpeningCheck[]): boolean {
  return checks.length === before.length && checks.every((check) => before.includes(check));
}

function isNew(now: Outlook | undefined, before: Outlook, what: 'linkGone' | 'missing'): boolean {
  return now?.[what] !== undefined && before[what] === undefined;
}
