/** The list of the sessions somebody takes part in. */
import { presentSessions } from '../../src/teams/present/sessions';
import { aMatch, aRequest, aRequester, aSlot } from '../builders';

const id = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const later = aMatch({ slot: aSlot('2026-12-10T14:00') });

export const sessionsSamples = {
  sample: presentSessions([aRequest.booked({ id, match: later }), aRequest.booked({ id })]),
  none: presentSessions([]),
  worst: presentSessions(
    Array.from({ length: 12 }, () =>
      aRequest.booked({
        id,
        requester: aRequester({ name: 'Bartholomew Featherstonehaugh-Cholmondeley' }),
      }),
    ),
  ),
};
