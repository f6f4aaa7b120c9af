/** What stands where others read along, and the one sentence of a dialog that goes no further. */
import { presentProgress } from '../../src/teams/present/progress';
import { CHAT, WELCOME } from '../../src/teams/wording/chat';
import { REFUSALS, TROUBLE } from '../../src/teams/wording/refusals';
import { aRequest, askedAt } from '../builders';

const id = '7qf3k2m9zzzzzzzzzzzzzzzzzz';

export const SHARED_SAMPLES = {
  sentence: { sample: { text: REFUSALS['coordinators-only'] }, worst: { text: TROUBLE.slow } },
  start: {
    sample: { title: CHAT.startTitle, text: CHAT.start },
    worst: { title: WELCOME.title, text: CHAT.teamWelcome },
  },
  progress: {
    sample: presentProgress(aRequest.submitted({ id }), askedAt),
    booked: presentProgress(aRequest.booked({ id }), askedAt),
    closed: presentProgress(aRequest.closed({ id }), askedAt),
    // Nothing in it is as long as people type: this is the longest sentence.
    worst: presentProgress(aRequest.offered({ id }), askedAt),
  },
};
