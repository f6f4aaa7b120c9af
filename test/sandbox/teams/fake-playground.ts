/** An Agents Playground without its page, for quick tests of the hub: what it shows, and presses on it. */
import { randomUUID } from 'node:crypto';
import { TENANT_ID, type SandboxPerson } from '../people';
import { CARD_TYPE, activitySchema, cardOf, isObject, type Activity, type Json } from './activity';
import { BOT, personalChatId, splitThread, threadId } from './conversations';
import { endpointFor, joinHub } from './hub';
import { sendJson } from './json-client';
import { serveJson, type Call, type Reply } from './json-server';

export interface Shown {
  readonly conversationId: string;
  readonly activityId: string;
  activity: Activity;
}

export interface FakePlayground {
  readonly person: SandboxPerson;
  readonly shown: readonly Shown[];
  /** Everything that can be read in it, as JSON text. */
  readable(): string;
  /** Opens the page: it is empty, and says it was installed. */
  open(): Promise<void>;
  /** Types a message; @param conversationId a channel to start a thread in; default the personal chat. @returns the HTTP status. */
  say(text: string, conversationId?: string): Promise<number>;
  /** Presses the button with this title on the newest card that has one. @returns what the page gets back. */
  press(title: string, inputs?: Json): Promise<{ status: number; body: unknown }>;
  /** Starts again: everything is forgotten. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startFakePlayground(hubUrl: string, person: SandboxPerson): Promise<FakePlayground> {
  let shown: Shown[] = [];
  let lastId = Date.now();
  /** Threads the person has started: what they type themselves is not in `shown`. */
  const ownThreads = new Set<string>();

  function post({ params: [conversationId = ''], body }: Call): Reply {
    const activity = activitySchema.parse(body);
    if (activity.type === 'typing') return { status: 202 };
    const { root } = splitThread(conversationId);
    if (root && !ownThreads.has(root) && !shown.some(({ activityId }) => activityId === root))
      return { status: 404 };
    const activityId = String((lastId += 1));
    const inThread = conversationId.startsWith('19:') && !root && !conversationId.endsWith('.v2');
    const where = inThread ? threadId(conversationId, activityId) : conversationId;
    shown.push({ conversationId: where, activityId, activity });
    return { status: 201, body: { id: activityId } };
  }

  function put({ params: [, id], body }: Call): Reply {
    const copy = shown.find(({ activityId }) => activityId === id);
    if (!copy) return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } };
    copy.activity = activitySchema.parse(body);
    return { status: 200, body: { id } };
  }

  const server = await serveJson(0, [
    ['POST', /^\/_connector\/v3\/conversations\/([^/]+)\/activities$/, post],
    ['PUT', /^\/_connector\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, put],
  ]);
  await joinHub(hubUrl, person, server.url);

  async function send(activity: Activity, conversationId = personalChatId(person)) {
    const channel = conversationId.startsWith('19:');
    const response = await sendJson(endpointFor(hubUrl, person), 'POST', {
      id: randomUUID(),
      channelId: 'msteams',
      from: { id: person.teamsId, aadObjectId: person.id },
      recipient: BOT,
      serviceUrl: 'http://localhost:1/_connector',
      conversation: {
        id: conversationId,
        conversationType: channel ? 'channel' : 'personal',
        tenantId: TENANT_ID,
      },
      ...activity,
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  return {
    person,
    get shown() {
      return shown;
    },
    readable: () => JSON.stringify(shown),
    async open() {
      shown = [];
      await send({ type: 'installationUpdate', action: 'add', value: undefined });
    },
    async say(text, conversationId) {
      if (!conversationId) return (await send({ type: 'message', text, value: undefined })).status;
      const root = String((lastId += 1));
      ownThreads.add(root);
      const entities = [{ type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` }];
      return (
        await send({ type: 'message', text, value: undefined, entities }, threadId(conversationId, root))
      ).status;
    },
    async press(title, inputs = {}) {
      const found = shown.findLast(({ activity }) => action(activity, title));
      const pressed = found && action(found.activity, title);
      if (!found || !pressed)
        throw new Error(`Expected ${person.name} to see a button "${title}", got ${JSON.stringify(shown)}`);
      const data = { ...(isObject(pressed.data) && pressed.data), ...inputs };
      const { conversationId, activityId: replyToId } = found;
      if (pressed.type !== 'Action.Execute')
        return send({ type: 'message', value: data, replyToId }, conversationId);
      const value = { action: { ...pressed, data } };
      const answer = await send(
        { type: 'invoke', name: 'adaptiveCard/action', value, replyToId },
        conversationId,
      );
      if (isObject(answer.body) && answer.body.type === CARD_TYPE) {
        found.activity = {
          type: 'message',
          attachments: [{ contentType: CARD_TYPE, content: answer.body.value }],
        };
      }
      return answer;
    },
    async restart() {
      shown = [];
      await joinHub(hubUrl, person, server.url);
    },
    stop: () => server.stop(),
  };
}

function action(activity: Activity, title: string): Json | undefined {
  const actions = cardOf(activity)?.actions;
  return Array.isArray(actions) ? actions.filter(isObject).find((one) => one.title === title) : undefined;
}
