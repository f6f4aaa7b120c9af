/** The bot as it is shipped under attack at its own limits: what each attack came to, who was served meanwhile, what it cost. */
import { type Attack, LARGE, ODD, SLOW, SMUGGLED } from './attacks';
import { wrongHeaders } from './expected-headers';
import { residentMb, type Served, startHonestCallers } from './honest-callers';
import { answersIn, opened, speak } from './raw-call';
import type { ShippedBot } from './shipped-bot';

export interface AttackSeen {
  readonly name: string;
  /** What was wrong; empty where all was as the table has it. */
  readonly wrong: readonly string[];
  readonly tookMs: number;
}

export interface Siege {
  readonly attacks: readonly AttackSeen[];
  readonly served: Served;
}

/** What is slow goes on for longer than the bot waits: 30 s, and 5 s until it looks. */
const PAUSE_MS = 100;
const MOST_MS = 60_000;
/** Callers of the same attack at once. */
const AT_ONCE = 5;

/** Every attack, each by several callers, the slow ones all at the same time. */
export async function besiege({ port }: ShippedBot): Promise<Siege> {
  const honest = startHonestCallers(port);
  const several = (attacks: readonly Attack[]) =>
    Promise.all(attacks.flatMap((attack) => Array.from({ length: AT_ONCE }, () => seenOf(port, attack))));
  const slow = several(SLOW);
  const quick = [await several(LARGE), await several(SMUGGLED), await several(ODD)];
  const attacks = [...(await slow), ...quick.flat()];
  return { attacks, served: await honest.stop() };
}

async function seenOf(port: number, attack: Attack): Promise<AttackSeen> {
  const { text, ended, tookMs } = await speak({
    ...{ port, pieces: attack.pieces(`127.0.0.1:${port}`), mostMs: MOST_MS },
    ...(attack.slowly && { pauseMs: PAUSE_MS }),
    ...(attack.halfClose && { halfClose: true }),
  });
  const answers = answersIn(text);
  const statuses = answers.map(({ status }) => status).join();
  return {
    name: attack.name,
    tookMs,
    wrong: [
      ...(ended ? [] : ['the connection was not ended']),
      ...(statuses === attack.statuses.join() ? [] : [`answered ${statuses || 'nothing'}`]),
      ...answers.flatMap((answer) => wrongHeaders('none', answer)),
    ],
  };
}

export interface Crowd {
  readonly connections: number;
  /** Of them, those the bot had ended by itself when the time was over. */
  readonly ended: number;
  readonly tookMs: number;
  readonly served: Served;
  /** By how much the bot had grown while they were all there; undefined where the system does not tell. */
  readonly grewMb: number | undefined;
}

/** So many connections that say nothing, or half a header and no more, at the same time. */
export async function crowd({ port, pid }: ShippedBot, connections: number): Promise<Crowd> {
  const before = residentMb(pid);
  const honest = startHonestCallers(port);
  const began = performance.now();
  let ended = 0;
  const sockets = Array.from({ length: connections }, (_, n) => {
    const socket = opened(port);
    socket.resume().once('close', () => (ended += 1));
    if (n % 2 === 1) socket.write('POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\nx-a:');
    return socket;
  });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const [during, endedSoon] = [residentMb(pid), ended];
  while (ended < connections && performance.now() - began < MOST_MS)
    await new Promise((resolve) => setTimeout(resolve, 200));
  const tookMs = performance.now() - began;
  for (const socket of sockets) socket.destroy();
  const grewMb = before !== undefined && during !== undefined ? during - before : undefined;
  if (endedSoon > 0)
    throw new Error(`Expected ${connections} connections to be taken, got ${endedSoon} ended`);
  return { connections, ended, tookMs, grewMb, served: await honest.stop() };
}
