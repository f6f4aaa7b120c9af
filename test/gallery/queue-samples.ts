/** The coordinators' queue as it usually is, empty, and with the most it can hold. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Ask } from '../../src/domain/ask';
import { presentQueue, type QueueCard } from '../../src/teams/present/queue';
import { WHOLE_QUEUE } from '../../src/teams/coordinating/queue-of-requests';
import { aFacilitatorRef, aMatch, anAsk, aRequest, aRequester, askedAt, at } from '../builders';

const LONG_NAME = 'Bartholomew Featherstonehaugh-Cholmondeley';
const notInvited = { kind: 'not-invited', attempt: 1 } as const;

export function queueSamples(longAsk: Ask) {
  const some = [
    aRequest.submitted({ id: '7qf3k2m9', ask: anAsk({ riskKnown: true }) }),
    aRequest.returned({ id: '8qf3k2m9' }),
    aRequest.offered({ id: '9qf3k2m9', answerBy: at('2026-12-01T17:00') }),
    aRequest.booked({ id: 'aqf3k2m9', troubles: [notInvited] }),
    aRequest.uncovered({ id: 'bqf3k2m9' }),
    aRequest.held({ id: 'cqf3k2m9' }),
  ];
  const long = aRequest.offered({
    id: '7qf3k2m9zzzzzzzzzzzzzzzzzz',
    ask: longAsk,
    match: aMatch({ facilitator: aFacilitatorRef({ name: LONG_NAME }) }),
    troubles: [notInvited],
    requester: aRequester({ name: LONG_NAME }),
  });
  const many = Array.from({ length: 25 }, () => long);
  return {
    sample: presentQueue(some, WHOLE_QUEUE, at('2026-11-30T10:00'), policy),
    worst: presentQueue(
      many,
      { state: 'arranging', age: 'overdue', from: 8 },
      at('2026-12-30T10:00'),
      policy,
      { backup: '2026-12-29T02-00-03Z-a1b2c3', takenAt: askedAt, since: askedAt, stage: 'held' },
    ),
    none: presentQueue([], WHOLE_QUEUE, askedAt, policy),
  } satisfies Record<string, QueueCard>;
}
