/** From starting the process until it is ready, against a process that imports the two SDKs and ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MAIN, settingsOf } from '../sandbox/bot-process';
import type { Microsoft365 } from '../sandbox/microsoft365/microsoft365';
import { freePort } from '../sandbox/steady-ports';
import type { RunningStorage } from '../sandbox/storage';
import { compare } from './compare';
import { judged, ratioText, type Section, withSpread } from './table';

const AIM = 1.3;
const TURNS = { warmUpPairs: 1, rounds: 7, pairsPerRound: 1 };
const BARE = `
  require('botbuilder');
  require('@microsoft/teams-ai');
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ cpuMs: (user + system) / 1_000, rssMb: process.memoryUsage.rss() / 2 ** 20 }));
`;

interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
}

type Start = Usage & { readonly wallMs: number };

export async function measureStart(storage: RunningStorage, graph: Microsoft365): Promise<Section> {
  const port = await freePort();
  const settings = settingsOf({ port, storage: storage.connectionString, graph: graph.url });
  const { ours, bare, ratio } = await compare<keyof Start>({
    ...TURNS,
    ours: () => startOfBot(settings),
    bare: importOfSdks,
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
      'a process that imports botbuilder and @microsoft/teams-ai and ends. Memory is what each holds at that moment. The ' +
      'templates of the cards are made ready right afterwards.',
  };
}

async function startOfBot(settings: Readonly<Record<string, string>>): Promise<Start> {
  const from = performance.now();
  const bot = run([MAIN], settings);
  const ended = once(bot, 'exit');
  await untilStarted(bot);
  const wallMs = performance.now() - from;
  const usage = usageOf(bot.pid!);
  bot.kill('SIGTERM');
  await ended;
  return { wallMs, ...usage };
}

async function importOfSdks(): Promise<Start> {
  const from = performance.now();
  const imports = run(['-e', BARE], {});
  const [usage] = await Promise.all([text(imports.stdout!), once(imports, 'exit')]);
  return { wallMs: performance.now() - from, ...(JSON.parse(usage) as Usage) };
}

function run(program: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, program, {
    cwd: join(__dirname, '..', '..', '..'),
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Its own word for it comes last of all that a start does. */
async function untilStarted(bot: ChildProcess): Promise<void> {
  let printed = '';
  for await (const chunk of bot.stdout!) {
    printed += String(chunk);
    if (printed.includes('"message":"started"')) return;
  }
  throw new Error(`Expected the bot to start, got: ${printed}`);
}

/** Of a process that goes on running, as Linux counts it: ticks of 10 ms in the 14th and 15th field of `stat` (proc(5)). */
function usageOf(pid: number): Usage {
  const [stat, status] = ['stat', 'status'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8'));
  // The second field is the program's name, and may hold spaces.
  const fields = stat!.slice(stat!.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const rssKb = Number(/^VmRSS:\s+(\d+)/m.exec(status!)![1]);
  return { cpuMs: ticks * 10, rssMb: rssKb / 1_024 };
}
