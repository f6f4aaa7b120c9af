import { defaultPolicy } from '../../src/domain/policy';
import type { Match } from '../../src/domain/match';
import { renderCard } from '../../src/teams/cards';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { aFacilitatorRef, aMatch, aRequest, aSlot, someMatches } from '../builders';
import { buttonsOn, partsOf } from './card-in-hand';

function cardWith(...best: readonly Match[]) {
  const request = aRequest.submitted({ matches: someMatches({ best }) });
  const view = { refresh: { userIds: [], button: false }, coordinator: true };
  return renderCard('coordination', presentForCoordinators(request, defaultPolicy, view));
}

const approvals = (card: unknown) => buttonsOn(card).filter((title) => title.startsWith('Approve'));

describe('the button that approves', () => {
  const fay = aMatch();
  const fayAgain = aMatch({ id: '1-2', slot: aSlot('2026-12-18T14:00') });
  const long = aFacilitatorRef({ name: 'Bartholomew Featherstonehaugh-Cholmondeley' });

  it('names the facilitator', () => {
    expect(approvals(cardWith(fay))).toEqual(['Approve Fay Facilitate']);
  });

  it('names the time too where the same facilitator is offered twice', () => {
    const amber = aFacilitatorRef({ name: 'Amber Azure' });
    const twice = [fay, fayAgain].map((match) => ({ ...match, facilitator: amber }));
    expect(approvals(cardWith(...twice))).toEqual([
      'Approve Amber Azure, 8 Dec 10:00',
      'Approve Amber Azure, 18 Dec 14:00',
    ]);
  });

  it('goes by the number of the match rather than have the end cut off on a phone, and says all when pointed at', () => {
    const card = cardWith(fay, { ...fayAgain, facilitator: long });
    expect(approvals(card)).toEqual(['Approve Fay Facilitate', 'Approve match 2']);
    expect(partsOf(card).flatMap(({ verb, tooltip }) => (verb === 'approve' ? [tooltip] : []))).toEqual([
      'Approve Fay Facilitate, Tue 8 Dec 10:00',
      'Approve Bartholomew Featherstonehaugh-Cholmondeley, Fri 18 Dec 14:00',
    ]);
  });
});
