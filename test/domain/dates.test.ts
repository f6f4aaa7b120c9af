import { decide } from '../../src/domain/decide';
import type { Acceptance } from '../../src/domain/decisions/decision';
import { isStale } from '../../src/domain/lanes';
import type { Matches } from '../../src/domain/match';
import type { Command, Effect, Request, Submitted } from '../../src/domain/request';
import { whenItComes } from '../../src/domain/waiting';
import {
  anAsk,
  aRequest,
  aRequester,
  aStranger,
  aSlot,
  aMatch,
  at,
  facts,
  someDatesAsked,
  someMatches,
  theCoordinator,
} from '../builders';
import { accepted, addressed, commands, now, refusedOf } from './decided';

const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);
const found = (over: Partial<Matches>): Command =>
  ({ ...addressed(commands['matches-found']), matches: someMatches(over) }) as Command;
const NO_TIME: Partial<Matches> = { best: [], removed: { 'same-team': 1, 'no-free-slot': 2 } };
const asked = someDatesAsked();
const silence = addressed(commands['dates-time-over']);
const noTime = (over: Partial<Submitted> = {}) =>
  aRequest.submitted({ matches: someMatches(NO_TIME), datesAsked: asked, ...over });

describe('A round that finds no match', () => {
  it.each<[string, Partial<Matches>, Partial<Submitted>]>([
    ['nobody has a free time', NO_TIME, {}],
    ['nobody has a session left that month', { best: [], removed: { cap: 1 } }, {}],
    ['the dates have gone by', { best: [], removed: {} }, { ask: anAsk({ latest: '2026-12-01' }) }],
  ])('asks the requester for other dates when %s', (_why, matches, over) => {
    const { next, effects } = accepted(aRequest.searching(over), found(matches));
    expect(next).toMatchObject({
      state: 'submitted',
      datesAsked: { at: now, answerBy: at('2026-12-09T17:00'), why: 'no-time' },
    });
    expect(kinds(effects)).toEqual([
      'show-coordinators',
      'show-requester',
      'call-requester',
      'remind-dates',
      'end-dates-wait',
      'raise',
      'watch-dates',
    ]);
    expect(effects).toContainEqual({ kind: 'remind-dates', asked: now, at: at('2026-12-02T09:00') });
    expect(effects).toContainEqual({ kind: 'end-dates-wait', asked: now, at: at('2026-12-09T17:00') });
  });

  it.each<[string, Partial<Matches>]>([
    ['the calendars could not be reached', { best: [], removed: {}, unreachable: true }],
    [
      'everybody is in the same team, or untrained',
      { best: [], removed: { 'same-team': 2, 'not-trained': 1 } },
    ],
    ['there are no facilitators at all', { best: [], removed: {} }],
  ])('leaves it with the coordinators when %s', (_why, matches) => {
    const { next, effects } = accepted(aRequest.searching(), found(matches));
    expect(next).not.toHaveProperty('datesAsked');
    expect(kinds(effects)).toEqual(['show-coordinators']);
  });

  it('makes NSCP due only after the requester, and calls nobody overdue meanwhile', () => {
    const overdue = aRequest.searching({ raised: 'coordinators' });
    const { next } = accepted(overdue, found(NO_TIME));
    expect(next).not.toHaveProperty('raised');
    expect(next.answerDueAt).toBe(at('2026-12-11T17:00'));
  });

  it('asks the same question once, however often is looked again', () => {
    const { matches: _none, ...searching } = noTime();
    const { next, effects } = accepted(searching, found(NO_TIME));
    expect(next).toMatchObject({ datesAsked: asked });
    expect(kinds(effects)).toEqual(['show-coordinators']);
  });

  it('asks anew when the question so far was only that the last day is near', () => {
    const near = aRequest.searching({ datesAsked: { ...asked, why: 'dates-near' } });
    expect(accepted(near, found(NO_TIME)).next).toMatchObject({ datesAsked: { at: now, why: 'no-time' } });
  });
});

describe('A round that finds matches after all', () => {
  const { matches: _none, ...searching } = noTime();

  it('ends the question, and NSCP has its time to answer', () => {
    const { next, effects } = accepted(searching, found({}));
    expect(next).not.toHaveProperty('datesAsked');
    expect(next.answerDueAt).toBe(at('2026-11-27T17:00'));
    expect(kinds(effects)).toEqual(['show-coordinators', 'show-requester', 'raise', 'watch-dates']);
  });

  it('ends nothing when their times have gone by already', () => {
    const past = [aMatch({ slot: aSlot('2026-11-24T10:00') })];
    expect(accepted(searching, found({ best: past })).next).toMatchObject({ datesAsked: asked });
  });
});

