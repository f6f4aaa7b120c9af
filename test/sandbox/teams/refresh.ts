/**
 * Automatic refresh, which a Playground does not do: for each person a card lists, the bot is asked for a card of
 * their own, and only they are shown it.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views
 */
import { randomUUID } from 'node:crypto';
import { TENANT_ID, type SandboxPerson } from '../people';
import { CARD_TYPE, cardMessage, isObject, type Activity } from './activity';
import type { BotEndpoint } from './bot-endpoint';
import { refreshOf } from './cards';
import { BOT, TEAM, threadId, type Conversation } from './conversations';
import type { Message } from './messages';
import type { Screens } from './screens';

export interface Refresher {
  /** Fetches and shows the own cards of those of `people` whom the message lists and who have a Playground. */
  refresh(message: Message, conversation: Conversation, people?: readonly SandboxPerson[]): Promise<void>;
}

export function createRefresher(options: {
  readonly bot: BotEndpoint;
  readonly screens: Screens;
  readonly serviceUrl: () => string;
}): Refresher {
  const { bot, screens, serviceUrl } = options;

  async function refreshFor(person: SandboxPerson, message: Message, invoke: Activity): Promise<void> {
    const { version } = message;
    const { status, body } = await bot.send(person, invoke);
    // An error, a text or nothing leaves everybody's card in place, as in Teams.
    if (status !== 200 || !isObject(body) || body.type !== CARD_TYPE || !isObject(body.value)) return;
    if (message.version === version) await screens.show(message, person, cardMessage(body.value));
  }

  return {
    async refresh(message, conversation, people = conversation.members) {
      const refresh = refreshOf(message.activity);
      if (!refresh) return;
      const listed = people.filter(
        (person) => refresh.userIds.includes(person.teamsId) && screens.has(person),
      );
      const value = { action: refresh.action, trigger: 'automatic' };
      await Promise.all(
        listed.map((person) =>
          refreshFor(person, message, {
            ...invokeBy(person, message, conversation),
            serviceUrl: serviceUrl(),
            value,
          }),
        ),
      );
    },
  };
}

function invokeBy(person: SandboxPerson, message: Message, { id, kind }: Conversation): Activity {
  const inChannel = kind === 'channel';
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: randomUUID(),
    channelId: 'msteams',
    timestamp: new Date().toISOString(),
    locale: 'en-GB',
    from: { id: person.teamsId, name: person.name, aadObjectId: person.id },
    recipient: { ...BOT },
    conversation: {
      id: inChannel ? threadId(id, message.root) : id,
      conversationType: kind,
      tenantId: TENANT_ID,
      ...(kind !== 'personal' && { isGroup: true }),
    },
    channelData: {
      tenant: { id: TENANT_ID },
      source: { name: 'message' },
      ...(inChannel && { team: { id: TEAM.id }, channel: { id } }),
    },
    replyToId: message.id,
    value: undefined,
  };
}
