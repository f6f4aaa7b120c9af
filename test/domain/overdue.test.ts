import type { Command, Effect, Request } from '../../src/domain/request';
import type { Raised } from '../../src/domain/waiting';
import { aRequest, at, facts, theCoordinator } from '../builders';
import { accepted, addressed, commands, requests, STATES } from './decided';

const due = at('2026-11-26T17:00');
const overdue = (to: Raised, about = due): Command => ({
  kind: 'overdue',
  to,
  due: about,
  requestId: aRequest.submitted().id,
  by: 'system',
});
const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);

describe('A request nobody decided in time', () => {
  it('is brought before the coordinators again, and the requester is told', () => {
    const { next, effects } = accepted(aRequest.submitted(), overdue('coordinators'), { now: due });
    expect(next).toMatchObject({ state: 'submitted', raised: 'coordinators' });
    expect(kinds(effects)).toEqual(['show-coordinators', 'call-coordinators', 'show-requester', 'raise']);
  });

  it.each([
    [1, '2026-11-27T17:00'],
    [2, '2026-11-30T17:00'],
  ])('is brought before the lead %s working days later, on %s', (leadAfterDays, london) => {
    const policy = { ...facts().policy, leadAfterDays };
    const { effects } = accepted(aRequest.submitted(), overdue('coordinators'), { now: due, policy });
    expect(effects).toContainEqual({ kind: 'raise', to: 'lead', due, at: at(london) });
  });

  it('is shown to the lead, who is called, after the coordinators', () => {
    const raised = aRequest.submitted({ raised: 'coordinators' });
    const { next, effects } = accepted(raised, overdue('lead'));
    expect(next).toMatchObject({ raised: 'lead', leadTold: true });
    expect(kinds(effects)).toEqual(['show-lead', 'call-lead']);
  });

  it.each<[string, Request, Command]>([
    ['the coordinators twice', aRequest.submitted({ raised: 'coordinators' }), overdue('coordinators')],
    ['the lead twice', aRequest.submitted({ raised: 'lead', leadTold: true }), overdue('lead')],
    ['the lead before the coordinators', aRequest.submitted(), overdue('lead')],
    ['anybody about a wait that is over', aRequest.submitted(), overdue('coordinators', due - 1)],
  ])('never calls %s', (_whom, request, command) => {
    expect(accepted(request, command)).toEqual({ next: request, effects: [] });
  });

  it('is left alone once it has been decided', () => {
    for (const state of STATES.filter((each) => each !== 'submitted'))
      expect(accepted(requests[state], overdue('coordinators'))).toEqual({
        next: requests[state],
        effects: [],
      });
  });

  it('goes on as any other when it is approved at last, and the card of the lead with it', () => {
    const raised = aRequest.submitted({ raised: 'lead', leadTold: true });
    const { next, effects } = accepted(raised, addressed(commands.approve, theCoordinator));
    expect(next).not.toHaveProperty('raised');
    expect(next).toMatchObject({ state: 'approved', leadTold: true });
    expect(kinds(effects)).toEqual(['reserve', 'show-coordinators', 'show-lead', 'show-requester']);
  });

  it('is not forgotten by the card of the lead when it closes', () => {
    const raised = aRequest.submitted({ raised: 'lead', leadTold: true });
    const { next, effects } = accepted(raised, addressed(commands.withdraw));
    expect(next).toMatchObject({ state: 'closed', leadTold: true });
    expect(kinds(effects)).toEqual(['show-coordinators', 'show-lead', 'show-requester', 'count-request']);
  });
});

it('A request that comes back waits anew, and is raised anew', () => {
  const offered = aRequest.offered({ leadTold: true });
  const { next, effects } = accepted(offered, addressed(commands.cannot), { now: at('2026-12-02T10:00') });
  const anew = at('2026-12-04T17:00');
  expect(next).toMatchObject({ state: 'submitted', answerDueAt: anew, leadTold: true });
  expect(next).not.toHaveProperty('raised');
  expect(effects).toContainEqual({ kind: 'raise', to: 'coordinators', due: anew, at: anew });
});
