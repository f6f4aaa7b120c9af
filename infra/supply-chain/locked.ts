/** What is installed, as package-lock.json has it: every package in its exact version, with what it is checked against. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One package in one place. */
export interface Locked {
  /** Where it lies: `node_modules/botbuilder`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** What its archive is held against: `sha512-…`. */
  readonly integrity?: string;
  /** As its publisher declares it; undefined where they do not. */
  readonly license?: string;
  /** Only for building and testing. */
  readonly dev: boolean;
  /** Not for every platform. */
  readonly optional: boolean;
  /** It would run something of its own when it is installed. */
  readonly hasInstallScript: boolean;
  /** The address it came from, where the lockfile keeps one. */
  readonly resolved?: string;
  /** The names it asks for, and in which versions. */
  readonly dependencies: Readonly<Record<string, string>>;
}

interface Entry {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

export function packageFile(root: string): PackageFile {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageFile;
}

/** Every package of the lockfile but the bot itself, by its path. */
export function lockedPackages(root: string): readonly Locked[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Entry>>;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => lockedOf(path, entry));
}

function lockedOf(path: string, entry: Entry): Locked {
  const { version = '', integrity, license, resolved } = entry;
  return {
    path,
    name: entry.name ?? nameAt(path),
    version,
    ...(integrity !== undefined && { integrity }),
    ...(license !== undefined && { license }),
    ...(resolved !== undefined && { resolved }),
    dev: entry.dev === true || entry.devOptional === true,
    optional: entry.optional === true || entry.devOptional === true,
    hasInstallScript: entry.hasInstallScript === true,
    dependencies: { ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies },
  };
}

const FOLDER = 'node_modules/';

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
function nameAt(path: string): string {
  return path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
}

/**
 * What a package in one place gets when it asks for another: the nearest one upward, as Node looks for it. Undefined where
 * there is none, as of another platform's binary.
 */
export function foundFrom(
  path: string,
  name: string,
  byPath: ReadonlyMap<string, Locked>,
): Locked | undefined {
  const found = byPath.get(`${path}/${FOLDER}${name}`);
  const upward = path.lastIndexOf(`/${FOLDER}`);
  if (found) return found;
  return upward < 0 ? byPath.get(`${FOLDER}${name}`) : foundFrom(path.slice(0, upward), name, byPath);
}
