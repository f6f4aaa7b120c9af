/**
 * The bot as it is shipped, with something that stands in for Application Insights: a request is approved and arranged,
 * people write and open pages, and everything that was sent is looked at. Whatever a person can fill in is marked.
 */
import type { RequestId } from '../../src/domain/request';
import { METRICS } from '../../src/telemetry/metrics';
import { anAsk, aParticipant, aRequester } from '../builders';
import { approves } from '../bench/presses';
import { buildTown, type Town } from '../crash/town';
import { until } from '../crash/until';
import type { BotProcess } from '../sandbox/bot-process';
import * as people from '../sandbox/people';
import { type Envelope, type Ingestion, startIngestion } from './ingestion';

const MARK = 'Marked';
const TOKEN = 'markedtokenmarkedtokenmarkedtokenmarkedtoken';
const ID = '7qf3k2m9xw0d4h5j6n8p1r2s3t';

let ingestion: Ingestion;
let town: Town;
let bot: BotProcess;
let sent: readonly Envelope[];

beforeAll(async () => {
  ingestion = await startIngestion();
  town = await buildTown({
    notified: true,
    settings: {
      APPLICATIONINSIGHTS_CONNECTION_STRING: ingestion.connectionString,
      OTEL_METRIC_EXPORT_INTERVAL: '500',
      API_AUDIENCE: 'api://jags.example',
      API_ISSUER: 'http://127.0.0.1:9/',
    },
  });
  bot = await town.startBot();
  await town.request(undefined, {
    id: ID,
    requester: aRequester({ name: `Petra ${MARK}`, mail: `petra.${MARK}@marked.example` }),
    ask: anAsk({
      caseReference: `${MARK}-4711`,
      reason: `${MARK} We are stuck and worried.`,
      place: { kind: 'in-person', venue: `${MARK} Hall` },
      participants: [1, 2].map((n) =>
        aParticipant({ name: `Pat ${MARK} ${n}`, mail: `${MARK}.${n}@marked.example` }),
      ),
    }),
  });
  await says(`${MARK} my little worry, at ${MARK} Street`);
  await fetch(`${bot.url}/r/${TOKEN}?${MARK}=${MARK}`);
  await fetch(`${bot.url}/request/${TOKEN}`);
  await fetch(`${bot.url}/evaluate/${TOKEN}`);
  await fetch(`${bot.url}/${MARK}/no/such/page`);
  for (const path of ['/request/start', '/request/link', `/r/${TOKEN}`])
    await fetch(`${bot.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'User-Agent': MARK },
      body: new URLSearchParams({ mail: `${MARK}@marked.example`, reason: MARK, code: MARK, urgent: 'no' }),
    });
  expect((await post(approves(ID))).status).toBe(200);
  await until(() => isArranged(ID), 'the request to be offered');
  await fetch(`${bot.url}/api/v1/requests/${ID}?${MARK}=${MARK}`, { headers: { 'X-Case': MARK } });
  await until(async () => unmeasured().length === 0, 'every metric there is');
  await bot.stop();
  sent = ingestion.envelopes();
});

afterAll(async () => {
  await bot.stop();
  await town.stop();
  await ingestion.stop();
});

function post(activity: object): Promise<Response> {
  return fetch(`${bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
  });
}

/** Nobody listens where it would be answered: the bot fails, with everything at hand that it must not tell. */
function says(text: string): Promise<Response> {
  const [, practitioner] = people.practitioners;
  const from = { id: practitioner.teamsId, name: `Sam ${MARK}`, aadObjectId: practitioner.id };
  const {
    value: _value,
    name: _name,
    replyToId: _replyToId,
    ...activity
  } = approves(ID) as Record<string, unknown>;
  const conversation = { id: `a:${MARK}`, conversationType: 'personal', tenantId: people.TENANT_ID };
  return post({ ...activity, type: 'message', id: '1', text, from, conversation });
}

async function isArranged(id: RequestId): Promise<boolean> {
  return (await town.state(id)).state === 'offered' && (await town.toDo(id)).length === 0;
}

interface Counted {
  readonly value: number;
  readonly kind?: string;
  readonly outcome?: string;
}

const data = ({ data: { baseData } }: Envelope) => baseData;
const spans = (): readonly Envelope[] => sent.filter((each) => data(each).id !== undefined);
const trace = (each: Envelope) => each.tags['ai.operation.id'];
const parent = (each: Envelope) => each.tags['ai.operation.parentId'];

function metric(name: string): readonly Counted[] {
  return ingestion.envelopes().flatMap((each) =>
    (data(each).metrics ?? [])
      .filter((one) => one.name === name)
      .map(({ value }) => ({
        value,
        ...data(each).properties,
      })),
  );
}

/** What alerts and the workbook look at and this bot does not tell; storage has asked nobody to wait here. */
function unmeasured(): readonly string[] {
  return Object.keys(METRICS).filter(
    (name) => name !== 'jags.storage.throttled' && metric(name).length === 0,
  );
}

function one(name: string): Envelope {
  const found = spans().filter((each) => data(each).name === name);
  expect({ name, found: found.length }).toEqual({ name, found: 1 });
  return found[0]!;
}

/** Every name, address and id of the sandbox's people. */
const OF_PEOPLE: readonly string[] = Object.values(people).flatMap((value) =>
  [value].flat().flatMap((each) => (typeof each === 'object' ? Object.values<string>({ ...each }) : [])),
);

it('sends nothing that a person filled in, no name, address, path or token', () => {
  expect(sent.length).toBeGreaterThan(20);
  // Without moments: a quarter past seven in the evening is no conversation of Teams.
  const everything = ingestion.bodies
    .join('\n')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g, '')
    .toLowerCase();
  const forbidden = [
    MARK,
    TOKEN,
    '@',
    '/r/',
    '/request',
    '/api/',
    'http:',
    'https:',
    '29:',
    '19:',
    ...OF_PEOPLE,
  ];
  expect(forbidden.filter((each) => everything.includes(each.toLowerCase()))).toEqual([]);
});

