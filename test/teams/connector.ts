/**
 * The other side of the wire: a Bot Connector over HTTP that keeps what it is sent. The bot under test talks to it
 * through the real adapter, as it would to Teams.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface Message {
  readonly id: string;
  readonly conversationId: string;
  activity: Partial<Activity>;
  /** How often it was updated in place. */
  updates: number;
}

export interface Member {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name?: string;
  readonly email?: string;
}

export interface Connector {
  readonly url: string;
  readonly messages: readonly Message[];
  in(conversationId: string): readonly Message[];
  /** Members of the team, served page by page. */
  roster: readonly Member[];
  /** Members of other conversations and teams, by id. */
  readonly rosters: Map<string, readonly Member[]>;
  /** Answers calls that fit with this status; the first that fits counts. */
  refuse(
    fits: (method: string, path: string) => boolean,
    status: number,
    headers?: Record<string, string>,
  ): void;
  readonly calls: readonly string[];
  remove(id: string): void;
  stop(): Promise<void>;
}

const PAGE = 2;

export async function startConnector(): Promise<Connector> {
  const messages: Message[] = [];
  const calls: string[] = [];
  const refusals: {
    fits: (method: string, path: string) => boolean;
    status: number;
    headers: Record<string, string>;
  }[] = [];
  let ids = 0;

  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const { status, reply, headers = {} } = respond(request.method ?? '', request.url ?? '', body);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(reply));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const connector: Connector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    messages,
    calls,
    roster: [],
    rosters: new Map(),
    in: (conversationId) => messages.filter((each) => each.conversationId === conversationId),
    refuse: (fits, status, headers = {}) => void refusals.push({ fits, status, headers }),
    remove: (id) =>
      void messages.splice(
        messages.findIndex((each) => each.id === id),
        1,
      ),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return connector;

  function respond(
    method: string,
    url: string,
    body: unknown,
  ): { status: number; reply: unknown; headers?: Record<string, string> } {
    const path = decodeURIComponent(url);
    calls.push(`${method} ${path}`);
    const refusal = refusals.find(({ fits }) => fits(method, path));
    if (refusal)
      return { status: refusal.status, reply: { error: { code: 'OnDemand' } }, headers: refusal.headers };
    const [, conversationId = '', activityId] =
      /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(path) ?? [];
    if (method === 'POST' && conversationId)
      return { status: 201, reply: { id: post(conversationId, body as Activity).id } };
    if (method === 'PUT' && activityId) return update(activityId, body as Activity);
    if (method === 'POST' && path === '/v3/conversations')
      return { status: 201, reply: { id: opened(body) } };
    if (method === 'GET' && path.includes('/pagedmembers'))
      return { status: 200, reply: page(membersOf(path), new URL(url, 'http://x')) };
    const [, wanted] = /^\/v3\/conversations\/[^/]+\/members\/([^/?]+)$/.exec(path) ?? [];
    const member = wanted && membersOf(path).find((each) => each.aadObjectId === wanted);
    if (method === 'GET' && member) return { status: 200, reply: member };
    return { status: 404, reply: { error: { code: 'NotFound' } } };
  }

  function post(conversationId: string, activity: Activity): Message {
    const message = { id: `message-${(ids += 1)}`, conversationId, activity, updates: 0 };
    messages.push(message);
    return message;
  }

  function update(id: string, activity: Activity): { status: number; reply: unknown } {
    const message = messages.find((each) => each.id === id);
    if (!message) return { status: 404, reply: { error: { code: 'ActivityNotFoundInConversation' } } };
    message.activity = activity;
    message.updates += 1;
    return { status: 200, reply: { id } };
  }

  function opened(body: unknown): string {
    const { members } = body as { members: { id: string }[] };
    return `a:${members[0]?.id}`;
  }

  function membersOf(path: string): readonly Member[] {
    return connector.rosters.get(path.split('/')[3] ?? '') ?? connector.roster;
  }

  function page(members: readonly Member[], { searchParams }: URL): unknown {
    const from = Number(searchParams.get('continuationToken') ?? 0);
    const more = from + PAGE < members.length;
    return {
      members: members.slice(from, from + PAGE),
      ...(more && { continuationToken: String(from + PAGE) }),
    };
  }
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown) : undefined;
}
