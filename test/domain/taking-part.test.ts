import { decide } from '../../src/domain/decide';
import { isRefusal } from '../../src/domain/decisions/decision';
import type { Person } from '../../src/domain/people';
import { defaultPolicy } from '../../src/domain/policy';
import type { PersonCommand, Request } from '../../src/domain/request';
import { agenciesLeft, participantOf, takesPart } from '../../src/domain/taking-part';
import { personIdFor } from '../../src/ids';
import {
  anAsk,
  aParticipant,
  aRequest,
  aRequester,
  aSlot,
  at,
  facts,
  theCoordinator,
  theFacilitator,
  theParticipant,
  theRequester,
} from '../builders';
import { accepted } from './decided';
import { amber, story } from './story';

const now = at('2026-12-01T10:00');
const booked = aRequest.booked();
const [hattie, percy, sam] = booked.ask.participants as [
  ReturnType<typeof aParticipant>,
  ReturnType<typeof aParticipant>,
  ReturnType<typeof aParticipant>,
];
/** By a link that was mailed to them. */
const byLink = ({ name, mail }: { name: string; mail: string }): Person => ({
  id: personIdFor(mail),
  name,
  mail,
});
const attend = (coming: boolean, attempt = 1) => ({ kind: 'attend', attempt, coming }) as const;
const decided = (request: Request, command: PersonCommand, by: Person, when = now) =>
  decide(request, { ...command, requestId: request.id, by }, facts({ now: when }));
const refusedOf = (...given: Parameters<typeof decided>) => {
  const decision = decided(...given);
  return isRefusal(decision) ? decision.refused : 'accepted';
};
const taken = (request: Request, command: PersonCommand, by: Person) =>
  accepted(request, { ...command, requestId: request.id, by }, { now });

describe('Who takes part', () => {
  it.each([
    ['the requester', theRequester, true],
    ['a participant of the tenant', theParticipant, true],
    ['a participant whose address is confirmed', byLink(hattie), true],
    ['the same in capitals', byLink({ ...hattie, mail: hattie.mail.toUpperCase() }), true],
    [
      'somebody with a confirmed address that is on no list',
      byLink({ name: 'X', mail: 'x@example.org' }),
      false,
    ],
    ['somebody who only bears the name', { id: 'x', name: hattie.name }, false],
    ['the facilitator', theFacilitator, false],
  ])('%s: %#', (_who, person, does) => {
    expect(takesPart(booked, person)).toBe(does);
  });

  it('and is a participant, is not the requester', () => {
    expect(participantOf(booked, theRequester)).toBeUndefined();
    expect(participantOf(booked, theParticipant)).toEqual(sam);
  });
});

describe('Saying that one cannot come', () => {
  it('is kept, and told to the requester; coordinators see it', () => {
    const { next, effects } = taken(booked, attend(false), byLink(hattie));
    expect(next).toEqual({ ...booked, absent: [hattie.mail] });
    expect(effects).toEqual([
      { kind: 'show-coordinators' },
      { kind: 'show-requester' },
      { kind: 'call-requester', about: 'cannot-come' },
    ]);
  });

  it('calls the coordinators once too few agencies are left', () => {
    const two = aRequest.booked({ ask: anAsk({ participants: [hattie, sam] }) });
    expect(taken(two, attend(false), theParticipant).effects).not.toContainEqual(
      expect.objectContaining({ kind: 'call-coordinators' }),
    );
    expect(taken(two, attend(false), byLink(hattie)).effects).toContainEqual({
      kind: 'call-coordinators',
      about: 'cannot-come',
    });
  });

  it('leaves the agencies of the others, and of those no list has any more each code once', () => {
    const [one, other] = [
      aParticipant({ team: 'old-one' }),
      aParticipant({ team: 'old-other', mail: percy.mail }),
    ];
    const left = (participants: readonly ReturnType<typeof aParticipant>[], absent: readonly string[]) =>
      agenciesLeft(aRequest.booked({ ask: anAsk({ participants }), absent }), defaultPolicy);
    expect(left([hattie, one], [])).toBe(3);
    expect(left([one, { ...sam, team: 'old-one' }], [])).toBe(2);
    expect(left([one, other], [percy.mail])).toBe(2);
  });

  it('twice, or coming without having said otherwise, changes nothing', () => {
    const absent = { ...booked, absent: [hattie.mail] };
    expect(taken(absent, attend(false), byLink(hattie))).toEqual({ next: absent, effects: [] });
    expect(taken(booked, attend(true), byLink(hattie))).toEqual({ next: booked, effects: [] });
  });

  it('can be taken back, and leaves nothing behind', () => {
    const { next, effects } = taken({ ...booked, absent: [hattie.mail] }, attend(true), byLink(hattie));
    expect(next).toEqual(booked);
    expect(effects.map(({ kind }) => kind)).toEqual(['show-coordinators', 'show-requester']);
  });

  it('is taken back by each for themselves', () => {
    const both = { ...booked, absent: [hattie.mail, percy.mail] };
    const { next } = taken(both, attend(true), byLink(hattie));
    expect(next).toEqual({ ...booked, absent: [percy.mail] });
  });

  it.each([
    ['the requester', theRequester],
    ['the facilitator', theFacilitator],
    ['a coordinator', theCoordinator],
  ])('is not for %s', (_who, by) => {
    expect(refusedOf(booked, attend(false), by)).toBe('not-taking-part');
  });

  it('is of the session they know, and before it begins', () => {
    expect(refusedOf(booked, attend(false, 2), theParticipant)).toBe('changed-meanwhile');
    expect(refusedOf(booked, attend(false), theParticipant, booked.match.slot.start)).toBe('too-late');
    expect(refusedOf(aRequest.held(), attend(false), theParticipant)).toBe('session-over');
    expect(refusedOf(aRequest.closed(), attend(false), theParticipant)).toBe('not-taking-place');
    const over = aRequest.closed({ outcome: { kind: 'completed' } });
    expect(refusedOf(over, attend(false), theParticipant)).toBe('session-over');
  });

  it('is forgotten with another time, and kept with another facilitator', () => {
    const elsewhen = aSlot('2026-12-10T10:00');
    for (const slot of [booked.match.slot, elsewhen]) {
      const told = story(aRequest.booked({ absent: [hattie.mail] }), { now });
      told
        .by(theFacilitator, { kind: 'cannot', attempt: 1 })
        .finds({ facilitator: amber, slot, automatic: true });
      told.by(theCoordinator, { kind: 'approve', matchId: `${told.request.round}-1` });
      told.reports({ kind: 'reserved', attempt: 2 });
      if (slot === elsewhen) told.reports({ kind: 'moved', attempt: 2 });
      told.reports({ kind: 'meeting-secured', attempt: 2, openingChecks: [] });
      expect(told.request).toMatchObject({ state: 'booked', attempt: 2 });
      expect('absent' in told.request && told.request.absent).toEqual(
        slot === elsewhen ? false : [hattie.mail],
      );
    }
  });

  it('is forgotten once they take part no longer', () => {
    const told = story(aRequest.booked({ absent: [hattie.mail, percy.mail] }), { now });
    told.by(theRequester, {
      kind: 'propose-participants',
      answers: { removed: [hattie.mail], added: [], notNames: '' },
      known: [],
    });
    told.by(theCoordinator, { kind: 'agree-proposal', at: now });
    expect(told.request).toMatchObject({ absent: [percy.mail] });
    const to = { id: 'percys-id', name: percy.name, mail: percy.mail };
    expect('absent' in told.by(theCoordinator, { kind: 'transfer', to }).request).toBe(false);
  });
});

