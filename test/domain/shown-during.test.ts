/** When a facilitator can show everybody the link to evaluate a session. */
import { sessionEvaluating, shownDuring } from '../../src/domain/evaluating';
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import { aMatch, aRequest, at, theFacilitator } from '../builders';
import { outsiders } from '../sandbox/people';

const { slot } = aMatch();

describe('the link for everybody', () => {
  it('can be shown from five minutes before the end of a booked session, for the days that follow it', () => {
    expect(shownDuring(aRequest.booked(), policy)).toEqual({
      start: at('2026-12-08T11:25'),
      end: at('2026-12-22T17:00'),
    });
  });

  it('can be shown of a session that is over until its evaluation closes', () => {
    const closesAt = at('2026-12-10T17:00');
    const held = aRequest.held({ evaluating: { closesAt, invited: 3, agencies: [] } });
    expect(shownDuring(held, policy)).toEqual({ start: slot.end - 5 * 60_000, end: closesAt });
  });

  it('follows the setting', () => {
    const early = shownDuring(aRequest.booked(), { ...policy, evaluationEarlyMinutes: 0 });
    expect(early?.start).toBe(slot.end);
  });

  it('counts those who are expected as if all came, and whoever said that they cannot does not count', () => {
    expect(sessionEvaluating(aRequest.booked(), policy)?.invited).toBe(4);
    const without = aRequest.booked({ absent: [outsiders[0].mail] });
    expect(sessionEvaluating(without, policy)?.invited).toBe(3);
  });

  it.each<[string, Request]>([
    ['submitted', aRequest.submitted()],
    ['offered', aRequest.offered()],
    ['without a facilitator', aRequest.uncovered()],
    [
      'closed',
      aRequest.closed({ attempt: 1, outcome: { kind: 'completed' }, facilitatedBy: theFacilitator.id }),
    ],
    ['held before anybody was asked', { ...withoutEvaluation() }],
  ])('is never shown of one that is %s', (_how, request) => {
    expect(shownDuring(request, policy)).toBeUndefined();
  });
});

function withoutEvaluation(): Request {
  const { evaluating: _none, ...held } = aRequest.held();
  return held;
}
