/**
 * Packs what an organisation uploads, into `dist/`: `npm run package` or `npm run package -- --env .env.pilot`.
 * Everything is named that is missing or wrong, and then nothing is packed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment, type Settings } from './environment';
import type { Packed, Packing } from './packing';
import { packPowerPlatform } from './power-platform';
import { packTeamsApp } from './teams-app';

/** All that is packed, in this order. */
const PACKINGS: readonly Packing[] = [packTeamsApp, packPowerPlatform];

const DIST = 'dist';

/**
 * Packs everything, and returns the paths of what was written, below `root`.
 * @param root the folder of the checkout, where `dist/` is made too
 * @param variables the environment variables, for when no file is named
 * @throws Error that names everything that is missing or wrong; then nothing is written.
 */
export function run(root: string, args: readonly string[], variables: Settings): readonly string[] {
  const { values } = parseArgs({ args: [...args], options: { env: { type: 'string' } } });
  const environment = readEnvironment(values.env, variables);
  const problems: string[] = [];
  const packed: Packed[] = [];
  for (const pack of PACKINGS) {
    const made = pack(root, environment);
    if ('problems' in made) problems.push(...made.problems);
    else packed.push(...made);
  }
  if (problems.length > 0)
    throw new Error(['Nothing has been packed:', ...new Set(problems.map((each) => `- ${each}`))].join('\n'));
  mkdirSync(join(root, DIST), { recursive: true });
  return packed.map(({ file, bytes }) => {
    writeFileSync(join(root, DIST, file), bytes);
    return `${DIST}/${file}`;
  });
}

if (require.main === module)
  try {
    // npm starts every script in the folder of package.json.
    for (const path of run(process.cwd(), process.argv.slice(2), process.env)) console.log(path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
