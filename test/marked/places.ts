/** Everything that left the process, by place, and which places of the data map may hold what. */
import { readFileSync } from 'node:fs';
import { fromZipped } from '../../src/backup/row-lines';
import { TABLE_NAMES } from '../../src/ports/backups';
import { type Content, kindOf } from '../../src/retention/data-map';
import { OTHER_PLACES } from '../../src/retention/places';
import { openBackups } from '../../src/starting/backups';
import type { Gate } from '../crash/gate';
import type { Ingestion } from '../telemetry/ingestion';
import type { Receiver } from '../power/receiver';
import type { Exchange } from './doors';

/** A place with what may be in it, and every text that got there, in small letters. */
export interface Searched {
  readonly place: string;
  readonly holds: readonly Content[];
  readonly texts: readonly string[];
}

export interface Sources {
  readonly gate: Gate;
  readonly receiver: Receiver;
  readonly ingestion: Ingestion;
  readonly logFile: string;
  readonly connectionString: string;
  readonly prefix: string;
  /** What programs were answered. */
  readonly api: readonly Exchange[];
}

export async function placesOf(sources: Sources): Promise<readonly Searched[]> {
  const { gate, receiver, ingestion, logFile, api } = sources;
  const calls = (to: string, fits: (path: string) => boolean = () => true) =>
    gate.calls
      .filter((call) => call.to === to && fits(call.path))
      .map(({ path, body }) => `${decodeURIComponent(path)} ${body.toString()}`);
  const [mail, events] = [
    (path: string) => path.includes('sendMail'),
    (path: string) => path.includes('/events'),
  ];
  return lowered([
    place('queues', calls('queue')),
    place('letters in the organiser', calls('graph', mail)),
    place('organiser', calls('graph', events)),
    place(
      'questions to Microsoft Graph',
      calls('graph', (path) => !mail(path) && !events(path)),
    ),
    place('our cards in Teams', calls('teams')),
    place('flows that have subscribed', [
      ...receiver.heard.map((each) => JSON.stringify(each)),
      ...api.map(({ answer }) => answer),
    ]),
    place('logs', [readFileSync(logFile, 'utf8'), ...ingestion.bodies]),
    ...(await rowsAndBackups(sources)),
  ]);
}

/** The place of the data map whose name begins so. */
function place(begins: string, texts: readonly string[]): Searched {
  const found = OTHER_PLACES.find(({ where }) => where.startsWith(begins));
  if (!found) throw new Error(`Expected the data map to know a place that begins with "${begins}", got none`);
  return { place: found.where, holds: found.holds, texts };
}

async function rowsAndBackups({ connectionString, prefix }: Sources): Promise<Searched[]> {
  const account = { kind: 'connection-string', connectionString } as const;
  const config = { storage: account, backupStorage: account, storagePrefix: prefix };
  const { rows, store, ...backups } = openBackups({ config, credentials: undefined, now: () => Date.now() });
  const found = new Map<string, { holds: readonly Content[]; texts: string[] }>();
  for (const table of TABLE_NAMES)
    for await (const page of rows.read(table, 'page'))
      for (const row of page) {
        const kind = kindOf(table, row);
        const name = `table ${table}: ${kind?.kind ?? 'unknown'}`;
        const kept = found.get(name) ?? { holds: kind?.holds ?? [], texts: [] };
        kept.texts.push(JSON.stringify(row));
        found.set(name, kept);
      }
  const manifest = await backups.newest();
  if (!manifest) throw new Error('Expected a backup to have been taken, got none');
  const texts: string[] = [];
  for (const table of TABLE_NAMES.filter((name) => manifest.tables[name] !== undefined))
    for await (const row of fromZipped(store.get(manifest.id, table))) texts.push(JSON.stringify(row));
  return [
    ...[...found].map(([name, { holds, texts: each }]) => ({ place: name, holds, texts: each })),
    place('blobs `backups`', texts),
  ];
}

function lowered(places: readonly Searched[]): readonly Searched[] {
  return places.map((each) => ({ ...each, texts: each.texts.map((text) => text.toLowerCase()) }));
}
