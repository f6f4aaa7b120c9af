/**
 * The messages of all conversations, and under which ids each person's Playground knows its copy.
 *
 * With a file, every change is one line of JSON appended to it, and the last line about a message counts: ids the
 * bot has stored stay good after the sandbox was stopped, however it was stopped.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Activity } from './activity';

/** Where a Playground keeps its copy of a message. */
export interface Copy {
  readonly conversationId: string;
  readonly activityId: string;
}

export interface Message {
  /** The id the bot knows. */
  readonly id: string;
  /** Without the thread. */
  readonly conversationId: string;
  /** The message its thread starts with; its own id when it starts one. */
  readonly root: string;
  /** Roster id of the person who wrote it; the bot's messages have none. */
  readonly author?: string;
  /** As everybody sees it. */
  activity: Activity;
  /** Counts updates, so that a card fetched for an older one is not shown over a newer. */
  version: number;
  /** By roster id. */
  copies: Record<string, Copy>;
}

export type Draft = Pick<Message, 'conversationId' | 'activity'> & Partial<Pick<Message, 'root' | 'author'>>;

export interface Messages {
  /** A message that is part of the conversation. */
  add(draft: Draft): Message;
  /** A message only one person is shown and that is not kept: a dialog. */
  fleeting(draft: Draft): Message;
  save(message: Message): void;
  find(id: string): Message | undefined;
  findByCopy(teamsId: string, activityId: string): Message | undefined;
  /** In the order they were written. */
  all(): Message[];
  /** Once per key ever: whether this is the first time. */
  firstTime(key: string): boolean;
  /** So that it can be the first time again. */
  forget(key: string): void;
}

type Line = { readonly message: Message } | { readonly key: string; readonly happened: boolean };

export function createMessages(file?: string): Messages {
  const messages = new Map<string, Message>();
  const happened = new Set<string>();
  let lastId = 0;

  function nextId(): string {
    lastId = Math.max(Date.now(), lastId + 1);
    return String(lastId);
  }

  function apply(line: Line): void {
    if ('message' in line) messages.set(line.message.id, line.message);
    else if (line.happened) happened.add(line.key);
    else happened.delete(line.key);
  }

  function write(line: Line): void {
    apply(line);
    if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
  }

  function fleeting({ root, ...draft }: Draft): Message {
    const id = nextId();
    return { ...draft, id, root: root ?? id, version: 0, copies: {} };
  }

  if (file && existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean))
      apply(JSON.parse(line) as Line);
    lastId = Math.max(0, ...[...messages.keys()].map(Number));
  }

  return {
    fleeting,
    add(draft) {
      const message = fleeting(draft);
      write({ message });
      return message;
    },
    save: (message) => write({ message }),
    find: (id) => messages.get(id),
    findByCopy: (teamsId, activityId) =>
      [...messages.values()].find(({ copies }) => copies[teamsId]?.activityId === activityId),
    all: () => [...messages.values()],
    firstTime(key) {
      if (happened.has(key)) return false;
      write({ key, happened: true });
      return true;
    },
    forget: (key) => write({ key, happened: false }),
  };
}
