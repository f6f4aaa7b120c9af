/** What the program signs in with where it calls Microsoft 365 and storage. One credential each: they keep their tokens. */
import {
  ClientAssertionCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
  type TokenCredentialOptions,
} from '@azure/identity';
import type { SignIn } from './config';

export interface Credentials {
  /** As the bot's app: what administrators have consented to in Microsoft Graph. */
  readonly app: TokenCredential;
  /** As what runs here: what the storage account has granted. */
  readonly storage: TokenCredential;
}

// Microsoft Entra's name for "a token that stands in for a client secret".
const ASSERTION_SCOPE = 'api://AzureADTokenExchange/.default';

/** Undefined when anonymous: then there is nobody to sign in as. */
export function createCredentials(
  signIn: SignIn,
  options: TokenCredentialOptions = {},
): Credentials | undefined {
  switch (signIn.kind) {
    case 'anonymous':
      return undefined;
    case 'federated': {
      const { tenantId, botId, managedIdentityClientId } = signIn;
      const identity = new ManagedIdentityCredential({ ...options, clientId: managedIdentityClientId });
      const assertion = async () => (await identity.getToken(ASSERTION_SCOPE)).token;
      return { app: new ClientAssertionCredential(tenantId, botId, assertion, options), storage: identity };
    }
    case 'managed-identity': {
      const identity = new ManagedIdentityCredential({ ...options, clientId: signIn.botId });
      return { app: identity, storage: identity };
    }
    case 'secret': {
      const { tenantId, botId, password } = signIn;
      const app = new ClientSecretCredential(tenantId, botId, password, options);
      return { app, storage: app };
    }
  }
}
