/** The one single-tenant app registration: the bot, the tab's sign-in and the API. */
import type { DirectoryClient } from './directory-client';
import { API, CONSENTED, GRAPH_APP, TAB_SCOPE, TEAMS_CLIENTS } from './permissions';
import type { Application, AppRole, GraphPrincipal, Registration, Scope } from './registration';
import type { Change, Step } from './step';
import type { Wanted } from './wanted';

export interface AppRegistrationNeeds {
  readonly directory: DirectoryClient;
  readonly registration: Registration;
  readonly wanted: Wanted;
}

export function appRegistration({ directory, registration, wanted }: AppRegistrationNeeds): Step {
  const { app, name, host } = wanted;
  const { path } = registration;

  const create = (): Change => ({
    says: `register the application "${name}" for this tenant alone, with tokens of version 2`,
    make: () => directory.patch(path, { displayName: name, ...FIRST }, 'create-if-missing'),
  });
  const patch = (says: string, body: object): Change => ({ says, make: () => directory.patch(path, body) });

  return {
    name: 'App registration',
    purpose: 'Who the bot is, what people sign in to the tab for, and what callers of the API ask for.',
    async look() {
      const found = await registration.find();
      if (!found && app) return { waitsFor: `a registration with the application id ${app}: there is none` };
      if (!found) return { changes: [create()] };
      const graph = await directory.get<GraphPrincipal>(`/servicePrincipals(appId='${GRAPH_APP}')`);
      return {
        changes: differences(found, { graph, host, patch }),
        warnings: warningsOf(found),
      };
    },
  };
}

/** With version 2 from the start: Entra takes an address of our own as identifier of such registrations only. */
const FIRST = { signInAudience: 'AzureADMyOrg', api: { requestedAccessTokenVersion: 2 } };

interface Differing {
  readonly graph: GraphPrincipal;
  readonly host: string | undefined;
  readonly patch: (says: string, body: object) => Change;
}

/** What others added of their own is left as it is. */
function differences(found: Application, { graph, host, patch }: Differing): readonly Change[] {
  const { api, appRoles, appId, identifierUris } = found;
  const changes: Change[] = [];
  if (found.signInAudience !== 'AzureADMyOrg')
    changes.push(patch('let only this tenant’s people sign in', { signInAudience: 'AzureADMyOrg' }));
  if (api.requestedAccessTokenVersion !== 2)
    changes.push(patch('ask for tokens of version 2', { api: { requestedAccessTokenVersion: 2 } }));

  const uri = host && `api://${host}/botid-${appId}`;
  if (uri && !identifierUris.includes(uri)) {
    // An address of a former host would let its next owner ask for tokens of the tab.
    const others = identifierUris.filter((each) => !each.endsWith(`/botid-${appId}`));
    changes.push(patch(`make ${uri} its identifier`, { identifierUris: [...others, uri] }));
  }

  const scopes = merged(api.oauth2PermissionScopes, SCOPES);
  if (scopes.missing.length > 0)
    changes.push(
      patch(`offer the scopes ${scopes.missing.join(', ')}`, { api: { oauth2PermissionScopes: scopes.all } }),
    );
  const roles = merged(appRoles, ROLES);
  if (roles.missing.length > 0)
    changes.push(patch(`offer the app roles ${roles.missing.join(', ')}`, { appRoles: roles.all }));

  // In a request of its own and after the scopes: Entra refuses to let a client have a scope that is not there yet.
  const tabScope = scopes.all.find(({ value }) => value === TAB_SCOPE.value)!.id;
  const trusted = api.preAuthorizedApplications;
  const untrusted = TEAMS_CLIENTS.filter(
    (client) =>
      !trusted.some((each) => each.appId === client && each.delegatedPermissionIds.includes(tabScope)),
  );
  if (untrusted.length > 0) {
    const ours = TEAMS_CLIENTS.map((client) => ({ appId: client, delegatedPermissionIds: [tabScope] }));
    const others = trusted.filter((each) => !TEAMS_CLIENTS.includes(each.appId));
    const body = { api: { preAuthorizedApplications: [...others, ...ours] } };
    changes.push(patch('let Teams’ own clients ask for the tab’s scope', body));
  }
  return [...changes, ...accessDifference(found, graph, patch)];
}

