/**
 * Makes the folder that is deployed: what runs, and nothing else. It holds its own production packages, so that App Service has
 * nothing to build or to install: what was tried is what runs, and nothing is fetched in production.
 *
 *   node infra/app-folder.mjs [folder]          default: .deploy
 *   node infra/app-folder.mjs folder --no-install   without node_modules
 *
 * Needs a compiled project (`node test/prepare.mjs`). No package of production holds machine code, so that the folder may be made on
 * any system.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder = join(root, '.deploy')] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const target = resolve(folder);

if (!existsSync(join(root, 'build', 'src', 'main.js'))) {
  console.error(
    'Expected the project to be compiled, got no build/src/main.js. Run node test/prepare.mjs first.',
  );
  process.exit(1);
}
if (resolve(root).startsWith(target)) {
  console.error(`Expected a folder to make anew, got ${target}, which holds the project itself.`);
  process.exit(1);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const copy = (path, filter = () => true) => {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  cpSync(join(root, path), join(target, path), { recursive: true, filter });
};

copy('build/src', (path) => !path.endsWith('.map'));
copy('build/cards');
// The API's description, which the server checks calls against.
copy('build/infra/power-platform/connector');
// Styles and scripts of the pages are served from beside the source (src/web/assets.ts).
for (const part of ['tab', 'outside']) copy(`src/web/${part}/assets`, (path) => !/\.tsx?$/.test(path));
for (const file of ['package.json', 'package-lock.json', '.npmrc']) copy(file);

if (!process.argv.includes('--no-install')) {
  const { status, error } = spawnSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund'], {
    cwd: target,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
  // Half of all files, and of no use to what runs.
  for (const entry of readdirSync(join(target, 'node_modules'), { recursive: true, withFileTypes: true }))
    if (entry.isFile() && /\.(map|d\.[cm]?ts)$/.test(entry.name)) rmSync(join(entry.parentPath, entry.name));
}
console.log(`Ready to deploy: ${target}`);
