/** Where a text has got to, in everything that the system says, shows, sends, stores and logs. */
import { readFileSync } from 'node:fs';
import type { TableClient } from '@azure/data-tables';
import { createStorage } from '../../src/azure/clients';
import { everybody } from '../sandbox/people';
import type { TrafficEntry } from '../sandbox/teams/traffic';
import type { WholeSystem } from './whole-system';

/** Every place that has it, each once, in alphabetical order. */
export async function placesWith(text: string, system: WholeSystem): Promise<string[]> {
  const has = (value: unknown): boolean => JSON.stringify(value ?? '').includes(text);
  const places = [
    ...trafficOf(system).flatMap((entry) => placesInTeams(entry, has)),
    ...placesInMicrosoft365(text, system, has),
    ...(system.botLog().includes(text) ? ['the log'] : []),
    ...(await placesInStorage(system, has)),
  ];
  return [...new Set(places)].sort();
}

/** Every Teams activity of the story so far, oldest first. */
export function trafficOf({ trafficFile }: WholeSystem): TrafficEntry[] {
  const lines = readFileSync(trafficFile, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as TrafficEntry);
}

function placesInTeams(
  { way, person, path, body, reply }: TrafficEntry,
  has: (value: unknown) => boolean,
): string[] {
  const name = everybody.find(({ teamsId }) => teamsId === person)?.name ?? '';
  switch (way) {
    case 'person→bot':
      return [
        ...(has(body) ? [`typed by ${name}`] : []),
        ...(has(reply) ? [`shown to ${name}${isDialog(reply) ? ' in a dialog' : ''}`] : []),
      ];
    case 'bot→connector':
      return has(body) ? [`posted in ${conversationOf(path)}`] : [];
    case 'hub→person':
      return has(body) ? [`shown to ${name}${isDialog(body) ? ' in a dialog' : ''}`] : [];
  }
}

/** The bot's answer that opens one, or the card by which a Playground stands in for it. */
function isDialog(value: unknown): boolean {
  return /"task":\{|"text":"Dialog: /.test(JSON.stringify(value));
}

function conversationOf(path: string): string {
  const id = decodeURIComponent(/conversations\/([^/]+)/.exec(path)?.[1] ?? path);
  const person = everybody.find((each) => id === `a:${each.id}`);
  return person ? `the chat with ${person.name}` : id;
}

function placesInMicrosoft365(
  text: string,
  { sandbox, recordFile }: WholeSystem,
  has: (value: unknown) => boolean,
): string[] {
  return [
    ...(readFileSync(recordFile, 'utf8').includes(text) ? ['the traffic with Graph'] : []),
    ...Object.entries(sandbox.microsoft365.tenant.state()).flatMap(([part, state]) =>
      has(state) ? [`Microsoft 365: ${part}`] : [],
    ),
  ];
}

/** Rows by what they are (the first word of their key), and what waits in the queue. */
async function placesInStorage(
  { sandbox }: WholeSystem,
  has: (value: unknown) => boolean,
): Promise<string[]> {
  const storage = createStorage({
    prefix: 'jags',
    connectionString: sandbox.storage.connectionString,
    patient: true,
  });
  const { requests, index, facilitators, conversations, tally, wakeUps } = storage;
  const inTables = await Promise.all(
    [requests, index, facilitators, conversations, tally].map((table) => rowsOf(table, has)),
  );
  const { peekedMessageItems } = await wakeUps.peekMessages({ numberOfMessages: 32 });
  return [...inTables.flat(), ...(has(peekedMessageItems) ? ['the queue'] : [])];
}

async function rowsOf(table: TableClient, has: (value: unknown) => boolean): Promise<string[]> {
  const found: string[] = [];
  for await (const row of table.listEntities())
    if (has(row)) found.push(`table ${table.tableName}: ${row.rowKey!.split('-')[0]}`);
  return found;
}
