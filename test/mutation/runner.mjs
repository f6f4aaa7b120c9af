/**
 * Runs the domain's tests for Stryker inside one process. The domain is pure, so nothing keeps a test from running
 * beside a thousand others without a fresh world: a mutant takes milliseconds, not the seconds jest needs to start.
 * What a mutant could leave behind is looked for: whatever kills one has to pass again without it.
 */
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  determineHitLimitReached,
} from '@stryker-mutator/api/test-runner';
import { TestFiles } from './test-files.mjs';

/** A mutant that makes a promise wait for ever would otherwise be waited for. */
const MOST_MS = 20_000;

/** Keeps what it remembers from call to call, so that a mutant of it is seen only from a fresh start. */
const REMEMBERS = /src[\\/]domain[\\/]calendar\.ts$/;

const instrumented = (globalThis.__stryker__ ??= {});

class InProcessRunner {
  #files = new TestFiles(createRequire(`${process.cwd()}/package.json`), process.cwd());

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const tests = [];
    for (const test of this.#files.all()) {
      instrumented.currentTestId = test.id;
      const began = performance.now();
      const failed = await failureOf(test);
      instrumented.currentTestId = undefined;
      tests.push({
        id: test.id,
        name: test.id,
        fileName: `${process.cwd()}/${test.id.split(' › ')[0]}`,
        timeSpentMs: performance.now() - began,
        ...(failed === undefined
          ? { status: TestStatus.Success }
          : { status: TestStatus.Failed, failureMessage: failed }),
      });
    }
    const mutantCoverage = instrumented.mutantCoverage;
    instrumented.mutantCoverage = { static: {}, perTest: {} };
    this.#files.remember(new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs])));
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, reloadEnvironment }) {
    const fresh = reloadEnvironment || REMEMBERS.test(activeMutant.fileName);
    const tests = fresh ? this.#files.freshFor(sandboxFileName) : this.#files.named(testFilter);
    instrumented.hitLimit = hitLimit;
    instrumented.hitCount = hitLimit === undefined ? undefined : 0;
    instrumented.activeMutant = activeMutant.id;
    try {
      let nrOfTests = 0;
      for (const test of tests) {
        nrOfTests += 1;
        const failed = test.failed ?? (await failureOf(test));
        const timeout = determineHitLimitReached(instrumented.hitCount, hitLimit);
        if (timeout) return { ...timeout, status: MutantRunStatus.Timeout };
        if (failed === undefined) continue;
        if (!fresh) await this.#leftNothing(test);
        return { status: MutantRunStatus.Killed, killedBy: [test.id], failureMessage: failed, nrOfTests };
      }
      return { status: MutantRunStatus.Survived, nrOfTests };
    } finally {
      instrumented.activeMutant = undefined;
      instrumented.hitCount = undefined;
      if (fresh) this.#files.forget();
    }
  }

  /** @throws where the test fails without the mutant as well: then the verdict is worth nothing. */
  async #leftNothing(test) {
    instrumented.activeMutant = undefined;
    const failed = await failureOf(test);
    if (failed !== undefined) throw new Error(`"${test.id}" fails without a mutant too: ${failed}`);
  }
}

/** What a test's failure says; undefined where it passes. */
async function failureOf({ run }) {
  try {
    const running = run();
    if (running instanceof Promise) await withinReason(running);
    return undefined;
  } catch (fault) {
    return String(fault?.message ?? fault).slice(0, 300);
  }
}

function withinReason(running) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${MOST_MS} ms`)), MOST_MS);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
