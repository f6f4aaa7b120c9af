/**
 * The part of Microsoft Graph an administrator sets a tenant up with: applications, service principals, consents and the catalogue of
 * Teams apps. Over HTTP on the loopback address, with state and the refusals that order of work matters for.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unzipSync } from 'fflate';
import { GRAPH_APP } from '../../infra/tenant/permissions';
import type { GraphRecord } from '../sandbox/microsoft365/recorder';
import { refusalOf, type SimulatedApp } from './entra-rules';

export interface Credential {
  id: string;
  name: string;
  issuer: string;
  subject: string;
  audiences: string[];
}
export interface Assignment {
  id: string;
  principalId: string;
  resourceId: string;
  resourceDisplayName?: string;
  appRoleId: string;
}
export interface Listing {
  id: string;
  externalId: string;
  distributionMethod: 'organization';
  displayName: string;
  appDefinitions: { id: string; teamsAppId: string; displayName: string; version: string }[];
}

export interface SimulatedDirectory {
  readonly url: string;
  apps: SimulatedApp[];
  principals: { id: string; appId: string }[];
  credentials: Credential[];
  assignments: Assignment[];
  catalogue: Listing[];
  readonly graphPrincipal: { id: string; appRoles: { id: string; value: string }[] };
  /** Everything asked, with its answer, since the last `forget`. */
  readonly traffic: readonly GraphRecord[];
  forget(): void;
  /** How many service principals Entra refuses to make because it does not know the application yet. */
  lag: number;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}
interface Call {
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly zip?: Uint8Array;
  readonly prefer: string;
}

const PERMISSIONS = [
  ...['OnlineMeetings.ReadWrite.All', 'GroupMember.Read.All', 'User.ReadBasic.All', 'User.Read.All'],
  ...['TeamsAppInstallation.ReadWriteSelfForUser.All', 'Calendars.ReadWrite', 'Calendars.Read'],
  ...['Calendars.ReadBasic.All', 'Mail.Send', 'Mail.Read', 'Mail.ReadWrite'],
];
const NOT_FOUND = refused(404, 'Request_ResourceNotFound', 'Resource does not exist.');

function refused(status: number, code: string, message: string): Answer {
  const innerError = { date: '2026-11-26T09:00:00', 'request-id': randomUUID() };
  return { status, body: { error: { code, message, innerError } } };
}

const invalid = (message: string) => refused(400, 'Request_BadRequest', message);

