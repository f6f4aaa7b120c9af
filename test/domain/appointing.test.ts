import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/decisions/decision';
import type { Beside } from '../../src/domain/match';
import type { Appointment } from '../../src/domain/match';
import type { Chosen } from '../../src/domain/rearranging';
import type { Command, Request } from '../../src/domain/request';
import type { Refused } from '../../src/domain/refusal';
import {
  aFacilitatorRef,
  aMatch,
  anAsk,
  anotherFacilitator,
  aParticipant,
  aRequest,
  theCoordinator,
  theFacilitator,
} from '../builders';
import { accepted, entitled, now, requests } from './decided';

const id = aRequest.submitted().id;
const amber = aFacilitatorRef({
  ...anotherFacilitator,
  mail: 'amber.azure@norfolk-sandbox.example',
  team: 'vs-fa',
});
const observer: Beside = { facilitator: amber, as: 'observer' };

function appointing(over: Partial<Appointment> = {}): Command {
  const choice = {
    match: aMatch({ id: 'own' }),
    round: 1,
    isFirst: false,
    because: 'agreed',
    ...over,
  } as const;
  return { kind: 'appoint', requestId: id, by: theCoordinator, ...choice };
}

function approving(matchId: string, because?: Appointment['because']): Command {
  return { kind: 'approve', requestId: id, by: theCoordinator, matchId, ...(because && { because }) };
}

function refusal(request: Request, command: Command): Refused | undefined {
  const decision = decide(request, command, entitled(command));
  return isRefusal(decision) ? decision.refused : undefined;
}

describe('Not taking the first match', () => {
  it('needs a reason', () => {
    expect(refusal(aRequest.submitted(), approving('1-2'))).toBe('reason-needed');
    expect(refusal(aRequest.submitted(), appointing({ because: undefined as never }))).toBe('reason-needed');
  });

  it('keeps the reason with the decision', () => {
    expect(accepted(aRequest.submitted(), approving('1-2', 'near')).next).toMatchObject({ because: 'near' });
    expect(accepted(aRequest.submitted(), appointing({ because: 'experience' })).next).toMatchObject({
      because: 'experience',
      match: { id: 'own' },
    });
  });

  it('is not what taking the first is, whatever reason comes with it', () => {
    expect(accepted(aRequest.submitted(), approving('1-1', 'near')).next).not.toHaveProperty('because');
  });
});

it('Approving waits until everybody is named', () => {
  const unnamed = { ask: anAsk({ toBeNamed: [{ role: 'health visitor', team: 'hl-hv' }] }) };
  expect(refusal(aRequest.searching(unnamed), approving('1-1'))).toBe('not-everybody-named');
  expect(refusal(aRequest.searching(), approving('1-1'))).toBe('matches-outdated');
});

describe('Appointing from the whole pool', () => {
  it.each<[string, Request, Partial<Appointment>, Refused]>([
    ['judged in an earlier round', aRequest.submitted({ round: 2 }), {}, 'matches-outdated'],
    ['who said they cannot', aRequest.submitted({ passed: [theFacilitator.id] }), {}, 'matches-outdated'],
    [
      'for a time that has begun',
      aRequest.submitted(),
      { match: aMatch({ slot: { start: now, end: now + 1 } }) },
      'matches-outdated',
    ],
    [
      'who has come to take part meanwhile',
      aRequest.submitted({ ask: anAsk({ participants: [aParticipant({ id: theFacilitator.id })] }) }),
      {},
      'not-independent',
    ],
    [
      'with somebody of the requester’s team beside them',
      aRequest.submitted(),
      { beside: { facilitator: { ...amber, team: 'cs-fs' }, as: 'observer' } },
      'not-independent',
    ],
    [
      'with themselves beside them',
      aRequest.submitted(),
      { beside: { facilitator: aFacilitatorRef(), as: 'second' } },
      'not-independent',
    ],
    [
      'while somebody is not named',
      aRequest.submitted({ ask: anAsk({ toBeNamed: [{ role: 'health visitor', team: 'hl-hv' }] }) }),
      {},
      'not-everybody-named',
    ],
    ['twice', aRequest.approved(), {}, 'already-decided'],
  ])('refuses somebody %s', (_who, request, over, expected) => {
    expect(refusal(request, appointing(over))).toBe(expected);
  });

  it('is for coordinators', () => {
    expect(refusal(aRequest.submitted(), { ...appointing(), by: theFacilitator } as Command)).toBe(
      'coordinators-only',
    );
  });

  it('takes somebody along, and lets both go when it is undone', () => {
    const { next } = accepted(aRequest.submitted(), appointing({ beside: observer }));
    expect(next).toMatchObject({ state: 'approved', beside: observer });
    const undone = accepted(next, { kind: 'withdraw', requestId: id, by: next.requester });
    const released = undone.effects.flatMap((each) => (each.kind === 'release' ? [each.facilitator] : []));
    expect(released).toEqual([theFacilitator.id, anotherFacilitator.id]);
  });
});

