/** The app in the tenant's catalogue of Teams. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { DirectoryClient } from './directory-client';
import type { Registration } from './registration';
import type { Step } from './step';
import type { Wanted } from './wanted';

interface CatalogueApp {
  readonly id: string;
  readonly appDefinitions: readonly { readonly version: string }[];
}

interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly bots: readonly { readonly botId: string }[];
  readonly validDomains: readonly string[];
}

export interface TeamsAppNeeds {
  readonly directory: DirectoryClient;
  readonly registration: Registration;
  readonly wanted: Pick<Wanted, 'appPackage' | 'host'>;
}

export function teamsApp({ directory, registration, wanted }: TeamsAppNeeds): Step {
  const { appPackage, host } = wanted;
  return {
    name: 'Teams app',
    purpose: 'What people find in Teams, and the bot installs for whoever it has to tell something.',
    async look() {
      const app = await registration.find();
      if (!app) return { waitsFor: 'the app registration' };
      if (!appPackage) return { waitsFor: '--app-package, which npm run package makes' };
      const zip = readFileSync(appPackage);
      const manifest = manifestIn(zip, appPackage);
      const bots = manifest.bots.map(({ botId }) => botId.toLowerCase());
      if (!bots.includes(app.appId))
        return { waitsFor: `a package for the bot ${app.appId}; this one is for ${bots.join(', ')}` };
      if (host && !manifest.validDomains.includes(host))
        return { waitsFor: `a package for ${host}; this one is for ${manifest.validDomains.join(', ')}` };

      const filter = encodeURIComponent(
        `externalId eq '${manifest.id}' and distributionMethod eq 'organization'`,
      );
      const [there] = await directory.all<CatalogueApp>(
        `/appCatalogs/teamsApps?$filter=${filter}&$expand=appDefinitions`,
      );
      if (!there) {
        const make = () => directory.post('/appCatalogs/teamsApps', zip);
        return { changes: [{ says: `add version ${manifest.version} to the catalogue`, make }] };
      }
      const newest =
        there.appDefinitions
          .map(({ version }) => version)
          .sort(byVersion)
          .at(-1) ?? '0.0.0';
      if (byVersion(newest, manifest.version) >= 0)
        return {
          changes: [],
          // By this the bot installs it and links to it; the manifest's own id is another.
          settings: { TEAMS_APP_ID: there.id },
          warnings: newest === manifest.version ? [] : [`The catalogue has the newer version ${newest}.`],
        };
      const make = () => directory.post(`/appCatalogs/teamsApps/${there.id}/appDefinitions`, zip);
      return { changes: [{ says: `update it from version ${newest} to ${manifest.version}`, make }] };
    },
  };
}

function manifestIn(zip: Uint8Array, path: string): Manifest {
  const { 'manifest.json': manifest } = unzipSync(zip, { filter: ({ name }) => name === 'manifest.json' });
  if (!manifest) throw new Error(`Expected ${path} to hold a manifest.json, got none.`);
  return JSON.parse(Buffer.from(manifest).toString('utf8')) as Manifest;
}

/** By number: 0.10.0 comes after 0.9.0. */
function byVersion(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== (b[index] ?? 0));
  return at < 0 ? a.length - b.length : a[at]! - (b[at] ?? 0);
}
