/**
 * Azure Table, Queue and Blob Storage without Azure: Azurite, in this process and in memory for tests, or as a process of its
 * own on disk for the sandbox and wherever the bot is killed and must find its rows again. Bound to 127.0.0.1 only.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import { createRequire } from 'node:module';

export interface RunningStorage {
  readonly connectionString: string;
  stop(): Promise<void>;
}

export interface StorageInProcess extends RunningStorage {
  /** Every request it received, oldest first: `POST table /jagsRequests`, keys and queries left out. */
  readonly calls: string[];
}

/** The emulator's account and key are published with it and open nothing else. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const HOST = '127.0.0.1';

interface Addresses {
  readonly table: string;
  readonly queue: string;
  readonly blob: string;
}

function connectionString({ table, queue, blob }: Addresses): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${ACCOUNT}`,
    `AccountKey=${KEY}`,
    `TableEndpoint=${table}/${ACCOUNT}`,
    `BlobEndpoint=${blob}/${ACCOUNT}`,
    `QueueEndpoint=${queue}/${ACCOUNT};`,
  ].join(';');
}

interface AzuriteServer {
  readonly httpServer: Server;
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}

/** Azurite has no type declarations and takes its settings by position. */
type AzuriteClass<T> = { readonly default: new (...settings: unknown[]) => T };

function loadAzurite<T>(file: string): AzuriteClass<T>['default'] {
  return (createRequire(__filename)(`azurite/dist/src/${file}`) as AzuriteClass<T>).default;
}

/** Starts Azurite inside this process, in memory: about a second, and gone with `stop`. */
export async function startStorage(): Promise<StorageInProcess> {
  const table = inMemory('table/Table', { settings: 16, accessLogAt: 5, skipVersionCheckAt: 9 });
  const queue = inMemory('queue/Queue', { settings: 18, accessLogAt: 6, skipVersionCheckAt: 11 });
  const blob = inMemory('blob/Blob', { settings: 18, accessLogAt: 6, skipVersionCheckAt: 11 });
  await Promise.all([table, queue, blob].map((service) => service.start()));
  const calls: string[] = [];
  const record = (service: string) => (request: IncomingMessage) => {
    const path = (request.url ?? '').replace(`/${ACCOUNT}`, '').replace(/[(?].*$/, '');
    calls.push(`${request.method ?? ''} ${service} ${path}`);
  };
  for (const { httpServer } of [table, queue, blob]) httpServer.prependListener('request', withoutRestify);
  table.httpServer.on('request', record('table'));
  queue.httpServer.on('request', record('queue'));
  return {
    connectionString: connectionString({
      table: table.getHttpServerAddress(),
      queue: queue.getHttpServerAddress(),
      blob: blob.getHttpServerAddress(),
    }),
    calls,
    async stop() {
      await Promise.all([table, queue, blob].map((service) => service.close()));
    },
  };
}

/**
 * Loading restify gives every request of the process a method `query`, and Azurite's express takes that for a query
 * already read: no filter would reach the tables. Where a test of the web server ran before, it is hidden again.
 */
function withoutRestify(request: IncomingMessage & { query?: unknown }): void {
  request.query = undefined;
}

interface Positions {
  readonly settings: number;
  readonly accessLogAt: number;
  /** The SDK speaks a newer version of the API than Azurite 3.35 lists; what is used here is the same in both. */
  readonly skipVersionCheckAt: number;
}

/** Azurite's settings are positional: host and port first, "in memory" last, the rest left at its defaults. */
function inMemory(service: string, { settings, accessLogAt, skipVersionCheckAt }: Positions): AzuriteServer {
  const values = new Array<unknown>(settings).fill(undefined);
  values[0] = HOST;
  values[1] = 0;
  values[accessLogAt] = false;
  values[skipVersionCheckAt] = true;
  values[settings - 1] = true;
  const Configuration = loadAzurite<object>(`${service}Configuration`);
  const AzuriteServer = loadAzurite<AzuriteServer>(`${service}Server`);
  return new AzuriteServer(new Configuration(...values));
}

/**
 * Starts Azurite as a child process that keeps its rows in `folder`. It saves them every few seconds and when it stops;
 * it stops by itself when this process is gone, however that came about.
 */
export async function startStorageOnDisk(folder: string): Promise<RunningStorage> {
  mkdirSync(folder, { recursive: true });
  return startAside(['--location', folder]);
}

/** Another process than this one. */
export interface StorageAside extends RunningStorage {
  /** Tells what it was preloaded with. */
  tell(message: object): void;
}

/** The same in memory, with more in its environment: for a clock of its own. */
export function startStorageAside(environment: Readonly<Record<string, string>>): Promise<StorageAside> {
  return startAside(['--inMemoryPersistence'], environment);
}

async function startAside(
  where: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<StorageAside> {
  const program = `process.on('disconnect', () => process.kill(process.pid, 'SIGTERM')); require(${JSON.stringify(
    createRequire(__filename).resolve('azurite/dist/src/azurite.js'),
  )});`;
  const services = ['table', 'queue', 'blob'].flatMap((name) => [
    `--${name}Host`,
    HOST,
    `--${name}Port`,
    '0',
  ]);
  const child = spawn(
    process.execPath,
    [
      '-e',
      program,
      'azurite',
      ...where,
      '--silent',
      '--skipApiVersionCheck',
      '--disableTelemetry',
      ...services,
    ],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, ...environment } },
  );
  const exited = once(child, 'exit');
  const addresses = await addressesOf(child.stdout!, child.stderr!, exited);
  return {
    connectionString: connectionString(addresses),
    tell: (message) => void (child.connected && child.send(message)),
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

/** Azurite prints where each service listens; reading goes on afterwards, so that it never waits for a reader. */
async function addressesOf(
  stdout: NodeJS.ReadableStream,
  stderr: NodeJS.ReadableStream,
  exited: Promise<unknown>,
): Promise<Addresses> {
  let printed = '';
  const found = new Promise<Addresses>((resolve) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const table = /Table service is successfully listening at (http:\S+)/.exec(printed)?.[1];
      const queue = /Queue service is successfully listening at (http:\S+)/.exec(printed)?.[1];
      const blob = /Blob service is successfully listening at (http:\S+)/.exec(printed)?.[1];
      if (table && queue && blob) resolve({ table, queue, blob });
    };
    stdout.on('data', read);
    stderr.on('data', read);
  });
  const failed = exited.then(() => {
    throw new Error(`Expected Azurite to start, got: ${printed}`);
  });
  return Promise.race([found, failed]);
}
