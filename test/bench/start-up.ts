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
import { asksForStatus } from './presses';
import { judged, inRounds, type Section, withSpread } from './table';

const AIM = 1.3;
const TURNS = { warmUpPairs: 1, rounds: 7, pairsPerRound: 1 };
/** Imports, then answers one invoke, as a bot of nothing but the two SDKs does. */
const BARE = `
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
  const { Application } = require('@microsoft/teams-ai');
  const { user, system } = process.cpuUsage();
  const rssMb = process.memoryUsage.rss() / 2 ** 20;
  const ready = performance.now();
  const app = new Application({ startTypingTimer: false });
  const value = { status: 200, body: 'Done' };
  app.addRoute(async () => true, async (turn) => void (await turn.sendActivity({ type: 'invokeResponse', value })), true);
  const response = { status() {}, header() {}, send() {}, end() {} };
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const body = JSON.parse(process.env.ACTIVITY);
  adapter.process({ method: 'POST', headers: {}, body }, response, (turn) => app.run(turn)).then(() => {
    const answeringMs = performance.now() - ready;
    console.log(JSON.stringify({ cpuMs: (user + system) / 1_000, rssMb, answeringMs }));
  });
`;

interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** `answeredMs`: from starting the process until the answer to a press sent the moment it was ready. */
type Start = Usage & { readonly wallMs: number; readonly answeredMs: number };

export async function measureStart(storage: RunningStorage, graph: Microsoft365): Promise<Section> {
  const port = await freePort();
  const settings = settingsOf({ port, storage: storage.connectionString, graph: graph.url });
  const { ours, bare, ratio } = await compare<keyof Start>({
    ...TURNS,
    ours: () => startOfBot(settings, port),
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
        what: 'start to the first answer',
        ours: withSpread(ours.answeredMs, 'ms'),
        bare: withSpread(bare.answeredMs, 'ms'),
        ...inRounds(ratio.answeredMs),
      },
      {
        what: 'start to ready, CPU',
        ours: withSpread(ours.cpuMs, 'ms'),
        bare: withSpread(bare.cpuMs, 'ms'),
        ...inRounds(ratio.cpuMs),
      },
      {
        what: 'resident memory',
        ours: withSpread(ours.rssMb, 'MB'),
        bare: withSpread(bare.rssMb, 'MB'),
        ...inRounds(ratio.rssMb),
      },
    ],
    means:
      'From spawning the compiled program to its "started" (port open, tables and queue there, coordinators read), against ' +
      'a process that imports botbuilder and @microsoft/teams-ai. Memory is what each holds at that moment. Routes and the ' +
      'templates of the cards are made ready right afterwards, which the first answer waits for: a list of own requests to ' +
      'a press sent the moment the bot is ready, against one word from a bot of the two SDKs without storage.',
  };
}

async function startOfBot(settings: Readonly<Record<string, string>>, port: number): Promise<Start> {
  const from = performance.now();
  const bot = run([MAIN], settings);
  const ended = once(bot, 'exit');
  await untilStarted(bot);
  const wallMs = performance.now() - from;
  const usage = usageOf(bot.pid!);
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asksForStatus()),
  });
  const answeredMs = performance.now() - from;
  if (!response.ok) throw new Error(`Expected the bot to answer with 200, got ${response.status}`);
  await response.arrayBuffer();
  bot.kill('SIGTERM');
  await ended;
  return { wallMs, answeredMs, ...usage };
}

async function importOfSdks(): Promise<Start> {
  const from = performance.now();
  const imports = run(['-e', BARE], { ACTIVITY: JSON.stringify(asksForStatus()) });
  const [printed] = await Promise.all([text(imports.stdout!), once(imports, 'exit')]);
  const answeredMs = performance.now() - from;
  const usage = JSON.parse(printed) as Usage & { readonly answeringMs: number };
  return { wallMs: answeredMs - usage.answeringMs, answeredMs, cpuMs: usage.cpuMs, rssMb: usage.rssMb };
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
