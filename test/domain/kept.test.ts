/** What is known of a request goes on with it from state to state; leaving a field out of a copy is how it would be lost. */
import type { Command, Request } from '../../src/domain/request';
import { defaultPolicy } from '../../src/domain/policy';
import {
  aKnownPerson,
  aMatch,
  anAsk,
  answers,
  aRequest,
  aRequester,
  at,
  someDatesAsked,
  someMatches,
  theCoordinator,
  theFacilitator,
  theParticipant,
  theRequester,
} from '../builders';
import { accepted, addressed, commands, entitled, refusedOf } from './decided';
import { later, slot, story } from './story';

const note = { text: 'Please ring me.', by: theCoordinator, at: at('2026-11-24T12:00') };
const interpreters = [{ name: 'Ingrid Interpret', mail: 'ingrid@interpreters.example' }];
const followUpOf = { requestId: 'earlier-request', facilitator: theFacilitator.id };
const requester = aRequester({ outside: true, hasAccount: true, unconfirmed: true });
const ask = anAsk({ minutes: 60, followUpOf, interpreters });
const over = { requester, ask, note, revision: 3, leadTold: true as const };
const change: Command = addressed({
  ...commands.change,
  answers: answers({ reason: 'We are stuck.' }),
});

describe('A change of the form', () => {
  it.each([aRequest.submitted(over), aRequest.returned(over)])(
    'keeps what is not on it: $state',
    (request) => {
      const byColleague = aRequester({
        ...requester,
        colleague: { mail: 'c@county.example', id: theParticipant.id },
      });
      const { next } = accepted({ ...request, requester: byColleague }, {
        ...change,
        by: theParticipant,
      } as Command);
      expect(next).toMatchObject({
        requester: { outside: true, hasAccount: true, unconfirmed: true, mail: requester.mail },
        ask: { minutes: 60, followUpOf, interpreters },
        note,
        revision: 4,
        leadTold: true,
      });
    },
  );

  it.each([aRequest.submitted(), aRequest.returned()])(
    'adds nothing that was not there: $state',
    (request) => {
      const { mail: _, ...withoutMail } = aRequester();
      const { next } = accepted({ ...request, requester: withoutMail }, change);
      for (const field of ['minutes', 'followUpOf', 'interpreters'])
        expect(next.ask).not.toHaveProperty(field);
      for (const field of ['outside', 'hasAccount', 'unconfirmed', 'mail', 'colleague'])
        expect(next.requester).not.toHaveProperty(field);
      for (const field of ['note', 'leadTold']) expect(next).not.toHaveProperty(field);
      expect(next).toMatchObject({ revision: 1 });
    },
  );
});

describe('An arrangement that is lost', () => {
  const lost = (request: Request) =>
    accepted(request, addressed({ kind: 'slot-lost', attempt: 1, why: 'event-gone', by: 'system' } as never))
      .next;

  it.each([aRequest.approved(over), aRequest.offered(over), aRequest.booked(over), aRequest.uncovered(over)])(
    'leaves the request as it was asked: $state',
    (request) => {
      expect(lost(request)).toMatchObject({
        state: 'submitted',
        requester,
        ask,
        note,
        revision: 3,
        leadTold: true,
      });
    },
  );

  it('adds nothing that was not there', () => {
    for (const field of ['note', 'revision', 'leadTold', 'reoffer'])
      expect(lost(aRequest.approved())).not.toHaveProperty(field);
  });

  it('is offered on by itself only where somebody could not, and policy says so', () => {
    const policy = { ...defaultPolicy, reoffer: 'automatic' as const };
    const automatic = (command: (typeof commands)['cannot' | 'slot-lost']) =>
      accepted(aRequest.offered(), addressed(command), { policy }).next;
    expect(automatic(commands.cannot)).toMatchObject({ reoffer: theCoordinator });
    expect(
      accepted(aRequest.approved(), addressed(commands['slot-lost']), { policy }).next,
    ).not.toHaveProperty('reoffer');
    expect(accepted(aRequest.offered(), addressed(commands.cannot)).next).not.toHaveProperty('reoffer');
    // Matches that come in for another reason are the coordinators' to choose from.
    const searching = addressed(commands['matches-found']);
    expect(accepted(aRequest.searching(), searching, { policy }).next.state).toBe('submitted');
    expect(accepted(aRequest.searching({ reoffer: theCoordinator }), searching, { policy }).next.state).toBe(
      'approved',
    );
    expect(accepted(aRequest.searching({ reoffer: theCoordinator }), searching).next.state).toBe('submitted');
  });

  it.each([
    ['its time has come', aRequest.booked(), slot.start, 'booked'],
    ['there is still time', aRequest.booked(), slot.start - 1, 'submitted'],
  ])('is arranged anew while there is time: %s', (_when, request, now, state) => {
    const gone = addressed({ kind: 'slot-lost', attempt: 1, why: 'event-gone', by: 'system' } as never);
    expect(accepted(request, gone, { now }).next.state).toBe(state);
    const taken = addressed({ kind: 'slot-lost', attempt: 1, why: 'slot-taken', by: 'system' } as never);
    expect(accepted(request, taken, { now }).next.state).toBe('booked');
    expect(accepted(aRequest.uncovered(), taken, { now }).next.state).toBe('uncovered');
  });
});

