/** What Teams sends: sentences, presses on every card there is, dialogs, the compose box, who came and went, and nonsense. */
import fc from 'fast-check';
import { createAdapter } from '../../../src/teams/sign-in';
import { VERBS } from '../../../src/teams/commands';
import { sampleCards } from '../../gallery/sample-cards';
import { coordinators, facilitators, practitioners, type SandboxPerson } from '../../sandbox/people';
import { fieldsOn, partsOf } from '../../teams/card-in-hand';
import { FILLED } from '../../teams/form-steps';
import { CHANNEL, GROUP, type Office, openOffice } from '../../teams/office';
import { booked, offered, submitted } from '../../teams/session-steps';
import type { Door, Input, OpenDoor } from '../door';
import { fieldsOf, hostileJson, hostileText, mostly } from '../grammar';
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

/** Stand for what there is when the door is open: the ids of requests, and the number of a form that is not sent yet. */
const REQUESTS = ['$submitted', '$offered', '$booked'] as const;
const NONCE = 'nonce-nonce-nonce-nonce';

interface Sent {
  readonly who?: number;
  readonly where?: number;
  readonly activity?: unknown;
}

/** Every button of every sample, as its card would send it: the right data of every verb. */
function presses(): readonly Sent[] {
  return sampleCards().flatMap(({ card }) => {
    const filled: Record<string, string> = { ...fieldsOn(card) };
    for (const [name, value] of Object.entries(FILLED)) if (name in filled) filled[name] = value;
    return partsOf(card)
      .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
      .flatMap(({ type, verb, data }, n) => {
        const fields = data as Record<string, unknown> | undefined;
        const aimed = {
          ...filled,
          ...fields,
          ...(fields && 'request' in fields && { request: REQUESTS[n % 3] }),
        };
        const name = String(verb ?? fields?.verb ?? '');
        return [
          { who: n % PEOPLE.length, activity: pressed(String(type), name, aimed) },
          { who: 0, activity: { type: 'message', value: { verb: name, ...aimed } } },
        ];
      });
  });
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

const BOT = { id: '28:jags', name: 'JAGS' };
const MENTION = { type: 'mention', text: '<at>JAGS</at>', mentioned: BOT };
const SENTENCES = [
  ...['request', 'help', 'status', 'my requests', 'queue', 'digest', 'help me choose', 'my sessions'],
  ...[
    '<at>JAGS</at> use this channel',
    'my facilitating',
    'withdraw my request',
    'Hello, please request a JAGS!',
  ],
];

const recorded: readonly Sent[] = [
  ...presses(),
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
const data = fieldsOf({
  request: REQUESTS,
  attempt: [1, 2, 0],
  match: ['1-1', '1-2', '9-9'],
  reason: ['too-few', 'other', 'technical'],
  answer: ['yes', 'no'],
  draft: [`{"nonce":"${NONCE}","riskKnown":false,"added":[],"typed":{}}`],
  from: [0, 10],
  person: [0, 1],
  ...{ round: [0, 1], at: [1], start: [0, 1_765_188_000_000], coming: [true, false], until: ['2027-01-04'] },
  ...{
    note: [],
    participants: [],
    arrangements: ['bsl,captions'],
    token: [],
    text: [],
    state: ['all'],
    age: ['all'],
  },
  ...{ monday: ['keep', 'none'], mail: ['a@b.example'], to: [], minutes: ['90'], basedOn: [0] },
});
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
  share: 40,
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
