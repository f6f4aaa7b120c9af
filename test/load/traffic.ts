/** A hundred requests as they come to a bot in use: what people press and say, what Graph tells, what others ask of the API. */
import { randomUUID } from 'node:crypto';
import { approves, asksFor, looksAt, sendsForm } from '../bench/presses';

export interface TrafficNeeds {
  /** A request that is there, and decided. */
  readonly request: string;
  /** Where what the bot says is sent to. */
  readonly connector: string;
  /** What our own subscription is known by. */
  readonly clientState: string;
  /** For the API, several, because each caller may ask 300 times a minute. */
  readonly tokens: readonly string[];
}

export interface Outgoing {
  readonly path: string;
  readonly init?: RequestInit;
}

type Kind = 'card' | 'command' | 'form' | 'notification' | 'page' | 'api';

/**
 * Of a hundred. An assumption, with the heavy ones above their true share: a request lives for weeks, in which its cards refresh
 * many times, and is sent once.
 */
export const MIX: Readonly<Record<Kind, number>> = {
  card: 50,
  command: 15,
  form: 5,
  notification: 10,
  page: 15,
  api: 5,
};
const PAGES = ['/request', '/privacy', '/accessibility'];
const OPERATIONS = ['/api/v1/choices', '/api/v1/sessions', '/api/v1/monitoring/figures'];

/** What comes at this place in the row; kinds take turns, so that no second is all forms. */
export function outgoing(n: number, needs: TrafficNeeds): Outgoing {
  // 37 has no common factor with 100: every kind comes as often as it should, spread out.
  const place = (n * 37) % 100;
  let end = 0;
  const kind = (Object.keys(MIX) as Kind[]).find((each) => place < (end += MIX[each]))!;
  return KINDS[kind](Math.floor(n / 3), needs);
}

const KINDS: Readonly<Record<Kind, (n: number, needs: TrafficNeeds) => Outgoing>> = {
  card: (n, { request }) =>
    activity(
      [looksAt(request), asksFor('help'), looksAt(request), asksFor('ask'), approves(request)][n % 5]!,
    ),
  command: (_, { connector }) =>
    activity({
      ...asksFor('help'),
      type: 'message',
      name: undefined,
      value: undefined,
      text: 'help',
      serviceUrl: connector,
    }),
  form: () => activity(sendsForm(randomUUID())),
  notification: (_, { clientState }) =>
    posted('/api/graph/notifications', {
      value: [{ clientState, changeType: 'updated', resourceData: { id: randomUUID() } }],
    }),
  page: (n) => ({ path: PAGES[n % PAGES.length]! }),
  api: (n, { tokens }) => ({
    path: OPERATIONS[n % OPERATIONS.length]!,
    init: { headers: { authorization: `Bearer ${tokens[n % tokens.length]!}` } },
  }),
};

const activity = (body: object): Outgoing => posted('/api/messages', body);

function posted(path: string, body: object): Outgoing {
  return {
    path,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  };
}