export async function simulateDirectory(): Promise<SimulatedDirectory> {
  const traffic: GraphRecord[] = [];
  const server = createServer((request, response) => {
    void read(request).then(({ raw, call }) => {
      const { pathname } = new URL(request.url!, 'http://127.0.0.1');
      const { status, body } = answer(request.method!, pathname.slice('/v1.0'.length), call);
      const headers = { 'Content-Type': 'application/json' };
      traffic.push({
        method: request.method!,
        url: `https://graph.microsoft.com${request.url}`,
        headers: request.headers as Record<string, string>,
        ...(raw.length > 0 && { body: call.zip ? 'a zip' : call.body }),
        response: { status, headers, ...(body !== undefined && { body }) },
      });
      response.writeHead(status, headers);
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const directory: SimulatedDirectory = {
    url,
    apps: [],
    principals: [],
    credentials: [],
    assignments: [],
    catalogue: [],
    graphPrincipal: { id: randomUUID(), appRoles: PERMISSIONS.map((value) => ({ id: randomUUID(), value })) },
    traffic,
    forget: () => void traffic.splice(0),
    lag: 0,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  const byKey = (key: string, value: string) =>
    directory.apps.find((app) => (key === 'appId' ? app.appId : app.uniqueName) === value);

  const routes: readonly (readonly [string, RegExp, (call: Call) => Answer])[] = [
    [
      'GET',
      /^\/applications\((appId|uniqueName)='(.+)'\)$/,
      ({ params: [key, value] }) => found(byKey(key!, value!)),
    ],
    ['PATCH', /^\/applications\((appId|uniqueName)='(.+)'\)$/, changeApp],
    ['GET', /^\/servicePrincipals\(appId='(.+)'\)$/, ({ params: [appId] }) => found(principalOf(appId!))],
    ['POST', /^\/servicePrincipals$/, makePrincipal],
    [
      'GET',
      /^\/applications\/(.+)\/federatedIdentityCredentials$/,
      () => ok({ value: directory.credentials }),
    ],
    ['POST', /^\/applications\/(.+)\/federatedIdentityCredentials$/, addCredential],
    ['PATCH', /^\/applications\/(.+)\/federatedIdentityCredentials\/(.+)$/, changeCredential],
    ['GET', /^\/servicePrincipals\/(.+)\/appRoleAssignments$/, listAssignments],
    ['POST', /^\/servicePrincipals\/(.+)\/appRoleAssignments$/, assign],
    ['DELETE', /^\/servicePrincipals\/(.+)\/appRoleAssignments\/(.+)$/, unassign],
    ['GET', /^\/appCatalogs\/teamsApps$/, listCatalogue],
    ['POST', /^\/appCatalogs\/teamsApps$/, addToCatalogue],
    ['POST', /^\/appCatalogs\/teamsApps\/(.+)\/appDefinitions$/, updateInCatalogue],
  ];

  function answer(method: string, path: string, call: Omit<Call, 'params'>): Answer {
    for (const [routeMethod, pattern, handle] of routes) {
      const match = routeMethod === method ? pattern.exec(path) : null;
      if (match) return handle({ ...call, params: match.slice(1).map((group) => decodeURIComponent(group)) });
    }
    return refused(400, 'BadRequest', `Nothing answers ${method} ${path}.`);
  }

  function changeApp({ params: [key, value], body, prefer }: Call): Answer {
    const there = byKey(key!, value!);
    if (!there && !(key === 'uniqueName' && prefer.includes('create-if-missing'))) return NOT_FOUND;
    const before: SimulatedApp = there ?? {
      id: randomUUID(),
      appId: randomUUID(),
      uniqueName: value!,
      displayName: '',
      signInAudience: 'AzureADMyOrg',
      identifierUris: [],
      appRoles: [],
      requiredResourceAccess: [],
      passwordCredentials: [],
      keyCredentials: [],
      api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] },
    };
    const api = { ...before.api, ...(body['api'] as object | undefined) };
    const after = { ...before, ...body, api } as SimulatedApp;
    const wrong = refusalOf(before, after);
    if (wrong) return invalid(wrong);
    directory.apps = [...directory.apps.filter((each) => each !== there), after];
    return there ? { status: 204 } : { status: 201, body: after };
  }

  function principalOf(appId: string): object | undefined {
    if (appId === GRAPH_APP) return { ...directory.graphPrincipal, appId };
    return directory.principals.find((each) => each.appId === appId);
  }

  function makePrincipal({ body }: Call): Answer {
    const appId = String(body['appId']);
    if (principalOf(appId))
      return refused(409, 'Request_MultipleObjectsWithSameKeyValue', 'It is there already.');
    const unknown = directory.lag > 0 || !directory.apps.some((app) => app.appId === appId);
    directory.lag = Math.max(0, directory.lag - 1);
    if (unknown) return invalid(`The appId '${appId}' does not reference a valid application object.`);
    const made = { id: randomUUID(), appId };
    directory.principals.push(made);
    return { status: 201, body: made };
  }

  function addCredential({ body }: Call): Answer {
    const made = { id: randomUUID(), ...body } as Credential;
    if (directory.credentials.some((each) => each.name === made.name))
      return refused(409, 'Request_MultipleObjectsWithSameKeyValue', 'The name is taken.');
    if (directory.credentials.some((each) => each.issuer === made.issuer && each.subject === made.subject))
      return refused(409, 'Request_MultipleObjectsWithSameKeyValue', 'Issuer and subject are there already.');
    directory.credentials.push(made);
    return { status: 201, body: made };
  }

  function changeCredential({ params: [, id], body }: Call): Answer {
    const there = directory.credentials.find((each) => each.id === id);
    if (!there) return NOT_FOUND;
    Object.assign(there, body);
    return { status: 204 };
  }

  /** Two a page, so that whoever reads the first alone sees too little. */
  function listAssignments({ params: [principal], query }: Call): Answer {
    const all = directory.assignments.filter(({ principalId }) => principalId === principal);
    const start = Number(query.get('$skiptoken') ?? 0);
    const more = start + 2 < all.length;
    const next = `${url}/v1.0/servicePrincipals/${principal}/appRoleAssignments?$skiptoken=${start + 2}`;
    return ok({ value: all.slice(start, start + 2), ...(more && { '@odata.nextLink': next }) });
  }

  function assign({ params: [principal], body }: Call): Answer {
    const made = { id: randomUUID(), ...body } as unknown as Assignment;
    const known =
      made.principalId === principal &&
      directory.principals.some(({ id }) => id === principal) &&
      made.resourceId === directory.graphPrincipal.id &&
      directory.graphPrincipal.appRoles.some(({ id }) => id === made.appRoleId);
    if (!known) return invalid('Not a valid reference update.');
    const twice = directory.assignments.some(
      (each) => each.appRoleId === made.appRoleId && each.principalId === principal,
    );
    if (twice) return invalid('Permission being assigned already exists on the object');
    directory.assignments.push(made);
    return { status: 201, body: made };
  }

  function unassign({ params: [, id] }: Call): Answer {
    if (!directory.assignments.some((each) => each.id === id)) return NOT_FOUND;
    directory.assignments = directory.assignments.filter((each) => each.id !== id);
    return { status: 204 };
  }

  function listCatalogue({ query }: Call): Answer {
    const [, externalId] = /externalId eq '([^']+)'/.exec(query.get('$filter') ?? '') ?? [];
    return ok({ value: directory.catalogue.filter((each) => each.externalId === externalId) });
  }

  function addToCatalogue({ zip }: Call): Answer {
    const manifest = manifestIn(zip);
    if (!manifest) return invalid('Expected a package as application/zip.');
    if (directory.catalogue.some(({ externalId }) => externalId === manifest.id))
      return refused(409, 'Conflict', 'App already exists in the tenant catalogue.');
    const id = randomUUID();
    const listing: Listing = {
      id,
      externalId: manifest.id,
      distributionMethod: 'organization',
      displayName: 'JAGS',
      appDefinitions: [],
    };
    directory.catalogue.push(listing);
    addVersion(listing, manifest.version);
    return { status: 201, body: listing };
  }

  function updateInCatalogue({ params: [id], zip }: Call): Answer {
    const listing = directory.catalogue.find((each) => each.id === id);
    const manifest = manifestIn(zip);
    if (!listing || !manifest) return NOT_FOUND;
    if (listing.appDefinitions.some(({ version }) => version === manifest.version))
      return refused(409, 'Conflict', 'App with same id and version already exists in the tenant.');
    addVersion(listing, manifest.version);
    return { status: 201, body: listing.appDefinitions.at(-1) };
  }

  return directory;
}

function addVersion({ id, appDefinitions }: Listing, version: string): void {
  appDefinitions.push({ id: randomUUID(), teamsAppId: id, displayName: 'JAGS', version });
}

const ok = (body: object): Answer => ({ status: 200, body });
const found = (what: object | undefined): Answer => (what ? ok(what) : NOT_FOUND);

function manifestIn(zip: Uint8Array | undefined): { id: string; version: string } | undefined {
  const file = zip && unzipSync(zip)['manifest.json'];
  return file && (JSON.parse(Buffer.from(file).toString()) as { id: string; version: string });
}

async function read(request: IncomingMessage): Promise<{ raw: Buffer; call: Omit<Call, 'params'> }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const isZip = request.headers['content-type'] === 'application/zip';
  const body = raw.length > 0 && !isZip ? (JSON.parse(raw.toString()) as Record<string, unknown>) : {};
  const query = new URL(request.url!, 'http://127.0.0.1').searchParams;
  const prefer = String(request.headers['prefer'] ?? '');
  return { raw, call: { body, query, prefer, ...(isZip && { zip: new Uint8Array(raw) }) } };
}
