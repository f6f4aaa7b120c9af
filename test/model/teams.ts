/** Teams in memory, behind the adapter the bot writes through: every message that was posted, and for which work. */
import type { Activity, TurnContext } from 'botbuilder';
import type { Effect, RequestId } from '../../src/domain/request';
import type { ReachNeeds } from '../../src/teams/reaching/reach';

/** What a worker is at. */
export interface Task {
  readonly requestId: RequestId;
  readonly effect: Effect;
}

export interface Message {
  readonly id: string;
  readonly conversationId: string;
  activity: Partial<Activity>;
  readonly task: Task | undefined;
}

export interface Teams {
  readonly messages: readonly Message[];
  /** What is written through it belongs to whatever its writer is at. */
  adapter(taskNow?: () => Task | undefined): ReachNeeds['adapter'];
  /** Tasks whose post was done and answered with a fault, once for each time. */
  readonly unknown: Task[];
  /** What becomes of the next call but so many: not done, or done and not answered. */
  fail(after: number, how: 'before' | 'after'): void;
  heal(): void;
}

export function openTeams(): Teams {
  const messages: Message[] = [];
  const unknown: Task[] = [];
  let waiting: { after: number; how: 'before' | 'after' }[] = [];

  /** A fault strikes the call once: before it is done, or after. */
  function struck(): 'before' | 'after' | undefined {
    const [next, ...rest] = waiting;
    if (!next) return undefined;
    if (next.after > 0) {
      next.after -= 1;
      return undefined;
    }
    waiting = rest;
    return next.how;
  }

  function strike<T>(act: () => T, posted?: Task): T {
    const how = struck();
    if (how === 'before') throw noAnswer();
    const done = act();
    if (how === 'after' && posted) unknown.push(posted);
    if (how === 'after') throw noAnswer();
    return done;
  }

  function post(activity: Partial<Activity>, task: Task | undefined): { id: string } {
    const id = `message-${messages.length + 1}`;
    messages.push({ id, conversationId: activity.conversation?.id ?? '', activity, task });
    return { id };
  }

  function update(activity: Partial<Activity>): void {
    const message = messages.find(({ id }) => id === activity.id);
    if (!message) throw Object.assign(new Error('No such message'), { statusCode: 404 });
    message.activity = activity;
  }

  function turnOf(task: Task | undefined): TurnContext {
    return {
      adapter: {
        sendActivities: async (_turn: unknown, [activity]: Partial<Activity>[]) => [
          strike(() => post(activity ?? {}, task), task),
        ],
      },
      updateActivity: async (activity: Partial<Activity>) => strike(() => update(activity)),
    } as unknown as TurnContext;
  }

  return {
    messages,
    unknown,
    adapter: (taskNow = () => undefined) => ({
      continueConversationAsync: async (
        _app: string,
        _to: unknown,
        run: (turn: TurnContext) => Promise<void>,
      ) => run(turnOf(taskNow())),
      createConversationAsync: async () => {
        throw new Error('Expected everybody to have a chat already, got somebody without');
      },
    }),
    fail: (after, how) => void waiting.push({ after, how }),
    heal: () => void (waiting = []),
  };
}

function noAnswer(): Error {
  return new Error('Expected Teams to answer, got nothing');
}
