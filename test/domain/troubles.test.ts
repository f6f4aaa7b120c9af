import { matters } from '../../src/domain/decisions/troubles';
import { MINUTE_MS } from '../../src/domain/intervals';
import type { Chosen } from '../../src/domain/rearranging';
import type { Effect, Request, SystemCommand } from '../../src/domain/request';
import { isInvited, type Trouble } from '../../src/domain/setback';
import { aMatch, aRequest, theCoordinator, theFacilitator, theRequester } from '../builders';
import { accepted, addressed, commands, now, refusedOf, requests, STATES } from './decided';

const notInvited: Trouble = { kind: 'not-invited', attempt: 1 };
const notRemoved: Trouble = { kind: 'not-removed', attempt: 1 };

function tells(request: Request, kind: 'trouble-met' | 'trouble-over', trouble: Trouble) {
  const outcome: SystemCommand = { kind, trouble };
  return accepted(request, { ...outcome, by: 'system', requestId: request.id });
}

describe('Participants who could not be invited', () => {
  it('are told of to the coordinators once, and invited again after an hour, every hour', () => {
    const first = tells(aRequest.booked(), 'trouble-met', notInvited);
    expect(first.next.troubles).toEqual([notInvited]);
    const again = { kind: 'invite-participants', attempt: 1, at: now + 60 * MINUTE_MS, triesAsked: 0 };
    expect(first.effects).toContainEqual(again);
    expect(first.effects).toContainEqual({ kind: 'call-coordinators' });
    const second = tells(first.next, 'trouble-met', notInvited);
    expect(second).toEqual({ next: first.next, effects: [again] });
  });

  it('are a trouble no longer once they are, and the cards say so', () => {
    const { next, effects } = tells(aRequest.booked({ troubles: [notInvited] }), 'trouble-over', notInvited);
    expect(next).toEqual(aRequest.booked());
    expect(effects.map(({ kind }) => kind)).toEqual([
      'show-facilitator',
      'show-coordinators',
      'show-requester',
    ]);
  });

  it('are no trouble while nobody facilitates, but whoever dropped out is taken off the list an hour later', () => {
    const request = aRequest.uncovered();
    const again = { kind: 'invite-participants', attempt: 1, at: now + 60 * MINUTE_MS, triesAsked: 0 };
    expect(tells(request, 'trouble-met', notInvited)).toEqual({ next: request, effects: [again] });
    const earlier: Trouble = { ...notInvited, attempt: 0 };
    expect(tells(request, 'trouble-met', earlier)).toEqual({ next: request, effects: [] });
  });

  it('are invited as far as is known, whatever else could not be done', () => {
    expect(isInvited(aRequest.booked())).toBe(true);
    expect(isInvited(aRequest.booked({ troubles: [notRemoved] }))).toBe(true);
    expect(isInvited(aRequest.booked({ troubles: [notRemoved, notInvited] }))).toBe(false);
  });

  it.each(['withdraw', 'session-ended'] as const)('concern nobody after %s', (kind) => {
    const { next } = accepted(aRequest.booked({ troubles: [notInvited] }), addressed(commands[kind]));
    expect(next).not.toHaveProperty('troubles');
  });
});

