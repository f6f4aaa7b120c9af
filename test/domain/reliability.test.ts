/** Whom an arranged session relies on, and when they can be relied on no more. */
import type { Facilitator } from '../../src/domain/facilitator';
import type { Beside, Match } from '../../src/domain/match';
import type { Rearranging } from '../../src/domain/rearranging';
import { isArrangedWith, knownTroublesWith, troublesWith, unreliableOn } from '../../src/domain/reliability';
import type { Request } from '../../src/domain/request';
import type { Trouble } from '../../src/domain/setback';
import { aFacilitator, aMatch, aRequest, theCoordinator, theFacilitator } from '../builders';
import { amber } from './story';

/** Of every session here. */
const day = '2026-12-08';

const besideAs = (as: Beside['as']): Beside => ({ facilitator: amber, as });
/** Amber is asked to take over from Fay. */
const amberAsked = asked(aMatch({ facilitator: amber }));

function asked(match: Match): Rearranging {
  return { chosen: { attempt: 2, match, by: theCoordinator, stage: { at: 'reserving' } } };
}

describe('A facilitator on the day of a session', () => {
  it.each<[string, Partial<Facilitator>, string | undefined]>([
    ['is trained', {}, undefined],
    ['is in their last day of training', { trainedUntil: day }, undefined],
    ['was trained until the day before', { trainedUntil: '2026-12-07' }, 'facilitator-untrained'],
    ['leaves the day after', { leftOn: '2026-12-09' }, undefined],
    ['is there no more from that day', { leftOn: day }, 'facilitator-left'],
    ['has left before', { leftOn: '2026-12-01' }, 'facilitator-left'],
    ['is in the last day of a pause', { pauses: [{ from: '2026-12-01', until: day }] }, 'facilitator-paused'],
    ['had a pause before', { pauses: [{ from: '2026-12-01', until: '2026-12-07' }] }, undefined],
    [
      'left while paused, which says more',
      { leftOn: day, pauses: [{ from: day, until: day }], trainedUntil: '2026-01-01' },
      'facilitator-left',
    ],
    [
      'is paused and out of training, of which the pause is told',
      { pauses: [{ from: day, until: day }], trainedUntil: '2026-01-01' },
      'facilitator-paused',
    ],
  ])('%s', (_how, over, why) => {
    expect(unreliableOn(aFacilitator(over), day)).toBe(why);
  });

  it('may never have been trained', () => {
    const { trainedUntil: _none, ...trainee } = aFacilitator();
    expect(unreliableOn(trainee, day)).toBe('facilitator-untrained');
  });
});

describe('A session is in trouble', () => {
  const left = { leftOn: day };
  const untrained = { trainedUntil: '2026-12-07' };
  const fay = (over: Partial<Facilitator>) => aFacilitator(over);
  const itsAmber = (over: Partial<Facilitator>) => aFacilitator({ ...amber, ...over });

  it.each<[string, Request, Facilitator, readonly string[]]>([
    ['because of its facilitator', aRequest.booked(), fay(left), ['facilitator-left']],
    ['while they are asked', aRequest.offered(), fay(untrained), ['facilitator-untrained']],
    ['while it is being arranged', aRequest.approved(), fay(left), ['facilitator-left']],
    ['not, with one who can', aRequest.booked(), fay({}), []],
    ['not once it was held', aRequest.held(), fay(left), []],
    ['not before anything is arranged', aRequest.submitted(), fay(left), []],
    ['not because of somebody else', aRequest.booked(), itsAmber(left), []],
    ['not because of whoever dropped out of it', aRequest.uncovered(), fay(left), []],
    [
      'not because of whoever dropped out, though somebody comes beside them',
      aRequest.uncovered({ beside: besideAs('second') }),
      fay(left),
      [],
    ],
    [
      'not because of whoever is only asked',
      aRequest.uncovered({ rearranging: amberAsked }),
      itsAmber(left),
      [],
    ],
    [
      'not because of whoever dropped out and is asked once more',
      aRequest.uncovered({ rearranging: asked(aMatch()) }),
      fay(left),
      [],
    ],
    [
      'because of the second',
      aRequest.booked({ beside: besideAs('second') }),
      itsAmber(untrained),
      ['beside-unavailable'],
    ],
    [
      'because of the second, with nobody to facilitate',
      aRequest.uncovered({ beside: besideAs('second') }),
      itsAmber(left),
      ['beside-unavailable'],
    ],
    [
      'because of an observer who left',
      aRequest.booked({ beside: besideAs('observer') }),
      itsAmber(left),
      ['beside-unavailable'],
    ],
    [
      'not because of an observer without training',
      aRequest.booked({ beside: besideAs('observer') }),
      itsAmber(untrained),
      [],
    ],
    ['not, with a second who can', aRequest.booked({ beside: besideAs('second') }), itsAmber({}), []],
  ])('%s', (_why, request, facilitator, troubles) => {
    expect(troublesWith(request, facilitator)).toEqual(troubles);
  });
});

describe('What a session is known to be in trouble with', () => {
  const troubles: readonly Trouble[] = [
    { kind: 'facilitator-paused', attempt: 1 },
    { kind: 'beside-unavailable', attempt: 1 },
    { kind: 'not-invited', attempt: 1 },
    { kind: 'not-reached', who: 'requester' },
  ];
  const request = aRequest.booked({ troubles, beside: besideAs('second') });

  it('is its facilitator’s own, or that of whoever comes beside them, and never what has other reasons', () => {
    expect(knownTroublesWith(request, aFacilitator())).toEqual(['facilitator-paused']);
    expect(knownTroublesWith(request, aFacilitator(amber))).toEqual(['beside-unavailable']);
  });

  it('is nothing where it has no troubles', () => {
    expect(knownTroublesWith(aRequest.booked(), aFacilitator())).toEqual([]);
  });

  it('is nobody’s as a facilitator where nothing is arranged', () => {
    expect(knownTroublesWith(aRequest.submitted({ troubles }), aFacilitator())).toEqual([
      'beside-unavailable',
    ]);
  });
});

describe('A session is arranged', () => {
  it.each<[string, Request, string, boolean]>([
    ['with its facilitator', aRequest.booked(), theFacilitator.id, true],
    ['with them after it was held', aRequest.held(), theFacilitator.id, true],
    ['not with somebody else', aRequest.booked(), amber.id, false],
    ['with nobody before it has a match', aRequest.submitted(), theFacilitator.id, false],
    ['with the second', aRequest.booked({ beside: besideAs('second') }), amber.id, true],
    ['not with whoever dropped out', aRequest.uncovered(), theFacilitator.id, false],
    ['with whoever is asked in their place', aRequest.uncovered({ rearranging: amberAsked }), amber.id, true],
    ['with whoever is to take it over', aRequest.booked({ rearranging: amberAsked }), amber.id, true],
    [
      'with its facilitator, while another is asked',
      aRequest.booked({ rearranging: amberAsked }),
      theFacilitator.id,
      true,
    ],
    [
      'not with a third',
      aRequest.booked({ rearranging: amberAsked, beside: besideAs('second') }),
      'somebody',
      false,
    ],
    ['with nobody yet where another time is looked for', aRequest.uncovered(), amber.id, false],
  ])('%s', (_with, request, id, isArranged) => {
    expect(isArrangedWith(request, id)).toBe(isArranged);
  });
});
