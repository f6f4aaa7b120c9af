/** A button pressed at one of the bots, and what the person who pressed it was told. */
import type { PersonCommand } from '../../src/domain/request';
import { REFUSALS, TROUBLE } from '../../src/teams/wording/refusals';
import { execute } from '../bench/presses';
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

/** `unknown`: no answer, or one that promises nothing. */
export type Told = 'accepted' | 'refused' | 'unknown';

const PATIENCE_MS = 6_000;
/** As it stands in an answer. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);
const NOTHING_DONE = [...Object.values(REFUSALS), ...Object.values(TROUBLE)].map(quoted);
/** What a bot says that ran out of time: it may be done or not. */
const CANNOT_TELL = quoted(TROUBLE.slow);
const SENT_ALREADY = quoted(REFUSALS['already-submitted']);
/** A form that comes back was not sent. */
const FORM_AGAIN = /"verb":"form-send"/;

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

/** @param text the answer to a press; '' where it was lost */
export function toldBy(text: string): Told {
  if (text === '' || text.includes(CANNOT_TELL)) return 'unknown';
  const { statusCode } = JSON.parse(text) as { statusCode?: number };
  const isDone =
    statusCode === 200 && !NOTHING_DONE.some((each) => text.includes(each)) && !FORM_AGAIN.test(text);
  return isDone ? 'accepted' : 'refused';
}

/** By a try nobody answered. */
export function isSentAlready({ text }: Reply): boolean {
  return text.includes(SENT_ALREADY);
}
