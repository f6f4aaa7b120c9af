/** Who is written to, about what; and that nobody is told twice, or by two doors. */
import type { Acceptance } from '../../src/domain/decisions/decision';
import { mailed } from '../../src/domain/mailed';
import type { MailEffect, MailNews } from '../../src/domain/mail-news';
import { isStanding } from '../../src/domain/rearranging';
import type { Effect, Request, State } from '../../src/domain/request';
import {
  aFacilitatorRef,
  aMatch,
  anAsk,
  anotherFacilitator,
  answers,
  aRequest,
  aRequester,
  aSlot,
  at,
  someDatesAsked,
  theCoordinator,
} from '../builders';
import { accepted, addressed, commands, requests } from './decided';
import { always } from './decide-stories';
import { story } from './story';

const hattieAsks = aRequester({
  id: 'a-page-of-hattie',
  name: 'Hattie Head',
  mail: 'hattie@schools.example.org',
  team: 'ed-sec',
  outside: true,
});
const byHattie = { id: hattieAsks.id, name: hattieAsks.name, mail: 'hattie@schools.example.org' };

const toRequester = (effects: readonly Effect[]): MailNews[] =>
  effects.flatMap((effect) => (effect.kind === 'mail' && effect.to.as === 'requester' ? [effect.news] : []));
const toFacilitator = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.kind === 'mail' && effect.to.as === 'facilitator'
      ? [`${effect.news} ${effect.to.attempt}: ${effect.to.facilitator.name}`]
      : [],
  );
const invitedOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.kind === 'mail' && effect.to.as === 'participant' && effect.news === 'invited'
      ? [effect.to.mail]
      : [],
  );
const from = (request: Request): Request => ({ ...request, requester: hattieAsks });
const now = at('2026-12-01T10:00');

describe('A requester without Teams', () => {
  it('is written to once their form has come, and shown no card', () => {
    const submit = { ...commands.submit, by: byHattie, requestId: 'new' } as const;
    const { effects } = accepted(undefined, submit);
    expect(toRequester(effects)).toEqual(['received']);
    expect(effects.map(({ kind }) => kind)).not.toContain('show-requester');
  });

  it.each<[keyof typeof commands, State, MailNews[]]>([
    ['approve', 'submitted', []],
    ['reserved', 'approved', []],
    ['meeting-secured', 'approved', []],
    ['slot-lost', 'approved', []],
    ['cannot', 'offered', []],
    ['accept', 'offered', ['state']],
    ['answered', 'offered', ['state']],
    ['return', 'submitted', ['state']],
    ['decline', 'submitted', ['state']],
    ['decline', 'returned', ['state']],
    ['cancel', 'booked', ['state']],
    ['cannot', 'booked', ['state']],
    // They are asked how it was instead, once for everybody.
    ['session-ended', 'booked', []],
    ['evaluation-over', 'held', []],
    ['not-held', 'held', ['state']],
    ['note', 'booked', ['note']],
    ['relax', 'submitted', ['state']],
    ['edit', 'submitted', []],
    ['dates-near', 'submitted', ['dates-asked']],
    ['attend', 'booked', ['cannot-come']],
    ['overdue', 'submitted', []],
    ['look-again', 'submitted', []],
  ])('%s while it is %s: %j', (kind, state, news) => {
    const { effects } = accepted(from(requests[state]), addressed(commands[kind]));
    expect(toRequester(effects)).toEqual(news);
    expect(effects.filter(({ kind: each }) => /^(show|call)-requester$/.test(each))).toEqual([]);
  });

  it('is reminded of the question about dates, and told of answers to what they proposed', () => {
    const asked = from(aRequest.submitted({ datesAsked: someDatesAsked() }));
    expect(toRequester(accepted(asked, addressed(commands['dates-half-time'])).effects)).toEqual([
      'dates-reminder',
    ]);
    const proposal = { participants: anAsk().participants.slice(1), at: 1, by: byHattie };
    const proposed = from(aRequest.booked({ proposal }));
    expect(toRequester(accepted(proposed, addressed(commands['agree-proposal'])).effects)).toEqual([
      'proposal-agreed',
    ]);
    expect(toRequester(accepted(proposed, addressed(commands['refuse-proposal'])).effects)).toEqual([
      'proposal-left',
    ]);
    const wanted = from(aRequest.booked({ rearranging: { askedBy: 'requester' } }));
    expect(toRequester(accepted(wanted, addressed(commands['keep-time'])).effects)).toEqual(['time-kept']);
  });

  it('is told that a changed form has come, and of a facilitator who is missed', () => {
    const change = { kind: 'change', answers: answers(), by: byHattie, requestId: 'x' } as const;
    expect(toRequester(accepted(from(aRequest.returned()), change).effects)).toEqual(['received']);
    const missing = { ...addressed(commands['facilitator-missing']), by: byHattie } as typeof change;
    const later = { now: aMatch().slot.start + 10 * 60_000 };
    expect(toRequester(accepted(from(aRequest.booked()), missing, later).effects)).toEqual([
      'facilitator-missing',
    ]);
  });

  it('who handed it over to somebody of the tenant is written to no more', () => {
    const { next, effects } = accepted(from(aRequest.submitted()), addressed(commands.transfer));
    expect(next.requester.outside).toBeUndefined();
    expect([toRequester(effects), effects.map(({ kind }) => kind)]).toEqual([
      [],
      expect.arrayContaining(['show-requester', 'call-requester']),
    ]);
  });
});

