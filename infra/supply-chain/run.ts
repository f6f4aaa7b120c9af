/**
 * Writes what the bot is made of: `npm run sbom`, or `npm run sbom -- --to <folder>`. Fails where a licence is not on the
 * list, so that nothing is passed on that may not be.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { billOfMaterials } from './bill-of-materials';
import { licenceList } from './licence-list';
import { notAllowed } from './licences';
import { lockedPackages, packageFile } from './locked';

const FOLDER = '.sandbox/sbom';

/**
 * @param root the folder of the checkout
 * @returns the paths of what was written
 * @throws Error that names every package whose licence is not on the list; then nothing is written.
 */
export function run(root: string, args: readonly string[]): readonly string[] {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string', default: FOLDER } } });
  const locked = lockedPackages(root);
  const wrong = locked.flatMap((each) =>
    notAllowed(each).map((licence) => `- ${each.name} ${each.version}: ${licence}`),
  );
  if (wrong.length > 0)
    throw new Error(
      ['These licences are not on the list (infra/supply-chain/licences.ts):', ...new Set(wrong)].join('\n'),
    );
  const folder = resolve(root, values.to);
  mkdirSync(folder, { recursive: true });
  const written = {
    'bom.cdx.json': `${JSON.stringify(billOfMaterials(packageFile(root), locked), undefined, 2)}\n`,
    'licences.md': licenceList(locked),
  };
  return Object.entries(written).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}

if (require.main === module)
  try {
    for (const path of run(process.cwd(), process.argv.slice(2))) console.log(path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
