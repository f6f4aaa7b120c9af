/** What somebody is told of the pool in time, and for how long. */
import type { Facilitator, Reservation } from '../../src/domain/facilitator';
import { defaultPolicy } from '../../src/domain/policy';
import {
  idleSince,
  isTrainingEnding,
  lastFacilitatedOn,
  noticeKey,
  noticesDue,
  type PoolNotice,
} from '../../src/domain/pool-notices';
import { aFacilitator, aReservation, aSlot, at } from '../builders';

/** 24 November 2026: training is told of 60 days before its end, hours 14, half a year without a session at once. */
const now = at('2026-11-24T12:00');
const policy = defaultPolicy;
const declaredOn = (on: string) => ({ on, week: {}, exceptions: [], leave: [] });
const on = (day: string, over: Partial<Reservation> = {}) =>
  aReservation({ slot: aSlot(`${day}T10:00`), ...over });

/** Trained for long, and busy not long ago. */
const busy = (over: Partial<Facilitator> = {}) =>
  aFacilitator({ trainedUntil: '2028-01-01', facilitatedBefore: '2026-11-01', ...over });
const due = (facilitator: Facilitator, reservations: readonly Reservation[] = []) =>
  noticesDue(facilitator, reservations, now, policy);

describe('The notices that are due', () => {
  const training = (until: string): PoolNotice => ({ kind: 'training-ending', until });
  const hours = (until: string): PoolNotice => ({ kind: 'declaration-ageing', until });
  const idle = (since: string): PoolNotice => ({ kind: 'not-facilitated', since });

  it.each<[string, Partial<Facilitator>, readonly PoolNotice[]]>([
    ['of somebody with nothing to tell', {}, []],
    ['of training that ends in 61 days', { trainedUntil: '2027-01-24' }, []],
    ['of training that ends in 60 days', { trainedUntil: '2027-01-23' }, [training('2027-01-23')]],
    ['of training that ends today', { trainedUntil: '2026-11-24' }, [training('2026-11-24')]],
    ['of training that ended yesterday', { trainedUntil: '2026-11-23' }, []],
    ['of hours that count for 15 days more', { declared: declaredOn('2026-09-10') }, []],
    ['of hours that count for 14 days more', { declared: declaredOn('2026-09-09') }, [hours('2026-12-08')]],
    ['of hours that count until today', { declared: declaredOn('2026-08-26') }, [hours('2026-11-24')]],
    ['of hours that count no more', { declared: declaredOn('2026-08-25') }, []],
    ['of half a year without a session', { facilitatedBefore: '2026-05-24' }, [idle('2026-05-24')]],
    ['of a day less', { facilitatedBefore: '2026-05-25' }, []],
    [
      'of all of these at once',
      { trainedUntil: '2026-12-01', declared: declaredOn('2026-09-01'), facilitatedBefore: '2026-01-01' },
      [training('2026-12-01'), hours('2026-11-30'), idle('2026-01-01')],
    ],
    ['of somebody who is here until tonight', { trainedUntil: '2026-12-01', leftOn: '2026-11-24' }, []],
    [
      'of somebody who is here until tomorrow',
      { trainedUntil: '2026-12-01', leftOn: '2026-11-25' },
      [training('2026-12-01')],
    ],
  ])('%s', (_of, over, notices) => {
    expect(due(busy(over))).toEqual(notices);
  });

  it('of a trainee are none about training', () => {
    const { trainedUntil: _none, ...trainee } = busy({ declared: declaredOn('2026-09-01') });
    expect(due(trainee)).toEqual([hours('2026-11-30')]);
    expect(isTrainingEnding({}, '2026-11-24', policy)).toBe(false);
  });

  it('are remembered by what they are about and its day', () => {
    const keys = [training('2026-12-01'), hours('2026-11-30'), idle('2026-01-01')].map(noticeKey);
    expect(keys).toEqual([
      'training-ending-2026-12-01',
      'declaration-ageing-2026-11-30',
      'not-facilitated-2026-01-01',
    ]);
  });
});

describe('The last session somebody facilitated', () => {
  it.each<[string, string | undefined, readonly Reservation[], string | undefined]>([
    ['is unknown of somebody who never had one', undefined, [], undefined],
    ['is that from before the pool was kept here', '2026-03-02', [], '2026-03-02'],
    ['is the later of those', '2026-03-02', [on('2026-06-03'), on('2026-05-05')], '2026-06-03'],
    ['is that from before, where it is later', '2026-07-01', [on('2026-06-03')], '2026-07-01'],
    ['is none that was given back', undefined, [on('2026-06-03', { state: 'released' })], undefined],
    ['is none they only sat in', undefined, [on('2026-06-03', { observes: true })], undefined],
    ['is none that is not over', undefined, [on('2026-12-08')], undefined],
    [
      'is one that ends this moment',
      undefined,
      [aReservation({ slot: aSlot('2026-11-24T10:30') })],
      '2026-11-24',
    ],
  ])('%s', (_which, facilitatedBefore, reservations, day) => {
    const facilitator = facilitatedBefore === undefined ? {} : { facilitatedBefore };
    expect(lastFacilitatedOn(facilitator, reservations, now)).toBe(day);
  });
});

describe('Somebody has had no session for long', () => {
  const trained = { trainedUntil: '2028-01-01' };
  it.each<[string, Partial<Facilitator>, readonly Reservation[], string | undefined]>([
    ['since the last', {}, [on('2026-05-04')], '2026-05-04'],
    ['not since one half a year ago less a day', {}, [on('2026-05-25')], undefined],
    ['since they joined, who never had one', { joinedOn: '2026-05-24' }, [], '2026-05-24'],
    ['not while nobody knows since when', {}, [], undefined],
    ['not while one is coming', {}, [on('2026-05-04'), on('2026-12-08')], undefined],
    [
      'not while one goes on',
      {},
      [on('2026-05-04'), aReservation({ slot: aSlot('2026-11-24T11:00') })],
      undefined,
    ],
    [
      'though they are to sit in on one',
      {},
      [on('2026-05-04'), on('2026-12-08', { observes: true })],
      '2026-05-04',
    ],
    [
      'though one was given back',
      {},
      [on('2026-05-04'), on('2026-12-08', { state: 'released' })],
      '2026-05-04',
    ],
    ['on the last day of their training', { trainedUntil: '2026-11-24' }, [on('2026-05-04')], '2026-05-04'],
    ['not once their training is over', { trainedUntil: '2026-11-23' }, [on('2026-05-04')], undefined],
  ])('%s', (_since, over, reservations, since) => {
    expect(idleSince(aFacilitator({ ...trained, ...over }), reservations, now, policy)).toBe(since);
  });

  it('not as a trainee', () => {
    const { trainedUntil: _none, ...trainee } = aFacilitator();
    expect(idleSince(trainee, [on('2026-05-04')], now, policy)).toBeUndefined();
  });
});
