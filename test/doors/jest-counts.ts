/** Runs tests of this room and counts what came of them, as the evidence page wants it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  /** The names of the groups it is in, outermost first. */
  readonly groups: readonly string[];
  readonly title: string;
  readonly passed: boolean;
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

/** Throws where the tests could not be run at all; a test that fails is counted. @param paths below the repository */
export async function runTests(paths: readonly string[]): Promise<readonly Ran[]> {
  const folder = await mkdtemp(join(tmpdir(), 'doors-'));
  const file = join(folder, 'report.json');
  try {
    await new Promise<void>((resolve) =>
      execFile('npx', ['jest', '-w', '1', '--json', '--outputFile', file, ...paths], () => resolve()),
    );
    const { testResults } = JSON.parse(await readFile(file, 'utf8')) as Report;
    const unable = testResults.find(({ assertionResults }) => assertionResults.length === 0);
    if (unable) throw new Error(`Expected the tests to run, got ${unable.message}`);
    return testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ ancestorTitles, title, status }) => ({
        ...{ groups: ancestorTitles, title },
        passed: status === 'passed',
      })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
