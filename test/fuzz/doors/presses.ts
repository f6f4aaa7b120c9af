/** What people press and say, as it should be: every button of every sample card, and sentences the bot knows. */
import { sampleCards } from '../../gallery/sample-cards';
import { fieldsOn, partsOf } from '../../teams/card-in-hand';
import { FILLED } from '../../teams/form-steps';
import { fieldsOf } from '../grammar';

/** Stand for what there is when the door is open: the ids of requests, and the number of a form that is not sent yet. */
export const REQUESTS = ['$submitted', '$offered', '$booked'] as const;
export const NONCE = 'nonce-nonce-nonce-nonce';

export interface Press {
  readonly type: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** As its card would send it: the right data of every verb. */
export function presses(): readonly Press[] {
  return sampleCards().flatMap(({ card }) => {
    const filled: Record<string, string> = { ...fieldsOn(card) };
    for (const [name, value] of Object.entries(FILLED)) if (name in filled) filled[name] = value;
    return partsOf(card)
      .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
      .map(({ type, verb, data: sent }, n) => {
        const fields = sent as Record<string, unknown> | undefined;
        const aimed = fields && 'request' in fields ? { request: REQUESTS[n % 3] } : {};
        return {
          type: String(type),
          verb: [verb, fields?.verb].find((each) => typeof each === 'string') ?? '',
          data: { ...filled, ...fields, ...aimed },
        };
      });
  });
}

export const BOT = { id: '28:jags', name: 'JAGS' };
export const MENTION = { type: 'mention', text: '<at>JAGS</at>', mentioned: BOT };
export const SENTENCES = [
  ...['request', 'help', 'status', 'my requests', 'queue', 'digest', 'help me choose', 'my sessions'],
  ...[
    '<at>JAGS</at> use this channel',
    'my facilitating',
    'withdraw my request',
    'Hello, please request a JAGS!',
  ],
];

/** Of all verbs together. */
export const data = fieldsOf({
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
