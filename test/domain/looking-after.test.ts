import { decide } from '../../src/domain/decide';
import type { EditAnswers } from '../../src/domain/edit';
import { noteMark } from '../../src/domain/note';
import type { Participant } from '../../src/domain/people';
import type { Command } from '../../src/domain/request';
import {
  aKnownPerson,
  aMatch,
  anAsk,
  anEdit,
  aNote,
  answers,
  aParticipant,
  aRequest,
  aRequester,
  at,
  theCoordinator,
  theRequester,
} from '../builders';
import { practitioners } from '../sandbox/people';
import { accepted, addressed, commands, entitled, now, refusedOf } from './decided';

const [, sam] = practitioners;

describe('Returning for changes', () => {
  const returning = (text: string, notNames = '') =>
    addressed({ ...commands.return, missing: { text, notNames } });

  it('keeps what is missing, and drops matches of what will change', () => {
    const { next } = accepted(aRequest.submitted(), returning('  Could a school take part? '));
    expect(next).toMatchObject({
      state: 'returned',
      missing: 'Could a school take part?',
      returnedBy: theCoordinator,
      ask: anAsk(),
    });
    expect(next).not.toHaveProperty('matches');
  });

  it.each(['', ' ', 'x'.repeat(601)])('needs some words, and not too many', (text) => {
    expect(refusedOf(aRequest.submitted(), returning(text))).toBe('form');
  });

  it('names no child: what is certain is refused, what is likely asked about', () => {
    const text = 'Is this about Jayden aged 7?';
    const decision = decide(aRequest.submitted(), returning(`${text} 999 100 2340`), entitled(returning('')));
    expect(decision).toMatchObject({
      problems: [{ fault: 'identifier' }, { field: 'note', fault: 'likely-identifier' }],
    });
    expect(refusedOf(aRequest.submitted(), returning(text, noteMark({ text }, now)))).toBe('accepted');
  });
});

describe('Sending the form again', () => {
  const change = (over = {}) => addressed({ ...commands.change, answers: answers(over) });

  it('begins a new wait with fresh matches, and keeps who could not come', () => {
    const { next } = accepted(
      aRequest.returned({ round: 3, passed: ['somebody'], revision: 1 }),
      change({ caseReference: 'NEW-1' }),
    );
    expect(next).toMatchObject({
      state: 'submitted',
      round: 4,
      revision: 2,
      passed: ['somebody'],
      answerDueAt: at('2026-11-27T17:00'),
      submittedAt: aRequest.submitted().submittedAt,
      ask: { caseReference: 'NEW-1' },
    });
  });

  it('replaces everything of the one before, so that two devices never make a mixture', () => {
    const first = accepted(aRequest.returned(), change({ phone: '01632 960123', venue: '' })).next;
    const { next } = accepted(first, change({ caseReference: 'SECOND-1' }));
    expect(next.requester).not.toHaveProperty('phone');
    expect(next.ask.caseReference).toBe('SECOND-1');
    expect(next.revision).toBe(2);
  });

  it('is as strict as the first time', () => {
    expect(refusedOf(aRequest.returned(), change({ reason: 'NHS number 999 100 2340' }))).toBe('form');
  });

  it('may be done by the colleague who was named, for the requester', () => {
    const requester = aRequester({ colleague: { mail: sam.mail, id: sam.id } });
    const by = { id: sam.id, name: sam.name };
    const command: Command = { ...change(), by } as Command;
    expect(accepted(aRequest.returned({ requester }), command).next.requester).toMatchObject(theRequester);
    // Whoever has just sent it may go on acting, without waiting for the directory to be asked again.
    const named = { ...command, answers: answers({ colleague: sam.mail }) } as Command;
    expect(accepted(aRequest.returned({ requester }), named).next.requester.colleague).toEqual(
      requester.colleague,
    );
    const another = { ...command, answers: answers({ colleague: 'else@x.example' }) } as Command;
    expect(accepted(aRequest.returned({ requester }), another).next.requester.colleague).toEqual({
      mail: 'else@x.example',
    });
    const unknown = aRequest.returned({ requester: aRequester({ colleague: { mail: sam.mail } }) });
    expect(refusedOf(unknown, command)).toBe('requester-only');
  });
});

