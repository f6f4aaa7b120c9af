/** Who sets the tenant up: an administrator, who signs in and consents to what this run needs. */
import { DeviceCodeCredential, InteractiveBrowserCredential, type TokenCredential } from '@azure/identity';
import type { Wanted } from './wanted';

/**
 * "Microsoft Graph Command Line Tools", Microsoft's own public client. The token of `az` would not do: it may not have what the
 * catalogue of Teams apps needs.
 */
const CLIENT = '14d82eec-204b-4c2f-b7e8-296a70dab67e';

/** A dry run cannot write, whatever this program does: it has no permission to. */
const READING = ['Application.Read.All', 'AppCatalog.Read.All'];
const WRITING = ['Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All', 'AppCatalog.ReadWrite.All'];

/** What is asked for, as full names. */
export function scopesFor({ dryRun, graph }: Pick<Wanted, 'dryRun' | 'graph'>): string[] {
  return (dryRun ? READING : WRITING).map((name) => `${new URL(graph).origin}/${name}`);
}

/** Gets a token, and a new one when it is old. Signs in when first called. */
export function createSignIn(
  wanted: Pick<Wanted, 'tenant' | 'signIn' | 'dryRun' | 'graph'>,
): () => Promise<string> {
  const options = { tenantId: wanted.tenant, clientId: CLIENT };
  let credential: TokenCredential | undefined;
  return async () => {
    credential ??=
      wanted.signIn === 'device'
        ? new DeviceCodeCredential({
            ...options,
            userPromptCallback: ({ message }) => console.log(message),
          })
        : new InteractiveBrowserCredential({ ...options, redirectUri: 'http://localhost' });
    const token = await credential.getToken(scopesFor(wanted));
    if (!token) throw new Error('Expected a token for Microsoft Graph, got none.');
    return token.token;
  };
}