describe('A facilitator without Teams', () => {
  const fay = aFacilitatorRef({ outside: true });
  const amber = aFacilitatorRef({ ...anotherFacilitator, mail: 'amber@county.example', outside: true });
  const match = aMatch({ facilitator: fay });

  it('is asked by mail, and told that it is theirs', () => {
    const told = story(aRequest.approved({ match }), { now });
    const asked = accepted(told.request, addressed(commands['meeting-secured']));
    expect(toFacilitator(asked.effects)).toEqual([`asked 1: ${fay.name}`]);
    expect(asked.effects.map(({ kind }) => kind)).not.toContain('show-facilitator');
    const agreed = accepted(asked.next, addressed(commands.accept));
    expect(toFacilitator(agreed.effects)).toEqual([`theirs 1: ${fay.name}`]);
  });

  it.each<[keyof typeof commands, Request, string[]]>([
    ['cannot', aRequest.offered({ match }), ['no-longer-theirs 1']],
    ['cannot', aRequest.booked({ match }), ['no-longer-theirs 1']],
    ['answer-overdue', aRequest.offered({ match }), ['no-longer-theirs 1']],
    ['withdraw', aRequest.booked({ match }), ['no-longer-theirs 1']],
    ['cancel', aRequest.booked({ match }), ['no-longer-theirs 1']],
    // Whoever has dropped out has been told that they did.
    ['cancel', aRequest.uncovered({ match }), []],
    ['session-ended', aRequest.booked({ match }), []],
    ['not-held', aRequest.held({ match }), []],
    ['another-time', aRequest.booked({ match }), []],
    ['ask-arrangements', aRequest.booked({ match }), []],
  ])('%s: %#', (kind, request, news) => {
    const { effects } = accepted(request, addressed(commands[kind]));
    expect(toFacilitator(effects)).toEqual(news.map((each) => `${each}: ${fay.name}`));
    expect(effects.map((each) => each.kind)).not.toContain('show-facilitator');
  });

  it('is told of another time once, and whoever takes their place that it is theirs', () => {
    const requestId = aRequest.booked().id;
    const chosenFor = (slot: ReturnType<typeof aSlot>, facilitator: typeof fay) => ({
      attempt: 2,
      match: aMatch({ facilitator, slot }),
      by: theCoordinator,
    });
    const moving = { ...chosenFor(aSlot('2026-12-10T10:00'), fay), stage: { at: 'moving' } } as const;
    const moved = { kind: 'moved', attempt: 2, requestId, by: 'system' } as const;
    const request = aRequest.booked({ match, rearranging: { chosen: moving }, tried: 2 });
    expect(toFacilitator(accepted(request, moved, { now }).effects)).toEqual([`theirs 2: ${fay.name}`]);

    const asked = { ...chosenFor(match.slot, amber), stage: { at: 'asked', answerBy: now + 1 } } as const;
    const uncovered = aRequest.uncovered({ match, rearranging: { chosen: asked }, tried: 2 });
    const yes = { kind: 'answered', attempt: 2, answer: 'accepted', requestId, by: 'system' } as const;
    expect(toFacilitator(accepted(uncovered, yes, { now }).effects)).toEqual([`theirs 2: ${amber.name}`]);
    const no = { ...yes, answer: 'declined' } as const;
    expect(toFacilitator(accepted(uncovered, no, { now }).effects)).toEqual([
      `no-longer-theirs 2: ${amber.name}`,
    ]);
  });
});

