/** The facilitator's own card: an ordinary one, on a break, and with hours declared and the most it can say. */
import { STATEMENTS } from '../../src/domain/evaluation';
import type { OwnFeedback } from '../../src/domain/monitoring/monitoring';
import { defaultPolicy } from '../../src/domain/policy';
import { presentOwnFacilitating } from '../../src/present/own-facilitating';
import { pausedInWords, noticeForFacilitator } from '../../src/wording/pool';
import { aFacilitator, aReservation, askedAt } from '../builders';

const policy = defaultPolicy;
const declared = {
  on: '2026-11-02',
  week: {
    monday: [{ start: '09:00', end: '17:00' }],
    wednesday: [{ start: '09:00', end: '12:30' }],
    thursday: [
      { start: '10:00', end: '12:00' },
      { start: '14:00', end: '16:30' },
    ],
  },
  exceptions: [],
  leave: [{ from: '2026-12-21', until: '2027-01-04' }],
} as const;

const pooled: OwnFeedback = {
  sessions: 3,
  answers: 14,
  fidelity: { count: 71, of: 80 },
  statements: Object.fromEntries(
    STATEMENTS.map((statement, n) => [
      statement,
      { count: statement === 'carrying-more' ? 2 : 14 - n, of: 14 },
    ]),
  ) as OwnFeedback['statements'],
};
const offers = { talksOver: true };

export const facilitatingSamples = {
  feedback: presentOwnFacilitating({ facilitator: aFacilitator(), reservations: [] }, askedAt, policy, '', {
    feedback: pooled,
    offers,
  }),
  tooFew: presentOwnFacilitating({ facilitator: aFacilitator(), reservations: [] }, askedAt, policy, '', {
    feedback: 'too-few',
    offers,
  }),
  sample: presentOwnFacilitating(
    { facilitator: aFacilitator(), reservations: [aReservation()] },
    askedAt,
    policy,
  ),
  paused: presentOwnFacilitating(
    {
      facilitator: aFacilitator({ pauses: [{ from: '2026-11-24', until: '2027-03-03' }] }),
      reservations: [aReservation()],
    },
    askedAt,
    policy,
    pausedInWords('2027-03-03', 2),
  ),
  worst: presentOwnFacilitating(
    {
      facilitator: aFacilitator({
        pauses: [{ from: '2026-11-01', until: '2027-03-03' }],
        declared: {
          ...declared,
          leave: Array.from({ length: 10 }, (_, n) => ({
            from: `2027-0${(n % 9) + 1}-01`,
            until: '2027-10-28',
          })),
        },
      }),
      reservations: [],
    },
    askedAt,
    policy,
    noticeForFacilitator({ kind: 'declaration-ageing', until: '2027-01-31' }),
    { feedback: pooled, offers },
  ),
  declared: presentOwnFacilitating(
    { facilitator: aFacilitator({ declared }), reservations: [] },
    askedAt,
    policy,
  ),
};
