/** The Bot Connector: what the bot sends, on its way to people's Playgrounds. */
import { z } from 'zod';
import type { SandboxPerson } from '../people';
import { activitySchema, textMessage, type Activity } from './activity';
import {
  findConversation,
  findPerson,
  personalChatId,
  splitThread,
  threadId,
  type Conversation,
  type Directory,
} from './conversations';
import type { Call, Reply, Route } from './json-server';
import type { Message, Messages } from './messages';
import { notFound } from './roster';
import { Refused, type Screens } from './screens';

export interface FromBot {
  readonly directory: Directory;
  readonly messages: Messages;
  readonly screens: Screens;
  readonly serviceUrl: () => string;
  readonly isInstalled: (person: SandboxPerson) => boolean;
  /** The message was posted or updated, and shown. */
  readonly shown: (message: Message, conversation: Conversation) => void;
}

const newConversationSchema = z.object({
  isGroup: z.boolean().optional(),
  members: z.array(z.object({ id: z.string() }).passthrough()).optional(),
  activity: activitySchema.optional(),
  channelData: z
    .object({ channel: z.object({ id: z.string() }).passthrough().optional() })
    .passthrough()
    .optional(),
});

/** Routes that create, send, update and delete; the roster is elsewhere. */
export function connectorRoutes(parts: FromBot): Route[] {
  const { directory, messages, screens } = parts;

  function isBarred({ kind, members: [person] }: Conversation): boolean {
    return kind === 'personal' && person !== undefined && !parts.isInstalled(person);
  }

  async function showToAll(message: Message, conversation: Conversation): Promise<Reply | undefined> {
    try {
      await Promise.all(conversation.members.map((person) => screens.show(message, person)));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { status: 400, body: { error: { code: 'BadSyntax', message: error.message } } };
    }
    parts.shown(message, conversation);
    return undefined;
  }

  async function send(conversationId: string, sent: Activity, replyTo?: string): Promise<Reply> {
    const conversation = findConversation(directory, conversationId);
    if (!conversation) return notFound('ConversationNotFound', `No conversation ${conversationId}`);
    if (isBarred(conversation)) return forbidden();
    if (sent.type === 'typing') await screens.typing(conversation);
    if (sent.type !== 'message') return { status: 202 };
    const { base, root: inThread } = splitThread(conversationId);
    const answered = conversation.kind === 'channel' && replyTo ? messages.find(replyTo)?.root : undefined;
    const root = inThread ?? answered;
    const message = messages.add({ conversationId: base, activity: content(sent), ...(root && { root }) });
    return (await showToAll(message, conversation)) ?? { status: 201, body: { id: message.id } };
  }

  async function change(
    { params: [conversationId = '', id = ''] }: Call,
    to: (message: Message) => Activity,
  ): Promise<Reply> {
    const conversation = findConversation(directory, conversationId);
    const message = messages.find(id);
    if (!conversation || message?.conversationId !== conversation.id) {
      return notFound('ActivityNotFoundInConversation', `No activity ${id} in ${conversationId}`);
    }
    if (isBarred(conversation)) return forbidden();
    message.activity = to(message);
    message.version += 1;
    messages.save(message);
    return (await showToAll(message, conversation)) ?? { status: 200, body: { id } };
  }

  async function create({ body }: Call): Promise<Reply> {
    const { isGroup, members, activity, channelData } = newConversationSchema.parse(body);
    const channel = channelData?.channel?.id;
    if (isGroup && channel && activity) {
      const reply = await send(channel, activity);
      if (reply.status !== 201) return reply;
      const { id } = reply.body as { id: string };
      return {
        status: 201,
        body: { id: threadId(channel, id), activityId: id, serviceUrl: parts.serviceUrl() },
      };
    }
    const person = findPerson(directory, members?.[0]?.id ?? '');
    if (!person) return notFound('MemberNotFound', `Nobody is called ${members?.[0]?.id}`);
    if (!parts.isInstalled(person)) return forbidden();
    const id = personalChatId(person);
    if (activity) await send(id, activity);
    return { status: 201, body: { id, serviceUrl: parts.serviceUrl() } };
  }

  const parse = ({ body }: Call) => activitySchema.parse(body);
  const activities = '^/v3/conversations/([^/]+)/activities';
  const one = new RegExp(`${activities}/([^/]+)$`);
  return [
    ['POST', /^\/v3\/conversations$/, create],
    ['POST', new RegExp(`${activities}$`), (call) => send(call.params[0] ?? '', parse(call))],
    ['POST', one, (call) => send(call.params[0] ?? '', parse(call), call.params[1])],
    ['PUT', one, (call) => change(call, () => content(parse(call)))],
    ['DELETE', one, (call) => change(call, () => textMessage('_This message has been deleted._'))],
  ];
}

/** Without what belongs to one delivery of it. */
function content(activity: Activity): Activity {
  const envelope = [
    'id',
    'conversation',
    'replyToId',
    'from',
    'recipient',
    'serviceUrl',
    'channelData',
    'value',
  ];
  return Object.fromEntries(Object.entries(activity).filter(([key]) => !envelope.includes(key))) as Activity;
}

/** As Teams answers where the app is not installed. */
function forbidden(): Reply {
  return {
    status: 403,
    body: { error: { code: 'ForbiddenOperationException', message: 'BotNotInConversationRoster' } },
  };
}
