/** From starting the process until it is ready, against a process that imports the two SDKs and ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { MAIN, settingsOf } from '../sandbox/bot-process';
import type { Microsoft365 } from '../sandbox/microsoft365/microsoft365';
import { freePort } from '../sandbox/steady-ports';
import type { RunningStorage } from '../sandbox/storage';
import { compare } from './compare';
import { judged, ratioText, type Section, withSpread } from './table';
import type { Usage } from './usage';

const AIM = 1.3;
const TURNS = { warmUpPairs: 1, rounds: 7, pairsPerRound: 1 };
const BARE = "require('botbuilder'); require('@microsoft/teams-ai');";

type Start = Usage & { readonly wallMs: number };

export async function measureStart(storage: RunningStorage, graph: Microsoft365): Promise<Section> {
  const port = await freePort();
  const settings = settingsOf({ port, storage: storage.connectionString, graph: graph.url });
  const { ours, bare, ratio } = await compare<keyof Start>({
    ...TURNS,
    ours: () => startOf([MAIN], settings, untilStarted),
    bare: () => startOf(['-e', BARE], {}, untilEnded),
  });
  return {
    rows: [
      {
        what: 'start to ready',
        ours: withSpread(ours.wallMs, 'ms'),
        bare: withSpread(bare.wallMs, 'ms'),
        ...judged(ratio.wallMs, AIM),
      },
      {
        what: 'start to ready, CPU',
        ours: withSpread(ours.cpuMs, 'ms'),
        bare: withSpread(bare.cpuMs, 'ms'),
        ratio: ratioText(ratio.cpuMs),
      },
      {
        what: 'resident memory',
        ours: withSpread(ours.rssMb, 'MB'),
        bare: withSpread(bare.rssMb, 'MB'),
        ratio: ratioText(ratio.rssMb),
      },
    ],
    means:
      'From spawning the compiled program to its "started" (port open, tables and queue there, coordinators read), against ' +
      'a process that imports botbuilder and @microsoft/teams-ai and ends. CPU and memory are of the whole process at its end.',
  };
}

/** Runs Node until it is ready, ends it if it has not ended itself, and tells what it took. */
async function startOf(
  program: readonly string[],
  settings: Readonly<Record<string, string>>,
  ready: (child: ChildProcess) => Promise<unknown>,
): Promise<Start> {
  const from = performance.now();
  const child = spawn(process.execPath, ['--require', join(__dirname, 'usage.js'), ...program], {
    cwd: join(__dirname, '..', '..', '..'),
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const ended = once(child, 'exit');
  const usage = text(child.stdio[3] as Readable);
  await ready(child);
  const wallMs = performance.now() - from;
  child.kill('SIGTERM');
  await ended;
  return { wallMs, ...(JSON.parse(await usage) as Usage) };
}

/** Its own word for it comes last of all that a start does. */
async function untilStarted(child: ChildProcess): Promise<void> {
  let printed = '';
  for await (const chunk of child.stdout!) {
    printed += String(chunk);
    if (printed.includes('"message":"started"')) return;
  }
  throw new Error(`Expected the bot to start, got: ${printed}`);
}

function untilEnded(child: ChildProcess): Promise<unknown> {
  return once(child, 'exit');
}
