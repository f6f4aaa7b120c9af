/** What could take the place of what a standing session is arranged as, by the same hard rules and ranking as at first. */
import { minutesOf, windowOf } from './ask';
import { openHours } from './calendar';
import { contains, type Interval, MINUTE_MS, subtract, union } from './intervals';
import type { Matches } from './match';
import { type Candidate, findMatches, type MatchingQuestion } from './matching';
import type { PersonId } from './people';
import { askedAnew, type StandingSession } from './rearranging';

/**
 * Without a facilitator: the same time first, with whoever is free then, because the others see only a changed name; but where
 * another time had been asked for, that first. For another time: the same facilitator first.
 */
export function findRearrangements(question: MatchingQuestion, session: StandingSession): Matches {
  const { slot, facilitator } = session.match;
  const elsewhen = { ...question, not: slot };
  const { askedBy } = session.rearranging ?? {};
  const [first, second] =
    session.state === 'uncovered'
      ? inOrder(findMatches({ ...question, only: slot }), findMatches(elsewhen), askedBy !== undefined)
      : [
          ofFacilitator(elsewhen, facilitator.id),
          findMatches({ ...elsewhen, clearOfIt: true }, (id) => id !== facilitator.id),
        ];
  const best = [...first.best, ...second.best].slice(0, question.policy.matchesShown);
  return { ...second, best: best.map((match, n) => ({ ...match, id: `${question.round}-${n + 1}` })) };
}

/** Whoever wants another time hardly wants half an hour later: times that share some of it come only where there is no other. */
function ofFacilitator(elsewhen: MatchingQuestion, facilitator: PersonId): Matches {
  const isThem = (id: PersonId) => id === facilitator;
  const clear = findMatches({ ...elsewhen, clearOfIt: true }, isThem);
  return clear.best.length > 0 ? clear : findMatches(elsewhen, isThem);
}

function inOrder(same: Matches, others: Matches, isOtherWanted: boolean): readonly [Matches, Matches] {
  return isOtherWanted ? [others, same] : [same, others];
}

/**
 * Whether a session moved to a slot would keep every hard rule: its facilitator may and can take it then, it lies within the
 * days and times asked for, with enough notice, and is as long as it should be.
 */
export function keepsRules(question: MatchingQuestion, session: StandingSession, slot: Interval): boolean {
  const { requester, ask, now, policy } = question;
  if (slot.end - slot.start !== minutesOf(ask, policy) * MINUTE_MS) return false;
  const open = openHours(windowOf(requester, ask, policy), now, policy);
  if (!open.some((hours) => contains(hours, slot))) return false;
  const { id } = session.match.facilitator;
  return findMatches({ ...question, only: slot }, (each) => each === id).best.length > 0;
}

/**
 * The question as a standing session puts it: the session itself stands in nobody's way, neither in the diaries of those who
 * come to it nor among the facilitators' reservations; and the notice is what another time needs.
 */
export function asRearrangement(question: MatchingQuestion, session: StandingSession): MatchingQuestion {
  const { match, state, beside, id: requestId, outlook } = session;
  // Moved in Outlook, it stands in the diaries where it was moved to.
  const own = union([match.slot, ...(outlook?.movedTo ? [outlook.movedTo] : [])]);
  const less = <A extends Candidate['availability']>(availability: A): A =>
    availability.known ? { ...availability, busy: subtract(availability.busy, own) } : availability;
  const isInvited = (id: string) =>
    (state === 'booked' && match.facilitator.id === id) || beside?.facilitator.id === id;
  return {
    ...question,
    ask: askedAnew(question.ask, question.now, question.policy),
    policy: { ...question.policy, noticeDays: question.policy.rescheduleNoticeDays },
    participants: question.participants.map(less),
    candidates: question.candidates.map((each) => ({
      ...each,
      reservations: each.reservations.filter((other) => other.requestId !== requestId),
      availability: isInvited(each.facilitator.id) ? less(each.availability) : each.availability,
    })),
  };
}
