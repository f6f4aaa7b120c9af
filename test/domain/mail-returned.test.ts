/** A mail that came back: shown to coordinators until whoever it was to has answered, or need not be written to any more. */
import type { Person } from '../../src/domain/people';
import type { Effect, PersonCommand, Request } from '../../src/domain/request';
import {
  canTryAgain,
  isSameTrouble,
  type MailReturned,
  mailReturned,
  needsHelp,
} from '../../src/domain/setback';
import { personIdFor } from '../../src/ids';
import { troublesInWords } from '../../src/teams/wording/troubles';
import {
  aFacilitatorRef,
  aMatch,
  aRequest,
  aRequester,
  aStranger,
  theCoordinator,
  theFacilitator,
} from '../builders';
import { outsiders } from '../sandbox/people';
import { somePoll } from '../some-poll';
import { accepted, addressed, commands } from './decided';

const [hattie, percy] = outsiders;
const head = { id: 'head-of-a-page', name: 'Hedda Head', mail: 'head@schools.example.org' };
const base = {
  requester: aRequester({ ...head, outside: true }),
  match: aMatch({ facilitator: aFacilitatorRef({ outside: true }) }),
};
const booked = aRequest.booked(base);
const OF_REQUESTER: MailReturned = { kind: 'mail-returned', who: 'requester' };
const OF_FACILITATOR: MailReturned = { kind: 'mail-returned', who: 'facilitator', attempt: 1 };
const ofParticipant = (mail: string): MailReturned => ({ kind: 'mail-returned', who: 'participant', mail });
const ALL = [OF_REQUESTER, OF_FACILITATOR, ofParticipant(hattie.mail), ofParticipant(percy.mail)];
const met = (request: Request, trouble: MailReturned) =>
  accepted(request, { kind: 'trouble-met', trouble, requestId: request.id, by: 'system' });
const by = (request: Request, command: PersonCommand, who: Person) =>
  accepted(request, { ...command, requestId: request.id, by: who }).next.troubles ?? [];
const byLink = ({ name, mail }: { name: string; mail: string }): Person => ({
  id: personIdFor(mail),
  name,
  mail,
});

describe('A mail that came back', () => {
  it('calls the coordinators, once for each person', () => {
    let request: Request = booked;
    for (const trouble of ALL) {
      const { next, effects } = met(request, trouble);
      expect(effects).toEqual([{ kind: 'show-coordinators' }, { kind: 'call-coordinators' }]);
      expect(met(next, trouble)).toEqual({ next, effects: [] });
      request = next;
    }
    expect(request.troubles).toEqual(ALL);
    expect([needsHelp(request), canTryAgain(request)]).toEqual([true, false]);
  });

  it('is nobody’s trouble where they are not written to any more', () => {
    expect(met(aRequest.booked(), OF_REQUESTER).effects).toEqual([]);
    expect(met(booked, ofParticipant('gone@example.org')).effects).toEqual([]);
    expect(met(booked, { ...OF_FACILITATOR, attempt: 2 }).effects).toEqual([]);
  });

  it('tells whom to ring', () => {
    expect(troublesInWords(ALL, true).join(' ')).toMatch(/requester.*ring.*facilitator.*ring/);
    expect(troublesInWords(ALL, true).join(' ')).toContain(hattie.mail);
    // Others read along in the channel.
    expect(troublesInWords(ALL, false).join(' ')).not.toContain(hattie.mail);
  });

  it('is known by whom it was to', () => {
    expect(mailReturned({ as: 'participant', mail: hattie.mail })).toEqual(ofParticipant(hattie.mail));
    expect(mailReturned({ as: 'requester' })).toEqual(OF_REQUESTER);
    const to = { as: 'facilitator', facilitator: aFacilitatorRef(), attempt: 1 } as const;
    expect(mailReturned(to)).toEqual(OF_FACILITATOR);
    for (const one of ALL) expect(ALL.filter((each) => isSameTrouble(one, each))).toEqual([one]);
  });
});

describe('It is over', () => {
  const request = { ...booked, troubles: ALL };

  it('once they have come to their page and done something', () => {
    const attend = { kind: 'attend', attempt: 1, coming: false } as const;
    expect(by(request, attend, byLink(hattie))).toEqual(ALL.filter((each) => each !== ALL[2]));
    const bsl = { kind: 'ask-arrangements', arrangements: ['bsl'] } as const;
    expect(by(request, bsl, head)).toEqual(ALL.slice(1));
    const asked = { ...aRequest.offered(base), troubles: ALL };
    expect(by(asked, { kind: 'accept', attempt: 1 }, theFacilitator)).not.toContainEqual(OF_FACILITATOR);
  });

  it('once they are no longer on the request', () => {
    const next = accepted(request, addressed(commands.transfer)).next.troubles;
    expect(next).toEqual(ALL.slice(1));
    const participants = request.ask.participants.slice(1);
    const proposed = { ...request, proposal: { participants, at: 1, by: head } };
    expect(by(proposed, { kind: 'agree-proposal', at: 1 }, theCoordinator)).toEqual(
      ALL.filter((each) => each !== ALL[2]),
    );
    expect(by(request, { kind: 'cannot', attempt: 1 }, theFacilitator)).not.toContainEqual(OF_FACILITATOR);
  });

  it('for nobody else by what one of them does, nor by what a coordinator does', () => {
    expect(by(request, { kind: 'note', note: { text: 'Hello.', notNames: '' } }, theCoordinator)).toEqual(
      ALL,
    );
    expect(() => by(request, { kind: 'withdraw' }, aStranger)).toThrow('requester-only');
  });

  it('and nothing else is by that, though it is about the same person', () => {
    const unreached = { ...OF_FACILITATOR, kind: 'not-reached' } as const;
    const asked = aRequest.offered({ ...base, troubles: [unreached, OF_FACILITATOR] });
    expect(by(asked, { kind: 'accept', attempt: 1 }, theFacilitator)).toEqual([unreached]);
  });

  it('and nothing is left of it', () => {
    const { next } = accepted(
      { ...booked, troubles: [OF_REQUESTER] },
      { kind: 'ask-arrangements', arrangements: ['bsl'], requestId: booked.id, by: head },
    );
    expect(next).not.toHaveProperty('troubles');
  });

  const poll = somePoll({ asked: [hattie.mail, percy.mail] });
  const of = ofParticipant(hattie.mail);

  it.each<[string, Request, PersonCommand, readonly Effect['kind'][]]>([
    [
      'where nothing else is asked for',
      aRequest.booked({ ...base, absent: [hattie.mail] }),
      { kind: 'attend', attempt: 1, coming: false },
      ['show-coordinators'],
    ],
    [
      'once, where they are shown it all the same',
      aRequest.submitted({ poll }),
      { kind: 'answer-poll', at: poll.at, starts: [] },
      ['show-coordinators'],
    ],
    [
      'once, among what else is asked for',
      booked,
      { kind: 'attend', attempt: 1, coming: false },
      ['show-coordinators', 'mail'],
    ],
  ])('and coordinators see that it is, %s', (_where, request, command, kinds) => {
    const { effects } = accepted(
      { ...request, troubles: [of] },
      { ...command, requestId: request.id, by: byLink(hattie) },
    );
    expect(effects.map(({ kind }) => kind)).toStrictEqual(kinds);
  });
});
