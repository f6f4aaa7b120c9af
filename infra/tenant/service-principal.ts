/** The registration's presence in this tenant: what permissions are granted to, and Exchange and Teams point at. */
import type { DirectoryClient } from './directory-client';
import type { Registration } from './registration';
import type { Step } from './step';

/** Entra's own mark of what is listed under Enterprise applications. */
const LISTED = 'WindowsAzureActiveDirectoryIntegratedApp';

export function servicePrincipal(directory: DirectoryClient, registration: Registration): Step {
  return {
    name: 'Service principal',
    purpose: 'What permissions in this tenant are granted to.',
    async look() {
      const app = await registration.find();
      if (!app) return { waitsFor: 'the app registration' };
      if (await registration.principal()) return { changes: [] };
      const make = () => directory.post('/servicePrincipals', { appId: app.appId, tags: [LISTED] });
      return { changes: [{ says: `make the service principal of ${app.appId}`, make }] };
    },
  };
}