describe('When the last day is near', () => {
  const near = addressed(commands['dates-near']);

  it('the requester is asked, while coordinators can still decide and stay due', () => {
    const waiting = aRequest.submitted({ raised: 'lead', leadTold: true });
    const { next } = accepted(waiting, near);
    expect(next).toMatchObject({ datesAsked: { why: 'dates-near' }, raised: 'lead' });
    expect(next.answerDueAt).toBe(waiting.answerDueAt);
    expect(refusedOf(next, addressed(commands.approve))).toBe('accepted');
  });

  it('is five working days before it, and never before the coordinators are due', () => {
    const watch = (latest: string) =>
      accepted(aRequest.offered({ ask: anAsk({ latest }) }), addressed(commands.cannot)).effects.find(
        ({ kind }) => kind === 'watch-dates',
      );
    expect(watch('2026-12-18')).toMatchObject({ at: at('2026-12-11T09:00') });
    expect(watch('2027-01-04')).toMatchObject({ at: at('2026-12-23T09:00') });
    expect(watch('2026-11-26')).toMatchObject({ at: at('2026-11-27T17:00') });
  });

  it('nobody is asked twice, or about dates that are no longer asked for', () => {
    for (const request of [noTime(), aRequest.submitted({ ask: anAsk({ latest: '2027-01-29' }) })])
      expect(accepted(request, near)).toEqual({ next: request, effects: [] });
  });
});

describe('A question about dates', () => {
  it('is put anew to whoever the request is handed over to, if need be', () => {
    const { next, effects } = accepted(noTime(), addressed(commands.transfer));
    expect(next).not.toHaveProperty('datesAsked');
    expect(next.answerDueAt).toBe(at('2026-11-27T17:00'));
    expect(kinds(effects)).toEqual(expect.arrayContaining(['find-matches', 'raise']));
  });

  it('is over when the whole request is returned to the requester', () => {
    const { next } = accepted(noTime({ raised: 'lead' }), addressed(commands.return));
    for (const gone of ['datesAsked', 'raised']) expect(next).not.toHaveProperty(gone);
  });
});

describe('Silence', () => {
  it('is reminded of half-way', () => {
    const { next, effects } = accepted(noTime(), addressed(commands['dates-half-time']));
    expect([next, kinds(effects)]).toEqual([noTime(), ['call-requester']]);
  });

  it('closes a request no time fits, and the requester is told', () => {
    const { next, effects } = accepted(noTime(), silence);
    expect(next).toMatchObject({ state: 'closed', outcome: { kind: 'silent' } });
    expect(kinds(effects)).toEqual([
      'show-coordinators',
      'show-requester',
      'count-request',
      'call-requester',
    ]);
  });

  it('closes nothing while the calendars are looked at once more', () => {
    const { matches: _none, ...searching } = noTime();
    const { next, effects } = accepted(searching, silence);
    expect(next).toEqual(searching);
    expect(effects).toEqual([{ kind: 'end-dates-wait', asked: asked.at, at: now + 600_000 }]);
  });

  it.each<[string, Request]>([
    ['NSCP had matches to choose from', aRequest.submitted({ datesAsked: { ...asked, why: 'dates-near' } })],
    ['another question has been asked since', noTime({ datesAsked: { ...asked, at: now } })],
    ['the dates were given', aRequest.submitted()],
  ])('closes nothing when %s', (_why, request) => {
    expect(accepted(request, silence)).toEqual({ next: request, effects: [] });
  });
});

