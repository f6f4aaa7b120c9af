/** The processes of a town: each has a gate of its own, may be killed at any moment, and comes up again. */
import { setTimeout as pause } from 'node:timers/promises';
import { openGate, type Gate } from '../crash/gate';
import { type BotProcess, startBot } from '../sandbox/bot-process';
import { freePort } from '../sandbox/steady-ports';
import type { StormClock } from './clock';
import { CREW, type Member } from './plan';

export interface CrewNeeds {
  readonly clock: StormClock;
  /** Connection string, and the parts of it that go through a gate. */
  readonly storage: string;
  readonly table: string;
  readonly queue: string;
  readonly graph: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Where each writes its log, when given. */
  readonly logs?: string;
}

export interface Crew {
  readonly gates: ReadonlyMap<Member, Gate>;
  /** Those that could be asked now; none while all of those that serve are down. */
  serving(): readonly BotProcess[];
  /** As a power cut would, at this very moment; it is started again by itself. Nothing where it is down already. */
  kill(member: Member): Promise<void>;
  readonly kills: readonly { readonly member: Member; readonly at: number }[];
  /** Resolves once all are up. */
  up(): Promise<void>;
  setSkews(skewsMs: readonly number[]): void;
  jump(ms: number): void;
  stop(): Promise<void>;
}

/** How long a process is down. */
const DOWN_MS = 150;

export async function startCrew(needs: CrewNeeds): Promise<Crew> {
  const { clock, storage, table, queue, graph, settings, logs } = needs;
  const gates = new Map<Member, Gate>();
  const ports = new Map<Member, number>();
  const running = new Map<Member, BotProcess>();
  const starting = new Map<Member, Promise<void>>();
  const skews = new Map<Member, number>();
  const kills: { member: Member; at: number }[] = [];
  const missed = new Map<Member, number>();
  let stopped = false;

  for (const member of CREW) {
    gates.set(member, await openGate({ table, queue, graph }));
    ports.set(member, await freePort());
  }
  await Promise.all(CREW.map(start));

  async function start(member: Member): Promise<void> {
    const { urls } = gates.get(member)!;
    const skew = skews.get(member) ?? 0;
    missed.set(member, 0);
    const bot = await startBot({
      port: ports.get(member)!,
      storage: storage.replace(table, urls['table']!).replace(queue, urls['queue']!),
      graph: urls['graph']!,
      listens: true,
      ...(logs !== undefined && { logFile: `${logs}/${member}.log` }),
      settings: {
        ...settings,
        WORKER: member.startsWith('worker') ? 'on' : 'off',
        ...clock.environment(skew),
      },
    });
    // What passed while it was starting, and how wrong its clock is by now.
    bot.tell({ jumpMs: missed.get(member) ?? 0, setAheadMs: skews.get(member) ?? 0 });
    running.set(member, bot);
  }

  async function again(member: Member): Promise<void> {
    await pause(DOWN_MS);
    if (!stopped) await start(member);
    starting.delete(member);
  }

  return {
    gates,
    kills,
    serving: () =>
      CREW.filter((member) => member.startsWith('bot')).flatMap((member) => running.get(member) ?? []),
    async kill(member) {
      const bot = running.get(member);
      if (!bot) return;
      running.delete(member);
      kills.push({ member, at: Date.now() });
      await bot.kill();
      starting.set(member, again(member));
    },
    async up() {
      while (starting.size > 0) await Promise.all(starting.values());
    },
    setSkews(skewsMs) {
      CREW.forEach((member, n) => {
        skews.set(member, skewsMs[n] ?? 0);
        running.get(member)?.tell({ setAheadMs: skewsMs[n] ?? 0 });
      });
    },
    jump(ms) {
      for (const member of CREW) {
        const bot = running.get(member);
        if (bot) bot.tell({ jumpMs: ms });
        else missed.set(member, (missed.get(member) ?? 0) + ms);
      }
    },
    async stop() {
      stopped = true;
      await Promise.all(starting.values());
      await Promise.all([...running.values()].map((bot) => bot.kill()));
      await Promise.all([...gates.values()].map((gate) => gate.close()));
    },
  };
}
