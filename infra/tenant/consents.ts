/** Graph permissions for the whole tenant: exactly those for which there is nothing narrower. */
import { permissionId } from './app-registration';
import type { DirectoryClient } from './directory-client';
import { CONSENTED, GRAPH_APP, NEVER_CONSENTED } from './permissions';
import type { GraphPrincipal, Registration } from './registration';
import type { Change, Step } from './step';

interface Assignment {
  readonly id: string;
  readonly resourceId: string;
  readonly resourceDisplayName?: string;
  readonly appRoleId: string;
}

export interface ConsentNeeds {
  readonly directory: DirectoryClient;
  readonly registration: Registration;
  /** Takes away those that undo a scope; otherwise they are told. */
  readonly remove: boolean;
}

export function consents({ directory, registration, remove }: ConsentNeeds): Step {
  return {
    name: 'Consents',
    purpose: 'What the bot may do in Microsoft Graph for which Exchange and Teams have no narrower grant.',
    async look() {
      const principal = await registration.principal();
      if (!principal) return { waitsFor: 'the service principal' };
      const graph = await directory.get<GraphPrincipal>(`/servicePrincipals(appId='${GRAPH_APP}')`);
      const path = `/servicePrincipals/${principal.id}/appRoleAssignments`;
      const all = await directory.all<Assignment>(path);
      const granted = all.filter(({ resourceId }) => resourceId === graph.id);
      const elsewhere = all.filter(({ resourceId }) => resourceId !== graph.id);
      const nameOf = ({ appRoleId }: Assignment) =>
        graph.appRoles.find(({ id }) => id === appRoleId)?.value ?? appRoleId;
      const names = granted.map(nameOf);

      const missing = Object.entries(CONSENTED).filter(([name]) => !names.includes(name));
      const give = missing.map(([name, why]): Change => {
        const appRoleId = permissionId(graph, name);
        const body = { principalId: principal.id, resourceId: graph.id, appRoleId };
        return { says: `consent to ${name}, to ${why}`, make: () => directory.post(path, body) };
      });
      const harmful = granted.filter((each) => NEVER_CONSENTED.includes(nameOf(each)));
      const take = harmful.map((each): Change => ({
        says: `take away the consent to ${nameOf(each)}, which undoes its scope`,
        make: () => directory.delete(`${path}/${each.id}`),
      }));
      const needless = names.filter((name) => !(name in CONSENTED) && !NEVER_CONSENTED.includes(name));
      return {
        changes: [...give, ...(remove ? take : [])],
        warnings: [
          ...(remove ? [] : harmful.map((each) => tooWide(nameOf(each)))),
          // Exchange's own permissions reach every mailbox just as well, by an older interface.
          ...elsewhere.map(
            ({ resourceDisplayName = 'another service' }) =>
              `It is granted a permission of ${resourceDisplayName}, and the bot needs none there.`,
          ),
          ...needless.map((name) => `${name} is consented, and the bot does not need it.`),
        ],
      };
    },
  };
}

const tooWide = (name: string): string =>
  `${name.toUpperCase()} IS CONSENTED FOR EVERY MAILBOX OF THE TENANT. Exchange adds the two up, so that the scope protects nobody. ` +
  'Run this again with --remove-consents to take the consent away.';
