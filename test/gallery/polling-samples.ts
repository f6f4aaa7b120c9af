/** The question which times suit: on the card of whoever is asked, and as coordinators see it. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Request } from '../../src/domain/request';
import type { CardData } from '../../src/teams/card-data';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentPoll } from '../../src/teams/present/poll';
import { POLLED } from '../../src/teams/wording/polling';
import { anAsk, aRequest, aRequester, aSlot, at, someMatches, theRequester } from '../builders';
import { outsiders } from '../sandbox/people';
import { somePoll } from '../some-poll';

const id = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const now = at('2026-11-25T09:05');
const [hattie, percy] = outsiders;
const asked = { id: 'p-1', ...hattie };
const unseen = outsiders.slice(0, 2).map(({ mail }) => mail);
const ask = anAsk({
  participants: outsiders.map(({ name, mail }) => ({ name, mail, team: 'ed-pri' })),
});
const three = ['2026-12-08T10:00', '2026-12-09T14:00', '2026-12-10T10:00'].map((start) => aSlot(start));
const poll = somePoll({ slots: three, asked: unseen });
const polled = aRequest.submitted({ id, ask, matches: someMatches({ unseen }), poll });
const [first, second] = three.map(({ start }) => start) as [number, number];
const answers = [
  { mail: hattie.mail, starts: [first, second] },
  { mail: percy.mail, starts: [] },
];

export const pollSamples = {
  sample: presentPoll(polled, asked, now),
  answered: presentPoll({ ...polled, poll: { ...poll, answers } }, asked, now, POLLED.noted),
  own: presentPoll(
    { ...polled, requester: aRequester({ mail: hattie.mail }), poll },
    { ...theRequester, mail: hattie.mail },
    now,
    POLLED.nothingTicked,
  ),
  over: presentPoll({ ...polled, poll: { ...poll, over: true } }, asked, now),
  worst: presentPoll(
    {
      ...polled,
      requester: aRequester({ name: 'Bartholomew Featherstonehaugh-Cholmondeley' }),
      ask: { ...ask, place: { kind: 'in-person', venue: 'Word '.repeat(40).trim() } },
    },
    asked,
    now,
    POLLED.others,
  ),
};

const partners = { ...policy, partnerDomains: ['meadow-primary.example'] };
const outside = aRequester({ ...hattie, outside: true });

export const polledForCoordinators = {
  outside: card(aRequest.submitted({ id, requester: outside }), false, partners),
  outsideOwn: card(
    aRequest.submitted({ id, requester: { ...outside, mail: 'hattie.hazel@lark-hill.example' } }),
    true,
    partners,
  ),
  canPoll: card(aRequest.submitted({ id, ask, matches: someMatches({ unseen }) }), true),
  polling: card({ ...polled, poll: { ...poll, answers: answers.slice(0, 1) } }, true),
  pollingInChannel: card({ ...polled, poll: { ...poll, answers: answers.slice(0, 1) } }, false),
  polledOver: card({ ...polled, poll: { ...poll, answers, over: true } }, true),
} satisfies Record<string, CardData['coordination']>;

function card(request: Request, coordinator: boolean, of = policy): CardData['coordination'] {
  const refresh = { userIds: ['29:c0000000-1'], button: false };
  return presentForCoordinators(request, of, { refresh, coordinator, now });
}