/** What the registration asks for is exactly what is consented: "Grant admin consent" in the portal then grants nothing else. */
function accessDifference(found: Application, graph: GraphPrincipal, patch: Differing['patch']): Change[] {
  const wanted = Object.keys(CONSENTED).map((name) => permissionId(graph, name));
  const asked = found.requiredResourceAccess.find(({ resourceAppId }) => resourceAppId === GRAPH_APP);
  const askedIds = (asked?.resourceAccess ?? []).filter(({ type }) => type === 'Role').map(({ id }) => id);
  if (wanted.length === askedIds.length && wanted.every((id) => askedIds.includes(id))) return [];
  const scopes = (asked?.resourceAccess ?? []).filter(({ type }) => type === 'Scope');
  const roles = wanted.map((id) => ({ id, type: 'Role' }));
  const others = found.requiredResourceAccess.filter(({ resourceAppId }) => resourceAppId !== GRAPH_APP);
  const requiredResourceAccess = [
    ...others,
    { resourceAppId: GRAPH_APP, resourceAccess: [...scopes, ...roles] },
  ];
  return [
    patch(`ask Microsoft Graph for ${Object.keys(CONSENTED).join(', ')} only`, { requiredResourceAccess }),
  ];
}

/** Throws when Graph has no such permission, which is a mistake of this program. */
export function permissionId({ appRoles }: GraphPrincipal, name: string): string {
  const role = appRoles.find(({ value }) => value === name);
  if (!role) throw new Error(`Expected Microsoft Graph to have the permission ${name}, got none.`);
  return role.id;
}

const SCOPES: readonly Scope[] = [
  {
    ...TAB_SCOPE,
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: 'Open the tab',
    adminConsentDescription: 'Lets Teams sign people in to the tab.',
  },
  ...API.map(({ scopeId, value, name, description }) => ({
    id: scopeId,
    value,
    type: 'Admin' as const,
    isEnabled: true,
    adminConsentDisplayName: name,
    adminConsentDescription: description,
  })),
];

const ROLES: readonly AppRole[] = API.map(({ roleId, value, name, description }) => ({
  id: roleId,
  value,
  isEnabled: true,
  // People too: a flow or a report signs in with a service account, to which an administrator assigns the role.
  allowedMemberTypes: ['Application', 'User'],
  displayName: name,
  description,
}));

/** A scope or an app role; only roles say to whom they may be assigned. */
interface Offered {
  readonly value: string;
  readonly isEnabled: boolean;
  readonly allowedMemberTypes?: readonly string[];
}

/** Those that are there keep their ids, which others may have consented to. */
function merged<Entry extends Offered>(
  found: readonly Entry[],
  wanted: readonly Entry[],
): { readonly all: readonly Entry[]; readonly missing: readonly string[] } {
  const missing = wanted.filter(
    (each) => !found.some((is) => is.value === each.value && is.isEnabled && isOpenTo(is, each)),
  );
  const enabled = found.map((each) => {
    const want = missing.find(({ value }) => value === each.value);
    if (!want) return each;
    const { allowedMemberTypes } = want;
    return { ...each, isEnabled: true, ...(allowedMemberTypes && { allowedMemberTypes }) };
  });
  const added = missing.filter(({ value }) => !found.some((each) => each.value === value));
  return { all: [...enabled, ...added], missing: missing.map(({ value }) => value) };
}

function isOpenTo(found: Offered, { allowedMemberTypes = [] }: Offered): boolean {
  return allowedMemberTypes.every((each) => found.allowedMemberTypes?.includes(each));
}

function warningsOf({ passwordCredentials, keyCredentials }: Application): readonly string[] {
  const count = passwordCredentials.length + keyCredentials.length;
  if (count === 0) return [];
  return [
    `It has ${count} secrets or certificates. The bot needs none: remove them, if nothing else uses them.`,
  ];
}
