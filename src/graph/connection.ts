/** Where Graph is and who asks: the one place that decides whether a token is sent. */
import type { TokenCredential } from '@azure/identity';
import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';

export const PUBLIC_CLOUD = 'https://graph.microsoft.com';

export interface Connection {
  /** Without version or slash at the end; plain http on loopback only, and then no token is sent. */
  readonly url?: string | undefined;
  readonly credential?: TokenCredential | undefined;
  /** How long getting a token may take. */
  readonly tokenTimeoutMs: number;
}

/** The end of the chain. The client keeps only name and message of an error, so the connection's own word goes in there. */
const transport: Middleware = {
  async execute(context: Context) {
    try {
      context.response = await fetch(context.request, context.options);
    } catch (error) {
      const { name, message, cause } = error as Error;
      const why = (cause as NodeJS.ErrnoException | undefined)?.code;
      throw Object.assign(new Error(why ? `${message} (${why})` : message), { name });
    }
  },
};

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Throws when the address is neither https with a credential nor http on loopback. No retry handler: it repeats writes. */
export function connect({ url = PUBLIC_CLOUD, credential, tokenTimeoutMs }: Connection): Client {
  const { protocol, hostname, origin } = new URL(url);
  const base = { baseUrl: origin, defaultVersion: 'v1.0' };
  if (protocol === 'http:' && LOOPBACK.includes(hostname))
    return Client.initWithMiddleware({ ...base, middleware: transport });
  if (protocol !== 'https:')
    throw new Error(`Expected GRAPH_URL to be https, or http on loopback, got ${url}. See .env.sample.`);
  if (!credential) throw new Error(`Expected a credential for ${url}, got none. See .env.sample.`);
  const authentication = new AuthenticationHandler({
    async getAccessToken() {
      const wanted = `${origin}/.default`;
      const token = await credential.getToken(wanted, { requestOptions: { timeout: tokenTimeoutMs } });
      if (!token) throw new Error(`Expected a token for ${wanted}, got none`);
      return token.token;
    },
  });
  return Client.initWithMiddleware({
    ...base,
    customHosts: new Set([hostname]),
    middleware: [authentication, transport],
  });
}

/** The path of a next page, which must lie below the same address: anywhere else the token has no business. */
export function pathBelow(url: string = PUBLIC_CLOUD, nextLink: string): string {
  const base = `${new URL(url).origin}/v1.0`;
  if (!nextLink.startsWith(`${base}/`))
    throw new Error(`Expected the next page below ${base}, got another address`);
  return nextLink.slice(base.length);
}
