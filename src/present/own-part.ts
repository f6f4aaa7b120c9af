/** What somebody may say of their own part in a session: that they cannot come, and what the session needs for them. */
import { ARRANGEMENTS } from '../domain/ask';
import type { Instant } from '../domain/intervals';
import { plainMail } from '../domain/mail-address';
import { mayActFor, type Person } from '../domain/people';
import { isStanding } from '../domain/rearranging';
import type { Request } from '../domain/request';
import { newArrangements, participantOf } from '../domain/taking-part';
import { ARRANGEMENT_NAMES } from '../wording/ask';
import type { Choice } from '../wording/choice';

export interface OwnPart {
  /** Of the session as it stands. */
  readonly attempt: number;
  readonly canSayAbsent: boolean;
  readonly canSayComing: boolean;
  /** What has been asked for, by whomever; not for whom. */
  readonly arranged: readonly string[];
  /** What can be asked for besides; empty where nothing can. */
  readonly arrangements: readonly Choice[];
}

export function presentOwnPart(request: Request, person: Person, now: Instant): OwnPart {
  const participant = participantOf(request, person);
  const isToCome = isStanding(request) && now < request.match.slot.start;
  const isAbsent =
    isStanding(request) &&
    participant !== undefined &&
    (request.absent ?? []).includes(plainMail(participant.mail));
  const canAsk = mayActFor(request.requester, person)
    ? request.state !== 'held' && request.state !== 'closed'
    : participant !== undefined && isStanding(request);
  return {
    attempt: request.attempt,
    canSayAbsent: participant !== undefined && isToCome && !isAbsent,
    canSayComing: isToCome && isAbsent,
    arranged: (request.ask.arrangements ?? []).map((each) => ARRANGEMENT_NAMES[each]),
    arrangements: canAsk
      ? newArrangements(request.ask, ARRANGEMENTS).map((value) => ({
          value,
          title: ARRANGEMENT_NAMES[value],
        }))
      : [],
  };
}
