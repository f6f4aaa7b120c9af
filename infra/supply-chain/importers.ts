/** Which files of the source name a package. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface Naming {
  /** `src/teams/bot.ts` */
  readonly path: string;
  readonly names: readonly string[];
}

/** Everything that files of `src` import or resolve: packages, and files of our own. @param root the folder of the checkout */
export function namings(root: string): readonly Naming[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((name) => {
      const path = `src/${name.split(sep).join('/')}`;
      return { path, names: namesIn(readFileSync(join(root, path), 'utf8')) };
    });
}

/** `from '…'`, `import '…'`, `import('…')`, `require('…')` and `require.resolve('…')`, as prettier writes them. */
function namesIn(text: string): readonly string[] {
  const named = /\b(?:from|import|import\(|require\(|require\.resolve\()\s*'([^']+)'/g;
  return [...text.matchAll(named)].map(([, name]) => name!);
}

/** The paths of the files that name a package, or something in it. */
export function importersOf(name: string, all: readonly Naming[]): readonly string[] {
  const isOf = (from: string) => from === name || from.startsWith(`${name}/`);
  return all.filter(({ names }) => names.some(isOf)).map(({ path }) => path);
}

/** Packages that get no more corrections, and where alone they may be: infra/dependencies.md says what is known of each. */
export const ENDED: Readonly<Record<string, string>> = {
  botbuilder: 'src/teams/',
  'botframework-connector': 'src/teams/',
  '@microsoft/teams-ai': 'src/teams/',
  'adaptivecards-templating': 'src/teams/',
  'adaptive-expressions': 'src/graph/',
  '@microsoft/microsoft-graph-client': 'src/graph/',
};
