/** After a session: who is asked when, what the facilitator records, and when it is over. */
import { localDate, londonWallClock } from '../../src/domain/calendar';
import { decide } from '../../src/domain/decide';
import { chatOf, type Evaluating, evaluatingOf, respondentsOf } from '../../src/domain/evaluating';
import { MINUTE_MS } from '../../src/domain/intervals';
import { defaultPolicy } from '../../src/domain/policy';
import type { Refusal } from '../../src/domain/refusal';
import type { Sign } from '../../src/domain/evaluation';
import type { Booked, Closed, Effect, Held } from '../../src/domain/request';
import type { SessionRecord } from '../../src/domain/session-record';
import { policySettings } from '../../src/settings/policy';
import {
  aMatch,
  anAsk,
  aParticipant,
  aRequest,
  facts,
  theCoordinator,
  theFacilitator,
  theRequester,
} from '../builders';
import { someRecord } from '../some-record';
import { accepted, addressed, commands, refusedOf } from './decided';

const over = addressed(commands['session-ended']);
const { slot } = aMatch();
const UNLISTED = 'minutes' as Sign;
/** On Tuesday 8 December 2026, a minute after the session. */
const afterwards = { now: slot.end + MINUTE_MS };
const kindsOf = (effects: readonly Effect[], kind: Effect['kind']) =>
  effects.filter((each) => each.kind === kind);
const held = (over: Partial<Held> = {}): Held => ({
  ...(accepted(aRequest.booked(), addressed(commands['session-ended']), afterwards).next as Held),
  ...over,
});
const recording = (record: Partial<SessionRecord> = {}, by = theFacilitator) => ({
  kind: 'record-session' as const,
  requestId: held().id,
  attempt: 1,
  record: someRecord(record),
  by,
});

describe('A session that is over', () => {
  const ended = () => {
    const { next, effects } = accepted(aRequest.booked(), over, afterwards);
    return { evaluating: (next as Held).evaluating as Evaluating, effects };
  };

  it('can be evaluated for ten working days, by as many as were asked', () => {
    const { closesAt, invited, agencies } = ended().evaluating;
    // Ten working days after the 8th: the 22nd.
    expect(londonWallClock(closesAt)).toContain('2026-12-22T17:00');
    expect({ invited, agencies }).toEqual({ invited: 4, agencies: ['cs', 'ed', 'po'] });
  });

  it('asks everybody at once, and halfway once more; never a third time', () => {
    const asked = kindsOf(ended().effects, 'ask-evaluation');
    expect(asked).toHaveLength(8);
    const days = asked.map((each) => ('at' in each && each.at !== undefined ? localDate(each.at) : 'now'));
    expect(days).toEqual([...Array<string>(4).fill('now'), ...Array<string>(4).fill('2026-12-15')]);
    expect(asked.filter((each) => 'reminder' in each && each.reminder)).toHaveLength(4);
  });

  it('asks as many as a session may have in one transaction of a table', () => {
    const { mostParticipants } = policySettings;
    expect(mostParticipants.kind.schema.safeParse('40').success).toBe(true);
    expect(mostParticipants.kind.schema.safeParse('41').success).toBe(false);
    const participants = Array.from({ length: 40 }, (_, n) =>
      aParticipant({ mail: `person${n}@agency.example` }),
    );
    const most = accepted(aRequest.booked({ ask: anAsk({ participants }) }), over, afterwards);
    // Beside the effects: the request, its audit, the effect that is done, and the lease.
    expect(most.effects.length).toBeLessThanOrEqual(100 - 5);
  });

  it('asks its facilitator for the record, and two working days later once more', () => {
    const days = kindsOf(ended().effects, 'ask-record').map((each) =>
      'at' in each && each.at ? localDate(each.at) : 'now',
    );
    expect(days).toEqual(['now', '2026-12-10']);
  });

  it('is closed when its time to be evaluated is over', () => {
    const { evaluating, effects } = ended();
    expect(effects).toContainEqual({ kind: 'end-evaluation', attempt: 1, at: evaluating.closesAt });
  });

  it('is of the agencies of those who came, of a team nobody lists by its own code', () => {
    const [hattie, percy] = anAsk().participants;
    const session = aRequest.booked({
      ask: anAsk({ participants: [hattie!, percy!, aParticipant({ mail: 'x@example.org', team: 'zz-zz' })] }),
      absent: [hattie!.mail],
    });
    expect(evaluatingOf(session, afterwards.now, defaultPolicy)).toMatchObject({
      invited: 3,
      agencies: ['cs', 'po', 'zz-zz'],
    });
  });

  it('asks a requester whose address is not known all the same', () => {
    const { mail: _none, ...requester } = aRequest.booked().requester;
    expect(respondentsOf(aRequest.booked({ requester }))).toEqual([{ as: 'requester' }, ...mails(0, 1, 2)]);
  });

  it.each<[string, Partial<Booked>, readonly object[]]>([
    [
      'nobody who had said that they cannot come',
      { absent: [anAsk().participants[0]!.mail] },
      [{ as: 'requester' }, ...mails(1, 2)],
    ],
    [
      'the requester once, who listed themselves too',
      {
        requester: { ...aRequest.booked().requester, mail: 'petra@example.org' },
        ask: anAsk({ participants: [aParticipant({ mail: 'Petra@example.org' }), anAsk().participants[1]!] }),
      },
      [{ as: 'requester' }, ...mails(1)],
    ],
    [
      'whoever is listed twice once',
      { ask: anAsk({ participants: [anAsk().participants[0]!, anAsk().participants[0]!] }) },
      [{ as: 'requester' }, ...mails(0)],
    ],
  ])('asks %s', (_whom, request, respondents) => {
    expect(respondentsOf(aRequest.booked(request))).toEqual(respondents);
  });

  function mails(...which: readonly number[]) {
    return which.map((n) => ({ as: 'participant', mail: anAsk().participants[n]!.mail }));
  }
});

