/** Other people for a session: the dialog to propose them, and the cards while and after a coordinator looks at it. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import { presentForCoordinators } from '../../src/teams/present/coordination';
import { presentParticipants } from '../../src/teams/present/participants';
import { presentForRequester } from '../../src/present/requester';
import { REFUSALS } from '../../src/teams/wording/refusals';
import {
  anAsk,
  aParticipant,
  aParticipantAnswer,
  aRequest,
  at,
  participantAnswers,
  theRequester,
} from '../builders';

const ID = '7qf3k2m9zzzzzzzzzzzzzzzzzz';
const now = at('2026-11-27T10:00');
const booked = aRequest.booked({ id: ID });
const [hattie, percy, sam] = booked.ask.participants;
const nora = { name: 'Nora Navy', mail: 'nora.navy@health-sandbox.example', team: 'hl-sn' };
const proposed = aRequest.booked({
  id: ID,
  proposal: { participants: [hattie!, sam!, nora], at: now, by: theRequester },
});
const crowd = Array.from({ length: 11 }, (_, n) =>
  aParticipant({
    name: `Bartholomew Featherstonehaugh-Cholmondeley ${n}`,
    mail: `bartholomew.${n}@health-sandbox.example`,
  }),
);
const crowded = aRequest.booked({ id: ID, ask: anAsk({ participants: crowd }) });
const refresh = { userIds: [], button: true };

export const participantsSamples = {
  sample: presentParticipants(booked, {}, now, policy),
  waiting: presentParticipants(proposed, {}, now, policy),
  wrong: presentParticipants(
    booked,
    {
      answers: { removed: [percy!.mail], added: [aParticipantAnswer({ mail: '' })], notNames: '' },
      problems: [
        { field: 'participants', entry: 0, fault: 'bad-mail' },
        { field: 'participants', fault: 'one-agency', allowed: 2 },
      ],
    },
    now,
    policy,
  ),
  worst: presentParticipants(
    crowded,
    {
      answers: {
        removed: crowd.map(({ mail }) => mail),
        added: participantAnswers(3).map((each) => ({ ...each, name: 'Word '.repeat(16).trim() })),
        notNames: '',
      },
      problems: [0, 1, 2].map((entry) => ({ field: 'participants', entry, fault: 'twice' })),
      notice: REFUSALS['people-not-known'],
    },
    now,
    policy,
  ),
};

export const proposedForRequester = {
  proposed: presentForRequester(proposed, policy),
  proposalLeft: presentForRequester({ ...booked, proposalAnswer: { agreed: false, at: now } }, policy),
};

export const proposedForCoordinators = {
  proposed: presentForCoordinators(proposed, policy, { refresh, coordinator: false }),
  proposedOwn: presentForCoordinators(proposed, policy, { refresh, coordinator: true }),
};
