/** The offline checker of Bicep, which lies beside the project; where it is not installed, tests that need it say so. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const tools = process.env['SHARED_TOOLS'] ?? resolve(__dirname, '../../../shared/tools');

export const thereIsABicepChecker = existsSync(join(tools, 'node_modules', 'tree-sitter-bicep'));

/** What it found, warnings too; empty when it is content. */
export function findingsOf(bicep: string, parameters: string): readonly string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [join(tools, 'bicep-check.mjs'), bicep, '--strict', '--params', parameters],
    { encoding: 'utf8' },
  );
  const lines = stdout.trim().split('\n');
  if (!/^1 files: \d+ errors, \d+ warnings$/.test(lines.at(-1) ?? ''))
    throw new Error(`Expected the checker to end with a count, got: ${stdout}`);
  return lines.slice(0, -1);
}
