/** The steps of the tenant's side, in their order: the table of contents. */
import { appRegistration } from './app-registration';
import { consents } from './consents';
import { createDirectoryClient } from './directory-client';
import { federatedCredential } from './federated-credential';
import { goThrough } from './going-through';
import { mailboxes } from './mailboxes';
import { meetings } from './meetings';
import { createRegistration } from './registration';
import { servicePrincipal } from './service-principal';
import { createSignIn } from './sign-in';
import { teamsApp } from './teams-app';
import type { Wanted } from './wanted';

/** Whether all is right, or will be. @param waitMs between two looks at what Entra has just been told */
export async function setUpTenant(
  wanted: Wanted,
  say: (line: string) => void,
  waitMs?: number,
): Promise<boolean> {
  const directory = createDirectoryClient({
    url: wanted.graph,
    token: createSignIn(wanted),
    readOnly: wanted.dryRun,
  });
  const registration = createRegistration(directory, wanted);
  const steps = [
    appRegistration({ directory, registration, wanted }),
    servicePrincipal(directory, registration),
    federatedCredential({ directory, registration, wanted }),
    consents({ directory, registration, remove: wanted.removeConsents }),
    teamsApp({ directory, registration, wanted }),
  ];
  const scripts = [mailboxes(registration, wanted), meetings(registration, wanted)];
  const { dryRun, out } = wanted;
  const right = await goThrough(steps, scripts, {
    dryRun,
    out,
    say,
    ...(waitMs !== undefined && { waitMs }),
  });
  const app = await registration.find();
  if (app) say(`\nBOT_ID=${app.appId}`);
  return right;
}
