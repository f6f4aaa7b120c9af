/** The card of those who come to a session, and what others see once the facilitator has not come. */
import { defaultPolicy } from '../../src/domain/policy';
import { presentAttending } from '../../src/present/attending';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForRequester } from '../../src/present/requester';
import { notBegunInWords, toldInWords } from '../../src/wording/on-the-day';
import { aMatch, anAsk, aRequest, aRequester, at } from '../builders';

const policy = { ...defaultPolicy, onTheDayContact: 'the coordinators, 01632 960456' };
const ID = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const onTheDay = at('2026-12-08T10:12');
const { slot } = aMatch();
const request = aRequest.booked({ id: ID });
const missed = aRequest.booked({ id: ID, missing: { at: onTheDay } });

export const attendingSamples = {
  sample: presentAttending(request, { isLast: true }),
  early: presentAttending(request, { isLast: false }),
  notBegun: presentAttending(request, {
    isLast: true,
    notice: notBegunInWords(slot, at('2026-12-08T10:05')),
  }),
  told: presentAttending(missed, { isLast: true, notice: toldInWords(policy.onTheDayContact) }),
  worst: presentAttending(
    aRequest.booked({
      id: ID,
      requester: aRequester({ name: 'Bartholomew Featherstonehaugh-Cholmondeley' }),
      ask: anAsk({ place: { kind: 'in-person', venue: 'Word '.repeat(40).trim() } }),
    }),
    { isLast: true, notice: toldInWords('Word '.repeat(24).trim()) },
  ),
};

export const missingForRequester = {
  onTheDay: presentForRequester(request, policy, { now: at('2026-12-08T09:00') }),
  missing: presentForRequester(missed, policy, { now: onTheDay }),
};

export const missingForCoordinators = {
  missing: presentForCoordinators(missed, policy, {
    refresh: { userIds: [], button: true },
    coordinator: false,
  }),
};
