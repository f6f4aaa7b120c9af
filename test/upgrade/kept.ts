/**
 * What an installation was at one moment, as files: rows with their exact types, queue messages, the simulated Outlook and the
 * messages in Teams it is connected to, and every card as it was sent. Addresses of this machine are placeholders in it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Instant } from '../../src/domain/intervals';
import type { PersonId } from '../../src/domain/people';
import type { StoredRow, TableName } from '../../src/ports/backups';
import type { KeptLink } from './links';

export const QUEUES = ['wakeUps', 'eventChanges', 'errands'] as const;
export type QueueName = (typeof QUEUES)[number];

export type KeptRow = StoredRow & { readonly table: TableName };

export interface KeptMessage {
  readonly queue: QueueName;
  readonly text: string;
}

/** A card as somebody holds it. */
export interface KeptCard {
  readonly to: PersonId;
  /** Where it stands, and as which message; one that answers a press is no message of its own. */
  readonly conversation: string;
  readonly activity?: string;
  /** Of an earlier state of its message: what was on a screen that has not been drawn anew. */
  readonly earlier?: true;
  readonly card: unknown;
}

export interface About {
  /** Of the program that wrote it: the beginning of its commit. */
  readonly version: string;
  /** The moment all of it is of. */
  readonly at: Instant;
}

export interface Kept {
  readonly about: About;
  readonly rows: readonly KeptRow[];
  readonly messages: readonly KeptMessage[];
  readonly cards: readonly KeptCard[];
  readonly links: readonly KeptLink[];
  /** As the simulated Microsoft 365 saves it. */
  readonly outlook: string;
  /** As the simulated Teams saves it, a line each. */
  readonly teams: string;
}

/** Where the parts of a system are reached, by the name that stands for it in the files. */
export type Addresses = Readonly<Record<'bot' | 'teams' | 'graph' | 'programs', string>>;

const FOLDER = join(__dirname.replace(/([/\\])build[/\\]test[/\\]upgrade$/, '$1test$1upgrade'), 'kept');

export function versionsKept(): readonly string[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];
}

export function keep(kept: Kept, addresses: Addresses): void {
  const folder = join(FOLDER, kept.about.version);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) =>
    writeFileSync(join(folder, `${name}.gz`), gzipSync(withNames(text, addresses), { level: 9 }));
  writeFileSync(join(folder, 'about.json'), `${JSON.stringify(kept.about)}\n`);
  write('rows.jsonl', inLines(kept.rows));
  write('messages.jsonl', inLines(kept.messages));
  write('cards.jsonl', inLines(kept.cards));
  write('links.jsonl', inLines(kept.links));
  write('outlook.json', `${kept.outlook}\n`);
  write('teams.jsonl', kept.teams);
}

/** With the addresses of the system that is to go on with it. */
export function readKept(version: string, addresses: Addresses): Kept {
  const read = (name: string) =>
    withAddresses(gunzipSync(readFileSync(join(FOLDER, version, `${name}.gz`))).toString('utf8'), addresses);
  return {
    about: aboutKept(version),
    rows: ofLines(read('rows.jsonl')) as KeptRow[],
    messages: ofLines(read('messages.jsonl')) as KeptMessage[],
    cards: ofLines(read('cards.jsonl')) as KeptCard[],
    links: ofLines(read('links.jsonl')) as KeptLink[],
    outlook: read('outlook.json'),
    teams: read('teams.jsonl'),
  };
}

/** Of when it is, before anything can be started to go on with it. */
export function aboutKept(version: string): About {
  return JSON.parse(readFileSync(join(FOLDER, version, 'about.json'), 'utf8')) as About;
}

const inLines = (list: readonly unknown[]) => list.map((each) => `${JSON.stringify(each)}\n`).join('');
const ofLines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);

/** Without scheme, because an address stands there with http and with https. */
const hostOf = (address: string) => new URL(address).host;

function withNames(text: string, addresses: Addresses): string {
  return Object.entries(addresses).reduce(
    (given, [name, address]) => given.replaceAll(hostOf(address), `{{${name}}}`),
    text,
  );
}

function withAddresses(text: string, addresses: Addresses): string {
  return Object.entries(addresses).reduce(
    (given, [name, address]) => given.replaceAll(`{{${name}}}`, hostOf(address)),
    text,
  );
}
