/** The checker that holds the connector's folder against Microsoft's own rules for connectors. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** It lies beside the project; see test/graph/checker.ts. */
const tools = process.env['SHARED_TOOLS'] ?? resolve(__dirname, '../../../shared/tools');
const FOLDER = resolve(__dirname, '../../infra/power-platform/connector');

export interface CheckedConnector {
  readonly findings: readonly string[];
}

export const CLEAN: CheckedConnector = { findings: [] };

export const isCheckerThere = existsSync(join(tools, 'node_modules'));

/** Errors and warnings. */
export function checkConnector(): CheckedConnector {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(tools, 'connector-check.mjs'), '--strict', '--json', FOLDER],
    { encoding: 'utf8' },
  );
  if (!stdout.startsWith('[')) throw new Error(`Expected the checker to report, got: ${stderr}`);
  const [report] = JSON.parse(stdout) as [
    {
      readonly findings: readonly {
        readonly rule: string;
        readonly where: string;
        readonly message: string;
      }[];
    },
  ];
  return { findings: report.findings.map(({ rule, where, message }) => `${rule} ${where}: ${message}`) };
}