describe('A facilitator who accepts automatically', () => {
  it('is booked without being asked, and the participants are invited', () => {
    const securing = aRequest.approved({
      match: aMatch({ automatic: true }),
      stage: { at: 'securing', event: { id: 'event-1', iCalUId: 'ical-1' } },
    });
    const { next, effects } = accepted(securing, {
      kind: 'meeting-secured',
      requestId: id,
      by: 'system',
      attempt: securing.attempt,
      openingChecks: [],
    });
    expect(next.state).toBe('booked');
    expect(effects.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['invite-participants', 'show-facilitator', 'call-requester']),
    );
    expect(effects.map(({ kind }) => kind)).not.toContain('end-wait');
  });
});

describe('Somebody else instead', () => {
  const command: Command = { kind: 'replace', requestId: id, by: theCoordinator };

  it('goes back to looking for matches where nothing is booked yet', () => {
    const { next } = accepted(requests.offered, command);
    expect(next).toMatchObject({ state: 'submitted', setback: { why: 'replaced' } });
    expect(next.passed).toEqual(requests.offered.passed);
  });

  it('leaves a booked session standing, and calls nobody away', () => {
    const { next, effects } = accepted(requests.booked, command);
    expect(next).toMatchObject({ state: 'uncovered', rearranging: { setback: { why: 'replaced' } } });
    expect(next.passed).toEqual([theFacilitator.id]);
    const kinds = effects.map(({ kind }) => kind);
    expect(kinds).not.toContain('cancel-event');
    expect(kinds).not.toContain('call-requester');
  });

  it('is too late once the session has begun', () => {
    const at = (now: number) => decide(requests.booked, command, entitled(command, { now }));
    expect(at(aMatch().slot.start)).toEqual({ refused: 'too-late' });
    expect(at(aMatch().slot.start - 1)).toMatchObject({ next: { state: 'uncovered' } });
  });

  it('is wanted of whoever was chosen in place of the one who dropped out, if somebody was', () => {
    const chosen: Chosen = {
      attempt: 2,
      match: aMatch({ facilitator: amber }),
      by: theCoordinator,
      stage: { at: 'reserving' },
    };
    const { next } = accepted(aRequest.uncovered({ rearranging: { chosen } }), command);
    expect(next).toMatchObject({
      state: 'uncovered',
      rearranging: { setback: { why: 'replaced', facilitator: amber.name } },
    });
    expect(refusal(aRequest.uncovered(), command)).toBe('already-decided');
  });
});

describe('A facilitator who can no longer be relied on', () => {
  const trouble = { kind: 'facilitator-paused', attempt: 1 } as const;
  const met: Command = { kind: 'trouble-met', requestId: id, by: 'system', trouble };

  it.each(['approved', 'offered', 'booked', 'uncovered'] as const)(
    'is told to the coordinators of a session %s, once',
    (state) => {
      const { next, effects } = accepted(requests[state], met);
      expect(next.troubles).toEqual([trouble]);
      expect(effects).toEqual([{ kind: 'show-coordinators' }, { kind: 'call-coordinators' }]);
      expect(accepted(next, met).effects).toEqual([]);
    },
  );

  it.each(['submitted', 'returned', 'held', 'closed'] as const)('is nothing to a request %s', (state) => {
    expect(accepted(requests[state], met)).toEqual({ next: requests[state], effects: [] });
  });

  it('is forgotten when it is over, and when the session comes to an end', () => {
    const { next } = accepted(requests.booked, met);
    const over = accepted(next, { ...met, kind: 'trouble-over' }).next;
    expect(over).not.toHaveProperty('troubles');
    const replaced = accepted(next, { kind: 'replace', requestId: id, by: theCoordinator }).next;
    expect(replaced).not.toHaveProperty('troubles');
  });
});
