/** The checker that holds recorded Graph traffic against Microsoft's own description of v1.0. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** It lies beside the project; where it is not installed, tests look at the essentials themselves. */
const tools = process.env['SHARED_TOOLS'] ?? resolve(__dirname, '../../../shared/tools');

/** Warnings of the checker that are as they should be, and why. */
const EXPLAINED = [
  // Directory reads, not Outlook's: its limit of four does not apply to them.
  /request body\/requests: Outlook runs at most 4 of these at once/,
  // `include-unknown-enum-members` is sent with it.
  /request body\/lobbyBypassSettings\/scope: read back as unknownFutureValue/,
];

export interface CheckedTraffic {
  readonly errors: readonly string[];
  /** Those that nobody has explained. */
  readonly warnings: readonly string[];
}

export const CLEAN: CheckedTraffic = { errors: [], warnings: [] };

/** Checks a file of records, one JSON object a line; undefined where there is no checker. */
export function checkTraffic(recordFile: string): CheckedTraffic | undefined {
  if (!existsSync(join(tools, 'node_modules'))) return undefined;
  const { stdout, stderr } = spawnSync(process.execPath, [join(tools, 'graph-check.mjs'), recordFile], {
    encoding: 'utf8',
  });
  if (!/\d+ record\(s\)/.test(stderr))
    throw new Error(`Expected the checker to count records, got: ${stderr}`);
  const lines = stdout.split('\n').map((line) => line.trim());
  return {
    errors: lines.filter((line) => line.startsWith('error')),
    warnings: lines.filter(
      (line) => line.startsWith('warning') && !EXPLAINED.some((known) => known.test(line)),
    ),
  };
}
