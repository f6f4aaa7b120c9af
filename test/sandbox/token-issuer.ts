/**
 * Signs tokens as the Bot Framework and Entra do, on loopback: RS256, with its keys behind OpenID metadata. The bot's real
 * checks run against it, so that every wrong token can be made, and a right one beside it.
 */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Endpoints } from '../../src/teams/sign-in';

const KEY_ID = 'sandbox-key';

export type Claims = Readonly<Record<string, unknown>>;

export interface TokenIssuer {
  /** For the bot: where it finds the keys, and whom it believes. */
  readonly endpoints: Endpoints;
  /** The address it signs as. */
  readonly issuer: string;
  /** A right token for these claims; with `header` and `key`, whatever else is wanted. */
  token(claims: Claims, other?: { readonly header?: Claims; readonly key?: KeyObject }): string;
  /** One whose signature is the hash of a shared secret, as if the public key were one. */
  sharedSecretToken(claims: Claims): string;
  close(): Promise<void>;
}

export interface IssuerOptions {
  /** 0, and so one the system chooses, when absent. */
  readonly port?: number;
  /** Pages it has besides, each with its own answer. */
  readonly page?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** `endorsements`: the channels its key may sign for. */
export async function startTokenIssuer(
  endorsements: readonly string[] = ['msteams'],
  { port = 0, page = () => false }: IssuerOptions = {},
): Promise<TokenIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', endorsements };
  const server = createServer((request, response) => {
    if (page(request, response)) return;
    const body = request.url === '/keys' ? { keys: [key] } : { issuer: url, jwks_uri: `${url}/keys` };
    // Not chained: restify, loaded in the same process, makes every writeHead return nothing.
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    endpoints: endpointsAt(url),
    issuer: url,
    token(claims, { header = {}, key: signer = privateKey } = {}) {
      const signed = `${encoded({ alg: 'RS256', typ: 'JWT', kid: KEY_ID, ...header })}.${encoded(claims)}`;
      return `${signed}.${sign('sha256', Buffer.from(signed), signer).toString('base64url')}`;
    },
    sharedSecretToken(claims) {
      const signed = `${encoded({ alg: 'HS256', typ: 'JWT', kid: KEY_ID })}.${encoded(claims)}`;
      const secret = publicKey.export({ format: 'pem', type: 'pkcs1' });
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Everything the bot's sign-in needs to look here and nowhere else. */
function endpointsAt(url: string): Endpoints {
  return {
    CallerId: 'urn:botframework:azure',
    OAuthUrl: url,
    ToBotFromChannelOpenIdMetadataUrl: `${url}/.well-known/openid-configuration`,
    ToBotFromChannelTokenIssuer: url,
    ToBotFromEmulatorOpenIdMetadataUrl: `${url}/.well-known/openid-configuration`,
    ToChannelFromBotLoginUrl: url,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ValidateAuthority: false,
  };
}

const encoded = (part: Claims) => Buffer.from(JSON.stringify(part)).toString('base64url');
