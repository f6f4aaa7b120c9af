/** A whole bot behind HTTP for tests of its front door, and a connector it can answer to. */
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity, TurnContext } from 'botbuilder';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { createLog } from '../../src/log';
import { createServer } from '../../src/server';
import { createAdapter, type SignInNeeds } from '../../src/teams/sign-in';

export const BOT_ID = 'b0700000-0000-4000-8000-000000000001';

export interface GuardedBot {
  readonly port: number;
  send(body: unknown, authorization?: string): Promise<{ readonly status: number; readonly body: string }>;
  /** The activities that got past the door. */
  readonly turns: readonly Activity[];
  /** Everything it logged. */
  log(): string;
  close(): Promise<void>;
}

/** Its logic notes the turn and then does what it is told. */
export async function startGuardedBot(
  needs: Omit<SignInNeeds, 'log'>,
  logic: (turn: TurnContext) => Promise<unknown> = () => Promise.resolve(),
): Promise<GuardedBot> {
  const turns: Activity[] = [];
  const lines: string[] = [];
  const log = createLog({ to: { write: (line) => void lines.push(line) } });
  const adapter = createAdapter({ ...needs, log });
  const server = createServer({
    port: 0,
    anonymous: needs.signIn.kind === 'anonymous',
    messages: (received) =>
      adapter.receive(received, async (turn) => {
        turns.push(turn.activity);
        await logic(turn);
      }),
    ready: () => Promise.resolve([]),
    log,
  });
  const port = await server.listen();
  const url = `http://127.0.0.1:${port}/api/messages`;
  return {
    ...{ port, turns },
    log: () => lines.join(''),
    close: () => server.close(),
    async send(body, authorization) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(authorization !== undefined && { authorization }),
        },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.text() };
    },
  };
}

/** Stands in for the connector: takes every post, and notes with what token. */
export async function startChannel() {
  const authorizations: (string | undefined)[] = [];
  const server = createHttpServer((request, response) => {
    authorizations.push(request.headers.authorization);
    request.resume().on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"2"}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, authorizations, close };
}

type Sign = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>['signRequest'];

/** The bot's own token, without the network. */
export class OneToken extends ServiceClientCredentialsFactory {
  constructor(private readonly token: string) {
    super();
  }
  override isValidAppId(appId: string) {
    return Promise.resolve(appId === BOT_ID);
  }
  override isAuthenticationDisabled() {
    return Promise.resolve(false);
  }
  override createCredentials() {
    const signRequest: Sign = (resource) => {
      resource.headers.set('authorization', `Bearer ${this.token}`);
      return Promise.resolve(resource);
    };
    return Promise.resolve({ signRequest });
  }
}
