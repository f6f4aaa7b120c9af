import type { Facilitator } from '../../src/domain/facilitator';
import { defaultPolicy } from '../../src/domain/policy';
import { type Standing, standings } from '../../src/domain/standing';
import { aFacilitator, aReservation, askedAt, aSlot } from '../builders';

const today = '2026-11-24';

function standingOf(
  over: Partial<Facilitator>,
  reservations: Parameters<typeof aReservation>[0][] = [],
): Standing {
  const member = { facilitator: aFacilitator(over), reservations: reservations.map(aReservation) };
  return standings([member], askedAt, defaultPolicy)[0]!;
}

describe('How somebody of the pool stands', () => {
  it.each<[string, Partial<Facilitator>, Partial<Standing>]>([
    ['trained', { trainedUntil: '2027-03-31' }, { training: { kind: 'valid', until: '2027-03-31' } }],
    [
      'trained for 61 days more',
      { trainedUntil: '2027-01-24' },
      { training: { kind: 'valid', until: '2027-01-24' } },
    ],
    [
      'trained for 60 days more',
      { trainedUntil: '2027-01-23' },
      { training: { kind: 'ending', until: '2027-01-23' } },
    ],
    ['trained until today', { trainedUntil: today }, { training: { kind: 'ending', until: today } }],
    [
      'trained until yesterday',
      { trainedUntil: '2026-11-23' },
      { training: { kind: 'ended', until: '2026-11-23' } },
    ],
    ['paused until today', { pauses: [{ from: '2026-11-01', until: today }] }, { pausedUntil: today }],
    ['here from tomorrow no more', { leftOn: '2026-11-25' }, { hasLeft: false }],
    ['gone from today', { leftOn: today }, { hasLeft: true }],
    ['half a part', { weight: 0.5 }, { weight: 0.5 }],
    ['by their calendar', {}, { hours: { from: 'calendar' } }],
    [
      'by hours of ninety days ago',
      { declared: { on: '2026-08-26', week: {}, exceptions: [], leave: [] } },
      { hours: { from: 'declared', on: '2026-08-26' } },
    ],
    [
      'by hours of ninety-one days ago',
      { declared: { on: '2026-08-25', week: {}, exceptions: [], leave: [] } },
      { hours: { from: 'unknown', on: '2026-08-25' } },
    ],
    [
      'idle for half a year',
      { facilitatedBefore: '2026-05-24' },
      { idleSince: '2026-05-24', lastOn: '2026-05-24' },
    ],
    ['idle for less', { facilitatedBefore: '2026-05-25' }, { lastOn: '2026-05-25' }],
  ])('%s', (_how, over, expected) => {
    expect(standingOf(over)).toMatchObject(expected);
  });

  it('is a trainee without training', () => {
    const { trainedUntil: _none, ...trainee } = aFacilitator();
    const [standing] = standings([{ facilitator: trainee, reservations: [] }], askedAt, defaultPolicy);
    expect(standing!.training).toEqual({ kind: 'trainee' });
    expect(standing).not.toHaveProperty('idleSince');
  });

  it.each<[string, Partial<Facilitator>, keyof Standing]>([
    ['a pause that is over', { pauses: [{ from: '2026-11-01', until: '2026-11-23' }] }, 'pausedUntil'],
    ['a pause to come', { pauses: [{ from: '2026-11-25', until: '2026-11-26' }] }, 'pausedUntil'],
    ['a long time without, once they left', { facilitatedBefore: '2025-01-01', leftOn: today }, 'idleSince'],
    [
      'a long time without, once training ended',
      { facilitatedBefore: '2025-01-01', trainedUntil: '2026-01-01' },
      'idleSince',
    ],
    ['a last session, where none is known', {}, 'lastOn'],
  ])('says nothing of %s', (_what, over, field) => {
    expect(standingOf(over)).not.toHaveProperty(field);
  });

  it('counts what is coming, what was observed and what was facilitated last apart', () => {
    const standing = standingOf({ facilitatedBefore: '2026-01-01' }, [
      { requestId: 'gone', slot: aSlot('2026-10-01T10:00') },
      { requestId: 'watched', slot: aSlot('2026-11-02T10:00'), observes: true },
      { requestId: 'given-up', slot: aSlot('2026-11-03T10:00'), state: 'released' },
      { requestId: 'not-watched', slot: aSlot('2026-11-04T10:00'), state: 'released', observes: true },
      { requestId: 'ends-just-now', slot: aSlot('2026-11-24T08:30'), observes: true },
      { requestId: 'called-off', slot: aSlot('2026-12-03T10:00'), state: 'released' },
      { requestId: 'later', slot: aSlot('2026-12-10T10:00') },
      { requestId: 'next', slot: aSlot('2026-12-01T10:00'), observes: true },
    ]);
    expect(standing.coming.map(({ requestId }) => requestId)).toEqual(['next', 'later']);
    expect(standing.observed).toBe(2);
    expect(standing.lastOn).toBe('2026-10-01');
    expect(standing.burden.sessions).toBe(2);
  });

  it('is told of everybody in the order of their names', () => {
    const pool = ['dale', 'Amber', 'Basil'].map((name) => ({
      facilitator: aFacilitator({ id: name, name }),
      reservations: [],
    }));
    const names = standings(pool, askedAt, defaultPolicy).map(({ facilitator }) => facilitator.name);
    expect(names).toEqual(['Amber', 'Basil', 'dale']);
  });
});
