/**
 * Makes a fresh clone ready: installs what the lockfile asks for, then compiles.
 * Every npm script that needs either calls this first, so that each works as the only command.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const installedMark = `${root}node_modules/.installed-lockfile`;
const lockfile = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(installedMark) || readFileSync(installedMark, 'utf8') !== lockfile) {
  console.log('Installing packages (first run, or the lockfile changed) …');
  run('npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(installedMark, lockfile);
}
run(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.json`]);
