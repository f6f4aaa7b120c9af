/** A whole office: the bot behind the real adapter, people who speak and press, and a Teams that keeps what it is sent. */
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Entity,
  type Response,
} from 'botbuilder';
import type { Facilitator } from '../../src/domain/facilitator';
import { defaultPolicy, type Policy } from '../../src/domain/policy';
import type { PersonId } from '../../src/domain/people';
import type { Effect, Request, RequestId, SystemCommand } from '../../src/domain/request';
import type { Audience, Messenger } from '../../src/ports';
import { createBot } from '../../src/teams/bot';
import { type Card, prepareCards } from '../../src/teams/cards';
import { createAlerts } from '../../src/teams/reaching/alerting';
import { createSharedLink } from '../../src/performing/shared-link';
import { offersOf } from '../../src/present/afterwards';
import { createTalkingOver } from '../../src/teams/reaching/talking-over';
import { createDigestMessenger } from '../../src/teams/reaching/digest-messenger';
import { createMessenger } from '../../src/teams/reaching/messenger';
import { createArrangedSessions } from '../../src/watching/arranged-sessions';
import { createPoolKeeping } from '../../src/pool-keeping';
import { createPoolMessenger } from '../../src/teams/reaching/pool-messenger';
import { createWorkflow } from '../../src/workflow';
import { askedAt } from '../builders';
import {
  createClock,
  createMemoryCards,
  createMemoryConversations,
  createMemoryDirectory,
  createMemoryLog,
  createMemoryOpenRequests,
  createMemoryStore,
  createMemoryWakeUps,
  type Wire,
} from '../fakes';
import { createMemoryEvaluations } from '../memory/evaluations';
import { createMemoryFeedback } from '../memory/support';
import { createMemoryPool } from '../memory/pool';
import { createMemoryTally } from '../memory/tally';
import { coordinators, everybody, type SandboxPerson, TENANT_ID } from '../sandbox/people';
import { type Pressed } from './card-in-hand';
import { type Message, startConnector } from './connector';
import { readReply, type Reply } from './reply';

export const BOT_ID = '28:jags';
export const CHANNEL = '19:coordination@thread.tacv2';
export const TEAM = '19:nscp@thread.tacv2';
export const GROUP = '19:group@thread.v2';

export type Office = Awaited<ReturnType<typeof openOffice>>;

