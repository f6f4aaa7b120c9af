/**
 * Every card with data as it usually is and with the most it can hold. The gallery draws them, the tests measure them:
 * a card without both does not compile.
 */
import { defaultPolicy } from '../../src/domain/policy';
import type { CardData, CardName } from '../../src/teams/card-data';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentReminder } from '../../src/teams/present/reminder';
import { presentForRequester } from '../../src/present/requester';
import { presentRequests } from '../../src/teams/present/requests';
import { CHAT, WELCOME } from '../../src/teams/wording/chat';
import { safetyLine } from '../../src/wording/safety';
import { REFUSALS, TROUBLE } from '../../src/teams/wording/refusals';
import {
  aMatch,
  anAsk,
  aRequest,
  aRequester,
  someDatesAsked,
  someMatches,
  theCoordinator,
  theFacilitator,
} from '../builders';
import { somePoll } from '../some-poll';
import { attendingSamples, missingForCoordinators, missingForRequester } from './attending-samples';
import { digestSamples } from './digest-samples';
import { evaluationSamples } from './evaluation-samples';
import { facilitatingSamples } from './facilitating-samples';
import { facilitatorSamples } from './facilitator-samples';
import { FORM, PEOPLE } from './form-samples';
import { historySamples } from './history-samples';
import { longAsk, longText } from './long-ask';
import { guideSamples } from './guide-samples';
import { caredFor, editSamples, lookedAfter, noteSamples, transferSamples } from './looking-after-samples';
import { reason, urgent } from './plain-samples';
import { polledForCoordinators, pollSamples } from './polling-samples';
import { participantsSamples, proposedForCoordinators, proposedForRequester } from './proposing-samples';
import { recordSamples } from './record-samples';
import { queueSamples } from './queue-samples';
import { SHARED_SAMPLES } from './shared-samples';
import { sessionsSamples } from './sessions-samples';
import { rearrangingForCoordinators, rearrangingForRequester } from './rearranging-samples';
import { inTrouble } from './trouble-samples';
import { waitingForCoordinators, waitingForRequester } from './waiting-samples';

type Samples = {
  readonly [Name in CardName]: {
    readonly sample: CardData[Name];
    readonly worst: CardData[Name];
    readonly [other: string]: CardData[Name];
  };
};

const policy = defaultPolicy;
const notInvited = { kind: 'not-invited', attempt: 1 } as const;
const ID = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const everybody = { userIds: ['29:c0000000-1', '29:c0000000-2'], button: false };
const declined = aRequest.closed({
  id: ID,
  outcome: { kind: 'declined', reason: 'another-door', door: 'statutory-meeting', by: theCoordinator },
});
const cancelled = aRequest.closed({
  id: ID,
  attempt: 1,
  outcome: { kind: 'cancelled', reason: 'too-few', by: theCoordinator },
});
const notHeld = aRequest.closed({
  id: ID,
  attempt: 1,
  outcome: { kind: 'not-held', reason: 'technical', by: theFacilitator },
});
const sixty = Array.from({ length: 60 }, (_, n) => `29:1${String(n).padStart(3, '0')}${'x'.repeat(80)}`);

/** Everything that can be asked for besides. */
const BESIDES = {
  requester: aRequester({
    phone: '01632 960123',
    colleague: { mail: 'sam.saffron@norfolk-sandbox.example' },
  }),
  ask: anAsk({
    otherNeeds: ['tasks', 'decision', 'information'],
    arrangements: ['interpreter', 'bsl', 'captions', 'step-free'],
    toBeNamed: [{ role: 'school nurse', team: 'hl-sn' }],
    locality: 'north',
    schoolsAgree: true,
    minutes: 60,
  }),
} as const;

const longMatches = [1, 2, 3].map((n) =>
  aMatch({
    id: `1-${n}`,
    facilitator: {
      id: `f-${n}`,
      name: `Bartholomew Featherstonehaugh-Cholmondeley ${n}`,
      mail: 'x@y.example',
      team: 'vs-da',
    },
    reasons: [
      { kind: 'facilitated-before' },
      ...aMatch().reasons,
      { kind: 'participants-free', free: 2, seen: 12 },
    ],
  }),
);

const manyPolled = somePoll({ asked: longAsk.participants.map(({ mail }) => mail) });
const manyDuplicates = Array.from({ length: 10 }, (_, n) => ({ requestId: `dupl${n}000`, people: 12 }));

