/** People without Teams on a request: who they are to it, and who may ask for what. */
import { lookedUp, toLookUp } from '../../src/domain/directory';
import { isPartner } from '../../src/domain/partners';
import { defaultPolicy } from '../../src/domain/policy';
import { mayActFor } from '../../src/domain/people';
import type { PersonCommand } from '../../src/domain/request';
import { isOpenTo, OPEN_TO } from '../../src/domain/who-may';
import { personIdFor } from '../../src/ids';
import {
  anAsk,
  answers,
  aParticipant,
  aRequest,
  aRequester,
  aStranger,
  theCoordinator,
  theFacilitator,
  theParticipant,
  theRequester,
} from '../builders';
import { accepted, addressed, commands, refusedOf, requests, STATES } from './decided';

const mail = 'headteacher@schools.example.org';
const head = { id: personIdFor(mail), name: 'Hedda Head', mail };
const submitted = () => accepted(undefined, { ...commands.submit, by: head, requestId: 'new' }).next;

describe('Whoever asks from a confirmed address', () => {
  it('is the requester by that address, and stays so when they send the form again', () => {
    const outside = { ...head, outside: true, team: 'cs-fs' };
    expect(submitted().requester).toEqual(outside);
    const known = { ...submitted(), requester: { ...submitted().requester, hasAccount: true as const } };
    const change = { kind: 'change', answers: answers(), by: head, requestId: 'new' } as const;
    expect(accepted(known, change).next.requester).toEqual({ ...outside, hasAccount: true });
  });

  it('is no outsider who signed in', () => {
    expect(accepted(undefined, addressed(commands.submit)).next.requester).not.toHaveProperty('outside');
  });

  it('is looked up by the address and never by the id, and is never gone', () => {
    const { ids, mails } = toLookUp(submitted());
    expect(ids).not.toContain(head.id);
    expect(mails).toContain(mail);
    const { requester } = lookedUp(submitted(), []);
    expect(requester).toEqual(submitted().requester);
  });

  it('is said to have an account while the directory knows the address, and stays who they are', () => {
    const known = lookedUp(submitted(), [{ id: 'an-account', name: 'H. Head', mail }]);
    expect(known.requester).toEqual({ ...submitted().requester, hasAccount: true });
    expect(lookedUp(known, []).requester).toEqual(submitted().requester);
  });

  it('takes part once, however they listed themself', () => {
    const twice = anAsk({ participants: [aParticipant(), aParticipant({ name: 'Me', mail })] });
    for (const known of [[], [{ id: 'an-account', name: 'H. Head', mail }]])
      expect(lookedUp({ ...submitted(), ask: twice }, known).ask.participants).toEqual([aParticipant()]);
  });

  it('is no outsider any more once it was handed to somebody of the tenant', () => {
    const { requester } = accepted(submitted(), { ...commands.transfer, requestId: 'new' }).next;
    expect(requester).not.toHaveProperty('outside');
  });
});

describe('Who may act for a requester', () => {
  const colleague = { mail: 'colleague@schools.example.org' };
  it.each([
    ['whoever comes from the colleague’s address', { id: 'x', mail: colleague.mail }, true],
    ['the same in capitals', { id: 'x', mail: colleague.mail.toUpperCase() }, true],
    ['whoever comes from another', { id: 'x', mail: 'another@schools.example.org' }, false],
    ['whoever signed in with no address', { id: 'x' }, false],
    ['an id that is the address', { id: colleague.mail }, false],
  ])('%s: %#', (_who, person, may) => {
    expect(mayActFor(aRequester({ colleague }), person)).toBe(may);
    expect(mayActFor(aRequester(), person)).toBe(false);
  });
});

describe('What is open to whom', () => {
  const people = {
    requester: theRequester,
    facilitator: theFacilitator,
    participant: theParticipant,
    coordinator: theCoordinator,
  };
  const kinds = Object.keys(OPEN_TO) as PersonCommand['kind'][];
  const SHUT = [
    'coordinators-only',
    'requester-only',
    'facilitator-only',
    'not-taking-part',
    'not-their-session',
  ];
  const request = { ...requests, booked: aRequest.booked(), offered: aRequest.offered() };

  it.each(
    kinds
      .filter((kind) => kind !== 'submit')
      .flatMap((kind) =>
        (Object.keys(people) as (keyof typeof people)[]).map((role) => [kind, role] as const),
      ),
  )('%s by the %s is as the rules have it', (kind, role) => {
    const answered = STATES.map((state) =>
      refusedOf(request[state], addressed(commands[kind], people[role])),
    );
    const isShut = answered.every(
      (each) => SHUT.includes(each) || each === 'not-offered' || each === 'closed',
    );
    expect(isShut).toBe(!isOpenTo(kind, role));
  });

  it('nothing is open to strangers', () => {
    for (const kind of kinds.filter((each) => each !== 'submit'))
      for (const state of STATES)
        expect(refusedOf(request[state], addressed(commands[kind], aStranger))).not.toBe('accepted');
  });
});

describe('A partner organisation', () => {
  const policy = { ...defaultPolicy, partnerDomains: ['police.example.org', 'Schools.example'] };
  it.each([
    ['pc@police.example.org', true],
    ['pc@POLICE.example.org', true],
    ['pc@norwich.police.example.org', true],
    ['head@schools.example', true],
    ['pc@notpolice.example.org', false],
    ['pc@example.org', false],
    ['police.example.org@elsewhere.example', false],
    ['pc@police.example.org.elsewhere.example', false],
  ])('is told by the domain: %s', (address, is) => {
    expect(isPartner(address, policy)).toBe(is);
    expect(isPartner(address, defaultPolicy)).toBe(false);
  });
});
