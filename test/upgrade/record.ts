/** `node build/test/upgrade/record.js <version>`: tells the story with this version and keeps what comes of it; see README.md. */
import type { QueueClient } from '@azure/storage-queue';
import { TABLE_NAMES } from '../../src/ports/backups';
import { opened, saysAll, sentCards } from './in-hand';
import { keep, type KeptMessage, type KeptRow, QUEUES } from './kept';
import { follow, type KeptLink, pathsIn } from './links';
import { outage, standstill } from './standstill';
import { BEGINS, lastDay, tellStory } from './story';
import { startSystem, type System } from './system';

async function record(version: string): Promise<void> {
  const system = await startSystem({ at: BEGINS });
  try {
    const acting = await tellStory(system);
    const open = await lastDay(acting, system);
    await outage(acting, system, open);
    await system.stopBot();
    await standstill(acting, system, open);
    system.microsoft365.tenant.faults.clear();
    system.hub.faults.clear();
    await system.live({ worker: false });
    await saysAll(system.addresses);
    const sent = sentCards(system.hub.traffic);
    const cards = [...sent, ...(await opened(sent, system.addresses))];
    const saved = system.saved();
    const links: KeptLink[] = [];
    for (const path of pathsIn([saved.outlook, JSON.stringify(cards)], system.addresses))
      links.push({ path, status: await follow(path, system.addresses) });
    await system.stopBot();
    const about = { version, at: system.now() };
    const rows = await rowsOf(system);
    const messages = await messagesOf(system);
    keep({ about, rows, messages, cards, links, ...saved }, system.addresses);
    say(rows, cards.length);
  } finally {
    await system.stop();
  }
}

async function rowsOf({ exact }: System): Promise<readonly KeptRow[]> {
  const rows: KeptRow[] = [];
  for (const table of TABLE_NAMES)
    for await (const page of exact.read(table, 'page'))
      // Who runs is of the process, and of this moment only.
      if (table !== 'operations') rows.push(...page.map((row) => ({ table, ...row })));
  return rows;
}

async function messagesOf({ storage }: System): Promise<readonly KeptMessage[]> {
  const messages: KeptMessage[] = [];
  for (const queue of QUEUES)
    for await (const text of textsIn(storage[queue])) messages.push({ queue, text });
  return messages;
}

async function* textsIn(queue: QueueClient): AsyncGenerator<string> {
  for (;;) {
    const { receivedMessageItems } = await queue.receiveMessages({
      numberOfMessages: 32,
      visibilityTimeout: 600,
    });
    if (receivedMessageItems.length === 0) return;
    for (const { messageText } of receivedMessageItems) yield messageText;
  }
}

function say(rows: readonly KeptRow[], cards: number): void {
  const of = (begins: string) =>
    rows.filter(({ table, rowKey }) => table === 'requests' && rowKey.startsWith(begins));
  const counted = (keys: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts].map(([key, count]) => `${count} × ${key}`).join(', ');
  };
  const states = of('request').map(({ columns }) => {
    const { state, outcome } = JSON.parse(String(columns['data']?.value)) as {
      state: string;
      outcome?: { kind: string };
    };
    return outcome ? `${state} ${outcome.kind}` : state;
  });
  const kinds = of('effect-').map(
    ({ columns }) => (JSON.parse(String(columns['data']?.value)) as { effect: { kind: string } }).effect.kind,
  );
  process.stdout.write(
    [
      `${rows.length} rows, ${cards} cards`,
      `requests: ${counted(states)}`,
      `effects: ${counted(kinds)}`,
      '',
    ].join('\n'),
  );
}

const [version] = process.argv.slice(2);
if (!version || !/^[0-9a-z.-]{3,40}$/.test(version)) {
  process.stderr.write('Usage: node build/test/upgrade/record.js <version>, the beginning of a commit\n');
  process.exitCode = 1;
} else void record(version);