describe('Asking for an arrangement', () => {
  const ask = (...arrangements: ('bsl' | 'captions')[]) =>
    ({ kind: 'ask-arrangements', arrangements }) as const;

  it('adds to what there is, and tells everybody who has to know', () => {
    const request = aRequest.booked({ ask: anAsk({ arrangements: ['captions'] }) });
    const { next, effects } = taken(request, ask('bsl', 'captions'), byLink(hattie));
    expect(next).toEqual({
      ...request,
      ask: { ...request.ask, arrangements: ['captions', 'bsl'] },
      revision: 1,
    });
    expect(effects.map(({ kind }) => kind)).toEqual([
      'show-coordinators',
      'show-requester',
      'show-facilitator',
      'call-coordinators',
    ]);
  });

  it('calls the coordinators to arrange for the first one too', () => {
    const { next, effects } = taken(booked, ask('bsl'), byLink(hattie));
    expect(next.ask.arrangements).toEqual(['bsl']);
    expect(effects).toContainEqual({ kind: 'call-coordinators', about: 'arrangements' });
  });

  it('never takes one away, and what is there already changes nothing', () => {
    const request = aRequest.booked({ ask: anAsk({ arrangements: ['bsl'] }) });
    for (const command of [ask('bsl'), ask()])
      expect(taken(request, command, theParticipant)).toEqual({ next: request, effects: [] });
  });

  it('is for participants once they are invited, for the requester before as well, and for nobody else', () => {
    expect(refusedOf(aRequest.submitted(), ask('bsl'), theParticipant)).toBe('not-taking-place');
    expect(refusedOf(aRequest.submitted(), ask('bsl'), theRequester)).toBe('accepted');
    for (const by of [theFacilitator, theCoordinator])
      expect(refusedOf(booked, ask('bsl'), by)).toBe('not-taking-part');
  });

  it('takes only what is on the list', () => {
    const unknown = { kind: 'ask-arrangements', arrangements: ['cake'] } as unknown as PersonCommand;
    expect(decided(booked, unknown, theRequester)).toEqual({
      refused: 'form',
      problems: [{ field: 'arrangements', fault: 'not-listed' }],
    });
  });
});

describe('The colleague who may act', () => {
  const colleague = { mail: 'colleague@schools.example.org' };
  const request = aRequest.submitted({ requester: aRequester({ colleague }) });

  it('may come by a link to the address the requester gave, though no directory knows them', () => {
    expect(refusedOf(request, { kind: 'withdraw' }, byLink({ name: 'C', mail: colleague.mail }))).toBe(
      'accepted',
    );
  });

  it('is not whoever signs in and only says so', () => {
    expect(refusedOf(request, { kind: 'withdraw' }, { id: 'c', name: colleague.mail })).toBe(
      'requester-only',
    );
    expect(refusedOf(request, { kind: 'withdraw' }, byLink({ name: 'C', mail: 'c@example.org' }))).toBe(
      'requester-only',
    );
  });
});
