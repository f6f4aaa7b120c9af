/** The bot as it is shipped, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { COORDINATORS_GROUP, GOVERNANCE_GROUP, ORGANISER_ID, QUALITY_GROUP, supporters } from './people';

export interface BotOptions {
  readonly port: number;
  /** Connection string. */
  readonly storage: string;
  /** Address of Graph. */
  readonly graph: string;
  readonly logFile?: string;
  /** By how much its clock goes ahead, or behind where it is less than 0; not at all by default. */
  readonly aheadMs?: number;
  /** Further settings, or others in place of the sandbox's. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether whoever starts it can tell it something; what it was preloaded with listens. */
  readonly listens?: boolean;
}

export interface BotProcess {
  readonly url: string;
  readonly pid: number;
  /** Tells what it was preloaded with; nothing where it does not listen, or is gone. */
  tell(message: object): void;
  /** Ends it as a deployment would, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Where the compiled program is, from this file compiled or not. */
export const MAIN = join(
  __dirname.replace(/([/\\])build[/\\]test[/\\]sandbox$/, '$1test$1sandbox'),
  '..',
  '..',
  'build',
  'src',
  'main.js',
);
const CLOCK_AHEAD = join(dirname(MAIN), '..', 'test', 'sandbox', 'clock-ahead.js');
const LONGEST_START_MS = 240_000;

/** Starts it and waits until it is ready. */
export async function startBot(options: BotOptions): Promise<BotProcess> {
  const { port, logFile } = options;
  const child = spawn(process.execPath, [MAIN], {
    // Nothing of this machine's environment leaks into the bot's settings.
    env: { PATH: process.env['PATH'], ...settingsOf(options) },
    stdio: ['ignore', 'pipe', 'pipe', ...(options.listens ? (['ipc'] as const) : [])],
  });
  let printed = '';
  const log = logFile ? createWriteStream(logFile, { flags: 'a' }) : undefined;
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-4_000);
      log?.write(chunk);
    });
  }
  const exited = once(child, 'exit');
  void exited.then(() => log?.end());
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, () => printed);
  return {
    url,
    pid: child.pid!,
    tell: (message) => void (child.connected && child.send(message)),
    stop: () => end(child, 'SIGTERM', exited),
    kill: () => end(child, 'SIGKILL', exited),
  };
}

/** The environment it is started with. */
export function settingsOf({
  port,
  storage,
  graph,
  aheadMs = 0,
  settings,
}: BotOptions): Record<string, string> {
  return {
    PORT: String(port),
    ANONYMOUS: 'loopback',
    STORAGE_CONNECTION_STRING: storage,
    GRAPH_URL: graph,
    ORGANISER: ORGANISER_ID,
    COORDINATORS_GROUP,
    QUALITY_GROUP,
    GOVERNANCE_GROUP,
    ...(aheadMs !== 0 && { CLOCK_AHEAD_MS: String(aheadMs), NODE_OPTIONS: `--require ${CLOCK_AHEAD}` }),
    FACILITATOR_SUPPORT: supporters.map(({ id }) => id).join(','),
    ...settings,
  };
}

async function ready(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  for (const until = Date.now() + LONGEST_START_MS; Date.now() < until; await pause(50)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`Expected the bot to start, got: ${printed()}`);
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
  }
  child.kill('SIGKILL');
  throw new Error(`Expected the bot to be ready within ${LONGEST_START_MS / 1000} s, got: ${printed()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await exited;
}
