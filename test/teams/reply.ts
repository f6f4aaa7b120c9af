/** What comes back for a press, as Teams would read it. */
import type { Card } from '../../src/teams/cards';

/** What a person gets back for pressing something. */
export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly card?: Card;
  readonly text?: string;
}

/** Reads an answer to an Execute or a dialog. */
export function readReply(body: unknown): Reply {
  const { statusCode, type, value, task } = (body ?? {}) as {
    statusCode?: number;
    type?: string;
    value?: unknown;
    task?: { type: string; value: unknown };
  };
  if (task) {
    if (task.type === 'message') return { status: 200, text: String(task.value) };
    return { status: 200, card: (task.value as { card: { content: Card } }).card.content };
  }
  if (statusCode === undefined || type === undefined) return { status: 0 };
  if (type === 'application/vnd.microsoft.card.adaptive')
    return { status: statusCode, type, card: value as Card };
  const text = typeof value === 'string' ? value : (value as { message: string }).message;
  return { status: statusCode, type, text };
}