describe('The end of a request', () => {
  it('is kept with why nobody was found, where that is so', () => {
    const withdraw = addressed(commands.withdraw);
    const none = someMatches({ best: [], removed: { cap: 2 } });
    expect(accepted(aRequest.submitted({ matches: none }), withdraw).next).toMatchObject({
      unmatched: 'cap',
    });
    expect(accepted(aRequest.submitted(), withdraw).next).not.toHaveProperty('unmatched');
  });

  it.each([aRequest.offered(), aRequest.booked(), aRequest.uncovered()])(
    'is not for the requester to bring about once the session has begun: $state',
    (request) => {
      expect(refusedOf(request, addressed(commands.withdraw), { now: slot.start })).toBe('too-late');
      expect(refusedOf(request, addressed(commands.withdraw), { now: slot.start - 1 })).toBe('accepted');
    },
  );

  it('of what is only being reserved may come at any time, and is kept as withdrawn', () => {
    const { next } = accepted(aRequest.approved(), addressed(commands.withdraw), { now: slot.start });
    expect(next).toMatchObject({ state: 'closed', outcome: { kind: 'withdrawn' } });
  });

  it('is not put off while a session is being moved, and nobody knows whether it has been', () => {
    const chosen = {
      attempt: 2,
      match: aMatch({ slot: later }),
      by: theCoordinator,
      stage: { at: 'moving' } as const,
    };
    const ended = addressed(commands['session-ended']);
    const now = slot.end;
    const moving = accepted(aRequest.booked({ rearranging: { chosen }, tried: 2 }), ended, { now });
    expect(moving.next.state).toBe('booked');
    expect(moving.effects).toEqual([{ kind: 'end-session', attempt: 1, at: now + 5 * 60_000 }]);
    expect(
      accepted(aRequest.booked({ rearranging: { askedBy: 'requester' } }), ended, { now }).next.state,
    ).toBe('held');
  });
});

describe('Whoever is asked for a session', () => {
  const remindedAt = (now: string, answerDays: number) => {
    const policy = { ...defaultPolicy, facilitatorAnswerDays: answerDays };
    const secured = addressed(commands['meeting-secured']);
    const { effects } = accepted(aRequest.approved(), secured, { now: at(now), policy });
    return effects.flatMap((effect) => (effect.kind === 'remind-facilitator' ? [effect.at] : []));
  };

  it('is reminded on the morning of the last day to answer, and not of what they were asked that day', () => {
    expect(remindedAt('2026-11-24T10:00', 2)).toEqual([at(`2026-11-26T${defaultPolicy.dayStart}`)]);
    expect(remindedAt('2026-11-24T10:00', 0)).toEqual([]);
    expect(remindedAt('2026-11-24T07:00', 0)).toEqual([]);
  });

  it('is told only by whoever the offer was made to', () => {
    const offered = aRequest.offered();
    expect(refusedOf(offered, addressed({ ...commands.accept, attempt: 2 } as never))).toBe('not-offered');
    expect(refusedOf(offered, addressed(commands.accept, theCoordinator))).toBe('facilitator-only');
    expect(accepted(offered, addressed(commands.accept), { now: slot.start - 1 }).next).toMatchObject({
      state: 'booked',
      acceptedAt: slot.start - 1,
    });
    expect(refusedOf(offered, addressed(commands.accept), { now: slot.start })).toBe('too-late');
    const inOutlook = accepted(offered, addressed(commands.answered)).next;
    expect(inOutlook).not.toHaveProperty('acceptedAt');
  });
});

describe('The question about other dates', () => {
  it('is over with what had been raised of it, if it is the requester’s turn no longer', () => {
    const handed: Command = addressed({ ...commands.transfer, to: aKnownPerson() });
    const raised = 'coordinators' as const;
    const near = aRequest.submitted({ datesAsked: someDatesAsked({ why: 'dates-near' }), raised });
    expect(accepted(near, handed).next).toMatchObject({ raised });
    expect(accepted(near, handed).next).not.toHaveProperty('datesAsked');
    const turn = aRequest.submitted({ datesAsked: someDatesAsked(), raised });
    expect(accepted(turn, handed).next).not.toHaveProperty('raised');
    expect(accepted(aRequest.submitted(), handed).next).not.toHaveProperty('raised');
  });

  it('is asked only where the calendars were read, and nobody has a time', () => {
    const noTime = { best: [], removed: { 'no-free-slot': 2 } };
    const answered = (matches: Parameters<typeof someMatches>[0]) =>
      accepted(
        aRequest.searching(),
        addressed({ kind: 'matches-found', matches: someMatches(matches), known: [], by: 'system' } as never),
      ).next;
    expect(answered(noTime)).toHaveProperty('datesAsked');
    expect(answered({ ...noTime, unreachable: true })).not.toHaveProperty('datesAsked');
    expect(answered({ ...noTime, best: [aMatch()] })).not.toHaveProperty('datesAsked');
    expect(answered({ best: [], removed: { cap: 1 } })).toHaveProperty('datesAsked');
    expect(answered({ best: [], removed: { 'same-team': 1 } })).not.toHaveProperty('datesAsked');
  });
});

it('a note is kept without the spaces around it', () => {
  const command = addressed({
    ...commands.note,
    note: { text: '  Please ring me. ', notNames: '' },
  });
  expect(accepted(aRequest.submitted(), command, entitled(command)).next).toMatchObject({
    note: { text: 'Please ring me.' },
  });
});

it('a colleague who comes to be the requester acts for themself', () => {
  const colleague = { mail: 'colleague@county.example', id: 'c0113a90' };
  const handed = (to: { id: string; mail: string }) =>
    accepted(
      aRequest.submitted({ requester: aRequester({ colleague }) }),
      addressed({ ...commands.transfer, to: { ...aKnownPerson(), ...to } }),
    ).next.requester;
  expect(handed(colleague)).not.toHaveProperty('colleague');
  expect(handed({ id: 'somebody-else', mail: 'else@county.example' })).toMatchObject({ colleague });
  expect(story(aRequest.booked()).refuses(theRequester, { kind: 'keep-time', attempt: 1 })).toBe(
    'coordinators-only',
  );
});
