/** People who go on asking, approving, accepting and withdrawing at bots that run, and what they were told was done. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../src/domain/intervals';
import type { Request, RequestId } from '../../src/domain/request';
import { accepts, approves, withdraws } from '../bench/presses';
import { type Chance, chanceOf } from '../simulation/chance';
import type { Town } from './town';

/** A press somebody was told is done; named as the audit names it. */
export interface Acknowledged {
  readonly requestId: RequestId;
  readonly what: 'submit' | 'approve' | 'accept' | 'withdraw';
  readonly at: Instant;
}

export interface Clicking {
  readonly acknowledged: readonly Acknowledged[];
  /** Presses that were answered with anything else than that they are done, as what came. */
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

export function startClicking({ town, bots, seed, people, open = [] }: ClickingOptions): Clicking {
  const acknowledged: Acknowledged[] = [];
  const failed: string[] = [];
  const left = [...open];
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
          ? last(id, 'withdraw', chance)
          : press(id, 'approve', approves(id), chance);
      case 'approved':
        await pause(GLANCE_MS);
        return 'on';
      case 'offered':
        if (chance.happens(0.2)) return last(id, 'withdraw', chance);
        return press(id, 'accept', accepts(id, request.attempt), chance);
      default:
        return 'done';
    }
  }

  async function last(id: RequestId, what: 'withdraw', chance: Chance): Promise<'done'> {
    await press(id, what, withdraws(id), chance);
    return 'done';
  }

  async function press(
    id: RequestId,
    what: Acknowledged['what'],
    activity: object,
    chance: Chance,
  ): Promise<'on' | 'done'> {
    try {
      const response = await fetch(`${chance.pick(bots)}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(activity),
      });
      const { statusCode } = (await response.json()) as { statusCode?: number };
      if (response.status !== 200 || statusCode !== 200) {
        failed.push(`${id} ${what}: ${response.status} ${statusCode}`);
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

function canBeApproved(request: Request): boolean {
  return (
    request.state === 'submitted' && (request.matches?.best.some((match) => match.id === '1-1') ?? false)
  );
}
