/** The guide's questions, and every door it leads to. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import { follow } from '../../src/domain/signpost';
import type { CardData } from '../../src/teams/card-data';
import { presentDoor, presentQuestion } from '../../src/teams/present/guide';

const TEAM = 'hl-sn';

export const guideSamples = {
  guide: {
    sample: guide(),
    need: guide('no'),
    worker: guide('known', 'new-concern'),
    who: guide('no', 'think'),
    worst: guide('known', 'think', 'several-agencies'),
  },
  door: {
    sample: door('no', 'think', 'several-agencies', 'routine'),
    cads: door('no', 'new-concern', 'unsure'),
    worker: door('no', 'new-concern', 'yes'),
    disagreement: door('no', 'disagreement'),
    group: door('no', 'think', 'social-work-team'),
    supervision: door('no', 'think', 'one-practitioner'),
    jags: door('known', 'think', 'several-agencies', 'stuck'),
    worst: door('known', 'share-or-decide'),
  },
};

function guide(...answers: string[]): CardData['guide'] {
  const way = follow(answers);
  if (!way || !('ask' in way)) throw new Error(`Expected a question after "${answers.join()}", got none`);
  return presentQuestion(way, TEAM, policy);
}

function door(...answers: string[]): CardData['door'] {
  const way = follow(answers);
  if (!way || !('door' in way)) throw new Error(`Expected a door after "${answers.join()}", got none`);
  return presentDoor(way, TEAM, policy);
}