export async function openOffice(
  over: {
    readonly policy?: Policy;
    readonly lead?: PersonId;
    readonly pool?: readonly Facilitator[];
    /** Where the pages are; none where it is absent. */
    readonly publicUrl?: string;
    /** Those who support facilitators. */
    readonly supporters?: readonly PersonId[];
  } = {},
) {
  const policy = over.policy ?? defaultPolicy;
  await prepareCards();
  const connector = await startConnector();
  const wire: Wire = { cut: false };
  const directoryWire: Wire = { cut: false };
  const clock = createClock(askedAt);
  const cards = createMemoryCards(wire);
  const store = createMemoryStore(wire, cards);
  const conversations = createMemoryConversations(wire);
  const tally = createMemoryTally(wire);
  const log = createMemoryLog();
  const coordinatorIds = new Set<string>(coordinators.map(({ id }) => id));
  const directory = createMemoryDirectory({
    people: everybody,
    coordinators: coordinatorIds,
    wire: directoryWire,
  });
  const workflow = createWorkflow({
    requests: store,
    wakeUps: createMemoryWakeUps(wire),
    directory,
    policy,
    now: clock.now,
    log,
  });
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const teams = { adapter, appId: '', conversations, directory, cards, policy, now: clock.now, log };
  const openRequests = createMemoryOpenRequests(store, wire);
  const pool = createMemoryPool(wire, over.pool);
  const arranged = createArrangedSessions({ openRequests, workflow });
  const poolKeeping = createPoolKeeping({
    pool,
    directory,
    lookAfter: (facilitator) => arranged.lookAfter([facilitator]),
    now: clock.now,
  });
  const { publicUrl, supporters } = over;
  const evaluations = createMemoryEvaluations(clock, wire);
  const feedback = createMemoryFeedback();
  const given = {
    ...(publicUrl !== undefined && {
      sharedLink: createSharedLink({
        evaluations,
        address: (token) => `${publicUrl}/evaluate/${token}`,
        policy,
        now: clock.now,
      }),
    }),
    ...(supporters && { talkingOver: createTalkingOver({ ...teams, supporters }) }),
  };
  const bot = createBot({
    ...teams,
    ...given,
    evaluations,
    feedbackOf: feedback.of,
    workflow,
    requests: store,
    openRequests,
    tally,
    pool,
    poolKeeping,
    now: clock.now,
  });
  const poolMessenger = createPoolMessenger({ ...teams, pool, now: clock.now });
  const digestMessenger = createDigestMessenger(teams);
  const alerts = createAlerts(teams);
  const messenger: Messenger = createMessenger({
    ...teams,
    now: clock.now,
    offers: offersOf({ ...given, policy }),
    ...(over.lead !== undefined && { lead: over.lead }),
  });
  connector.roster = coordinators.map(({ id, teamsId }) => ({ id: teamsId, aadObjectId: id }));
  let received = 0;

  async function receive(activity: object): Promise<{ status: number; body: unknown }> {
    const got = { status: 200, body: undefined as unknown };
    const response: Response = {
      socket: undefined,
      status: (code: number) => void (got.status = code),
      header: () => undefined,
      send: (body: unknown) => void (got.body = body),
      end: () => undefined,
    };
    // As it comes off the wire: nothing undefined, nothing shared.
    const body = JSON.parse(JSON.stringify(activity)) as Record<string, unknown>;
    await adapter.process({ method: 'POST', headers: {}, body }, response, (turn) => bot.run(turn));
    return got;
  }

  function activityOf(person: SandboxPerson, conversationId = `a:${person.id}`): Partial<Activity> {
    const base = conversationId.split(';')[0];
    const kind = base === CHANNEL ? 'channel' : base === GROUP ? 'groupChat' : 'personal';
    return {
      id: `incoming-${(received += 1)}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: person.teamsId, name: person.name, aadObjectId: person.id },
      recipient: { id: BOT_ID, name: 'JAGS' },
      conversation: {
        id: conversationId,
        conversationType: kind,
        tenantId: TENANT_ID,
        isGroup: kind !== 'personal',
        name: '',
      },
      ...(kind === 'channel' && { channelData: { team: { id: TEAM }, channel: { id: CHANNEL } } }),
    };
  }

  async function sends(
    person: SandboxPerson,
    activity: Partial<Activity>,
    where?: string,
  ): Promise<readonly Message[]> {
    const before = connector.messages.length;
    await receive({ ...activityOf(person, where), ...activity });
    return connector.messages.slice(before);
  }

  /** Sends an Execute (or opens a dialog), as it comes from Teams. */
  async function executes(
    person: SandboxPerson,
    { type, verb, data }: Pressed,
    on?: { readonly message?: Message; readonly where?: string; readonly automatic?: boolean },
  ): Promise<Reply> {
    const dialog = type === 'Action.Submit';
    const { body } = await receive({
      ...activityOf(person, on?.where),
      type: ActivityTypes.Invoke,
      name: dialog ? 'task/fetch' : 'adaptiveCard/action',
      ...(on?.message && { replyToId: on.message.id }),
      value: dialog
        ? { data, context: { theme: 'default' } }
        : { action: { type, verb, data }, trigger: on?.automatic ? 'automatic' : 'manual' },
    });
    return readReply(body);
  }

  return {
    bot,
    connector,
    wire,
    directoryWire,
    clock,
    store,
    conversations,
    tally,
    coordinatorIds,
    directory,
    cards,
    log,
    workflow,
    messenger,
    teams,
    evaluations,
    feedback,
    pool,
    poolMessenger,
    openRequests,
    digestMessenger,
    alerts,
    policy,
    receive,
    activityOf,
    executes,
    /** Says something; in the person's own chat unless told otherwise. The messages that came of it. */
    says: (person: SandboxPerson, text: string, where?: string) =>
      sends(
        person,
        { type: ActivityTypes.Message, text, textFormat: 'plain', entities: mentionsIn(text) },
        where,
      ),
    /** An old client's Action.Submit. */
    submits: (person: SandboxPerson, value: object, where?: string, replyToId?: string) =>
      sends(person, { type: ActivityTypes.Message, value, ...(replyToId && { replyToId }) }, where),
    adds: (person: SandboxPerson, where?: string) =>
      sends(
        person,
        { type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: BOT_ID, name: 'JAGS' }] },
        where,
      ),
    /** The program reports what came of an effect. */
    reports: (id: RequestId, outcome: SystemCommand) =>
      workflow.handle({ ...outcome, requestId: id, by: 'system' }),
    /** Does what the worker would: everything there is to tell about a request. */
    async tells(request: Request): Promise<void> {
      for (const { effect } of store.effectsOf(request.id)) await tell(messenger, request, effect);
    },
    close: () => connector.stop(),
  };
}

async function tell(messenger: Messenger, request: Request, effect: Effect): Promise<void> {
  const [how, whom] = effect.kind.split('-');
  if (how !== 'show' && how !== 'call') return;
  const audience: Audience =
    effect.kind === 'show-facilitator'
      ? { kind: 'facilitator', facilitator: effect.facilitator, attempt: effect.attempt }
      : { kind: whom as 'coordinators' | 'requester' | 'lead' };
  await (how === 'show'
    ? messenger.show(request, audience)
    : messenger.call(request, audience, 'about' in effect ? effect.about : undefined));
}

/** A mention is text with an entity that says whom it means. */
function mentionsIn(text: string): Entity[] {
  return [...text.matchAll(/<at>.*?<\/at>/g)].map(([mention]) => ({
    type: 'mention',
    text: mention,
    mentioned: { id: BOT_ID, name: 'JAGS' },
  }));
}

/** The card of a message. */
export function cardOf(message: Message | undefined): Card {
  const card = message?.activity.attachments?.[0]?.content as Card | undefined;
  if (!card) throw new Error(`Expected a message with a card, got ${JSON.stringify(message?.activity.text)}`);
  return card;
}

/** Does the connector keep it: the text of a plain message. */
export function textOf(message: Message | undefined): string {
  return message?.activity.text ?? '';
}

export { readReply, type Reply };
export type { Message };