describe('Other dates', () => {
  const give = addressed(commands['new-dates']);

  it('are looked for anew, and whatever went wrong with the old ones is over', () => {
    const request = noTime({ setback: { why: 'no-answer', facilitator: 'Fay Facilitate' }, raised: 'lead' });
    const { next, effects } = accepted(request, give);
    expect(next).toMatchObject({
      ask: commands['new-dates'].dates,
      round: 2,
      answerDueAt: at('2026-11-27T17:00'),
    });
    for (const gone of ['matches', 'setback', 'datesAsked', 'raised']) expect(next).not.toHaveProperty(gone);
    expect(effects).toContainEqual({ kind: 'find-matches', round: 2 });
    expect(effects).toContainEqual({ kind: 'watch-dates', latest: '2027-01-22', at: at('2027-01-15T09:00') });
  });

  it('begin a new wait for NSCP, asked for or not, as any change does', () => {
    const overdue = aRequest.submitted({ raised: 'coordinators', leadTold: true });
    const { next } = accepted(overdue, give);
    expect(next).toMatchObject({ answerDueAt: at('2026-11-27T17:00'), revision: 1, leadTold: true });
    expect(next).not.toHaveProperty('raised');
  });

  it('change nothing else of what was asked for, whatever comes with them', () => {
    const dates = { ...commands['new-dates'].dates, reason: 'another reason' };
    const { next } = accepted(aRequest.submitted(), { ...give, dates } as Command);
    expect(next.ask).toEqual(anAsk(commands['new-dates'].dates as Partial<Submitted['ask']>));
  });

  it('are checked as those of the form are, and named', () => {
    const dates = { earliest: '2026-11-01', latest: 'soon', days: [], times: ['night'] };
    expect(decide(aRequest.submitted(), { ...give, dates } as Command, facts({ now }))).toEqual({
      refused: 'form',
      problems: [
        { field: 'earliest', fault: 'in-the-past', allowed: '2026-11-25' },
        { field: 'latest', fault: 'not-a-date' },
        { field: 'days', fault: 'empty' },
        { field: 'times', fault: 'not-listed' },
      ],
    });
  });

  it('are for the requester, or who may act for them, and for nobody else', () => {
    expect(refusedOf(aRequest.submitted(), addressed(commands['new-dates'], theCoordinator))).toBe(
      'requester-only',
    );
    const requester = aRequester({
      colleague: { mail: 'tess.teal@norfolk-sandbox.example', id: aStranger.id },
    });
    const theirs = addressed(commands['new-dates'], aStranger);
    expect(refusedOf(aRequest.submitted(), theirs)).toBe('requester-only');
    expect(refusedOf(aRequest.submitted({ requester }), theirs)).toBe('accepted');
  });
});

/** What each state is due later, as the worker would bring it about; nobody does anything. */
function yearOfNobody(start: Submitted, effects: readonly Effect[]): Request {
  let request: Request = start;
  let waiting = effects.filter(isWait);
  const end = now + 366 * 24 * 60 * 60_000;
  for (;;) {
    const next = waiting.filter((each) => !isStale(each, request)).toSorted((a, b) => a.at - b.at)[0];
    if (!next || next.at > end) return request;
    waiting = waiting.filter((each) => each !== next);
    const command = { ...whenItComes(next), by: 'system', requestId: request.id } as Command;
    const decided = accepted(request, command, { now: next.at });
    request = decided.next;
    waiting = [...waiting, ...decided.effects.filter(isWait)];
  }
}

describe('A year in which nobody does anything', () => {
  const after = (matches: Partial<Matches>) => {
    const asking = decide(undefined, addressed(commands.submit), facts({ now })) as Acceptance;
    const round = accepted(asking.next, found(matches));
    return yearOfNobody(round.next as Submitted, [...asking.effects, ...round.effects]);
  };

  it('leaves a request with matches waiting: with the lead, and other dates asked for', () => {
    expect(after({})).toMatchObject({
      state: 'submitted',
      raised: 'lead',
      matches: { best: [{}, {}] },
      datesAsked: { why: 'dates-near' },
    });
  });

  it.each<[string, Partial<Matches>]>([
    ['no facilitator may take', { best: [], removed: { 'same-team': 3 } }],
    ['the calendars could not be read for', { best: [], removed: {}, unreachable: true }],
  ])('leaves one waiting that %s: that is for NSCP to solve', (_what, matches) => {
    expect(after(matches)).toMatchObject({ state: 'submitted', raised: 'lead' });
  });

  it('closes one that no time fits, once the requester has been asked and has not answered', () => {
    expect(after(NO_TIME)).toMatchObject({
      state: 'closed',
      outcome: { kind: 'silent' },
      closedAt: at('2026-12-09T17:00'),
    });
  });

  it('leaves one that came back from a facilitator waiting, with the lead', () => {
    const back = accepted(aRequest.offered(), addressed(commands.cannot));
    expect(yearOfNobody(back.next as Submitted, back.effects)).toMatchObject({
      state: 'submitted',
      raised: 'lead',
    });
  });
});

type Later = Extract<Effect, { readonly kind: 'raise' | 'watch-dates' | 'remind-dates' | 'end-dates-wait' }>;
function isWait(effect: Effect): effect is Later {
  return ['raise', 'watch-dates', 'remind-dates', 'end-dates-wait'].includes(effect.kind);
}