describe('The session record', () => {
  it('is kept, shown to its facilitator alone, and may be said again', () => {
    const first = accepted(held(), recording());
    expect(first.next).toMatchObject({ state: 'held', record: someRecord() });
    expect(first.effects.map(({ kind }) => kind)).toEqual(['show-facilitator']);
    const second = accepted(first.next, recording({ concern: true }));
    expect(second.next).toMatchObject({ record: { concern: true } });
  });

  it.each([
    ['a coordinator', theCoordinator],
    ['the requester', theRequester],
  ])('is not for %s to make', (_who, by) => {
    expect(refusedOf(held(), recording({}, by))).toBe('not-their-session');
  });

  it('is of the session they looked at: not of one arranged anew since', () => {
    expect(refusedOf(held(), { ...recording(), attempt: 2 })).toBe('changed-meanwhile');
    expect(refusedOf(held(), recording())).toBe('accepted');
  });

  it('cannot be changed once the evaluation is over', () => {
    const { next } = accepted(held(), addressed(commands['evaluation-over']));
    expect(refusedOf(next, recording())).toBe('record-closed');
  });

  it.each<[string, Partial<SessionRecord>]>([
    ['a whole day of work', { end: slot.start + 8 * 60 * MINUTE_MS }],
    ['signs of the list', { also: ['case-updates', 'case-decisions'] }],
    ['that nobody can be sure', { also: 'not-sure' }],
    ['what does not apply', { agreement: { ...someRecord().agreement, 'held-feelings': 'not-applicable' } }],
    ['a theme of the list', { themes: ['roles'] }],
  ])('is taken with %s', (_what, record) => {
    expect(accepted(held(), recording(record), afterwards).next).toMatchObject({
      record: someRecord(record),
    });
  });

  it.each<[string, Partial<SessionRecord>, readonly string[]]>([
    ['no agency', { agencies: [] }, ['came']],
    ['an agency that is not listed', { agencies: ['cs', 'xx'] }, ['came']],
    ['an end before its start', { end: slot.start - MINUTE_MS }, ['ended']],
    ['no length at all', { end: slot.start }, ['ended']],
    [
      'a start on another day',
      { start: slot.start - 24 * 60 * MINUTE_MS, end: slot.start },
      ['began', 'ended'],
    ],
    ['a time that is none', { start: NaN }, ['began']],
    ['a part of a millisecond', { start: slot.start + 0.5 }, ['began']],
    ['a time after all days there are', { start: 9e15 }, ['began', 'ended']],
    ['an end that is none', { end: Infinity }, ['ended']],
    ['more than a day of work', { end: slot.start + 8 * 60 * MINUTE_MS + 1 }, ['ended']],
    ['a list of signs without one', { also: [] }, ['also']],
    ['a sign there is not', { also: [UNLISTED] }, ['also']],
    ['a sign there is not beside one there is', { also: ['case-updates', UNLISTED] }, ['also']],
    [
      'an agreement there is not',
      { agreement: { ...someRecord().agreement, 'held-feelings': 6 as never } },
      ['agreement'],
    ],
    ['a theme that is not listed', { themes: ['gossip'] }, ['themes']],
  ])('is not taken with %s', (_what, record, fields) => {
    const decision = decide(held(), recording(record), facts(afterwards));
    expect(decision).toMatchObject({ refused: 'form' });
    const { problems = [] } = decision as Refusal;
    expect(problems.map(({ field }) => field)).toEqual(fields);
  });
});

