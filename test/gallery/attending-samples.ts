/** The card of those who come to a session, and what others see once the facilitator has not come. */
import { defaultPolicy } from '../../src/domain/policy';
import { presentAttending } from '../../src/present/attending';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForRequester } from '../../src/present/requester';
import { notBegunInWords, toldInWords } from '../../src/wording/on-the-day';
import { OWN_PART } from '../../src/wording/taking-part';
import { aMatch, anAsk, aRequest, aRequester, at, theParticipant } from '../builders';
import { outsiders, practitioners } from '../sandbox/people';

const policy = { ...defaultPolicy, onTheDayContact: 'the coordinators, 01632 960456' };
const [, sam] = practitioners;
const ID = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const onTheDay = at('2026-12-08T10:12');
const { slot } = aMatch();
const request = aRequest.booked({ id: ID });
const early = at('2026-12-01T09:00');
const absent = aRequest.booked({ id: ID, absent: [sam.mail], ask: anAsk({ arrangements: ['bsl'] }) });
/** Without whom there are too few agencies. */
const short = aRequest.booked({
  id: ID,
  absent: outsiders.map(({ mail }) => mail),
  ask: anAsk({ arrangements: ['captions'] }),
});
const missed = aRequest.booked({ id: ID, missing: { at: onTheDay } });

export const attendingSamples = {
  sample: presentAttending(request, { isLast: true }),
  early: presentAttending(request, { isLast: false, viewer: theParticipant, now: early }),
  own: presentAttending(request, { isLast: true, viewer: theParticipant, now: early }),
  absent: presentAttending(absent, {
    isLast: false,
    notice: OWN_PART.absentNoted,
    viewer: theParticipant,
    now: early,
  }),
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
    { isLast: true, notice: toldInWords('Word '.repeat(24).trim()), viewer: theParticipant, now: early },
  ),
};

export const missingForRequester = {
  absent: presentForRequester(absent, policy),
  short: presentForRequester(short, policy, { now: at('2026-12-08T09:00'), fromList: true }),
  onTheDay: presentForRequester(request, policy, { now: at('2026-12-08T09:00') }),
  missing: presentForRequester(missed, policy, { now: onTheDay }),
};

export const missingForCoordinators = {
  absent: presentForCoordinators(absent, policy, {
    refresh: { userIds: [], button: true },
    coordinator: true,
  }),
  short: presentForCoordinators(short, policy, {
    refresh: { userIds: [], button: true },
    coordinator: false,
  }),
  missing: presentForCoordinators(missed, policy, {
    refresh: { userIds: [], button: true },
    coordinator: false,
  }),
};
