/** A simulated tenant and a Graph client with little patience, so that every fault is over in a moment. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGraph, type Graph, type GraphOptions } from '../../src/graph/client';
import {
  type Microsoft365,
  type Microsoft365Options,
  startMicrosoft365,
} from '../sandbox/microsoft365/microsoft365';
import type { GraphRecord } from '../sandbox/microsoft365/recorder';
import type { Tenant } from '../sandbox/microsoft365/tenant';

/** For tests in which no answer comes; long enough for one that does, on a busy machine. */
export const HASTY = { readTimeoutMs: 600, writeTimeoutMs: 600 } as const;

export const QUICK = {
  readTimeoutMs: 5_000,
  writeTimeoutMs: 5_000,
  patience: { tries: 3, firstWaitMs: 5, longestWaitMs: 1_000 },
} as const;

/** A tenant for one test file, emptied before each test and stopped after the last. */
export function graphOffice(options: Pick<Microsoft365Options, 'deliver' | 'now'> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'jags-graph-'));
  const recordFile = join(folder, 'traffic.jsonl');
  let running: Microsoft365 | undefined;
  beforeAll(async () => {
    running = await startMicrosoft365({ busy: 'none', recordFile, ...options });
  });
  beforeEach(() => running?.tenant.reset());
  afterAll(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true });
  });
  const office = (): Microsoft365 => {
    if (!running) throw new Error('Expected the tenant to be used inside a test');
    return running;
  };
  return {
    recordFile,
    get tenant(): Tenant {
      return office().tenant;
    },
    graph: (options: GraphOptions = {}): Graph => createGraph({ url: office().url, ...QUICK, ...options }),
    /** What was sent and answered since the file's first test, oldest first. */
    recorded: (): GraphRecord[] =>
      readFileSync(recordFile, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as GraphRecord),
    /** Calls of this test, as `METHOD /path`. */
    calls: (): string[] =>
      office()
        .tenant.calls.list()
        .map(({ method, path }) => `${method} ${path}`),
  };
}
