/** The managed identity of the web app as the registration's credential: there is no secret to keep, to leak or to renew. */
import type { DirectoryClient } from './directory-client';
import type { Registration } from './registration';
import type { Step } from './step';
import type { Wanted } from './wanted';

interface FederatedCredential {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
}

const NAME = 'jags-managed-identity';

export interface FederatedCredentialNeeds {
  readonly directory: DirectoryClient;
  readonly registration: Registration;
  readonly wanted: Pick<Wanted, 'tenant' | 'identity'>;
}

/** @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
export function federatedCredential({ directory, registration, wanted }: FederatedCredentialNeeds): Step {
  const { tenant, identity } = wanted;
  return {
    name: 'Federated credential',
    purpose: 'The bot signs in as this application by the managed identity it runs as.',
    async look() {
      const app = await registration.find();
      if (!app) return { waitsFor: 'the app registration' };
      if (!identity) return { waitsFor: '--identity, which is known once azd has made the managed identity' };
      const path = `/applications/${app.id}/federatedIdentityCredentials`;
      const all = await directory.all<FederatedCredential>(path);
      const right = {
        issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
        subject: identity,
        audiences: ['api://AzureADTokenExchange'],
      };
      const ours = all.find(({ name }) => name === NAME);
      const warnings = all
        .filter(({ name, subject }) => name !== NAME && subject !== identity)
        .map(
          ({ name }) => `"${name}" can sign in as the bot too. Remove it, if you do not know what it is for.`,
        );
      // Whoever made one by hand for the same identity has done it.
      if (all.some((each) => isRight(each, right))) return { changes: [], warnings };
      const make = () =>
        ours
          ? directory.patch(`${path}/${ours.id}`, right)
          : directory.post(path, { name: NAME, description: 'The web app of the bot', ...right });
      const says = ours
        ? `trust the managed identity ${identity} instead of ${ours.subject}`
        : `trust the managed identity ${identity}`;
      return { changes: [{ says, make }], warnings };
    },
  };
}

type Trust = Pick<FederatedCredential, 'issuer' | 'subject' | 'audiences'>;

function isRight(found: Trust, right: Trust): boolean {
  const [audience] = right.audiences;
  return (
    found.issuer === right.issuer &&
    found.subject === right.subject &&
    found.audiences.length === 1 &&
    found.audiences[0] === audience
  );
}
