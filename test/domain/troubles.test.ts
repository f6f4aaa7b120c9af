import { MINUTE_MS } from '../../src/domain/intervals';
import type { Request, SystemCommand } from '../../src/domain/request';
import type { Trouble } from '../../src/domain/setback';
import { aRequest } from '../builders';
import { accepted, addressed, commands, now } from './decided';

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
    const again = { kind: 'invite-participants', attempt: 1, at: now + 60 * MINUTE_MS };
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

  it.each(['withdraw', 'session-ended'] as const)('concern nobody after %s', (kind) => {
    const { next } = accepted(aRequest.booked({ troubles: [notInvited] }), addressed(commands[kind]));
    expect(next).not.toHaveProperty('troubles');
  });
});

describe('An event that could not be removed', () => {
  it.each([
    aRequest.closed({ attempt: 1 }),
    aRequest.submitted({ attempt: 1 }),
    aRequest.offered({ attempt: 2 }),
  ])('is told of to the coordinators, and tried again every hour: $state', (request) => {
    const { next, effects } = tells(request, 'trouble-met', notRemoved);
    expect(next).toEqual({ ...request, troubles: [notRemoved] });
    expect(effects).toEqual([
      { kind: 'cancel-event', attempt: 1, at: now + 60 * MINUTE_MS },
      { kind: 'show-coordinators' },
      { kind: 'call-coordinators' },
    ]);
  });

  it('is never the one that stands', () => {
    const request = aRequest.offered();
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
