/** The facilitator's card of a session, as it goes on. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Closed, Request } from '../../src/domain/request';
import type { CardData } from '../../src/teams/card-data';
import { presentForFacilitator } from '../../src/present/facilitator';
import { REFUSALS } from '../../src/teams/wording/refusals';
import { aRequest, theFacilitator } from '../builders';
import { someRecord } from '../some-record';
import { longAsk } from './long-ask';
import { rearrangingForFacilitator } from './rearranging-samples';

const asked = { facilitator: theFacilitator.id, attempt: 1 };

export function facilitatorSamples(given: {
  readonly id: string;
  readonly besides: Parameters<typeof aRequest.booked>[0];
  readonly cancelled: Closed;
  readonly notHeld: Closed;
}) {
  const { id: ID, besides: BESIDES, cancelled, notHeld } = given;
  return {
    sample: forFacilitator(aRequest.offered({ id: ID })),
    booked: forFacilitator(aRequest.booked({ id: ID, openingChecks: ['recording'] })),
    besides: forFacilitator(aRequest.booked({ id: ID, ...BESIDES })),
    over: forFacilitator(aRequest.closed({ id: ID })),
    cancelled: forFacilitator(cancelled),
    held: forFacilitator(aRequest.held({ id: ID })),
    recorded: forFacilitator(aRequest.held({ id: ID, record: someRecord() })),
    notHeld: forFacilitator(notHeld),
    ...rearrangingForFacilitator(),
    worst: presentForFacilitator(
      aRequest.offered({
        id: ID,
        ask: longAsk,
        openingChecks: ['recording', 'transcription', 'lobby', 'presenters', 'ai-notes'],
      }),
      asked,
      policy,
      { notice: REFUSALS['already-decided'] },
    ),
  };
}

function forFacilitator(request: Request): CardData['facilitator'] {
  return presentForFacilitator(request, asked, policy, {
    offers: { showsEvaluation: true, talksOver: true },
  });
}
