/** When those who come to a session are reminded, and who they are. */
import { instantAt, localDate, startOfWorkingDayBefore } from './calendar';
import { type Instant, MINUTE_MS } from './intervals';
import { plainMail } from './mail-address';
import type { Recipient } from './mail-news';
import type { FacilitatorRef } from './match';
import { isSamePerson, type PersonId } from './people';
import type { Policy } from './policy';
import type { StandingSession } from './rearranging';
import type { Booked, Effect } from './request';

/** Whoever facilitates gets the prompts of a reflective session with it. */
export interface Reminded {
  readonly id: PersonId;
  readonly as: 'facilitator' | 'observer' | 'participant';
}

/**
 * On the mornings of `policy.reminderDays` working days before, never at night or on a day off; none that has gone by. On
 * the morning itself the requester's card is shown anew, with what is of use only then (see `isOnTheDay`).
 */
export function remindersFor({ attempt, match }: Booked, now: Instant, policy: Policy): Effect[] {
  const day = localDate(match.slot.start);
  const before = policy.reminderDays.map((days) => {
    const at = startOfWorkingDayBefore(day, days, policy);
    return { kind: 'remind-session', attempt, days, at } as const;
  });
  const onTheDay = { kind: 'show-on-the-day', attempt, at: instantAt(day, policy.dayStart) } as const;
  return [...before, onTheDay].filter(({ at }) => at > now);
}

/**
 * When the event is looked at although nobody has told of a change: on the morning on which it is seen whether enough
 * agencies come, on that of the day before, and in the last hour, because who may record is told by nobody.
 */
export function looksAt({ attempt, match }: Booked, now: Instant, policy: Policy): Effect[] {
  const day = localDate(match.slot.start);
  const counted = startOfWorkingDayBefore(day, policy.answersDays, policy);
  const others = [startOfWorkingDayBefore(day, 1, policy), match.slot.start - LAST_LOOK_MS];
  const looks = [
    { kind: 'look-at-event', attempt, at: counted, counts: true } as const,
    ...others.filter((at) => at !== counted).map((at) => ({ kind: 'look-at-event', attempt, at }) as const),
  ];
  return looks.filter(({ at }) => at > now);
}

const LAST_LOOK_MS = 60 * MINUTE_MS;

/** Whether the last reminder before a session has gone out, or would have: what is of use from then on is offered again. */
export function isLastReminded({ match }: StandingSession, now: Instant, policy: Policy): boolean {
  const last = Math.min(...policy.reminderDays);
  return now >= startOfWorkingDayBefore(localDate(match.slot.start), last, policy);
}

/** Everybody of the tenant who comes, each once; the others are reminded by mail. */
export function remindedOf({ match, beside, requester, ask, absent = [] }: Booked): readonly Reminded[] {
  const reachable = ({ id, outside }: FacilitatorRef, as: Reminded['as']): Reminded[] =>
    outside ? [] : [{ id, as }];
  const facilitators = [
    ...reachable(match.facilitator, 'facilitator'),
    ...(beside ? reachable(beside.facilitator, beside.as === 'observer' ? 'observer' : 'facilitator') : []),
  ];
  const coming = ask.participants.filter(({ mail }) => !absent.includes(plainMail(mail)));
  const participants = [...(requester.outside ? [] : [requester]), ...coming].flatMap((each): Reminded[] =>
    each.id === undefined || each.gone ? [] : [{ id: each.id, as: 'participant' }],
  );
  const all = [...facilitators, ...participants];
  return all.filter(({ id }, n) => all.findIndex((other) => isSamePerson(other.id, id)) === n);
}

/** Everybody who comes and is not of the tenant. Whoever has said that they cannot come is not reminded to. */
export function remindedByMail({
  match,
  beside,
  requester,
  ask,
  attempt,
  absent = [],
}: Booked): readonly Recipient[] {
  const facilitators = [match, ...(beside ? [beside] : [])].filter(({ facilitator }) => facilitator.outside);
  const participants = ask.participants.filter(
    ({ id, mail }) => id === undefined && !absent.includes(plainMail(mail)),
  );
  return [
    ...facilitators.map(({ facilitator }) => ({ as: 'facilitator', facilitator, attempt }) as const),
    ...(requester.outside ? [{ as: 'requester' } as const] : []),
    ...participants.map(({ mail }) => ({ as: 'participant', mail }) as const),
  ];
}
