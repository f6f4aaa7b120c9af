/**
 * Entra's sign-in for the tab and the API, on loopback: tokens as Teams and flows would get them, and outside Teams a page to
 * say who one is. The bot checks what it signs as it checks Microsoft's.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  coordinators,
  everybody,
  governanceOfficer,
  qualityLead,
  type SandboxPerson,
  TENANT_ID,
} from './people';
import { type Claims, startTokenIssuer, type TokenIssuer } from './token-issuer';

/** Whom its tokens are for. */
export const TAB_AUDIENCE = 'b0700000-0000-4000-8000-000000000001';
/** The same registration, by the address its API is known under. */
export const API_AUDIENCE = `api://sandbox.example/botid-${TAB_AUDIENCE}`;
/** A flow that signs in as itself. */
export const SANDBOX_FLOW = 'f1000000-0000-4000-8000-000000000001';
const VALID_SECONDS = 3_600;

export interface Entra extends Pick<TokenIssuer, 'issuer' | 'sharedSecretToken'> {
  /** With nothing filled in: exactly these claims. */
  readonly signed: TokenIssuer['token'];
  /** A right token for a person, with other claims in place of its own, and signed otherwise if wanted. */
  tokenFor(
    person: Pick<SandboxPerson, 'id' | 'name'>,
    over?: Claims,
    other?: Parameters<TokenIssuer['token']>[1],
  ): string;
  /** A right token of an application by itself, for the API. */
  appToken(roles: readonly string[], over?: Claims, other?: Parameters<TokenIssuer['token']>[1]): string;
  /** A right token of a person through an application, for the API. */
  apiToken(
    person: Pick<SandboxPerson, 'id' | 'name'>,
    scopes: readonly string[],
    over?: Claims,
    other?: Parameters<TokenIssuer['token']>[1],
  ): string;
  /** What a right token says of a person. */
  claimsOf(person: Pick<SandboxPerson, 'id' | 'name'>): Claims;
  stop(): Promise<void>;
}

/** `now` in milliseconds: when its tokens are made. */
export async function startEntra(port = 0, now: () => number = () => Date.now()): Promise<Entra> {
  const issuer = await startTokenIssuer([], {
    port,
    page: (request, response) =>
      signInPage(request, response, (person) => tokenFor(person)) ||
      tokenEndpoint(request, response, (roles) => appToken(roles)),
  });

  function always(): Claims {
    const seconds = Math.floor(now() / 1000);
    return {
      ...{ iss: issuer.issuer, tid: TENANT_ID, ver: '2.0' },
      ...{ iat: seconds, nbf: seconds, exp: seconds + VALID_SECONDS },
    };
  }
  function claimsOf({ id, name }: Pick<SandboxPerson, 'id' | 'name'>): Claims {
    return { ...always(), aud: TAB_AUDIENCE, oid: id, scp: 'access_as_user', name };
  }
  const appToken: Entra['appToken'] = (roles, over = {}, other) => {
    const app = { aud: API_AUDIENCE, azp: SANDBOX_FLOW, oid: SANDBOX_FLOW, idtyp: 'app', roles };
    return issuer.token({ ...always(), ...app, ...over }, other);
  };
  const apiToken: Entra['apiToken'] = (person, scopes, over = {}, other) => {
    const delegated = { aud: API_AUDIENCE, azp: SANDBOX_FLOW, scp: scopes.join(' ') };
    return issuer.token({ ...claimsOf(person), ...delegated, ...over }, other);
  };
  const tokenFor: Entra['tokenFor'] = (person, over = {}, other) =>
    issuer.token({ ...claimsOf(person), ...over }, other);

  return {
    issuer: issuer.issuer,
    signed: (claims, other) => issuer.token(claims, other),
    sharedSecretToken: (claims) => issuer.sharedSecretToken(claims),
    claimsOf,
    tokenFor,
    appToken,
    apiToken,
    stop: () => issuer.close(),
  };
}

/** Big buttons with everybody's name; each leads back with a token, where the page behind the tab's script takes it. */
function signInPage(
  request: IncomingMessage,
  response: ServerResponse,
  tokenFor: (person: SandboxPerson) => string,
): boolean {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname !== '/sign-in') return false;
  const back = url.searchParams.get('redirect') ?? '';
  if (!isHere(back)) {
    response.writeHead(400, { 'content-type': 'text/plain' });
    response.end('Expected redirect to be an address of this machine.');
    return true;
  }
  const who = everybody.find(({ id }) => id === url.searchParams.get('person'));
  if (who) {
    response.writeHead(303, { location: `${back.split('#', 1)[0]}#token=${tokenFor(who)}` });
    response.end();
    return true;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(choice(back));
  return true;
}

/** `GET /token?roles=Requests.Submit+Requests.Read`: a token for the API, for trying it out from the command line. */
function tokenEndpoint(
  request: IncomingMessage,
  response: ServerResponse,
  appToken: (roles: readonly string[]) => string,
): boolean {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname !== '/token') return false;
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(appToken((url.searchParams.get('roles') ?? '').split(' ')));
  return true;
}

function choice(back: string): string {
  const button = ({ id, name, job }: SandboxPerson) =>
    `<li><button name="person" value="${id}"><strong>${name}</strong><br>${job}</button></li>`;
  const first: readonly SandboxPerson[] = [...coordinators, qualityLead, governanceOfficer];
  const others = everybody.filter((each) => !first.includes(each));
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Sandbox sign-in</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  body { font: 16px/1.4 'Segoe UI', sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
  ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .75rem; }
  button { width: 100%; padding: .9rem 1rem; font: inherit; text-align: left; border: 1px solid #616161; border-radius: 6px; background: #fff; color: #242424; cursor: pointer; }
</style>
<main><h1>Who are you?</h1>
<p>A stand-in for the sign-in of Teams. Everybody here is invented.</p>
<form><input type="hidden" name="redirect" value="${escaped(back)}">
<h2>Coordinators</h2><ul>${coordinators.map(button).join('')}</ul>
<h2>Quality role</h2><ul>${button(qualityLead)}</ul>
<h2>Information governance</h2><ul>${button(governanceOfficer)}</ul>
<h2>Everybody else</h2><ul>${others.map(button).join('')}</ul></form></main></html>`;
}

function isHere(address: string): boolean {
  return URL.canParse(address) && ['127.0.0.1', 'localhost'].includes(new URL(address).hostname);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