describe('When the evaluation is over', () => {
  it('the request is completed, counted, and rings nobody', () => {
    const { next, effects } = accepted(
      held({ record: someRecord() }),
      addressed(commands['evaluation-over']),
    );
    expect(next).toMatchObject({
      state: 'closed',
      outcome: { kind: 'completed' },
      facilitatedBy: theFacilitator.id,
    });
    expect((next as Closed).session).toEqual({
      slot,
      invited: 4,
      agencies: ['cs', 'ed', 'po'],
      record: someRecord(),
    });
    expect(effects.map(({ kind }) => kind)).toEqual([
      'show-facilitator',
      'show-coordinators',
      'show-requester',
      'count-request',
    ]);
  });

  it('of another attempt, nothing happens', () => {
    expect(
      accepted(held(), { ...addressed(commands['evaluation-over']), attempt: 2 } as never).effects,
    ).toEqual([]);
  });

  it('one held before anybody was asked keeps its time and its record, and that nobody was asked', () => {
    const { evaluating: _none, ...before } = held({ record: someRecord() });
    const { next } = accepted(before, addressed(commands['evaluation-over']));
    expect(next).toMatchObject({ state: 'closed', outcome: { kind: 'completed' } });
    expect((next as Closed).session).toEqual({ slot, invited: 0, agencies: [], record: someRecord() });
  });
});

describe('Whoever is asked how a session was', () => {
  it('is asked in their own chat, where they have one here and have not left', () => {
    const requester = { ...aRequest.held().requester };
    const ask = anAsk({
      participants: [
        aParticipant({ mail: 'Sam@county.example', id: 'sam' }),
        aParticipant({ mail: 'gone@county.example', id: 'gone', gone: true }),
        aParticipant({ mail: 'hattie@school.example' }),
      ],
    });
    const chatOfMail = (mail: string) => chatOf({ requester, ask }, { as: 'participant', mail });
    expect(chatOf({ requester, ask }, { as: 'requester' })).toBe(theRequester.id);
    expect(chatOf({ requester: { ...requester, outside: true }, ask }, { as: 'requester' })).toBeUndefined();
    expect(chatOfMail('sam@county.example')).toBe('sam');
    for (const mail of ['gone@county.example', 'hattie@school.example', 'else@county.example'])
      expect(chatOfMail(mail)).toBeUndefined();
  });
});
