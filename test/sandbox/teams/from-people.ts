/** What people do in their Playgrounds, on its way to the bot. */
import type { SandboxPerson } from '../people';
import { activitySchema, isObject, textMessage, type Activity, type Json } from './activity';
import { asFromTeams, type BotEndpoint, type BotReply } from './bot-endpoint';
import { forPlayground, readMark } from './cards';
import { fromComposeBox } from './compose-box';
import {
  findConversation,
  findPerson,
  personalChatId,
  splitThread,
  threadId,
  type Directory,
} from './conversations';
import type { Dialogs } from './dialogs';
import type { Handler, Reply, Route } from './json-server';
import type { Message, Messages } from './messages';
import { notFound } from './roster';
import type { Screens } from './screens';

export interface FromPeople {
  readonly bot: BotEndpoint;
  readonly dialogs: Dialogs;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly screens: Screens;
  readonly serviceUrl: () => string;
  /** Work the person's Playground does not wait for. */
  readonly inBackground: (work: Promise<unknown>) => void;
  /** A person's page was loaded and shows nothing yet. */
  readonly pageOpened: (person: SandboxPerson) => Promise<void>;
  readonly install: (person: SandboxPerson) => void;
  readonly uninstall: (person: SandboxPerson) => void;
}

/** Routes a Playground uses: its bot endpoint, and the address it is reached at. */
export function peopleRoutes(parts: FromPeople): Route[] {
  const by =
    (handle: (person: SandboxPerson, body: unknown) => Reply | Promise<Reply>): Handler =>
    ({ params: [id = ''], body }) => {
      const person = findPerson(parts.directory, id);
      return person ? handle(person, body) : notFound('NobodyHere', `Nobody is called ${id}`);
    };
  const messages = by((person, body) => receive(parts, person, activitySchema.parse(body)));
  const joins = by((person, body) => {
    if (!isObject(body) || typeof body.url !== 'string') return { status: 400, body: 'Expected { url }' };
    parts.screens.join(person, body.url);
    return { status: 204 };
  });
  return [
    ['POST', /^\/people\/([^/]+)\/messages$/, messages],
    ['PUT', /^\/people\/([^/]+)\/playground$/, joins],
    // A Playground's page asks whether its bot is there before it shows itself.
    ['HEAD', /^\/people\/([^/]+)\/messages$/, () => ({ status: 200 })],
  ];
}

async function receive(parts: FromPeople, person: SandboxPerson, activity: Activity): Promise<Reply> {
  if (activity.type === 'installationUpdate') return installation(parts, person, activity);
  if (activity.type === 'conversationUpdate' && activity.membersAdded) {
    return onlyOnce(parts, person, activity, `arrived ${placeOf(activity)}`);
  }
  if (activity.type === 'message' && activity.text) return typed(parts, person, activity);
  const { mark, data } = readMark(activity.value);
  if (mark && activity.type === 'message') {
    const pressed = asFromTeams({ ...parts, activity, person, serviceUrl: parts.serviceUrl() });
    parts.inBackground(parts.dialogs.pressed(person, pressed, mark, data));
    return { status: 200 };
  }
  return asPlaygroundReply(await forward(parts, person, fromComposeBox(activity)), activity.name);
}

function forward(parts: FromPeople, person: SandboxPerson, activity: Activity): Promise<BotReply> {
  return parts.bot.send(person, asFromTeams({ ...parts, activity, person, serviceUrl: parts.serviceUrl() }));
}

/**
 * A Playground's page says "installed" each time it is loaded or a channel is opened; Teams says it once. So the
 * bot hears only the first, and the page gets back what was said before.
 */
async function installation(parts: FromPeople, person: SandboxPerson, activity: Activity): Promise<Reply> {
  const where = placeOf(activity);
  const personal = where === personalChatId(person);
  if (activity.action?.startsWith('remove')) {
    parts.messages.forget(`installed ${where}`);
    parts.messages.forget(`arrived ${where}`);
    if (personal) parts.uninstall(person);
    return asPlaygroundReply(await forward(parts, person, activity));
  }
  if (personal) {
    parts.install(person);
    await parts.pageOpened(person);
  }
  return onlyOnce(parts, person, activity, `installed ${where}`);
}

/** What the bot could not be told, it is told the next time. */
async function onlyOnce(
  parts: FromPeople,
  person: SandboxPerson,
  activity: Activity,
  key: string,
): Promise<Reply> {
  if (!parts.messages.firstTime(key)) return { status: 200 };
  const reply = await forward(parts, person, activity);
  if (reply.status >= 500) parts.messages.forget(key);
  return asPlaygroundReply(reply);
}

/** The chat, or the team: an app is installed for all the channels of a team at once. */
function placeOf({ conversation, channelData }: Activity): string {
  const team = isObject(channelData) ? channelData.team : undefined;
  if (isObject(team) && typeof team.id === 'string') return team.id;
  return splitThread(conversation?.id ?? '').base;
}

/** What somebody typed: the others in the conversation read it too. */
async function typed(parts: FromPeople, person: SandboxPerson, activity: Activity): Promise<Reply> {
  const message = keepTyped(parts, person, activity);
  const conversation = message && findConversation(parts.directory, message.conversationId);
  const others = conversation?.members.filter((member) => member !== person) ?? [];
  if (message) await Promise.all(others.map((member) => parts.screens.show(message, member)));
  return asPlaygroundReply(await forward(parts, person, { ...activity, ...(message && { id: message.id }) }));
}

function keepTyped(parts: FromPeople, person: SandboxPerson, activity: Activity): Message | undefined {
  const { directory, messages } = parts;
  const { base, root: copyOfRoot } = splitThread(activity.conversation?.id ?? '');
  if (!findConversation(directory, base)) return undefined;
  const words = (activity.text ?? '').replaceAll(/<\/?at>/g, '');
  const root = copyOfRoot && messages.findByCopy(person.teamsId, copyOfRoot)?.root;
  const message = messages.add({
    conversationId: base,
    author: person.teamsId,
    activity: textMessage(`**${person.name}:** ${words}`),
    ...(root && { root }),
  });
  if (copyOfRoot && !root) {
    message.copies[person.teamsId] = { conversationId: threadId(base, copyOfRoot), activityId: copyOfRoot };
    messages.save(message);
  }
  return message;
}

/**
 * The bot's answer, its card made fit for the Playground of the person who pressed. Where the bot failed, a
 * Playground would show nothing; Teams says that something went wrong.
 */
function asPlaygroundReply({ status, body }: BotReply, invoke?: string): Reply {
  if (invoke === 'adaptiveCard/action' && status >= 400) {
    const value = { code: String(status), message: 'Something went wrong. Please try again.' };
    return { status: 200, body: { statusCode: status, type: 'application/vnd.microsoft.error', value } };
  }
  if (!isObject(body)) return { status, ...(body !== undefined && { body }) };
  return { status, body: isObject(body.value) ? { ...body, value: fit(body.value) } : body };
}

function fit(value: Json): Json {
  return value.type === 'AdaptiveCard' ? forPlayground(value) : value;
}
