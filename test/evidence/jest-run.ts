/** Runs test files for the page, as `npx jest` does, and says what came of them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noted, notingInto } from './noting';

export interface JestRun {
  readonly passed: number;
  readonly failed: number;
  /** Full names of those that failed. */
  readonly failures: readonly string[];
  /** See noting.ts. */
  readonly figures: Readonly<Record<string, number | string>>;
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** @param paths as `npx jest` takes them. Throws where jest itself did not get so far as to have results. */
export async function runJest(
  paths: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<JestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  const [results, notes] = [join(folder, 'results.json'), join(folder, 'notes.jsonl')];
  const args = [
    join('node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${results}`,
    ...paths,
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...notingInto(notes), ...environment },
    stdio: 'ignore',
  });
  await new Promise<void>((resolve, reject) => child.once('error', reject).once('exit', () => resolve()));
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
      readFileSync(results, 'utf8'),
    ) as Results;
    return {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      failures: testResults.flatMap(({ assertionResults }) =>
        assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
      ),
      figures: noted(notes),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