describe('Completing a request', () => {
  const toBeNamed = [
    { role: 'school nurse', team: 'hl-sn' },
    { role: 'head of year', team: 'ed-sec' },
  ];
  const open = aRequest.submitted({ ask: anAsk({ toBeNamed }) });
  const edit = (over: Partial<EditAnswers>, basedOn = 0) =>
    addressed({ ...commands.edit, answers: anEdit(over), basedOn } as typeof commands.edit);
  const problemsOf = (over: Partial<EditAnswers>) => {
    const decision = decide(open, edit(over), entitled(edit(over)));
    return 'refused' in decision ? decision.problems : 'accepted';
  };
  const nobody = { name: '', mail: '', dropped: false };
  const nora = { name: ' Nora Navy ', mail: 'Nora.Navy@health-sandbox.example ', dropped: false };

  it('is not approved before everybody is named', () => {
    expect(refusedOf(open, addressed(commands.approve))).toBe('not-everybody-named');
    const picked = [{ id: sam.id, team: 'cs-eh' }];
    const unread = aRequest.submitted({ ask: anAsk({ picked }) });
    expect(refusedOf(unread, addressed(commands.approve))).toBe('not-everybody-named');
  });

  it('names one, leaves one open, or does without', () => {
    const one = accepted(open, edit({ named: [nora, nobody] })).next.ask;
    expect(one.participants.at(-1)).toEqual({
      name: 'Nora Navy',
      mail: 'nora.navy@health-sandbox.example',
      team: 'hl-sn',
    });
    expect(one.toBeNamed).toEqual([toBeNamed[1]]);
    const without = accepted(open, edit({ named: [nobody, { ...nobody, dropped: true }] })).next.ask;
    expect(without.toBeNamed).toEqual([toBeNamed[0]]);
  });

  it.each<[string, Partial<EditAnswers>, object]>([
    [
      'half a name',
      { named: [nobody, { ...nora, mail: '' }] },
      { field: 'named', entry: 1, fault: 'bad-mail' },
    ],
    [
      'somebody who takes part already',
      { named: [{ ...nora, mail: aParticipant().mail }] },
      { field: 'named', entry: 0, fault: 'twice' },
    ],
    [
      'an interpreter without an address',
      { interpreters: [{ name: 'Ivo Indigo', mail: '' }] },
      { field: 'interpreters', entry: 0, fault: 'bad-mail' },
    ],
    ['dates that are gone', { earliest: '2026-11-02' }, { field: 'earliest', fault: 'in-the-past' }],
    [
      'a venue that tells where a family lives',
      { place: 'in-person', venue: 'Flat 3, Sycamore House' },
      { field: 'venue', fault: 'likely-identifier' },
    ],
    [
      'an NHS number for a name',
      { named: [{ ...nora, name: '999 100 2340' }] },
      { field: 'named', entry: 0, fault: 'identifier' },
    ],
  ])('is refused for %s', (_what, over, problem) => {
    expect(problemsOf(over)).toContainEqual(expect.objectContaining(problem));
    expect(refusedOf(open, edit(over))).toBe('form');
  });

  it('looks for matches anew, with the venue and dates given', () => {
    const { next } = accepted(
      aRequest.returned({ round: 2 }),
      edit({ place: 'in-person', venue: 'Town hall', latest: '2026-12-11', arrangements: ['bsl'] }),
    );
    expect(next).toMatchObject({
      state: 'submitted',
      round: 3,
      revision: 1,
      ask: {
        place: { kind: 'in-person', venue: 'Town hall' },
        latest: '2026-12-11',
        arrangements: ['bsl'],
        reason: anAsk().reason,
      },
    });
  });

  it('invites an interpreter without counting them', () => {
    const interpreters = [
      { name: 'Ivo Indigo', mail: 'Ivo@interpreters.example' },
      { name: '', mail: '' },
    ];
    const { ask } = accepted(open, edit({ interpreters })).next;
    expect(ask.interpreters).toEqual([{ name: 'Ivo Indigo', mail: 'ivo@interpreters.example' }]);
    expect(ask.participants).toHaveLength(anAsk().participants.length);
  });

  it('does not overwrite what the requester changed meanwhile', () => {
    expect(refusedOf(aRequest.submitted({ revision: 2 }), edit({}, 1))).toBe('changed-meanwhile');
    expect(refusedOf(aRequest.submitted({ revision: 2 }), edit({}, 2))).toBe('accepted');
  });
});

