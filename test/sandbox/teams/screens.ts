/**
 * Shows messages in people's Playgrounds.
 *
 * A Playground gives every message an id of its own, forgets all of them when it is started again, and its page
 * forgets what it shows when it is reloaded. So copies are looked after here: a message is posted the first time,
 * updated in place afterwards, and posted anew where its copy is gone.
 */
import type { SandboxPerson } from '../people';
import type { Activity } from './activity';
import { messageForPlayground } from './cards';
import { threadId, type Conversation } from './conversations';
import { sendJson } from './json-client';
import type { Copy, Message, Messages } from './messages';
import type { Traffic } from './traffic';

export interface Screens {
  /** @param url the Playground's own address. */
  join(person: SandboxPerson, url: string): void;
  has(person: SandboxPerson): boolean;
  /**
   * Shows a message to one person; to nobody when they have no Playground (they see it when they open one).
   * @param instead another content than everybody's, for this person only.
   * @throws Refused when the Playground says the message is wrong.
   */
  show(message: Message, person: SandboxPerson, instead?: Activity): Promise<void>;
  typing(conversation: Conversation): Promise<void>;
  /** Forgets which copies a person has: their page is empty. */
  forget(person: SandboxPerson): void;
}

/** A Playground would not take a message; it says why. */
export class Refused extends Error {}

/** A Playground does not answer any more; it has left. */
class Gone extends Error {}

export function createScreens(options: {
  readonly messages: Messages;
  readonly traffic: Traffic;
  readonly conversationOf: (message: Message) => Conversation;
}): Screens {
  const { messages, traffic, conversationOf } = options;
  const addresses = new Map<string, string>();
  /** One after another per person, so that nothing overtakes what was sent before it. */
  const lanes = new Map<string, Promise<void>>();

  function inLane(person: SandboxPerson, task: () => Promise<void>): Promise<void> {
    const before = lanes.get(person.teamsId) ?? Promise.resolve();
    const after = before.then(async () => {
      if (addresses.has(person.teamsId)) await task();
    });
    // Who left sees it when they come back. A refusal is the caller's to know; the lane goes on either way.
    const unlessGone = after.catch((error: unknown) => {
      if (!(error instanceof Gone)) throw error;
    });
    lanes.set(
      person.teamsId,
      unlessGone.catch(() => undefined),
    );
    return unlessGone;
  }

  async function send(
    person: SandboxPerson,
    method: 'POST' | 'PUT',
    at: string,
    body: Activity,
  ): Promise<Response> {
    const path = `/_connector/v3/conversations/${at}`;
    const sent = { way: 'hub→person', person: person.teamsId, method, path, body } as const;
    const url = `${addresses.get(person.teamsId)}${path}`;
    const response = await sendJson(url, method, body).catch((cause: unknown) => {
      traffic.record({ ...sent, status: 0 });
      addresses.delete(person.teamsId);
      throw new Gone(`${person.name}'s Playground does not answer`, { cause });
    });
    traffic.record({ ...sent, status: response.status });
    return response;
  }

  async function refusal(person: SandboxPerson, response: Response): Promise<Refused> {
    return new Refused(`${person.name}'s Playground answered ${response.status}: ${await response.text()}`);
  }

  async function post(conversationId: string, person: SandboxPerson, activity: Activity): Promise<string> {
    let id = '';
    for (const part of parts(activity)) {
      const response = await send(person, 'POST', `${encodeURIComponent(conversationId)}/activities`, part);
      if (!response.ok) throw await refusal(person, response);
      id = ((await response.json()) as { id: string }).id;
    }
    return id;
  }

  async function update(copy: Copy, person: SandboxPerson, activity: Activity): Promise<boolean> {
    const at = `${encodeURIComponent(copy.conversationId)}/activities/${encodeURIComponent(copy.activityId)}`;
    const response = await send(person, 'PUT', at, parts(activity).at(-1) ?? activity);
    if (response.status === 404) return false;
    if (!response.ok) throw await refusal(person, response);
    return true;
  }

  async function postNew(message: Message, person: SandboxPerson, activity: Activity): Promise<Copy> {
    const { id: base, kind } = conversationOf(message);
    if (kind !== 'channel') return { conversationId: base, activityId: await post(base, person, activity) };
    const root = message.root === message.id ? undefined : messages.find(message.root);
    if (!root) {
      const activityId = await post(base, person, activity);
      return { conversationId: threadId(base, activityId), activityId };
    }
    const thread = root.copies[person.teamsId] ?? (await keepCopy(root, person, root.activity));
    const activityId = await post(thread.conversationId, person, activity);
    return { conversationId: thread.conversationId, activityId };
  }

  async function keepCopy(message: Message, person: SandboxPerson, activity: Activity): Promise<Copy> {
    const copy = await postNew(message, person, messageForPlayground(activity));
    message.copies[person.teamsId] = copy;
    if (messages.find(message.id) === message) messages.save(message);
    return copy;
  }

  function forget({ teamsId }: SandboxPerson): void {
    for (const message of messages.all()) {
      if (!message.copies[teamsId]) continue;
      delete message.copies[teamsId];
      messages.save(message);
    }
  }

  return {
    join(person, url) {
      addresses.set(person.teamsId, url);
      forget(person);
    },
    has: (person) => addresses.has(person.teamsId),
    forget,
    async show(message, person, instead) {
      await inLane(person, async () => {
        const activity = instead ?? message.activity;
        const copy = message.copies[person.teamsId];
        if (copy && (await update(copy, person, messageForPlayground(activity)))) return;
        if (copy) forget(person);
        await keepCopy(message, person, activity);
      });
    },
    async typing({ id, members, kind }) {
      if (kind === 'channel') return;
      const at = `${encodeURIComponent(id)}/activities`;
      const show = (person: SandboxPerson) =>
        inLane(person, async () => void (await send(person, 'POST', at, { type: 'typing' })));
      await Promise.all(members.map(show));
    },
  };
}

/** A Playground answers with one id only for one text or one card at a time. */
function parts(activity: Activity): Activity[] {
  const { text, attachments, ...rest } = activity;
  const cards = (attachments ?? []).map((attachment) => ({ ...rest, attachments: [attachment] }));
  return text || cards.length === 0 ? [{ ...rest, text: text ?? '' }, ...cards] : cards;
}