describe('An event that could not be removed', () => {
  it.each([
    aRequest.booked({ attempt: 2, madeIn: 1 }),
    aRequest.uncovered({ attempt: 3, madeIn: 1 }),
    aRequest.held({ attempt: 2, madeIn: 1 }),
  ])('is none where it is that of the session, which has moved since: $state', (request) => {
    expect(tells(request, 'trouble-met', notRemoved)).toEqual({ next: request, effects: [] });
  });

  it.each([
    aRequest.closed({ attempt: 1 }),
    aRequest.submitted({ attempt: 1 }),
    aRequest.offered({ attempt: 2 }),
  ])('is told of to the coordinators, and tried again every hour: $state', (request) => {
    const { next, effects } = tells(request, 'trouble-met', notRemoved);
    expect(next).toEqual({ ...request, troubles: [notRemoved] });
    expect(effects).toEqual([
      { kind: 'cancel-event', attempt: 1, at: now + 60 * MINUTE_MS, triesAsked: 0 },
      { kind: 'show-coordinators' },
      { kind: 'call-coordinators' },
    ]);
  });

  it('is another trouble than the event of an earlier attempt, and over apart from it', () => {
    const second: Trouble = { ...notRemoved, attempt: 2 };
    const met = tells(aRequest.closed({ attempt: 2, troubles: [notRemoved] }), 'trouble-met', second);
    expect(met.next.troubles).toEqual([notRemoved, second]);
    expect(tells(met.next, 'trouble-over', notRemoved).next.troubles).toEqual([second]);
  });

  it.each([aRequest.offered(), aRequest.uncovered()])('is never the one that stands: $state', (request) => {
    expect(tells(request, 'trouble-met', notRemoved)).toEqual({ next: request, effects: [] });
  });

  it.each(['withdraw', 'cannot'] as const)(
    'is not forgotten when the next arrangement ends by "%s"',
    (kind) => {
      const request = aRequest.offered({ attempt: 2, troubles: [notRemoved] });
      const command = kind === 'cannot' ? { ...commands.cannot, attempt: 2 } : commands.withdraw;
      const { next } = accepted(request, { ...command, requestId: request.id });
      expect(next.troubles).toEqual([notRemoved]);
    },
  );
});

describe('Somebody Teams does not reach', () => {
  const requester: Trouble = { kind: 'not-reached', who: 'requester' };
  const lead: Trouble = { kind: 'not-reached', who: 'lead' };
  const facilitator: Trouble = { kind: 'not-reached', who: 'facilitator', attempt: 1 };

  it.each(STATES)('is told of to the coordinators, who are called once for all of them: %s', (state) => {
    const first = tells(requests[state], 'trouble-met', requester);
    expect(first.next.troubles).toEqual([requester]);
    expect(first.effects).toEqual([{ kind: 'show-coordinators' }, { kind: 'call-coordinators' }]);
    expect(tells(first.next, 'trouble-met', requester)).toEqual({ next: first.next, effects: [] });
    const second = tells(first.next, 'trouble-met', lead);
    expect(second.next.troubles).toEqual([requester, lead]);
    expect(second.effects).toEqual([{ kind: 'show-coordinators' }]);
  });

  it('is forgotten once they are reached, each of them apart', () => {
    const request = aRequest.offered({ troubles: [requester, facilitator] });
    const { next, effects } = tells(request, 'trouble-over', requester);
    expect(next.troubles).toEqual([facilitator]);
    expect(effects).toEqual([{ kind: 'show-coordinators' }]);
  });

  it('facilitates this attempt, or it concerns nobody', () => {
    const earlier: Trouble = { ...facilitator, attempt: 1 };
    const request = aRequest.offered({ attempt: 2 });
    expect(tells(request, 'trouble-met', earlier)).toEqual({ next: request, effects: [] });
    const lost = accepted(
      aRequest.offered({ troubles: [requester, facilitator] }),
      addressed(commands.cannot),
    );
    expect(lost.next.troubles).toEqual([requester]);
  });

  const chosen: Chosen = {
    attempt: 2,
    match: aMatch(),
    by: theCoordinator,
    stage: { at: 'asked', answerBy: now },
  };

  it.each<[string, Request, number, boolean]>([
    ['is asked', aRequest.offered(), 1, true],
    ['facilitates it', aRequest.booked(), 1, true],
    ['did so before somebody else', aRequest.booked({ attempt: 2 }), 1, false],
    ['has dropped out', aRequest.uncovered(), 1, false],
    ['is asked instead', aRequest.uncovered({ rearranging: { chosen } }), 2, true],
    ['was to be asked instead', aRequest.uncovered({ tried: 2 }), 2, false],
    ['has held it', aRequest.held(), 1, false],
  ])('has to be as long as they are to come, by card and by mail: who %s', (_who, request, attempt, does) => {
    for (const kind of ['not-reached', 'mail-returned'] as const)
      expect(matters(request, { kind, who: 'facilitator', attempt })).toBe(does);
  });
});

