/** Writing to people and to the channel without having been spoken to. */
import {
  type Activity,
  Channels,
  type CloudAdapter,
  type ConversationParameters,
  TurnContext,
} from 'botbuilder';
import type { PersonId } from '../../domain/people';
import { type Conversations, Fault } from '../../ports';
import type { AppInstalling } from '../../ports/app-installing';
import { readReference, type Reference } from './conversations';
import { readMembers, readRosterFor, type Roster } from './roster';

export interface ReachNeeds {
  readonly adapter: Pick<CloudAdapter, 'continueConversationAsync' | 'createConversationAsync'>;
  /** The bot's app id; empty only without sign-in. */
  readonly appId: string;
  readonly conversations: Conversations;
  /** Absent where it is not set up, and where somebody waits for the answer. */
  readonly installing?: AppInstalling;
}

export interface Reach {
  /**
   * Acts where the person is written to. Where there is no chat, or the bot is not welcome in it any more (`act` gives
   * undefined), once in one opened anew; undefined when Teams does not let us.
   */
  inChatWith<T>(
    id: PersonId,
    seenBy: readonly Reference[],
    act: (to: Reference) => Promise<T | undefined>,
  ): Promise<T | undefined>;
  /** The coordination channel, once it has been chosen. */
  channel(): Promise<Reference | undefined>;
  /** Posts, and returns the message's id; undefined when the bot is not welcome there (any more). */
  post(to: Reference, activity: Partial<Activity>, thread?: string): Promise<string | undefined>;
  /** Puts new content into a message; `gone` when it cannot be found. */
  update(to: Reference, activityId: string, activity: Partial<Activity>): Promise<'updated' | 'gone'>;
  /** Teams ids of the members of the channel's team, by Entra id. */
  roster(channel: Reference): Promise<ReadonlyMap<PersonId, string>>;
  /** The others where somebody asks from, if that person is there too. */
  rosterOf(origin: Reference, asker: PersonId): Promise<Roster>;
}

/** Who the bot speaks to when it opens a chat: the connector of the public cloud. */
const CONNECTOR = 'https://api.botframework.com';

export function createReach({ adapter, appId, conversations, installing }: ReachNeeds): Reach {
  return {
    async inChatWith(id, seenBy, act) {
      const known = await conversations.ofPerson(id);
      const there = known === undefined ? undefined : readReference(known);
      const done = there && (await act(there));
      if (done !== undefined) return done;
      if (known !== undefined) await conversations.forgetPerson(id, known);
      const by = [...seenBy, await channel(), there].find((each) => each !== undefined);
      const anew = by && ((await openChat(id, by)) ?? (await openWithApp(id, by)));
      return anew && act(anew);
    },
    channel,
    post: (to, activity, thread) =>
      unlessUnwelcome(() =>
        inConversation(to, async (turn) => {
          const conversation = { ...to.conversation, id: thread ?? to.conversation.id };
          const addressed = TurnContext.applyConversationReference({ ...activity }, { ...to, conversation });
          // Not turn.sendActivity: that would make every card an answer to a message that does not exist.
          const [posted] = await turn.adapter.sendActivities(turn, [addressed]);
          return posted?.id ?? '';
        }),
      ),
    async update(to, activityId, activity) {
      const updated = await unlessUnwelcome(() =>
        inConversation(to, async (turn) => {
          await turn.updateActivity({ ...activity, id: activityId });
          return true;
        }),
      );
      return updated ? 'updated' : 'gone';
    },
    async roster(to) {
      const members = await inConversation(to, (turn) => readMembers(turn, to));
      return new Map(members.map(({ id, teamsId }) => [id, teamsId]));
    },
    async rosterOf(origin, asker) {
      const read = await unlessUnwelcome(() =>
        inConversation(origin, (turn) => readRosterFor(asker, turn, origin)),
      );
      return read ?? { kind: 'none' };
    },
  };

  async function channel(): Promise<Reference | undefined> {
    const known = await conversations.channel();
    return known === undefined ? undefined : readReference(known);
  }

  /** Runs in a conversation. The adapter's own error handler would swallow what is thrown inside. */
  async function inConversation<T>(to: Reference, act: (turn: TurnContext) => Promise<T>): Promise<T> {
    const done: { value: T }[] = [];
    const failed: unknown[] = [];
    const run = async (turn: TurnContext): Promise<void> => {
      await act(turn).then(
        (value) => done.push({ value }),
        (error: unknown) => failed.push(error),
      );
    };
    await adapter.continueConversationAsync(appId, to, run).catch((error: unknown) => failed.push(error));
    if (done[0]) return done[0].value;
    throw asFault(failed[0]);
  }

  async function openWithApp(id: PersonId, by: Reference): Promise<Reference | undefined> {
    return (await installing?.install(id)) === 'installed' ? openChat(id, by) : undefined;
  }

  async function openChat(
    id: PersonId,
    { serviceUrl, bot, conversation }: Reference,
  ): Promise<Reference | undefined> {
    const { tenantId } = conversation;
    const parameters: Partial<ConversationParameters> = {
      isGroup: false,
      bot,
      members: [{ id, name: '' }],
      ...(tenantId && { tenantId }),
      channelData: { tenant: { id: tenantId } },
    };
    const opened: Reference[] = [];
    await unlessUnwelcome(async () => {
      try {
        await adapter.createConversationAsync(
          appId,
          Channels.Msteams,
          serviceUrl,
          CONNECTOR,
          parameters as ConversationParameters,
          async ({ activity }) => {
            opened.push({
              serviceUrl,
              channelId: Channels.Msteams,
              bot,
              conversation: { ...activity.conversation, conversationType: 'personal' },
            });
          },
        );
      } catch (error) {
        throw asFault(error);
      }
    });
    const reference = opened[0];
    if (reference) await conversations.keepPerson(id, JSON.stringify(reference));
    return reference;
  }
}

class Unwelcome extends Fault {}

/** Not installed, removed, blocked, or the message is gone: nothing that trying again would change. */
const UNWELCOME = [403, 404, 410];

/** The connector's error without the message it carries, because errors are logged and cards are not. */
function asFault(error: unknown): Fault {
  const { statusCode, code, response } = (error ?? {}) as {
    statusCode?: number;
    code?: string;
    response?: { headers?: { get(name: string): string | undefined } };
  };
  const message = `Expected Teams to take a message, got ${statusCode ?? 'no answer'} (${code ?? (error instanceof Error ? error.name : 'unknown')})`;
  if (statusCode !== undefined && UNWELCOME.includes(statusCode))
    return new Unwelcome(message, { permanent: true });
  // Too large, or not as it has to be: the same message is refused every time.
  if (statusCode === 400 || statusCode === 413) return new Fault(message, { permanent: true });
  const seconds = Number(response?.headers?.get('retry-after'));
  return new Fault(message, seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {});
}

async function unlessUnwelcome<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Unwelcome) return undefined;
    throw error;
  }
}