it('sends only names and properties of its own list', () => {
  const properties = new Set(sent.flatMap((each) => Object.keys(data(each).properties ?? {})));
  const known =
    'route requestId command outcome state kind lane tries attempt operation part code status _MS.links';
  expect([...properties].filter((name) => !known.split(' ').includes(name))).toEqual([]);
  expect(spans().map((each) => data(each).name)).not.toContain('other');
});

it('follows the click to its command, its effects, what they asked of Graph, and their outcome', () => {
  const command = one('command approve');
  const click = spans().find((each) => data(each).id === parent(command))!;
  expect(click.data).toMatchObject({
    baseType: 'RequestData',
    baseData: { name: 'messages', responseCode: '200' },
  });
  expect(data(command).properties).toMatchObject({ requestId: ID, command: 'approve', outcome: 'accepted' });

  const reserve = one('effect reserve');
  expect(parent(reserve)).toBe(data(command).id);
  const reserved = one('command reserved');
  expect(parent(reserved)).toBe(data(reserve).id);
  const create = one('effect create-event');
  expect(parent(create)).toBe(data(reserved).id);
  const asked = spans().filter((each) => parent(each) === data(create).id);
  const made = asked.find((each) => data(each).name === 'graph POST users-events')!;
  expect(data(made)).toMatchObject({ resultCode: '201', success: true, properties: { attempt: '1' } });
  expect(asked.map((each) => data(each).name)).toContain('command event-created');
  for (const each of [click, reserve, reserved, create, made]) expect(trace(each)).toBe(trace(command));
});

it('names routes, never paths', () => {
  const routes = sent
    .filter(({ data: { baseType } }) => baseType === 'RequestData')
    .map((each) => data(each).name);
  expect(new Set(routes).size).toBeGreaterThan(4);
  for (const name of routes) expect(name).toMatch(/^[a-z][a-z-]+$/);
});

it('counts commands, tries of effects and what waits', () => {
  const approved = metric('jags.commands').filter(({ kind }) => kind === 'approve');
  expect(approved.map(({ value, outcome }) => ({ value, outcome }))).toEqual([
    { value: 1, outcome: 'accepted' },
  ]);
  expect(metric('jags.effect.duration_ms').map(({ kind }) => kind)).toContain('create-event');
  for (const name of ['jags.effects.waiting', 'jags.effects.parked', 'jags.effects.oldest_seconds'])
    expect(metric(name).at(-1)?.value).toBe(0);
  expect(metric('jags.subscription.minutes_left').at(-1)?.value).toBeGreaterThan(4_000);
});

it('reports nothing on itself: one address, one kind of path, our own metrics', () => {
  expect([...new Set(ingestion.paths)]).toEqual(['/v2.1/track']);
  const names = sent.flatMap((each) => (data(each).metrics ?? []).map(({ name }) => name));
  expect([...new Set(names)].filter((name) => !name.startsWith('jags.'))).toEqual([]);
});
