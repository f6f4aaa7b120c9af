/**
 * What a facilitator sees of their own sessions: pooled over whole groups of at least three, in order of time, so that what
 * is added between two looks is never one session. Only months that are frozen: nothing can come in before what was shown.
 */
import type { Policy } from '../policy';
import { LEAST_ANSWERS } from '../fidelity';
import type { OwnFeedback } from './monitoring';
import { pooled } from './people';
import { answeredOf, type Evaluated, hidesEach } from './release';

/** Their own sessions, of which every evaluation is over and none can come in between; undefined before there is enough. */
export function ownFeedback(sessions: readonly Evaluated[], policy: Policy): OwnFeedback | undefined {
  const assessable = sessions
    .filter(({ people }) => people.answers >= LEAST_ANSWERS)
    .sort((one, other) => one.start - other.start);
  const grouped = inGroups(assessable, policy);
  if (grouped.length === 0) return undefined;
  const { sessions: of, answers, fidelity, statements } = pooled(grouped.map(({ people }) => people));
  return { sessions: of, answers, fidelity, statements };
}

/** All that are in a whole group: the fewest after the last group of whom none can be told apart. */
function inGroups(sessions: readonly Evaluated[], policy: Policy): readonly Evaluated[] {
  let from = 0;
  for (let to = 1; to <= sessions.length; to += 1)
    if (hidesEach(sessions.slice(from, to).map(answeredOf), policy)) from = to;
  return sessions.slice(0, from);
}
