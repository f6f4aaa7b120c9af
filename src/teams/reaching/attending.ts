/** Attends to one turn: who is it, what do they want, and an answer whatever happens, in the time Teams allows. */
import type { Activity, TurnContext } from 'botbuilder';
import type { Person } from '../../domain/people';
import { type Answer, answer, refused } from '../answers';
import { readSubmission, type Submission, type Verb } from '../commands';
import { inTime } from '../in-time';
import { isInvoke, submittedBy } from '../submission';
import { createTrespass, type TrespassNeeds, unreadable } from '../trespass';
import { TROUBLE } from '../wording/refusals';

export interface Turn<Data = unknown> {
  readonly turn: TurnContext;
  readonly by: Person;
  readonly data: Data;
}

export type Handler<Data = unknown> = (turn: Turn<Data>) => Answer | Promise<Answer>;

export interface Attending {
  attend(turn: TurnContext, handle: Handler): Promise<void>;
  /** A handler that is only given data of the right shape. */
  reading<V extends Verb>(verb: V, handle: Handler<Submission<V>>): Handler;
  /** For verbs nobody knows (any more). */
  readonly outOfDate: Handler;
}

/** Teams gives up on an invoke after three seconds; a little is left for the way back. */
const INVOKE_MS = 2_700;

export function createAttending({ workflow, log }: TrespassNeeds): Attending {
  const note = createTrespass({ workflow, log });
  return {
    async attend(turn, handle) {
      const by = signedIn(turn.activity);
      if (!by) {
        await answer(turn, refused(TROUBLE.unknownPerson));
        return;
      }
      const attended = attempt({ turn, by, data: submittedBy(turn.activity)?.data });
      await answer(
        turn,
        await (isInvoke(turn.activity) ? inTime(attended, INVOKE_MS, () => refused(TROUBLE.slow)) : attended),
      );

      async function attempt(given: Turn): Promise<Answer> {
        try {
          return await handle(given);
        } catch (error) {
          const verb = submittedBy(given.turn.activity)?.verb;
          log.error({ verb, err: error }, 'a turn failed; the person was told');
          return refused(TROUBLE.notSaved);
        }
      }
    },

    reading: (verb, handle) => async (given) => {
      const data = readSubmission(verb, given.data);
      if (data !== undefined) return handle({ ...given, data });
      return refusing(given, verb, TROUBLE.unreadable);
    },

    outOfDate: (given) => refusing(given, submittedBy(given.turn.activity)?.verb ?? '', TROUBLE.outOfDate),
  };

  async function refusing({ by, data }: Turn, verb: string, text: string): Promise<Answer> {
    const attempt = unreadable(by, verb, data);
    if (attempt) await note(attempt);
    return refused(text);
  }
}

/** Who it is comes from the sign-in and from nowhere else. */
function signedIn({ from }: Activity): Person | undefined {
  return from?.aadObjectId ? { id: from.aadObjectId, name: from.name || 'Name not known' } : undefined;
}
