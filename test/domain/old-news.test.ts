/** What is over by the time it would be told misleads: a mail, and work for what is chosen in place of what stands. */
import { isStale } from '../../src/domain/lanes';
import type { MailNews, Recipient } from '../../src/domain/mail-news';
import type { Chosen } from '../../src/domain/rearranging';
import type { Effect, Request, State } from '../../src/domain/request';
import { aMatch, aRequest, aSlot, someDatesAsked, theCoordinator } from '../builders';
import { somePoll } from '../some-poll';
import { someRecord } from '../some-record';
import { requests } from './decided';
import { amber } from './story';

const { match } = aRequest.booked();
const { start } = match.slot;
const requester: Recipient = { as: 'requester' };
const hattie: Recipient = { as: 'participant', mail: aRequest.booked().ask.participants[0]!.mail };
const stranger: Recipient = { as: 'participant', mail: 'nobody@county.example' };
const fay: Recipient = { as: 'facilitator', facilitator: match.facilitator, attempt: 1 };
const toAmber: Recipient = { as: 'facilitator', facilitator: amber, attempt: 2 };

/** Amber is to take Fay's place, and has come so far. */
const chosen = (stage: Chosen['stage'], slot = match.slot) => ({
  tried: 2,
  rearranging: {
    chosen: { attempt: 2, match: aMatch({ facilitator: amber, slot }), by: theCoordinator, stage },
  },
});
const asked = aRequest.uncovered(chosen({ at: 'asked', answerBy: start }));
const mail = (to: Recipient, news: MailNews): Effect => ({ kind: 'mail', to, news });

describe('A mail', () => {
  it.each<[MailNews, Recipient, Request]>([
    ['dates-asked', requester, aRequest.submitted({ datesAsked: someDatesAsked() })],
    ['dates-reminder', requester, aRequest.submitted({ datesAsked: someDatesAsked() })],
    ['facilitator-missing', requester, aRequest.booked({ missing: { at: start + 12 * 60_000 } })],
    ['too-few', requester, aRequest.booked({ outlook: { tooFew: 1 } })],
    ['cannot-come', requester, aRequest.booked({ absent: ['hattie@school.example'] })],
    ['asked', fay, aRequest.offered()],
    ['answer-reminder', fay, aRequest.offered()],
    ['asked', toAmber, asked],
    ['theirs', fay, aRequest.booked()],
    ['theirs', fay, aRequest.held()],
    ['no-longer-theirs', fay, aRequest.submitted()],
    ['no-longer-theirs', fay, aRequest.uncovered()],
    ['invited', hattie, aRequest.booked()],
    ['invited', hattie, aRequest.uncovered()],
    ['session-reminder', hattie, aRequest.booked()],
    ['session-reminder', requester, aRequest.booked()],
    ['record', fay, aRequest.held()],
    ['evaluation', hattie, aRequest.held()],
    ['evaluation-reminder', hattie, aRequest.held()],
    ['poll', hattie, aRequest.submitted({ poll: somePoll() })],
    [
      'poll',
      hattie,
      aRequest.submitted({ poll: somePoll({ answers: [{ mail: 'p@x.example', starts: [] }] }) }),
    ],
    ['state', requester, aRequest.closed()],
    ['note', requester, aRequest.closed()],
  ])('of "%s" is sent while it is so (%#)', (news, to, request) => {
    expect(isStale(mail(to, news), request)).toBe(false);
  });

  it.each<[MailNews, Recipient, Request]>([
    ['dates-asked', requester, aRequest.submitted()],
    ['dates-reminder', requester, aRequest.submitted()],
    ['facilitator-missing', requester, aRequest.booked()],
    ['too-few', requester, aRequest.booked()],
    ['too-few', requester, aRequest.booked({ outlook: { linkGone: true } })],
    ['cannot-come', requester, aRequest.booked()],
    ['asked', fay, aRequest.offered({ attempt: 2 })],
    ['asked', fay, aRequest.booked()],
    ['asked', hattie, aRequest.offered()],
    ['answer-reminder', fay, aRequest.booked()],
    ['asked', toAmber, aRequest.uncovered(chosen({ at: 'securing' }))],
    ['theirs', fay, aRequest.booked({ attempt: 2 })],
    ['theirs', toAmber, asked],
    ['no-longer-theirs', fay, aRequest.booked()],
    ['no-longer-theirs', fay, aRequest.offered()],
    ['invited', stranger, aRequest.booked()],
    ['session-reminder', stranger, aRequest.booked()],
    ['session-reminder', hattie, aRequest.uncovered()],
    ['record', fay, aRequest.held({ record: someRecord() })],
    ['poll', hattie, aRequest.submitted()],
    ['poll', stranger, aRequest.submitted({ poll: somePoll() })],
    ['poll', requester, aRequest.submitted({ poll: somePoll() })],
    ['poll', fay, aRequest.submitted({ poll: somePoll() })],
    ['poll', hattie, aRequest.submitted({ poll: somePoll({ over: true }) })],
    [
      'poll',
      hattie,
      aRequest.submitted({ poll: somePoll({ answers: [{ mail: aMailOf(hattie), starts: [] }] }) }),
    ],
  ])('of "%s" is not sent any more (%#)', (news, to, request) => {
    expect(isStale(mail(to, news), request)).toBe(true);
  });

  it.each<[MailNews, Recipient, readonly State[]]>([
    ['dates-asked', requester, []],
    ['facilitator-missing', requester, []],
    ['too-few', requester, []],
    ['cannot-come', requester, []],
    ['asked', fay, ['offered']],
    ['theirs', fay, ['booked', 'held']],
    ['no-longer-theirs', fay, ['submitted', 'returned', 'approved', 'uncovered', 'closed']],
    ['invited', hattie, ['booked', 'uncovered']],
    ['session-reminder', hattie, ['booked']],
    ['record', fay, ['held']],
    ['evaluation', hattie, ['held']],
    ['evaluation-reminder', hattie, ['held']],
    ['poll', hattie, []],
  ])('of "%s" is sent in these states alone, with nothing else to tell (%#)', (news, to, states) => {
    const sent = Object.values(requests).filter((request) => !isStale(mail(to, news), request));
    expect(sent.map(({ state }) => state)).toEqual(states);
  });

  it('of a poll reaches the requester too, where they are among those asked', () => {
    const { mail: own } = aRequest.submitted().requester;
    const poll = somePoll({ asked: [own!.toLowerCase()] });
    expect(isStale(mail(requester, 'poll'), aRequest.submitted({ poll }))).toBe(false);
    expect(isStale(mail(fay, 'poll'), aRequest.submitted({ poll }))).toBe(true);
    const { mail: _mail, ...unknown } = aRequest.submitted().requester;
    expect(isStale(mail(requester, 'poll'), aRequest.submitted({ poll, requester: unknown }))).toBe(true);
  });
});

