/** What the bot shows the connector when it posts, by the kind of its registration. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  FederatedServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';

export type BotIdentity =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'federated';
      readonly botId: string;
      readonly tenantId: string;
      readonly managedIdentityClientId: string;
    }
  | { readonly kind: 'managed-identity'; readonly botId: string; readonly tenantId: string }
  | { readonly kind: 'secret'; readonly botId: string; readonly tenantId: string; readonly password: string };

/** The SDK's own factories: they keep tokens until shortly before their end. */
export function createBotCredentials(identity: BotIdentity): ServiceClientCredentialsFactory {
  switch (identity.kind) {
    case 'anonymous':
      // An empty app id is how the SDK is told to ask nobody for a token.
      return new PasswordServiceClientCredentialFactory('', '');
    case 'federated': {
      const { botId, managedIdentityClientId, tenantId } = identity;
      return new FederatedServiceClientCredentialsFactory(botId, managedIdentityClientId, tenantId);
    }
    case 'managed-identity':
      return new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppType: 'UserAssignedMsi',
        MicrosoftAppId: identity.botId,
        MicrosoftAppTenantId: identity.tenantId,
      });
    case 'secret':
      return new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: identity.botId,
        MicrosoftAppTenantId: identity.tenantId,
        MicrosoftAppPassword: identity.password,
      });
  }
}
