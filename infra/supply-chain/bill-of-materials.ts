/** What the bot is made of, in the form other tools read: CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). */
import { licenceOf } from './licences';
import { foundFrom, type Locked, type PackageFile } from './locked';

/** Licences of its own making have no SPDX identifier, and a choice or a sum of several is an expression. */
type Licence = { readonly license: { readonly id: string } } | { readonly expression: string };

interface Component {
  readonly type: 'library' | 'application';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  /** Whether it is part of what runs. */
  readonly scope?: 'required' | 'optional' | 'excluded';
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
  readonly licenses?: readonly Licence[];
  readonly purl?: string;
  readonly description?: string;
}

export interface BillOfMaterials {
  readonly $schema: string;
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly version: 1;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** The same lockfile makes the same document: it holds no time and no number of its own. */
export function billOfMaterials(bot: PackageFile, locked: readonly Locked[]): BillOfMaterials {
  const byPath = new Map(locked.map((each) => [each.path, each]));
  const asked = { ...bot.dependencies, ...bot.devDependencies };
  const dependsOn = (path: string, names: readonly string[]) =>
    [
      ...new Set(
        names.flatMap((name) => {
          const found = path === '' ? byPath.get(`node_modules/${name}`) : foundFrom(path, name, byPath);
          return found ? [found.path] : [];
        }),
      ),
    ].sort();
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': bot.name,
        name: bot.name,
        version: bot.version,
        description: bot.description,
        licenses: [{ license: { id: bot.license } }],
      },
    },
    components: locked.map(componentOf),
    dependencies: [
      { ref: bot.name, dependsOn: dependsOn('', Object.keys(asked)) },
      ...locked.map(({ path, dependencies }) => ({
        ref: path,
        dependsOn: dependsOn(path, Object.keys(dependencies)),
      })),
    ],
  };
}

function componentOf(locked: Locked): Component {
  const { path, name, version, integrity, dev, optional } = locked;
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library',
    'bom-ref': path,
    ...(scope !== undefined && { group: scope }),
    name: bare,
    version,
    scope: dev ? 'excluded' : optional ? 'optional' : 'required',
    ...(integrity !== undefined && { hashes: [{ alg: 'SHA-512', content: hexOf(integrity) }] }),
    ...licensesOf(locked),
    // https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  };
}

function hexOf(integrity: string): string {
  return Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
}

function licensesOf(locked: Locked): Pick<Component, 'licenses'> {
  const licence = licenceOf(locked);
  if (licence === undefined) return {};
  const isOne = !/[ ()]|^LicenseRef-/.test(licence);
  return { licenses: [isOne ? { license: { id: licence } } : { expression: licence }] };
}
