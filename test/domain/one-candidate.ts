/** Somebody of the pool alone, and the question of whether they can take a session. */
import type { Availability } from '../../src/domain/availability';
import type { Facilitator } from '../../src/domain/facilitator';
import type { Candidate, MatchingQuestion } from '../../src/domain/matching';
import { defaultPolicy } from '../../src/domain/policy';
import { aFacilitator, anAsk, aParticipant, aRequester, askedAt } from '../builders';

export const free: Availability = { known: true, busy: [] };

export function aCandidate(facilitator: Partial<Facilitator>, over: Partial<Candidate> = {}): Candidate {
  return { facilitator: aFacilitator(facilitator), availability: free, reservations: [], ...over };
}

export function asked(candidate: Candidate, over: Partial<MatchingQuestion> = {}): MatchingQuestion {
  return {
    requestId: 'request-1',
    round: 1,
    requester: aRequester(),
    ask: anAsk({ participants: [aParticipant()] }),
    passed: [],
    candidates: [candidate],
    participants: [],
    now: askedAt,
    policy: defaultPolicy,
    ...over,
  };
}
