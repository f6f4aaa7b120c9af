/** What Teams sends: sentences, presses on every card there is, dialogs, the compose box, who came and went, and nonsense. */
import fc from 'fast-check';
import { createAdapter } from '../../../src/teams/sign-in';
import { VERBS } from '../../../src/teams/commands';
import { coordinators, facilitators, practitioners, type SandboxPerson } from '../../sandbox/people';
import { CHANNEL, GROUP, type Office, openOffice } from '../../teams/office';
import { booked, offered, submitted } from '../../teams/session-steps';
import type { Door, Input, OpenDoor } from '../door';
import { fieldsOf, hostileJson, hostileText, mostly } from '../grammar';
import { BOT, data, MENTION, NONCE, presses, SENTENCES } from './presses';
import { faultsIn } from '../logged';
import { wrongWithRequests } from '../stored';

const PEOPLE: readonly SandboxPerson[] = [
  practitioners[0],
  coordinators[0],
  facilitators[0],
  practitioners[1],
  practitioners[5],
];
const PLACES = [undefined, CHANNEL, `${CHANNEL};messageid=1`, GROUP, 'a:nobody'] as const;

interface Sent {
  readonly who?: number;
  readonly where?: number;
  readonly activity?: unknown;
}

function pressed(type: string, verb: string, data: object): object {
  return type === 'Action.Submit'
    ? {
        type: 'invoke',
        name: 'task/fetch',
        value: { data: { verb, ...data }, context: { theme: 'default' } },
      }
    : {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type, verb, data }, trigger: 'manual' },
      };
}

const recorded: readonly Sent[] = [
  ...presses().flatMap(({ type, verb, data: sent }, n) => [
    { who: n % PEOPLE.length, activity: pressed(type, verb, sent) },
    { who: 0, activity: { type: 'message', value: { verb, ...sent } } },
  ]),
  ...SENTENCES.map((text, n) => ({
    who: n % 5,
    where: n % 4,
    activity: { type: 'message', text, textFormat: 'plain' },
  })),
  { who: 0, activity: { type: 'conversationUpdate', membersAdded: [BOT] } },
  {
    who: 1,
    where: 1,
    activity: { type: 'conversationUpdate', membersAdded: [BOT], channelData: { team: { id: 'x' } } },
  },
  { who: 0, activity: { type: 'installationUpdate', action: 'add' } },
  { who: 0, activity: { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' } },
  { who: 0, activity: { type: 'invoke', name: 'composeExtension/fetchTask', value: { commandId: 'ask' } } },
  {
    who: 1,
    activity: {
      ...{ type: 'invoke', name: 'composeExtension/query' },
      value: {
        commandId: 'find',
        parameters: [{ name: 'text', value: 'CASE' }],
        queryOptions: { skip: 0, count: 25 },
      },
    },
  },
];

const verb = mostly([...VERBS], fc.oneof(hostileText, hostileJson));
const activity = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/submitAction'),
      verb,
      data,
    )
    .map(([name, pressedVerb, given]) => ({
      ...{ type: 'invoke', name },
      value:
        name === 'adaptiveCard/action'
          ? { action: { type: 'Action.Execute', verb: pressedVerb, data: given }, trigger: 'manual' }
          : { data: { ...given, verb: pressedVerb } },
    })),
  fc.tuple(verb, data).map(([v, given]) => ({ type: 'message', value: { ...given, verb: v } })),
  mostly(SENTENCES).map((text) => ({ type: 'message', text })),
  fieldsOf({
    type: [
      'invoke',
      'message',
      'conversationUpdate',
      'installationUpdate',
      'messageReaction',
      'event',
      'typing',
    ],
    name: ['adaptiveCard/action', 'composeExtension/query', 'signin/verifyState', 'fileConsent/invoke'],
    value: [],
    text: SENTENCES,
    membersAdded: [],
    membersRemoved: [],
    entities: [[MENTION], [{ type: 'clientInfo', locale: 'en-GB' }]],
    channelData: [],
    from: [],
    conversation: [],
    recipient: [],
    replyToId: ['1'],
    attachments: [],
    locale: ['en-GB'],
    timestamp: ['2026-11-24T10:00:00Z'],
  }),
);

export const activities: Door = {
  name: 'activities',
  share: 20,
  freshAfter: 1_000,
  recorded,
  grammar: fc.record({ who: fc.nat(4), where: fc.nat(4), activity }),
  open,
};

async function open(): Promise<OpenDoor> {
  const office = await openOffice();
  const ids: Readonly<Record<string, string>> = {
    $submitted: (await submitted(office)).id,
    $offered: (await offered(office)).id,
    $booked: (await booked(office)).id,
  };
  const adapter = createAdapter({ signIn: { kind: 'anonymous' }, allowedTenants: [], log: office.log });
  let nonces = 0;

  return {
    async give(input) {
      const body = asSent(input, office);
      const text = JSON.stringify(body)
        .replace(/\$(?:submitted|offered|booked)/g, (name) => ids[name]!)
        .replaceAll(NONCE, `nonce-${String((nonces += 1)).padStart(20, '0')}`);
      office.log.lines.length = 0;
      const { status } = await adapter.receive(
        { authorization: '', body: JSON.parse(text) as unknown },
        (turn) => office.bot.run(turn),
      );
      const faults = faultsIn(office.log.lines);
      return status >= 500 || faults.length > 0 ? `${status} ${faults.join('; ')}` : undefined;
    },
    stored: async () => wrongWithRequests(office.store, office.clock.now(), office.policy),
    kept: () => office.store.all().length,
    close: () => office.close(),
  };
}

/** With whatever is missing put in, and the address a token would have vouched for. */
function asSent(input: Input, office: Office): object {
  const { who, where, activity: sent } = (input ?? {}) as Sent;
  const person = PEOPLE[numberOf(who) % PEOPLE.length]!;
  const place = PLACES[numberOf(where) % PLACES.length];
  const given = typeof sent === 'object' && sent !== null ? sent : { type: sent };
  return { ...office.activityOf(person, place), ...given, serviceUrl: office.connector.url };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? Math.abs(value) : 0;
}
