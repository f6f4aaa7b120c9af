/** Mails in place of cards, for one decision at a time: who has a part in a request, and what is news to them. */
import { mailed, partOf } from '../../src/domain/mailed';
import type { Effect, Request } from '../../src/domain/request';
import {
  aFacilitatorRef,
  aMatch,
  anotherFacilitator,
  aRequest,
  aRequester,
  aSlot,
  theCoordinator,
} from '../builders';
import { addressed, commands } from './decided';

const fay = aFacilitatorRef({ outside: true });
const amber = aFacilitatorRef({ ...anotherFacilitator, mail: 'amber@county.example', outside: true });
const match = aMatch({ facilitator: fay });
const { slot } = match;
const insteadOf = (stage: 'asked' | 'moving') => ({
  chosen: {
    ...{ attempt: 2, match: aMatch({ facilitator: amber, slot: aSlot('2026-12-09T10:00') }) },
    by: theCoordinator,
    stage: stage === 'asked' ? ({ at: 'asked', answerBy: 1 } as const) : ({ at: 'moving' } as const),
  },
});

describe('What somebody of the pool has to do with a request', () => {
  it.each<[string, Request, string, ReturnType<typeof partOf>]>([
    ['nothing, as long as nobody is chosen', aRequest.submitted(), fay.id, undefined],
    ['nothing, as long as nobody has been asked', aRequest.approved({ match }), fay.id, undefined],
    ['asked', aRequest.offered({ match }), fay.id, { as: 'asked', attempt: 1, slot }],
    ['another is asked', aRequest.offered({ match }), amber.id, undefined],
    ['theirs', aRequest.booked({ match }), fay.id, { as: 'theirs', attempt: 1, slot }],
    ['theirs while it is evaluated', aRequest.held({ match }), fay.id, { as: 'theirs', attempt: 1, slot }],
    ['another’s', aRequest.booked({ match }), amber.id, undefined],
    ['theirs no more', aRequest.uncovered({ match }), fay.id, undefined],
    [
      'asked in place of another',
      aRequest.uncovered({ match, rearranging: insteadOf('asked') }),
      amber.id,
      { as: 'asked', attempt: 2, slot: aSlot('2026-12-09T10:00') },
    ],
    [
      'another is asked in their place',
      aRequest.uncovered({ match, rearranging: insteadOf('asked') }),
      fay.id,
      undefined,
    ],
    [
      'nothing to answer while it is moved',
      aRequest.booked({ match, rearranging: insteadOf('moving') }),
      amber.id,
      undefined,
    ],
  ])('%s', (_what, request, id, expected) => {
    expect(partOf(request, id)).toEqual(expected);
  });
});

const show = (facilitator: typeof fay, attempt = 1): Effect => ({
  kind: 'show-facilitator',
  attempt,
  facilitator,
});
const command = addressed(commands.approve);
const effectsOf = (before: Request | undefined, next: Request, effects: readonly Effect[], as = command) =>
  mailed(before, as, { next, effects }).effects;
const toFacilitator = (facilitator: typeof fay, attempt: number, news: string) => ({
  ...{ kind: 'mail', to: { as: 'facilitator', facilitator, attempt }, news },
});

describe('A facilitator without Teams', () => {
  const asked = aRequest.offered({ match });
  it.each<[string, Request | undefined, Request, readonly object[]]>([
    ['is asked', aRequest.approved({ match }), asked, [toFacilitator(fay, 1, 'asked')]],
    ['is not asked twice', asked, asked, []],
    ['is asked again, by another attempt', asked, { ...asked, attempt: 2 }, [toFacilitator(fay, 2, 'asked')]],
    [
      'has it without being asked, where they accept whatever is offered',
      aRequest.approved({ match }),
      aRequest.booked({ match }),
      [toFacilitator(fay, 1, 'theirs')],
    ],
    ['has had no part in it', aRequest.submitted(), aRequest.submitted(), []],
    ['is the first thing anybody knows of it', undefined, asked, [toFacilitator(fay, 1, 'asked')]],
  ])('%s', (_what, before, next, mails) => {
    expect(effectsOf(before, next, [show(fay)])).toEqual(mails);
  });

  it('is written to once, whoever else is written to', () => {
    const before = aRequest.booked({ match });
    const next = aRequest.booked({ match: aMatch({ facilitator: amber }), attempt: 2 });
    expect(effectsOf(before, next, [show(fay), show(amber, 2), show(fay)])).toEqual([
      toFacilitator(fay, 1, 'no-longer-theirs'),
      toFacilitator(amber, 2, 'theirs'),
    ]);
  });
});

describe('A requester without Teams', () => {
  const requester = aRequester({ outside: true });
  const booked = aRequest.booked({ requester });
  const news = (what: string) => [{ kind: 'mail', to: { as: 'requester' }, news: what }];

  it('is shown nothing on the day, where one of the tenant is', () => {
    const onTheDay: Effect = { kind: 'show-on-the-day', attempt: 1, at: 1 };
    expect(effectsOf(booked, booked, [onTheDay])).toEqual([]);
    expect(effectsOf(aRequest.booked(), aRequest.booked(), [onTheDay])).toEqual([onTheDay]);
  });

  it('is told once too few come, and of a session that has to be asked for anew', () => {
    const seen = addressed(commands['event-seen']);
    expect(effectsOf(booked, booked, [{ kind: 'call-requester' }], seen)).toEqual(news('too-few'));
    expect(effectsOf(booked, aRequest.submitted({ requester }), [])).toEqual(news('state'));
  });
});

describe('Those in no directory', () => {
  const [hattie, percy] = aRequest.booked().ask.participants;
  const invite: Effect = { kind: 'invite-participants', attempt: 1 };
  const invited = [hattie, percy].map((each) => ({
    ...{ kind: 'mail', to: { as: 'participant', mail: each!.mail }, news: 'invited' },
  }));

  it.each<[string, Request, Request, readonly Effect[], readonly object[]]>([
    [
      'are invited where that is all there is to do',
      aRequest.offered(),
      aRequest.booked(),
      [invite],
      invited,
    ],
    ['are not without it', aRequest.offered(), aRequest.booked(), [{ kind: 'find-matches', round: 1 }], []],
    ['are not before a session stands', aRequest.approved(), aRequest.offered(), [invite], []],
    ['are not again', aRequest.booked(), aRequest.booked(), [invite], []],
  ])('%s', (_what, before, next, effects, mails) => {
    expect(effectsOf(before, next, effects).filter(({ kind }) => kind === 'mail')).toEqual(mails);
  });
});