export const SAMPLES: Samples = {
  welcome: pair('welcome', { ...WELCOME, safety: safetyLine(policy) }),
  safety: pair('safety', { cads: safetyLine(policy), origin: '19:group@thread.v2', again: '' }),
  urgent: { sample: urgent('unreported'), worst: urgent('unsure') },
  ...guideSamples,
  ...SHARED_SAMPLES,
  facilitating: facilitatingSamples,
  reminder: {
    sample: presentReminder(aRequest.booked({ id: ID }), policy),
    worst: presentReminder(aRequest.booked({ id: ID, ask: longAsk }), {
      ...policy,
      sessionPurpose: longText(300),
      openingPrompt: longText(300),
      closingPrompt: longText(300),
    }),
  },
  attending: attendingSamples,
  poll: pollSamples,
  sessions: sessionsSamples,
  ...evaluationSamples,
  notice: {
    sample: { title: CHAT.unknownTitle, text: CHAT.unknown },
    worst: { title: CHAT.unknownTitle, text: TROUBLE.formNotSaved },
  },
  reason: { sample: reason(anAsk().reason), worst: reason(longText(policy.longestTextLength, 'Word\n\n')) },
  requests: {
    sample: presentRequests([aRequest.offered({ id: ID }), aRequest.booked(), aRequest.closed()], 0),
    worst: presentRequests(
      Array.from({ length: 25 }, () => aRequest.offered({ id: ID, ask: longAsk })),
      8,
    ),
    none: presentRequests([], 0),
  },
  queue: queueSamples(longAsk),
  digest: digestSamples,
  history: historySamples(longText),
  requester: {
    ...lookedAfter,
    sample: forRequester(aRequest.submitted({ id: ID })),
    ...waitingForRequester(),
    ...rearrangingForRequester(),
    booked: forRequester(aRequest.booked({ id: ID })),
    ...missingForRequester,
    ...proposedForRequester,
    notInvited: forRequester(aRequest.booked({ id: ID, troubles: [notInvited] })),
    declined: forRequester(declined),
    cancelled: forRequester(cancelled),
    notHeld: forRequester(notHeld),
    held: forRequester(aRequest.held({ id: ID })),
    acting: presentForRequester(aRequest.returned({ id: ID, ...BESIDES }), policy, { viewer: 'colleague' }),
    besides: forRequester(aRequest.submitted({ id: ID, ...BESIDES })),
    worst: presentForRequester(aRequest.offered({ id: ID, ask: longAsk, match: longMatches[0]! }), policy, {
      notice: REFUSALS['already-submitted'],
      fromList: true,
    }),
  },
  facilitator: facilitatorSamples({ id: ID, besides: BESIDES, cancelled, notHeld }),
  note: noteSamples,
  edit: editSamples,
  participants: participantsSamples,
  record: recordSamples,
  transfer: transferSamples,
  coordination: {
    ...caredFor,
    sample: coordination(aRequest.submitted({ id: ID }), false),
    coordinator: coordination(aRequest.submitted({ id: ID }), true),
    searching: coordination(aRequest.searching({ id: ID, ask: anAsk({ riskKnown: true }) }), false),
    none: coordination(
      aRequest.submitted({
        id: ID,
        matches: someMatches({
          best: [],
          relaxations: [
            { kind: 'shorter', minutes: 60, more: 5 },
            { kind: 'later', latest: '2027-03-19', more: 2 },
          ],
        }),
      }),
      true,
    ),
    alongside: coordination(
      aRequest.booked({
        id: ID,
        beside: { facilitator: { ...aMatch().facilitator, name: 'Amber Azure' }, as: 'observer' },
      }),
      true,
    ),
    unreliable: coordination(
      aRequest.booked({ id: ID, troubles: [{ kind: 'facilitator-paused', attempt: 1 }] }),
      true,
    ),
    back: coordination(
      aRequest.submitted({
        id: ID,
        setback: { why: 'facilitator-cannot', facilitator: theFacilitator.name },
      }),
      true,
    ),
    duplicate: coordination(
      aRequest.submitted({
        id: ID,
        ask: anAsk({ followUpOf: { requestId: 'aaaa1111', facilitator: theFacilitator.id } }),
        matches: someMatches({ possibleDuplicates: [{ requestId: 'bbbb2222', people: 2 }] }),
      }),
      true,
    ),
    ...waitingForCoordinators(),
    ...rearrangingForCoordinators(),
    besides: coordination(aRequest.submitted({ id: ID, ...BESIDES }), false),
    booked: coordination(aRequest.booked({ id: ID }), false),
    ...missingForCoordinators,
    ...proposedForCoordinators,
    ...polledForCoordinators,
    bookedOwn: coordination(aRequest.booked({ id: ID }), true),
    cancelled: coordination(cancelled, true),
    heldOwn: coordination(aRequest.held({ id: ID }), true),
    notHeld: coordination(notHeld, true),
    declined: coordination(declined, true),
    ...inTrouble(),
    notInvited: coordination(aRequest.booked({ id: ID, troubles: [notInvited] }), false),
    worst: presentForCoordinators(
      aRequest.submitted({
        id: ID,
        ask: longAsk,
        matches: someMatches({ best: longMatches, possibleDuplicates: manyDuplicates }),
        poll: manyPolled,
        troubles: [1, 2, 3].map((attempt) => ({ kind: 'not-removed', attempt })),
        setback: { why: 'could-not-arrange', facilitator: 'Bartholomew Featherstonehaugh-Cholmondeley' },
        raised: 'lead',
        datesAsked: someDatesAsked({ why: 'dates-near' }),
      }),
      policy,
      {
        refresh: { userIds: sixty, button: true },
        coordinator: true,
        notice: REFUSALS['matches-outdated'],
      },
    ),
  },
  form: FORM,
  people: PEOPLE,
};

function pair<Name extends CardName>(
  _name: Name,
  data: CardData[Name],
): { readonly sample: CardData[Name]; readonly worst: CardData[Name] } {
  return { sample: data, worst: data };
}

function forRequester(request: Parameters<typeof presentForRequester>[0]): CardData['requester'] {
  return presentForRequester(request, policy);
}

function coordination(
  request: Parameters<typeof presentForCoordinators>[0],
  coordinator: boolean,
): CardData['coordination'] {
  return presentForCoordinators(request, policy, { refresh: everybody, coordinator });
}
