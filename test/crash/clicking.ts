/** People who go on asking, approving, accepting and withdrawing at bots that run, and what they were told was done. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../src/domain/intervals';
import type { Request, RequestId } from '../../src/domain/request';
import { accepts, approves, withdraws } from '../bench/presses';
import { toldBy } from '../bench/told';
import { type Chance, chanceOf } from '../simulation/chance';
import type { Town } from './town';
import { until } from './until';

/** A press somebody was told is done; named as the audit names it. */
export interface Acknowledged {
  readonly requestId: RequestId;
  readonly what: 'submit' | 'approve' | 'accept' | 'withdraw';
  readonly at: Instant;
}

export interface Clicking {
  readonly acknowledged: readonly Acknowledged[];
  /**
   * Presses that were answered with anything else than that they are done, as what came; but for what took too long to
   * tell, which is tried again, and an offer that was no longer there.
   */
  readonly failed: readonly string[];
  /** Nobody begins anything any more; resolves when what is under way is answered, or cannot be. */
  stop(): Promise<void>;
}

export interface ClickingOptions {
  readonly town: Town;
  /** Where the bots are; each press goes to one of them. */
  readonly bots: readonly string[];
  readonly seed: number;
  /** How many click side by side. */
  readonly people: number;
  /** Requests that are there already, and are gone on with before anybody asks for more. */
  readonly open?: readonly RequestId[];
}

const GLANCE_MS = 100;
/** Whoever is told that it cannot be told yet looks again in a while. */
const WHILE_MS = 1_000;

export function startClicking({ town, bots, seed, people, open = [] }: ClickingOptions): Clicking {
  const acknowledged: Acknowledged[] = [];
  const failed: string[] = [];
  const left = [...open];
  /** Whoever could not be told whether it was done: what they press next may be refused, as done already. */
  const unsure = new Set<RequestId>();
  let goesOn = true;
  const all = Array.from({ length: people }, (_, n) => clicksOn(chanceOf('clicking', seed, n)));
  return {
    acknowledged,
    failed,
    async stop() {
      goesOn = false;
      await Promise.all(all);
    },
  };

  async function clicksOn(chance: Chance): Promise<void> {
    while (goesOn) {
      const id = left.shift() ?? (await asks());
      for (let next = 'on'; goesOn && next === 'on';) next = await step(id, chance);
    }
  }

  async function asks(): Promise<RequestId> {
    const id = await town.request();
    acknowledged.push({ requestId: id, what: 'submit', at: Date.now() });
    return id;
  }

  async function step(id: RequestId, chance: Chance): Promise<'on' | 'done'> {
    const request = await town.state(id);
    switch (request.state) {
      case 'submitted':
        if (!canBeApproved(request)) return 'done';
        return chance.happens(0.2)
          ? last(request, 'withdraw', chance)
          : press(request, 'approve', approves(id), chance);
      case 'approved':
        await pause(GLANCE_MS);
        return 'on';
      case 'offered':
        if (chance.happens(0.2)) return last(request, 'withdraw', chance);
        return press(request, 'accept', accepts(id, request.attempt), chance);
      default:
        return 'done';
    }
  }

  async function last(request: Request, what: 'withdraw', chance: Chance): Promise<'done'> {
    await press(request, what, withdraws(request.id), chance);
    return 'done';
  }

  /** @param seen as it was when they made up their mind */
  async function press(
    seen: Request,
    what: Acknowledged['what'],
    activity: object,
    chance: Chance,
  ): Promise<'on' | 'done'> {
    const { id } = seen;
    try {
      const response = await fetch(`${chance.pick(bots)}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(activity),
      });
      const text = await response.text();
      const wasUnsure = unsure.delete(id);
      const told = response.ok && text !== '' ? toldBy(text) : 'refused';
      if (told === 'unknown') {
        unsure.add(id);
        await pause(WHILE_MS);
        return 'on';
      }
      if (told === 'refused') {
        const isRight = wasUnsure || (what === 'accept' && isGone(seen, await town.state(id)));
        if (!isRight) failed.push(`${id} ${what}: ${response.status} ${text}`);
        return 'done';
      }
    } catch (error) {
      // Whoever is killed answers nobody: nothing was acknowledged.
      if (goesOn) failed.push(`${id} ${what}: ${String(error)}`);
      return 'done';
    }
    acknowledged.push({ requestId: id, what, at: Date.now() });
    return 'on';
  }
}

/** For so long, and until something more was done: a machine that is busy takes longer for a press than people click. */
export async function clicksFor(ms: number, { acknowledged }: Clicking): Promise<void> {
  const before = acknowledged.length;
  await pause(ms);
  await until(async () => acknowledged.length > before, 'a press to be done');
}

function canBeApproved(request: Request): boolean {
  return (
    request.state === 'submitted' && (request.matches?.best.some((match) => match.id === '1-1') ?? false)
  );
}

/** Whether an offer was taken back before it was answered: its event may have gone with what was lost. */
function isGone(seen: Request, now: Request): boolean {
  const stillStands = now.state === 'offered' && seen.state === 'offered' && now.attempt === seen.attempt;
  return !stillStands && now.state !== 'booked';
}
