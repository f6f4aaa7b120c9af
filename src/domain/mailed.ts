/**
 * What people without Teams are written about: a decision shows and calls people on cards, and whoever has none gets a mail
 * instead, where there is news. One for each decision and person at most.
 */
import type { Acceptance } from './decisions/decision';
import { facilitatorMissing } from './facilitator-missing';
import type { MailEffect, MailNews } from './mail-news';
import type { FacilitatorRef } from './match';
import { plainMail } from './mail-address';
import type { PersonId } from './people';
import { isSameTime, isStanding } from './rearranging';
import type { Command, Effect, Request, State } from './request';

/** The decision with mails in place of what would be shown to people who have no card. */
export function mailed(
  before: Request | undefined,
  command: Command,
  { next, effects }: Acceptance,
): Acceptance {
  const { outside = false } = next.requester;
  const kept = effects.filter((effect) => !isCardOf(effect, outside));
  const news = outside ? newsForRequester(before, command, next, effects) : undefined;
  const mails: MailEffect[] = [
    ...(news ? [{ kind: 'mail', to: { as: 'requester' }, news } as const] : []),
    ...toFacilitators(before, next, effects),
    ...invitations(before, next, effects),
  ];
  return { next, effects: [...kept, ...mails] };
}

/** Cards nobody could be shown; a facilitator's reminder is a mail once its moment has come. */
function isCardOf(effect: Effect, isRequesterOutside: boolean): boolean {
  switch (effect.kind) {
    case 'show-requester':
    case 'call-requester':
    case 'show-on-the-day':
      return isRequesterOutside;
    case 'show-facilitator':
      return effect.facilitator.outside === true;
    default:
      return false;
  }
}

/** States that are for NSCP to arrange: nothing is certain in them, and nobody is written to before something is. */
const UNCERTAIN: readonly State[] = ['submitted', 'approved', 'offered'];

/** What a command alone tells, where it was accepted with a call. */
const CALLED_BY: Partial<Record<Command['kind'], MailNews>> = {
  note: 'note',
  'dates-half-time': 'dates-reminder',
  'event-seen': 'too-few',
};

function newsForRequester(
  before: Request | undefined,
  { kind }: Command,
  next: Request,
  effects: readonly Effect[],
): MailNews | undefined {
  if (!before) return 'received';
  // After a session they are asked how it was, and no other letter comes between.
  if (next.state === 'held' || (next.state === 'closed' && next.outcome.kind === 'completed'))
    return undefined;
  if (isComeToAnother(before, next))
    return next.state === 'submitted' && kind === 'change' ? 'received' : 'state';
  if (facilitatorMissing(next) && !facilitatorMissing(before)) return 'facilitator-missing';
  const call = effects.find((effect) => effect.kind === 'call-requester');
  if (!call) return undefined;
  if (isAskedForDates(next) && !isAskedForDates(before)) return 'dates-asked';
  switch (call.about) {
    case 'proposal-agreed':
    case 'proposal-left':
    case 'time-kept':
    case 'cannot-come':
      return call.about;
    default:
      return CALLED_BY[kind] ?? 'state';
  }
}

/** Between the uncertain states there is no news, as long as nothing had been certain before. */
function isComeToAnother({ state: from }: Request, { state: to }: Request): boolean {
  return from !== to && !(UNCERTAIN.includes(from) && UNCERTAIN.includes(to));
}

function isAskedForDates(request: Request): boolean {
  return request.state === 'submitted' && request.datesAsked !== undefined;
}

function toFacilitators(
  before: Request | undefined,
  next: Request,
  effects: readonly Effect[],
): MailEffect[] {
  const told = effects.flatMap((effect) =>
    effect.kind === 'show-facilitator' && effect.facilitator.outside ? [effect] : [],
  );
  const once = told.filter(
    ({ facilitator: { id } }, n) => told.findIndex((each) => each.facilitator.id === id) === n,
  );
  return once.flatMap(({ facilitator, attempt }): MailEffect[] => {
    const news = newsForFacilitator(before, next, facilitator);
    const to = {
      as: 'facilitator',
      facilitator,
      attempt: partOf(next, facilitator.id)?.attempt ?? attempt,
    } as const;
    return news ? [{ kind: 'mail', to, news }] : [];
  });
}

function newsForFacilitator(
  before: Request | undefined,
  next: Request,
  { id }: FacilitatorRef,
): MailNews | undefined {
  const was = before && partOf(before, id);
  const is = partOf(next, id);
  if (is?.as === 'asked') return was?.as === 'asked' && was.attempt === is.attempt ? undefined : 'asked';
  if (is) return was?.as === 'theirs' && isSameTime(was.slot, is.slot) ? undefined : 'theirs';
  // What is said of a session that is over takes nothing away from anybody.
  return was && before?.state !== 'held' ? 'no-longer-theirs' : undefined;
}

/** What somebody of the pool has to do with a request: asked to facilitate it, or theirs. */
export function partOf(request: Request, id: PersonId) {
  if (!('match' in request)) return undefined;
  const { match, attempt, state } = request;
  const isTheirs = match.facilitator.id === id;
  if (isTheirs && (state === 'booked' || state === 'held'))
    return { as: 'theirs', attempt, slot: match.slot } as const;
  if (isTheirs && state === 'offered') return { as: 'asked', attempt, slot: match.slot } as const;
  const chosen = isStanding(request) ? request.rearranging?.chosen : undefined;
  if (chosen?.stage.at !== 'asked' || chosen.match.facilitator.id !== id) return undefined;
  return { as: 'asked', attempt: chosen.attempt, slot: chosen.match.slot } as const;
}

/** Whoever is in no directory, and had not been invited to this session yet. */
function invitations(before: Request | undefined, next: Request, effects: readonly Effect[]): MailEffect[] {
  if (!isStanding(next) || !effects.some(({ kind }) => kind === 'invite-participants')) return [];
  const invited =
    before && isStanding(before) ? before.ask.participants.map(({ mail }) => plainMail(mail)) : [];
  return next.ask.participants
    .filter(({ id, mail }) => id === undefined && !invited.includes(plainMail(mail)))
    .map(({ mail }) => ({ kind: 'mail', to: { as: 'participant', mail }, news: 'invited' }));
}
