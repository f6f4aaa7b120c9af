/** Whoever comes beside the facilitator: both are told on their cards, and nobody else by name. */
import { defaultPolicy } from '../../src/domain/policy';
import type { Beside } from '../../src/domain/match';
import { renderCard } from '../../src/teams/cards';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForFacilitator } from '../../src/present/facilitator';
import { presentForRequester } from '../../src/present/requester';
import { aFacilitatorRef, anotherFacilitator, aRequest, theFacilitator } from '../builders';
import { wordsOn } from './card-in-hand';

const beside: Beside = { facilitator: aFacilitatorRef(anotherFacilitator), as: 'observer' };
const view = { refresh: { userIds: [], button: false }, coordinator: true };
const own = { facilitator: theFacilitator.id, attempt: 1 };

describe('Whoever comes beside the facilitator', () => {
  it.each([aRequest.approved({ beside }), aRequest.offered({ beside }), aRequest.booked({ beside })])(
    'is on the coordinators’ card while it is $state',
    (request) => {
      const words = wordsOn(renderCard('coordination', presentForCoordinators(request, defaultPolicy, view)));
      expect(words).toContain('Along with them: Amber Azure (observes).');
    },
  );

  it.each([aRequest.offered({ beside }), aRequest.booked({ beside: { ...beside, as: 'second' } })])(
    'is on the facilitator’s card while it is $state',
    (request) => {
      const words = wordsOn(renderCard('facilitator', presentForFacilitator(request, own, defaultPolicy)));
      expect(words).toMatch(/With you: Amber Azure \((observes|second facilitator)\)/);
    },
  );

  it('is not named to the requester, whom the invitation tells', () => {
    const card = renderCard('requester', presentForRequester(aRequest.booked({ beside }), defaultPolicy));
    expect(wordsOn(card)).not.toContain('Amber');
  });
});
