/** Marks in every field a person can fill, a whole life, and then everything that left the process is searched for each of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTown, type Town } from '../crash/town';
import { note } from '../evidence/noting';
import { definitions } from '../power/described';
import { type Receiver, startReceiver } from '../power/receiver';
import { API_AUDIENCE, type Entra, startEntra, TAB_AUDIENCE } from '../sandbox/entra';
import { type Ingestion, startIngestion } from '../telemetry/ingestion';
import type { Exchange } from './doors';
import { live } from './life';
import { type Field, MARKS } from './marks';
import { placesOf, type Searched } from './places';

const LONGEST_MS = 400_000;
const fields = Object.keys(MARKS) as Field[];
/** Codes that are lists of the settings, dates, and marks that answer a question: nobody writes in them. */
const CODED: readonly string[] = ['team', 'locality', 'earliest', 'latest', 'notNames', 'goesOn'];

let folder: string;
let town: Town;
let entra: Entra;
let receiver: Receiver;
let ingestion: Ingestion;
let api: readonly Exchange[];
let places: readonly Searched[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marked-'));
  const logFile = join(folder, 'bot.log');
  [entra, receiver, ingestion] = await Promise.all([startEntra(), startReceiver(), startIngestion()]);
  town = await buildTown({
    notified: true,
    logFile,
    settings: {
      APPLICATIONINSIGHTS_CONNECTION_STRING: ingestion.connectionString,
      OTEL_METRIC_EXPORT_INTERVAL: '500',
      TAB_ISSUER: entra.issuer,
      TAB_AUDIENCE,
      API_ISSUER: entra.issuer,
      API_AUDIENCE,
    },
  });
  api = await live({ town, entra, callbackUrl: `${receiver.url}/workflows/a?sig=invented` });
  const { gate, storage: connectionString } = town;
  places = await placesOf({ gate, receiver, ingestion, logFile, connectionString, prefix: 'jags', api });
}, LONGEST_MS);

afterAll(async () => {
  await town.stop();
  await Promise.all([entra.stop(), receiver.close(), ingestion.stop()]);
  rmSync(folder, { recursive: true });
});

/** Where each mark is. */
function placesWith(field: Field): readonly Searched[] {
  return places.filter(({ texts }) => texts.some((text) => text.includes(MARKS[field].mark)));
}

it('has been everywhere: every place has something in it, and every field was filled in', () => {
  expect(places.filter(({ texts }) => texts.length === 0).map(({ place }) => place)).toEqual([]);
  expect(fields.filter((field) => placesWith(field).length === 0)).toEqual([]);
  expect(api.filter(({ status }) => status >= 300)).toEqual([]);
});

it('has a mark for every text that the form takes', () => {
  const { properties } = definitions['NewRequest']!;
  const texts = Object.entries(
    properties as Record<string, { type: string; enum?: unknown; format?: string }>,
  )
    .filter(
      ([name, { type, enum: codes, format }]) =>
        type === 'string' && !codes && !format && !CODED.includes(name),
    )
    .map(([name]) => name);
  const marked: readonly string[] = [...fields, 'requesterName', 'requesterMail'];
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((name) => !marked.includes(name))).toEqual([]);
});

it.each(fields)('has %s only where the data map says', (field) => {
  const strayed = placesWith(field).filter(({ holds }) => !holds.includes(MARKS[field].is));
  expect(strayed.map(({ place }) => place)).toEqual([]);
});

it('has named nobody where the data map says that nobody can be found', () => {
  const found = fields.flatMap((field) => placesWith(field).filter(({ holds }) => holds.length === 0));
  expect(found.map(({ place }) => place)).toEqual([]);
  note({
    marks: fields.length,
    places: places.length,
    characters: places.reduce((sum, { texts }) => sum + texts.reduce((all, text) => all + text.length, 0), 0),
    strayed: fields.reduce(
      (sum, field) => sum + placesWith(field).filter(({ holds }) => !holds.includes(MARKS[field].is)).length,
      0,
    ),
  });
});
