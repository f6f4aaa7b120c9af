/** The rules of Entra that the order of the set-up is made for. */
import type { Application } from '../../infra/tenant/registration';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
export type SimulatedApp = Writable<Application> & { uniqueName: string | null; displayName: string };

/** What Entra refuses of a change to an application. */
export function refusalOf(before: SimulatedApp, after: SimulatedApp): string | undefined {
  const { api, appRoles, appId, identifierUris } = after;
  const ids = [...api.oauth2PermissionScopes, ...appRoles].map(({ id }) => id);
  if (new Set(ids).size < ids.length) return 'It contains duplicate value. Please provide unique value.';
  const kept = new Set(ids);
  const taken = [...before.api.oauth2PermissionScopes, ...before.appRoles].find(
    ({ id, isEnabled }) => isEnabled && !kept.has(id),
  );
  if (taken) return 'Permission cannot be deleted or updated unless disabled first.';
  const foreign = identifierUris.filter((uri) => uri !== `api://${appId}`);
  if (foreign.length > 0 && api.requestedAccessTokenVersion !== 2)
    return 'Values of identifierUris property must use a verified domain of the organization.';
  const scopes = before.api.oauth2PermissionScopes.map(({ id }) => id);
  const strange = api.preAuthorizedApplications
    .flatMap(({ delegatedPermissionIds }) => delegatedPermissionIds)
    .find((id) => !scopes.includes(id));
  return strange && `Property api.preAuthorizedApplications references the unknown permission ${strange}.`;
}
