/**
 * How much traffic one bot and two carry on this machine: `node build/test/load/run.js`. Rates rise until a step is saturated.
 * The generator, the simulated Graph and Teams share this process, and the machine with the bots and Azurite: who took what
 * is in the figures. Prints one line of JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSubscriptionRow } from '../../src/azure/calendar-rows';
import { createStorage } from '../../src/azure/clients';
import { createRequestIndex } from '../../src/azure/request-index';
import { createRequests } from '../../src/azure/request-table';
import { aRequest } from '../builders';
import { type BotProcess, startBot } from '../sandbox/bot-process';
import { API_AUDIENCE, startEntra, TAB_AUDIENCE } from '../sandbox/entra';
import { startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import { seedPool } from '../sandbox/pool';
import { startStorageOnDisk } from '../sandbox/storage';
import { freePort } from '../sandbox/steady-ports';
import { startConnector } from '../teams/connector';
import { children, machineMs, processorMs } from './processor-time';
import { isSaturated, type Step, takeStep } from './steps';
import { outgoing } from './traffic';

const RATES = [5, 10, 20, 40, 60, 80, 120, 160];
const WARM_UP = { rate: 5, seconds: 4 };
const SECONDS = 8;
const INSTANCES = [1, 2];
const CALLERS = 6;
const SUBSCRIBED_WITHIN_MS = 60_000;

/** Cores each took, on average over the step. */
export type Cores = Readonly<Record<'bots' | 'storage' | 'generator' | 'others', number>>;
export type LoadStep = Step & { readonly cores: Cores; readonly botMsARequest: number };
export type LoadSeen = Readonly<Record<string, readonly LoadStep[]>>;

async function load(instances: number): Promise<readonly LoadStep[]> {
  const dir = mkdtempSync(join(tmpdir(), 'load-'));
  const ports = [];
  for (let n = 0; n < instances; n += 1) ports.push(await freePort());
  const started: { stop(): Promise<void> }[] = [];
  const keep = <T extends { stop(): Promise<void> }>(part: T): T => (started.unshift(part), part);
  try {
    const { connectionString } = keep(await startStorageOnDisk(dir));
    const [azurite] = children();
    const first = `127.0.0.1:${ports[0]}`;
    const deliver = { [`https://${first}`]: `http://${first}` };
    const graph = keep(await startMicrosoft365({ busy: 'none', deliver }));
    const entra = keep(await startEntra());
    const connector = keep(await startConnector());
    await seedPool(connectionString);
    const settings = {
      PUBLIC_URL: `http://${first}`,
      ...{ TAB_ISSUER: entra.issuer, TAB_AUDIENCE, API_ISSUER: entra.issuer, API_AUDIENCE },
    };
    const bots: BotProcess[] = [];
    for (const port of ports)
      bots.push(keep(await startBot({ port, storage: connectionString, graph: graph.url, settings })));
    const storage = createStorage({ connectionString, prefix: 'jags' });
    const needs = {
      request: await decidedRequest(storage),
      connector: connector.url,
      clientState: await subscribed(storage),
      tokens: Array.from({ length: CALLERS }, (_, n) =>
        entra.appToken(['Requests.Read', 'Monitoring.Read', 'Requests.Submit'], appNumber(n)),
      ),
    };
    let sent = 0;
    const send = async (): Promise<number> => {
      sent += 1;
      const { path, init } = outgoing(sent, needs);
      const response = await fetch(bots[sent % instances]!.url + path, { redirect: 'manual', ...init });
      await response.arrayBuffer();
      return response.status;
    };
    await takeStep(WARM_UP.rate, WARM_UP.seconds, send);
    const steps: LoadStep[] = [];
    for (const rate of RATES) {
      const before = readings(bots, azurite!);
      const step = await takeStep(rate, SECONDS, send);
      const took = difference(before, readings(bots, azurite!));
      steps.push({ ...step, cores: took.cores, botMsARequest: took.botsMs / (rate * SECONDS) });
      process.stderr.write(`${instances}: ${JSON.stringify(steps.at(-1))}\n`);
      if (isSaturated(step)) break;
    }
    return steps;
  } finally {
    for (const part of started) await part.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

function appNumber(n: number): { oid: string; azp: string } {
  const id = `f1000000-0000-4000-8000-${String(n + 1).padStart(12, '0')}`;
  return { oid: id, azp: id };
}

/** Waits for the bot to have subscribed to the organiser's calendar: without the secret its notifications are not believed. */
async function subscribed(storage: ReturnType<typeof createStorage>): Promise<string> {
  for (const until = Date.now() + SUBSCRIBED_WITHIN_MS; Date.now() < until; await pause(250)) {
    const known = await createSubscriptionRow(storage).find();
    if (known) return known.row.clientState;
  }
  throw new Error('Expected the bot to subscribe to the calendar within a minute');
}

async function decidedRequest(storage: ReturnType<typeof createStorage>): Promise<string> {
  const requests = createRequests({ requests: storage.requests, index: createRequestIndex(storage.index) });
  const next = aRequest.offered({ id: crypto.randomUUID() });
  await requests.enter(next.id, next.requester.id);
  const audit = { at: Date.now(), by: next.requester, what: 'submit', to: next.state } as const;
  const saved = await requests.save({ next, effects: [], audit });
  if (saved !== 'saved') throw new Error(`Expected ${next.id} to be new`);
  return next.id;
}

interface Reading {
  readonly at: number;
  readonly bots: number;
  readonly storage: number;
  readonly generator: number;
  readonly machine: number;
}

function readings(bots: readonly BotProcess[], azurite: number): Reading {
  return {
    at: performance.now(),
    bots: bots.reduce((sum, { pid }) => sum + processorMs(pid), 0),
    storage: processorMs(azurite),
    generator: processorMs(process.pid),
    machine: machineMs().busy,
  };
}

function difference(before: Reading, after: Reading): { readonly cores: Cores; readonly botsMs: number } {
  const wall = after.at - before.at;
  const cores = (of: Exclude<keyof Reading, 'at'>): number => (after[of] - before[of]) / wall;
  const own = { bots: cores('bots'), storage: cores('storage'), generator: cores('generator') };
  const others = Math.max(0, cores('machine') - own.bots - own.storage - own.generator);
  return { cores: { ...own, others }, botsMs: after.bots - before.bots };
}

async function run(): Promise<void> {
  const seen: Record<string, readonly LoadStep[]> = {};
  for (const instances of INSTANCES) seen[String(instances)] = await load(instances);
  process.stdout.write(`${JSON.stringify(seen)}\n`);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
