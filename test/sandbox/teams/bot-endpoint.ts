/** The way to the bot: what a person does in their Playground, in the words Teams would use. */
import { TENANT_ID, type SandboxPerson } from '../people';
import { isObject, type Activity, type Json } from './activity';
import { BOT, splitThread, threadId } from './conversations';
import { sendJson } from './json-client';
import type { Messages } from './messages';
import type { Traffic } from './traffic';

export interface BotReply {
  readonly status: number;
  /** Parsed when it is JSON, else the text. */
  readonly body: unknown;
}

export interface BotEndpoint {
  /** Sends an activity as it is. A bot that cannot be reached counts as having answered 502. */
  send(person: SandboxPerson, activity: Activity): Promise<BotReply>;
}

/** @param url the bot's /api/messages. */
export function createBotEndpoint(url: string, traffic: Traffic): BotEndpoint {
  const { pathname: path } = new URL(url);

  async function post(activity: Activity): Promise<BotReply> {
    try {
      const response = await sendJson(url, 'POST', activity);
      return { status: response.status, body: parsed(await response.text()) };
    } catch (error) {
      return { status: 502, body: { error: { code: 'BotUnreachable', message: String(error) } } };
    }
  }

  return {
    async send(person, activity) {
      const reply = await post(activity);
      const { status } = reply;
      const entry = {
        way: 'person→bot',
        person: person.teamsId,
        method: 'POST',
        path,
        body: activity,
      } as const;
      traffic.record({ ...entry, status, ...(reply.body !== undefined && { reply: reply.body }) });
      return reply;
    },
  };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * A Playground's activity with the identity, the ids and the address Teams would give it. Who acts is taken from
 * the Playground it came from, whatever it says of itself.
 */
export function asFromTeams(options: {
  readonly activity: Activity;
  readonly person: SandboxPerson;
  readonly messages: Messages;
  readonly serviceUrl: string;
}): Activity {
  const { activity, person, messages, serviceUrl } = options;
  const known = (copyId: string) => messages.findByCopy(person.teamsId, copyId);
  const { base, root } = splitThread(activity.conversation?.id ?? '');
  const replyTo = activity.replyToId ? known(activity.replyToId) : undefined;
  const thread = root && known(root);
  return {
    ...activity,
    serviceUrl,
    from: { id: person.teamsId, name: person.name, aadObjectId: person.id },
    recipient: { ...BOT },
    conversation: {
      ...activity.conversation,
      id: thread ? threadId(base, thread.root) : base,
      tenantId: TENANT_ID,
    },
    channelData: { ...(activity.channelData as Json | undefined), tenant: { id: TENANT_ID } },
    ...(replyTo && { replyToId: replyTo.id }),
    ...(activity.name === 'adaptiveCard/action' &&
      isObject(activity.value) && { value: { trigger: 'manual', ...activity.value } }),
  };
}