describe('A note to the requester', () => {
  it('stands beside the request, whatever its state', () => {
    const { next } = accepted(aRequest.booked(), addressed(commands.note));
    expect(next).toMatchObject({
      state: 'booked',
      note: { text: aNote().text, by: theCoordinator, at: now },
    });
  });

  it('is read for identifiers like everything that is stored', () => {
    const note = { text: 'Her date of birth is 14/03/2015', notNames: '' };
    expect(refusedOf(aRequest.booked(), addressed({ ...commands.note, note }))).toBe('form');
  });
});

describe('Handing a request over', () => {
  const transfer = (to = aKnownPerson()) => addressed({ ...commands.transfer, to });

  it('makes somebody else its requester, without the number of the former', () => {
    const requester = aRequester({ phone: '01632 960123', gone: true });
    const { next } = accepted(aRequest.submitted({ requester }), transfer());
    expect(next.requester).toEqual({ ...aKnownPerson(), team: requester.team, handedOver: true });
  });

  it('a participant who becomes the requester takes part once, with their own team', () => {
    const { id, name, mail } = sam;
    const { next } = accepted(aRequest.submitted(), transfer({ id, name, mail }));
    expect(next.requester).toMatchObject({ id, team: 'cs-eh' });
    expect(next.ask.participants.map((each) => each.mail)).not.toContain(mail);
  });

  it.each<[string, Partial<Participant>, boolean]>([
    ['by their account, whose address has changed since', { id: sam.id, mail: 'old@x.example' }, false],
    ['by their address, without an account', { mail: sam.mail.toUpperCase() }, false],
    ['by neither', { id: 'another', mail: 'old@x.example' }, true],
  ])('knows whoever takes part already %s', (_how, over, staysListed) => {
    const participants = [...anAsk().participants.slice(0, 2), aParticipant(over)];
    const { id, name, mail } = sam;
    const request = aRequest.submitted({ ask: anAsk({ participants }) });
    const { next } = accepted(request, transfer({ id, name, mail }));
    expect(next.ask.participants).toEqual(staysListed ? participants : participants.slice(0, 2));
  });

  it('is not to the facilitator of the session, nor to who has it already', () => {
    const { facilitator } = aMatch();
    expect(refusedOf(aRequest.offered(), transfer(facilitator))).toBe('not-independent');
    expect(refusedOf(aRequest.offered(), transfer({ ...theRequester, mail: 'p@x.example' }))).toBe(
      'already-theirs',
    );
  });
});

describe('Declining', () => {
  it('names the better door, and no door for another reason', () => {
    const decline = (over: object) => addressed({ ...commands.decline, ...over });
    expect(accepted(aRequest.submitted(), decline({ door: 'tafs' })).next).toMatchObject({
      outcome: { kind: 'declined', reason: 'another-door', door: 'tafs' },
    });
    const { next } = accepted(aRequest.returned(), decline({ reason: 'outside-norfolk', door: 'tafs' }));
    expect(next).toMatchObject({ outcome: { reason: 'outside-norfolk' } });
    expect(next).not.toHaveProperty('outcome.door');
  });
});