describe('Work that is stuck', () => {
  const stuck = (work: Effect['kind']): Trouble => ({ kind: 'stuck', work });

  it.each<[Effect['kind'], Effect['kind'][]]>([
    ['release', ['show-coordinators', 'call-coordinators']],
    ['show-requester', ['show-coordinators', 'call-coordinators']],
    ['show-coordinators', ['call-coordinators']],
    ['call-coordinators', ['show-coordinators']],
  ])('%s is told of in the ways that are left: %j', (work, ways) => {
    const { next, effects } = tells(aRequest.booked(), 'trouble-met', stuck(work));
    expect(next.troubles).toEqual([stuck(work)]);
    expect(effects.map(({ kind }) => kind)).toEqual(ways);
    expect(tells(next, 'trouble-met', stuck(work)).effects).toEqual([]);
    expect(tells(next, 'trouble-over', stuck(work))).toEqual({
      next: aRequest.booked(),
      effects: [{ kind: 'show-coordinators' }],
    });
  });

  it('rings once, however much of it there is', () => {
    const request = aRequest.booked({ troubles: [stuck('release')] });
    expect(tells(request, 'trouble-met', stuck('watch-answer')).effects).toEqual([
      { kind: 'show-coordinators' },
    ]);
  });

  it('rings though something else is in trouble already', () => {
    const request = aRequest.booked({ troubles: [notInvited] });
    expect(tells(request, 'trouble-met', stuck('release')).effects).toEqual([
      { kind: 'show-coordinators' },
      { kind: 'call-coordinators' },
    ]);
  });

  it('outlasts an arrangement: it is over when it is done', () => {
    const { next } = accepted(
      aRequest.booked({ troubles: [stuck('release')] }),
      addressed(commands.withdraw),
    );
    expect(next.troubles).toEqual([stuck('release')]);
  });
});

describe('Trying again', () => {
  const command = addressed(commands['try-again']);
  const troubles: Trouble[] = [
    { kind: 'stuck', work: 'release' },
    { kind: 'not-reached', who: 'requester' },
    { kind: 'not-reached', who: 'facilitator', attempt: 1 },
  ];

  it.each(STATES)('asks for one more try, and for another when pressed once more: %s', (state) => {
    const request = { ...requests[state], troubles: troubles.slice(0, 2) };
    const first = accepted(request, command);
    expect(first.next).toEqual({ ...request, triesAsked: 1 });
    expect(first.effects).toEqual([{ kind: 'show-requester' }, { kind: 'show-coordinators' }]);
    expect(accepted(first.next, command).next).toEqual({ ...request, triesAsked: 2 });
  });

  it.each([
    ['requester', 'show-requester'],
    ['lead', 'show-lead'],
  ] as const)('shows the %s who was not reached their own card again', (who, kind) => {
    const { effects } = accepted(aRequest.booked({ troubles: [{ kind: 'not-reached', who }] }), command);
    expect(effects).toEqual([{ kind }, { kind: 'show-coordinators' }]);
  });

  it('shows a facilitator who was not reached their card again, as long as they are asked', () => {
    const { effects } = accepted(aRequest.offered({ troubles }), command);
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'show-facilitator', attempt: 1 }));
    const later = accepted(aRequest.offered({ attempt: 2, troubles }), command);
    expect(later.effects.map(({ kind }) => kind)).toEqual(['show-requester', 'show-coordinators']);
  });

  it('is counted on when the arrangement ends, so that what waits is not taken for tried', () => {
    const request = aRequest.booked({ troubles, triesAsked: 3 });
    expect(accepted(request, addressed(commands.withdraw)).next.triesAsked).toBe(3);
    expect(accepted(aRequest.booked(), addressed(commands.withdraw)).next).not.toHaveProperty('triesAsked');
  });

  it('has what waits for its next hour remember how often it was asked for', () => {
    const request = aRequest.booked({ troubles: [notInvited], triesAsked: 2 });
    expect(tells(request, 'trouble-met', notInvited).effects).toEqual([
      { kind: 'invite-participants', attempt: 1, at: now + 60 * MINUTE_MS, triesAsked: 2 },
    ]);
  });

  it('is nothing where only the pool can help, and nobody else than a coordinator may ask', () => {
    const paused = aRequest.booked({ troubles: [{ kind: 'facilitator-paused', attempt: 1 }] });
    expect(accepted(paused, command)).toEqual({ next: paused, effects: [] });
    for (const by of [theRequester, theFacilitator])
      expect(refusedOf(aRequest.booked({ troubles }), addressed(commands['try-again'], by))).toBe(
        'coordinators-only',
      );
  });
});
