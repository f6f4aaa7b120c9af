/** The cards of a session that stands and is to be changed: without its facilitator, or wanted at another time. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Chosen } from '../../src/domain/rearranging';
import type { CardData } from '../../src/teams/card-data';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentForFacilitator } from '../../src/present/facilitator';
import { presentForRequester } from '../../src/present/requester';
import {
  aFacilitatorRef,
  aMatch,
  anotherFacilitator,
  aRequest,
  aSlot,
  at,
  someMatches,
  theCoordinator,
  theFacilitator,
} from '../builders';

const id = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const amber = aFacilitatorRef({ ...anotherFacilitator, mail: 'amber@county.example', team: 'vs-fa' });
const later = aSlot('2026-12-10T10:00');
const others = someMatches({
  round: 2,
  best: [aMatch({ id: '2-1', facilitator: amber }), aMatch({ id: '2-2', facilitator: amber, slot: later })],
});
const asked: Chosen = {
  attempt: 2,
  match: aMatch({ facilitator: amber }),
  by: theCoordinator,
  stage: { at: 'asked', answerBy: at('2026-12-03T17:00') },
};
const lost = { setback: { why: 'facilitator-cannot', facilitator: theFacilitator.name } } as const;

const uncovered = aRequest.uncovered({ id, rearranging: { ...lost, matches: others } });
const asking = aRequest.uncovered({ id, rearranging: { chosen: asked } });
const wanted = aRequest.booked({
  id,
  rearranging: {
    askedBy: 'requester',
    matches: someMatches({ round: 2, best: [aMatch({ id: '2-1', slot: later }), others.best[1]!] }),
  },
});
const wantedToo = aRequest.uncovered({ id, rearranging: { ...uncovered.rearranging, askedBy: 'requester' } });
const moving = aRequest.booked({
  id,
  rearranging: {
    askedBy: 'requester',
    chosen: { ...asked, match: aMatch({ slot: later }), stage: { at: 'moving' } },
  },
});

const changedThere = aRequest.booked({
  id,
  outlook: {
    movedTo: later,
    missing: ['Hattie Hazel'],
    uninvited: ['Stella Stranger (stella@elsewhere.example)'],
    putRight: ['recording', 'transcription'],
    answers: [
      { agency: 'cs', people: 2, coming: 2, notComing: 0 },
      { agency: 'ed', people: 1, coming: 0, notComing: 1 },
      { agency: 'po', people: 1, coming: 0, notComing: 0 },
    ],
  },
});
const tooFew = aRequest.booked({ id, outlook: { tooFew: 1 } });
const linkGone = aRequest.booked({ id, outlook: { linkGone: true } });

export function rearrangingForCoordinators() {
  const view = { refresh: { userIds: ['29:c0000000-1'], button: false }, coordinator: true };
  return {
    uncovered: presentForCoordinators(uncovered, policy, view),
    nobody: presentForCoordinators(
      aRequest.uncovered({ id, rearranging: { ...lost, matches: someMatches({ best: [] }) } }),
      policy,
      view,
    ),
    wantedToo: presentForCoordinators(wantedToo, policy, view),
    asking: presentForCoordinators(asking, policy, view),
    anotherTime: presentForCoordinators(wanted, policy, view),
    moving: presentForCoordinators(moving, policy, view),
    changedInOutlook: presentForCoordinators(changedThere, policy, view),
    changedInChannel: presentForCoordinators(changedThere, policy, { ...view, coordinator: false }),
    linkGone: presentForCoordinators(linkGone, policy, view),
    tooFew: presentForCoordinators(tooFew, policy, view),
  } satisfies Record<string, CardData['coordination']>;
}

export function rearrangingForFacilitator() {
  const fay = { facilitator: theFacilitator.id, attempt: 1 };
  const moved = aRequest.booked({ id, attempt: 2, match: aMatch({ slot: later }) });
  return {
    dropped: presentForFacilitator(aRequest.uncovered({ id, rearranging: lost }), fay, policy),
    askedInstead: presentForFacilitator(asking, { facilitator: amber.id, attempt: 2 }, policy),
    anotherTime: presentForFacilitator(wanted, fay, policy),
    moved: presentForFacilitator(moved, fay, policy),
  } satisfies Record<string, CardData['facilitator']>;
}

export function rearrangingForRequester() {
  return {
    uncovered: presentForRequester(uncovered, policy),
    wantedToo: presentForRequester(wantedToo, policy),
    anotherTime: presentForRequester(wanted, policy),
    tooFew: presentForRequester(tooFew, policy),
  } satisfies Record<string, CardData['requester']>;
}
