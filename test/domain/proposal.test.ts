import fc from 'fast-check';
import { decide } from '../../src/domain/decide';
import { type Acceptance, isRefusal } from '../../src/domain/decisions/decision';
import type { ParticipantAnswer } from '../../src/domain/form';
import type { Instant } from '../../src/domain/intervals';
import type { KnownPerson, Participant } from '../../src/domain/people';
import { defaultPolicy } from '../../src/domain/policy';
import { changeOf, type ProposalAnswers, type ProposalCommand } from '../../src/domain/proposal';
import type { Request } from '../../src/domain/request';
import {
  aFacilitatorRef,
  aKnownPerson,
  anAsk,
  anotherFacilitator,
  aParticipant,
  aParticipantAnswer,
  aRequest,
  aRequester,
  at,
  facts,
  participantAnswers,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';

const now = at('2026-11-27T10:00');
const booked = aRequest.booked();
const [hattie, percy, sam] = booked.ask.participants as [Participant, Participant, Participant];
const nora = aParticipantAnswer();
const noraSent: Participant = { name: nora.name, mail: nora.mail, team: nora.team };

const decided = (request: Request, command: ProposalCommand, when: Instant = now, coordinator = true) =>
  decide(
    request,
    {
      ...command,
      requestId: request.id,
      by: command.kind === 'propose-participants' ? theRequester : theCoordinator,
    },
    facts({ now: when, coordinator }),
  );
const proposing = (over: Partial<ProposalAnswers>, known: readonly KnownPerson[] = []) =>
  ({
    kind: 'propose-participants',
    answers: { removed: [], added: [], notNames: '', ...over },
    known,
  }) as const;

function accepted(...asked: Parameters<typeof decided>): Acceptance {
  const decision = decided(...asked);
  if (isRefusal(decision)) throw new Error(`Expected it to be accepted, got ${JSON.stringify(decision)}`);
  return decision;
}
const refusedOf = (...asked: Parameters<typeof decided>) => {
  const decision = decided(...asked);
  return isRefusal(decision) ? decision.refused : 'accepted';
};
const faultsOf = (added: readonly ParticipantAnswer[], removed: readonly string[] = []) => {
  const decision = decided(booked, proposing({ added, removed }));
  return isRefusal(decision) ? (decision.problems ?? []).map(({ fault, entry }) => [fault, entry]) : [];
};
/** With somebody proposed already. */
const waiting = <R extends Request>(
  request: R,
  participants: readonly Participant[] = [hattie, percy, noraSent],
): R => ({
  ...request,
  proposal: { participants, at: now, by: theRequester },
});
const agree = { kind: 'agree-proposal', at: now } as const;
const leave = { kind: 'refuse-proposal', at: now } as const;

describe('Other people for a session', () => {
  it('are proposed beside those who stay, and nothing else changes', () => {
    const { next } = accepted(booked, proposing({ removed: [percy.mail], added: [nora] }));
    expect(next).toEqual({
      ...booked,
      proposal: { participants: [hattie, sam, noraSent], at: now, by: theRequester },
    });
  });

  it('are called for once, in the channel', () => {
    expect(accepted(booked, proposing({ added: [nora] })).effects).toEqual([
      { kind: 'show-coordinators' },
      { kind: 'show-requester' },
      { kind: 'call-coordinators', about: 'proposal' },
    ]);
  });

  it.each<[string, ParticipantAnswer[], string[], unknown[]]>([
    ['without an address', [aParticipantAnswer({ mail: '' })], [], [['bad-mail', 0]]],
    ['by role alone', [{ name: 'school nurse', mail: '', team: 'hl-sn' }], [], [['bad-mail', 0]]],
    [
      'with half an address',
      [nora, aParticipantAnswer({ name: 'Vera', mail: 'vera@' })],
      [],
      [['bad-mail', 1]],
    ],
    ['without a team', [aParticipantAnswer({ team: '' })], [], [['empty', 0]]],
    ['who takes part already', [aParticipantAnswer({ mail: hattie.mail.toUpperCase() })], [], [['twice', 0]]],
    ['twice', [nora, nora], [], [['twice', 1]]],
    [
      'as the only agency left',
      [],
      [hattie.mail, percy.mail],
      [
        ['too-few-people', undefined],
        ['one-agency', undefined],
      ],
    ],
    ['too many of them', participantAnswers(9), [], [['too-many-people', undefined]]],
    [
      'with a number that is a child’s',
      [aParticipantAnswer({ name: 'Nora 999 100 2340' })],
      [],
      [['identifier', 0]],
    ],
  ])('are checked like those on the form: somebody %s', (_who, added, removed, expected) => {
    expect(faultsOf(added, removed)).toEqual(expected);
    expect(refusedOf(booked, proposing({ added, removed }))).toBe('form');
  });

  it('are known by the directory: chosen by id, or by their address', () => {
    const person = aKnownPerson();
    const picked = { id: person.id, name: '', mail: '', team: 'hl-sn' };
    const byMail = aParticipantAnswer({ name: 'Typed', mail: person.mail });
    for (const added of [[picked], [byMail]]) {
      const { next } = accepted(booked, proposing({ added }, [person]));
      expect(next).toMatchObject({
        proposal: { participants: [{}, {}, {}, { id: person.id, mail: person.mail }] },
      });
    }
  });

  it('are not doubled when the directory says that they take part, or ask, already', () => {
    const ask = anAsk({
      participants: [hattie, percy, { ...sam, mail: 'old.address@norfolk-sandbox.example' }],
    });
    const added = [
      aParticipantAnswer({ mail: sam.mail }),
      aParticipantAnswer({ name: 'Petra', mail: aRequester().mail! }),
      nora,
    ];
    const known = [
      { ...sam, id: sam.id! },
      { ...theRequester, mail: aRequester().mail! },
    ];
    const { next } = accepted({ ...booked, ask }, proposing({ added }, known));
    const names = 'proposal' in next ? next.proposal?.participants.map(({ name }) => name) : [];
    expect(names).toEqual([...ask.participants.map(({ name }) => name), nora.name]);
  });

  it('who are not in the directory are not proposed', () => {
    const picked = { id: 'nobody', name: '', mail: '', team: 'hl-sn' };
    expect(refusedOf(booked, proposing({ added: [picked] }))).toBe('people-not-known');
  });

  it('are replaced by a newer proposal, and taken back by one that changes nothing', () => {
    const later = now + 60_000;
    const { next } = accepted(waiting(booked), proposing({ removed: [sam.mail] }), later);
    expect(next).toMatchObject({
      proposal: { at: later, participants: [{ mail: hattie.mail }, { mail: percy.mail }] },
    });
    const back = accepted(next, proposing({}), later);
    expect(back.next).toEqual(booked);
    expect(back.effects.map(({ kind }) => kind)).toEqual(['show-coordinators', 'show-requester']);
    expect(refusedOf(booked, proposing({}))).toBe('nothing-proposed');
  });

  it('are no longer proposed once the session has begun', () => {
    for (const request of [aRequest.offered(), booked, aRequest.uncovered()])
      expect(refusedOf(request, proposing({ added: [nora] }), booked.match.slot.start)).toBe('too-late');
  });
});

describe('A coordinator’s answer', () => {
  it('that agrees changes who takes part, and only then invites them; the requester is told once', () => {
    const { next, effects } = accepted(waiting(booked), agree);
    expect(next).toEqual({
      ...booked,
      ask: { ...booked.ask, participants: [hattie, percy, noraSent] },
      revision: 1,
      proposalAnswer: { agreed: true, at: now },
    });
    expect(effects).toEqual([
      { kind: 'invite-participants', attempt: 1 },
      { kind: 'show-facilitator', attempt: 1, facilitator: booked.match.facilitator },
      { kind: 'show-coordinators' },
      { kind: 'show-requester' },
      { kind: 'call-requester', about: 'proposal-agreed' },
      { kind: 'mail', to: { as: 'participant', mail: 'nora.navy@health-sandbox.example' }, news: 'invited' },
    ]);
  });

  it.each([
    ['offered', aRequest.offered(), [], []],
    ['uncovered', aRequest.uncovered(), ['invite-participants'], ['mail']],
  ] as const)(
    'while it is %s is told in Outlook only to those invited already',
    (_state, request, written, mails) => {
      expect(accepted(waiting(request), agree).effects.map(({ kind }) => kind)).toEqual([
        ...written,
        'show-facilitator',
        'show-coordinators',
        'show-requester',
        'call-requester',
        ...mails,
      ]);
    },
  );

  it('that leaves it as it is changes nobody, and is told to the requester once', () => {
    const { next, effects } = accepted(waiting(booked), leave);
    expect(next).toEqual({ ...booked, proposalAnswer: { agreed: false, at: now } });
    expect(effects).toEqual([
      { kind: 'show-coordinators' },
      { kind: 'show-requester' },
      { kind: 'call-requester', about: 'proposal-left' },
    ]);
  });

  it('is for the proposal they saw, and for no other', () => {
    for (const { kind } of [agree, leave]) {
      expect(refusedOf(waiting(booked), { kind, at: now - 1 })).toBe('changed-meanwhile');
      expect(refusedOf(booked, { kind, at: now })).toBe('changed-meanwhile');
      expect(refusedOf(aRequest.closed(), { kind, at: now })).toBe('closed');
      expect(refusedOf(waiting(booked), { kind, at: now }, now, false)).toBe('coordinators-only');
    }
  });

  it.each<[string, Participant]>([
    ['takes part, by address', aParticipant({ mail: aFacilitatorRef().mail.toUpperCase() })],
    ['takes part, by id', aParticipant({ id: theFacilitator.id, mail: 'other@norfolk-sandbox.example' })],
    ['is of their team', aParticipant({ mail: 'mo@health-sandbox.example', team: 'hl-mh' })],
  ])('is no yes where the facilitator %s', (_why, person) => {
    const policy = { ...defaultPolicy, teamsApart: 'everybody' as const };
    const request = waiting(booked, [hattie, percy, person]);
    const command = { ...agree, requestId: request.id, by: theCoordinator };
    expect(decide(request, command, facts({ now, coordinator: true, policy }))).toEqual({
      refused: 'facilitator-involved',
    });
  });

  it('is no yes where whoever comes beside the facilitator takes part', () => {
    const beside = {
      facilitator: aFacilitatorRef({ ...anotherFacilitator, mail: 'amber@norfolk-sandbox.example' }),
      as: 'observer',
    } as const;
    const person = aParticipant({ mail: beside.facilitator.mail });
    for (const request of [{ ...booked, beside }, aRequest.uncovered({ beside })])
      expect(decided(waiting<Request>(request, [hattie, percy, person]), agree)).toEqual({
        refused: 'facilitator-involved',
      });
  });

  it('may be yes to somebody of whom only a facilitator who has dropped out was dependent', () => {
    const people = [hattie, percy, aParticipant({ mail: aFacilitatorRef().mail })];
    expect(refusedOf(waiting(aRequest.uncovered(), people), agree)).toBe('accepted');
  });

  it('is no yes where it would be no JAGS any more', () => {
    const alone = aParticipant({ mail: 'x@norfolk-sandbox.example', team: 'cs-eh' });
    for (const people of [[sam, alone], [hattie]])
      expect(refusedOf(waiting(booked, people), agree)).toBe('people-do-not-fit');
  });

  it('is no yes once the session has begun, and the proposal is gone once it is over', () => {
    const { slot } = booked.match;
    expect(refusedOf(waiting(booked), agree, slot.start)).toBe('too-late');
    const over = { kind: 'session-ended', attempt: 1, requestId: booked.id, by: 'system' } as const;
    const ended = decide(waiting(booked), over, facts({ now: slot.end }));
    expect(JSON.stringify(ended)).not.toContain('proposal');
  });

  it('does not list whoever has become the requester meanwhile', () => {
    const requester = { ...theCoordinator, mail: noraSent.mail, team: 'hl-sn' };
    const request = waiting(aRequest.booked({ requester }), [hattie, percy, noraSent]);
    expect(accepted(request, agree).next.ask.participants).toEqual([hattie, percy]);
  });
});

describe('What a proposal would change', () => {
  it('is nobody when it is agreed to, and leads there, whatever it is', () => {
    const pool = [hattie, percy, sam, noraSent, aParticipant({ mail: sam.mail, team: 'hl-hv' })];
    const some = fc.subarray(pool);
    fc.assert(
      fc.property(some, some, (before, after) => {
        const { added, removed } = changeOf({ ...booked, ask: anAsk({ participants: before }) }, after);
        const kept = before.filter((each) => !removed.includes(each));
        expect(new Set([...kept, ...added])).toEqual(new Set(after));
        expect(changeOf({ ...booked, ask: anAsk({ participants: after }) }, after)).toEqual({
          added: [],
          removed: [],
        });
      }),
    );
  });
});
