import fc from 'fast-check';
import { addDays, instantAt, isWorkingDay, localDate } from '../../src/domain/calendar';
import { defaultPolicy } from '../../src/domain/policy';
import {
  isLastReminded,
  looksAt,
  remindedByMail,
  remindedOf,
  remindersFor,
} from '../../src/domain/reminders';
import {
  aFacilitatorRef,
  aMatch,
  anAsk,
  anotherFacilitator,
  aParticipant,
  aRequest,
  aRequester,
  aSlot,
  at,
} from '../builders';

const booked = (slot = aSlot('2026-12-08T10:00')) => aRequest.booked({ match: aMatch({ slot }) });
const moments = (slot: string, now: string) =>
  remindersFor(booked(aSlot(slot)), at(now), defaultPolicy).flatMap((each) =>
    each.kind === 'remind-session' ? [each.at] : [],
  );

describe('Those who come are reminded', () => {
  it.each<[string, string, string, string[]]>([
    [
      'five working days and one before',
      '2026-12-08T10:00',
      '2026-11-25T10:00',
      ['2026-12-01T09:00', '2026-12-07T09:00'],
    ],
    ['over a weekend', '2026-12-07T10:00', '2026-11-25T10:00', ['2026-11-30T09:00', '2026-12-04T09:00']],
    ['over Christmas', '2026-12-30T10:00', '2026-12-10T10:00', ['2026-12-21T09:00', '2026-12-29T09:00']],
    [
      'with what is left, when it is booked late',
      '2026-12-08T10:00',
      '2026-12-02T10:00',
      ['2026-12-07T09:00'],
    ],
    ['not in the moment in which it is booked', '2026-12-08T10:00', '2026-12-07T09:00', []],
    ['not at all, when it is booked on the day before', '2026-12-08T10:00', '2026-12-07T10:00', []],
  ])('%s', (_when, slot, now, expected) => {
    expect(moments(slot, now)).toEqual(expected.map(at));
  });

  it('in the morning of a working day before the session, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 60 }), (days, booked_) => {
        const day = addDays('2026-12-08', days);
        const slot = aSlot(`${day}T10:00`);
        const now = instantAt(addDays(day, -booked_), '11:00');
        for (const reminder of remindersFor(booked(slot), now, defaultPolicy)) {
          if (reminder.kind !== 'remind-session') continue;
          const { at: moment } = reminder;
          expect(isWorkingDay(localDate(moment), defaultPolicy)).toBe(true);
          expect(moment).toBe(instantAt(localDate(moment), defaultPolicy.dayStart));
          expect(moment).toBeGreaterThan(now);
          expect(localDate(moment) < day).toBe(true);
        }
      }),
    );
  });
});

it.each([
  ['not before the last of the mornings', '2026-12-07T08:59', false],
  ['from that moment on', '2026-12-07T09:00', true],
  ['on the day itself', '2026-12-08T09:30', true],
])('The last reminder has gone out %s', (_when, now, isLast) => {
  expect(isLastReminded(booked(), at(now), defaultPolicy)).toBe(isLast);
});

describe('The event is looked at', () => {
  const counting = { kind: 'look-at-event', attempt: 1, at: at('2026-12-03T09:00'), counts: true };
  const look = (moment: string) => ({ kind: 'look-at-event', attempt: 1, at: at(moment) });
  const looks = (now: string, policy = defaultPolicy) => looksAt(booked(), at(now), policy);
  const [eve, last] = [look('2026-12-07T09:00'), look('2026-12-08T09:00')];

  it('on three occasions, on the first of which those who come are counted', () => {
    expect(looks('2026-12-01T10:00')).toEqual([counting, eve, last]);
  });

  it('never at a time that has gone by, nor in that moment', () => {
    expect(looks('2026-12-03T08:59')).toEqual([counting, eve, last]);
    expect(looks('2026-12-03T09:00')).toEqual([eve, last]);
    expect(looks('2026-12-07T12:00')).toEqual([last]);
    expect(looks('2026-12-08T09:30')).toEqual([]);
  });

  it('once on the day before, where they are counted then', () => {
    expect(looks('2026-12-01T10:00', { ...defaultPolicy, answersDays: 1 })).toEqual([
      { ...eve, counts: true },
      last,
    ]);
  });
});

describe('Who is reminded', () => {
  it('is everybody of the tenant, once: the facilitator, whoever comes beside them, requester and participants', () => {
    const request = aRequest.booked({
      beside: { facilitator: aFacilitatorRef(anotherFacilitator), as: 'observer' },
      ask: anAsk({
        participants: [
          aParticipant(),
          aParticipant({ id: 'sam', mail: 'sam@norfolk-sandbox.example' }),
          aParticipant({ id: aRequester().id.toUpperCase(), mail: 'again@norfolk-sandbox.example' }),
          aParticipant({ id: 'gone', mail: 'gone@norfolk-sandbox.example', gone: true }),
        ],
      }),
    });
    expect(remindedOf(request)).toEqual([
      { id: request.match.facilitator.id, as: 'facilitator' },
      { id: anotherFacilitator.id, as: 'observer' },
      { id: request.requester.id, as: 'participant' },
      { id: 'sam', as: 'participant' },
    ]);
  });

  it('is no facilitator of another organisation, whom nobody can write to here', () => {
    const facilitator = aFacilitatorRef({ outside: true });
    const request = aRequest.booked({ match: aMatch({ facilitator }), ask: anAsk({ participants: [] }) });
    expect(remindedOf(request)).toEqual([{ id: request.requester.id, as: 'participant' }]);
  });

  const second = aFacilitatorRef(anotherFacilitator);

  it('is whoever facilitates together with the first as a facilitator too', () => {
    const request = aRequest.booked({
      beside: { facilitator: second, as: 'second' },
      ask: anAsk({ participants: [] }),
    });
    expect(remindedOf(request)).toEqual([
      { id: request.match.facilitator.id, as: 'facilitator' },
      { id: second.id, as: 'facilitator' },
      { id: request.requester.id, as: 'participant' },
    ]);
  });

  const hattie = aParticipant();
  const sam = aParticipant({ id: 'sam', mail: 'Sam@norfolk-sandbox.example' });

  it('is nobody who has said that they cannot come', () => {
    const request = aRequest.booked({
      ask: anAsk({ participants: [hattie, sam] }),
      absent: [hattie.mail, 'sam@norfolk-sandbox.example'],
    });
    expect(remindedOf(request).map(({ id }) => id)).not.toContain('sam');
    expect(remindedByMail(request)).toEqual([]);
  });

  it('by mail is everybody who is not of the tenant', () => {
    const [fay, amber] = [aFacilitatorRef({ outside: true }), { ...second, outside: true as const }];
    const request = aRequest.booked({
      match: aMatch({ facilitator: fay }),
      beside: { facilitator: amber, as: 'second' },
      requester: aRequester({ outside: true }),
      ask: anAsk({ participants: [hattie, sam] }),
    });
    expect(remindedByMail(request)).toEqual([
      { as: 'facilitator', facilitator: fay, attempt: 1 },
      { as: 'facilitator', facilitator: amber, attempt: 1 },
      { as: 'requester' },
      { as: 'participant', mail: hattie.mail },
    ]);
    expect(remindedOf(request)).toEqual([{ id: 'sam', as: 'participant' }]);
  });
});
