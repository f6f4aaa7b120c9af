/** A button pressed at one of the bots, and what the person who pressed it was told. */
import type { PersonCommand } from '../../src/domain/request';
import { execute } from '../bench/presses';
import { type Told, toldBy } from '../bench/told';
import type { SandboxPerson } from '../sandbox/people';
import type { Town } from './town';

export interface Press {
  readonly by: SandboxPerson;
  readonly verb: string;
  readonly data: object;
  readonly where?: 'personal' | 'channel';
  /** What is then in the audit, where something is. */
  readonly kind?: PersonCommand['kind'] | 'submit';
}

const PATIENCE_MS = 6_000;

export interface Reply {
  readonly told: Told;
  readonly text: string;
}

/** @param n which of the bots that are up */
export async function press(town: Town, { by, verb, data, where }: Press, n: number): Promise<Reply> {
  const serving = town.crew.serving();
  const bot = serving[n % Math.max(serving.length, 1)];
  if (!bot) return { told: 'unknown', text: 'no bot is up' };
  const activity = execute(by, verb, data, where, 'manual', town.serviceUrl);
  const response = await fetch(`${bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  const text = (await response?.text().catch(() => undefined)) ?? '';
  return response?.ok ? { told: toldBy(text), text } : { told: 'unknown', text };
}
