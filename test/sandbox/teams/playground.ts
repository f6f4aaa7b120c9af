/** Starts the Agents Playground of one person, reachable from this machine only. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { SandboxPerson } from '../people';
import { endpointFor, joinHub } from './hub';
import { playgroundConfig } from './playground-config';

export interface PlaygroundOptions {
  readonly person: SandboxPerson;
  /** The team that has the channel "Coordination". */
  readonly members: readonly SandboxPerson[];
  readonly hubUrl: string;
  /** Default 0: any free one. A port that is taken is an error. */
  readonly port?: number;
  /** A folder to keep its configuration and log in; made if need be. */
  readonly dir: string;
}

export interface Playground {
  readonly person: SandboxPerson;
  /** The page to open. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 120_000;

/** It listens on all addresses and has no option for that: loaded before it, this keeps it on the loopback. */
const LOOPBACK_ONLY = `
const { Server } = require('node:net');
const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...rest) {
  const hostless = typeof port === 'number' && typeof rest[0] !== 'string';
  return hostless ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest);
};
`;

/** Starts it, waits until it answers, and tells the hub where it is. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { person, hubUrl, port: wanted = 0 } = options;
  const child = launch(options, wanted);
  try {
    const port = await announcedPort(child, person);
    if (wanted !== 0 && port !== wanted) {
      throw new Error(
        `Expected port ${wanted} for ${person.name}'s Playground, but it is taken. Choose another.`,
      );
    }
    const url = `http://127.0.0.1:${port}`;
    await answering(url);
    await joinHub(hubUrl, person, url);
    return { person, url, pid: child.pid ?? 0, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  }
}

function launch({ person, members, hubUrl, dir }: PlaygroundOptions, port: number): ChildProcess {
  mkdirSync(dir, { recursive: true });
  const file = (name: string) => join(dir, `${person.id}.${name}`);
  writeFileSync(file('yml'), playgroundConfig(person, members));
  writeFileSync(file('loopback.cjs'), LOOPBACK_ONLY);
  const endpoint = endpointFor(hubUrl, person);
  const program = require.resolve('@microsoft/m365agentsplayground/cli.js');
  const flags = [
    '-e',
    endpoint,
    '-c',
    'msteams',
    '-p',
    String(port),
    '--service-url',
    hubUrl,
    '--disable-telemetry',
  ];
  return spawn(process.execPath, ['--require', file('loopback.cjs'), program, 'start', ...flags], {
    cwd: dir,
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: file('yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: file('log'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** It prints one line, "Listening on 56150". */
async function announcedPort(child: ChildProcess, person: SandboxPerson): Promise<number> {
  const { stdout } = child;
  if (!stdout) throw new Error('Expected the Playground to be started with its output piped');
  const giveUp = setTimeout(() => child.kill(), START_TIMEOUT_MS);
  try {
    for await (const line of createInterface({ input: stdout })) {
      const port = /^Listening on (\d+)$/.exec(line)?.[1];
      if (port) return Number(port);
    }
  } finally {
    clearTimeout(giveUp);
    // Nothing reads it any more; a full pipe would stop the process.
    stdout.resume();
  }
  throw new Error(
    `Expected ${person.name}'s Playground to say its port, but it ended. See its log beside its configuration.`,
  );
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      const response = await fetch(url);
      await response.arrayBuffer();
      if (response.ok) return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`Expected ${url} to answer`, { cause: error });
    }
    await pause(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
