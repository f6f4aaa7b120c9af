/** The checker that holds a Teams app package against Microsoft's own schema, and against rules no schema can say. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** It lies beside the project; where it is not installed, tests that need it are skipped by name. */
const tools = process.env['SHARED_TOOLS'] ?? resolve(__dirname, '../../../../shared/tools');

export const hasChecker = existsSync(join(tools, 'node_modules'));

/** @param folder with the manifest and its icons. Returns every line the checker says; the last one counts. */
export function checkedPackage(folder: string, ...options: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(tools, 'manifest-check.mjs'), folder, '--strict', ...options],
    { encoding: 'utf8' },
  );
  if (stderr !== '') throw new Error(`Expected the checker to run, got: ${stderr}`);
  return stdout.trim().split('\n');
}
