/** The checkers for what is imported into Power Platform and Power BI. They lie beside the project. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const FOLDER = resolve(__dirname, '../../../infra/power-platform');

/** Where they are not installed, tests that need them are skipped by name. */
const tools = process.env['SHARED_TOOLS'] ?? resolve(__dirname, '../../../../shared/tools');
export const hasCheckers = existsSync(join(tools, 'node_modules'));

/** What a checker says, line by line, but for its last, which counts. Throws where it did not get that far. */
function lines(checker: string, args: readonly string[], end: RegExp): readonly string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [join(tools, checker), ...args], {
    encoding: 'utf8',
  });
  const said = stdout.trim().split('\n');
  if (stderr !== '' || !end.test(said.at(-1)!))
    throw new Error(`Expected ${checker} to run, got: ${stderr}${stdout}`);
  return said.slice(0, -1);
}

/** Errors and warnings of a solution's folder; operations of the connector are held against its description. */
export function solutionFolderFindings(folder: string, connectorName: string): readonly string[] {
  const description = join(FOLDER, 'connector/apiDefinition.swagger.json');
  return lines(
    'solution-pack.mjs',
    ['check', folder, '--swagger', `${connectorName}=${description}`],
    /\d+ errors, \d+ warnings$/,
  );
}

/** The same of a solution's files, by their paths in the zip. */
export function solutionFindings(
  files: Readonly<Record<string, string>>,
  connectorName: string,
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'jags-solution-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return solutionFolderFindings(folder, connectorName);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is not simply `ok`. */
export function powerQueryFindings(files: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [join(tools, 'pq-check.mjs'), ...files], {
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(`Expected pq-check.mjs to run, got: ${stderr}`);
  const said = stdout.trim().split('\n');
  const well = files.map((file) => `${file}: ok`);
  return [...said.filter((line) => !well.includes(line)), ...well.filter((line) => !said.includes(line))];
}