describe('Work for what is chosen in place of what stands', () => {
  const answerBy = start;
  const stages = {
    reserving: aRequest.uncovered(chosen({ at: 'reserving' })),
    moving: aRequest.uncovered(chosen({ at: 'moving' })),
    securing: aRequest.uncovered(chosen({ at: 'securing' })),
    asked,
  };

  it.each<[Effect, readonly (keyof typeof stages)[]]>([
    [{ kind: 'reserve', attempt: 2 }, ['reserving', 'moving', 'securing', 'asked']],
    [{ kind: 'secure-meeting', attempt: 2 }, ['reserving', 'moving', 'securing', 'asked']],
    [{ kind: 'invite-participants', attempt: 2 }, ['reserving', 'moving', 'securing', 'asked']],
    [{ kind: 'move-event', attempt: 2, slot: aSlot('2026-12-10T10:00') }, ['moving']],
    [{ kind: 'watch-answer', attempt: 2, at: answerBy }, ['asked']],
    [{ kind: 'remind-facilitator', attempt: 2, at: answerBy }, ['asked']],
    [{ kind: 'end-wait', attempt: 2, at: answerBy }, ['asked']],
    [{ kind: 'create-event', attempt: 2, invitation: undefined as never }, []],
    [{ kind: 'find-matches', round: 1 }, []],
  ])('is wanted only at its stage (%#)', (effect, wanted) => {
    const at = Object.entries(stages).filter(([, request]) => !isStale(effect, request));
    expect(at.map(([stage]) => stage)).toEqual(wanted);
  });

  it.each<[string, boolean, Request]>([
    ['is judged while the session stands where Outlook has moved it', false, moved(aRequest.booked())],
    ['is not judged once it has been moved back', true, aRequest.booked()],
    ['is not judged of another arrangement', true, moved(aRequest.booked({ attempt: 2 }))],
    ['is not judged where nobody facilitates it', true, moved(aRequest.uncovered())],
  ])('a time %s', (_rule, isOver, request) => {
    expect(isStale({ kind: 'judge-move', attempt: 1, slot: aSlot('2026-12-10T10:00') }, request)).toBe(
      isOver,
    );
  });

  it('a session without a facilitator is called off only at the time it begins', () => {
    const uncovered = aRequest.uncovered();
    expect(isStale({ kind: 'end-uncovered', attempt: 1, at: start }, uncovered)).toBe(false);
    expect(isStale({ kind: 'end-uncovered', attempt: 1, at: start + 1 }, uncovered)).toBe(true);
  });

  it('whoever has answered a poll, or handed in a record, is not asked for it', () => {
    const ask = { kind: 'ask-poll', poll: somePoll().at, mail: aMailOf(hattie) } as const;
    const answers = (mail: string) =>
      aRequest.submitted({ poll: somePoll({ answers: [{ mail, starts: [] }] }) });
    expect(isStale(ask, answers(aMailOf(hattie)))).toBe(true);
    expect(isStale(ask, answers('somebody.else@county.example'))).toBe(false);
    const record = someRecord();
    expect(isStale({ kind: 'ask-record', attempt: 1 }, aRequest.held({ record }))).toBe(true);
  });

  it.each<[Extract<Effect, { kind: 'call-coordinators' }>['about'], Request, boolean]>([
    ['poll', aRequest.submitted(), false],
    ['poll', aRequest.booked(), true],
    ['cannot-come', aRequest.booked({ absent: ['hattie@school.example'] }), false],
    ['cannot-come', aRequest.booked(), true],
    ['cannot-come', aRequest.held(), true],
    ['arrangements', aRequest.booked(), false],
  ])('a call about "%s" is over once there is nothing to call about (%#)', (about, request, isOver) => {
    expect(isStale({ kind: 'call-coordinators', about: about! }, request)).toBe(isOver);
  });
});

function moved(request: ReturnType<typeof aRequest.booked> | ReturnType<typeof aRequest.uncovered>): Request {
  return { ...request, outlook: { movedTo: aSlot('2026-12-10T10:00') } };
}

function aMailOf(to: Recipient): string {
  if (to.as !== 'participant') throw new Error(`Expected a participant, got ${to.as}`);
  return to.mail;
}
