/** Finding the app registration and its service principal, which every other step is about. */
import { unlessGone } from '../../src/graph/fault';
import type { DirectoryClient } from './directory-client';
import type { Wanted } from './wanted';

/** By this Entra finds the registration this command made, whatever it is called since. */
export const UNIQUE_NAME = 'jags-bot';

export interface Scope {
  readonly id: string;
  readonly value: string;
  readonly type: 'User' | 'Admin';
  readonly isEnabled: boolean;
  readonly adminConsentDisplayName: string;
  readonly adminConsentDescription: string;
}

export interface AppRole {
  readonly id: string;
  readonly value: string;
  readonly isEnabled: boolean;
  readonly allowedMemberTypes: readonly string[];
  readonly displayName: string;
  readonly description: string;
}

export interface ResourceAccess {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: 'Role' | 'Scope' }[];
}

export interface Application {
  readonly id: string;
  readonly appId: string;
  readonly signInAudience: string;
  readonly identifierUris: readonly string[];
  readonly appRoles: readonly AppRole[];
  readonly requiredResourceAccess: readonly ResourceAccess[];
  readonly passwordCredentials: readonly unknown[];
  readonly keyCredentials: readonly unknown[];
  readonly api: {
    readonly requestedAccessTokenVersion: number | null;
    readonly oauth2PermissionScopes: readonly Scope[];
    readonly preAuthorizedApplications: readonly {
      readonly appId: string;
      readonly delegatedPermissionIds: readonly string[];
    }[];
  };
}

export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
}

/** Microsoft Graph itself, as it is in this tenant: the ids of its permissions. */
export interface GraphPrincipal extends ServicePrincipal {
  readonly appRoles: readonly { readonly id: string; readonly value: string }[];
}

export interface Registration {
  readonly path: string;
  find(): Promise<Application | undefined>;
  principal(): Promise<ServicePrincipal | undefined>;
}

export function createRegistration(directory: DirectoryClient, { app }: Pick<Wanted, 'app'>): Registration {
  const path = app ? `/applications(appId='${app}')` : `/applications(uniqueName='${UNIQUE_NAME}')`;
  const find = () => unlessGone(directory.get<Application>(path));
  return {
    path,
    find,
    async principal() {
      const found = await find();
      return (
        found && unlessGone(directory.get<ServicePrincipal>(`/servicePrincipals(appId='${found.appId}')`))
      );
    },
  };
}