describe('Participants in no directory', () => {
  it('are written to once they are invited, and not again with another facilitator', () => {
    const told = story(aRequest.offered(), { now });
    const { next, effects } = accepted(told.request, addressed(commands.accept));
    const [hattie, percy] = next.ask.participants;
    expect(invitedOf(effects)).toEqual([hattie?.mail, percy?.mail]);
    expect(invitedOf(accepted(next, addressed(commands.cannot)).effects)).toEqual([]);
  });

  it('are reminded with those who come, unless they have said that they cannot', () => {
    const [hattie, percy] = anAsk().participants;
    const outside = { outside: true } as const;
    const request = aRequest.booked({
      requester: hattieAsks,
      match: aMatch({ facilitator: aFacilitatorRef(outside) }),
      absent: [hattie!.mail],
    });
    const { effects } = accepted(request, addressed(commands['reminder-due']));
    expect(effects.map((each) => (each as MailEffect).to)).toEqual([
      { as: 'facilitator', facilitator: request.match.facilitator, attempt: 1 },
      { as: 'requester' },
      { as: 'participant', mail: percy!.mail },
    ]);
    for (const state of ['offered', 'uncovered', 'held', 'closed'] as const)
      expect(accepted(requests[state], addressed(commands['reminder-due'])).effects).toEqual([]);
  });
});

describe('Whatever happens, in whatever order', () => {
  /** The step as it would have been decided had everybody been of the tenant, or the requester not. */
  const again = (
    before: Request,
    command: Parameters<typeof mailed>[1],
    after: Request,
    effects: readonly Effect[],
  ) => mailed(before, command, { next: after, effects: effects.filter(({ kind }) => kind !== 'mail') });
  const OF_REQUESTER: readonly Effect['kind'][] = ['show-requester', 'call-requester', 'show-on-the-day'];
  const UNCERTAIN: readonly State[] = ['submitted', 'approved', 'offered'];

  it('a requester without Teams is never shown a card, and has one mail for each state they should know', () => {
    const met = new Set<string>();
    always(({ before, after, command, effects }) => {
      const told: Acceptance = again(from(before), command, from(after), effects);
      expect(told.effects.filter(({ kind }) => OF_REQUESTER.includes(kind))).toEqual([]);
      const mails = toRequester(told.effects);
      const isChange = before.state !== after.state;
      const isCertain = !(UNCERTAIN.includes(before.state) && UNCERTAIN.includes(after.state));
      if (isChange && isCertain) met.add(after.state);
      const isCalled = effects.some(({ kind }) => kind === 'call-requester');
      const isEvaluated =
        after.state === 'held' || (after.state === 'closed' && after.outcome.kind === 'completed');
      if (isChange) expect(mails).toHaveLength(!isEvaluated && (isCertain || isCalled) ? 1 : 0);
      else expect(mails.length).toBeLessThanOrEqual(1);
    }, 300);
    expect([...met].sort()).toEqual(
      expect.arrayContaining(['booked', 'closed', 'held', 'returned', 'submitted']),
    );
  });

  it('nobody of the tenant is ever written to by mail', () => {
    const inside = (request: Request): Request => {
      const participants = request.ask.participants.map((each) => ({ ...each, id: each.mail }));
      return { ...request, ask: { ...request.ask, participants } };
    };
    always(({ before, after, command, effects }) => {
      const told = again(inside(before), command, inside(after), effects);
      expect(told.effects).toEqual(effects.filter(({ kind }) => kind !== 'mail'));
    });
  });

  it('whoever is invited by mail is invited once for as long as a session stands', () => {
    let invited = 0;
    always(({ before, after, effects }) => {
      const mails = invitedOf(effects);
      invited += mails.length;
      expect(new Set(mails).size).toBe(mails.length);
      if (mails.length > 0) expect(isStanding(after)).toBe(true);
      const there = isStanding(before) ? before.ask.participants.map(({ mail }) => mail) : [];
      expect(mails.filter((mail) => there.includes(mail))).toEqual([]);
    });
    expect(invited).toBeGreaterThan(20);
  });
});
