/** What monitoring costs: its page data beside few and many closed sessions, counting anew, and the XmR chart. */
import type { TableClient } from '@azure/data-tables';
import pLimit from 'p-limit';
import { createFigureRows } from '../../src/azure/figures-table';
import { createStorage, type Storage } from '../../src/azure/clients';
import { createRequestIndex } from '../../src/azure/request-index';
import { createRequests } from '../../src/azure/request-table';
import { createTally } from '../../src/azure/tally-table';
import { createFigures } from '../../src/counting/figures';
import { bringUpToDate } from '../../src/counting/fact-keeping';
import { rebuildFigures } from '../../src/counting/rebuilding';
import { createReleasing } from '../../src/counting/releasing';
import { addDays, localDate } from '../../src/domain/calendar';
import { factOf, monthsOf, type RequestFact } from '../../src/domain/monitoring/facts';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { xmr } from '../../src/domain/spc';
import { at } from '../builders';
import { aStory, evaluationsOf, FACILITATORS, requestId, requestsOf, type Story } from '../closed-requests';
import { answers } from '../domain/monitoring/some-sessions';
import { createMemoryFigures } from '../memory/figures';
import type { RunningStorage } from '../sandbox/storage';
import { type Compared, compare, type Effort, effortOf, spreadOf } from './compare';
import { figure, judged, inRounds, type Row, type Section, withSpread } from './table';

const FEW = 200;
const MANY = 20_000;
const AIM = 1.2;
const TURNS = { warmUpPairs: 10, rounds: 7, pairsPerRound: 6 };
const NOW = at('2028-03-01T09:00');
/** Two years of days on which was asked, so that both are of the same months. */
const FROM = '2026-01-05';
const DAYS = 730;
/** Of the writes that make ready what is measured. */
const WRITES_AT_ONCE = 32;
const ROWS_A_TRANSACTION = 50;
const REBUILT = 500;
const REBUILD_TURNS = { warmUpPairs: 1, rounds: 5, pairsPerRound: 1 };
const POINTS = 24;
const CHARTS = 2_000;
const CHART_TURNS = { warmUpPairs: 5, rounds: 7, pairsPerRound: 5 };

export async function measureFigures({ connectionString }: RunningStorage): Promise<Section> {
  const page = await pageData(connectionString);
  const rebuild = await rebuilding(connectionString);
  const chart = await charting();
  const perSecond = (each: Compared<Effort>['ours']) =>
    `${figure((REBUILT / each.wallMs.median) * 1_000)} a second`;
  const rows: Row[] = [
    {
      what: `monitoring, ${MANY.toLocaleString('en-GB')} closed sessions`,
      ours: withSpread(page.ours.wallMs, 'ms'),
      bare: withSpread(page.bare.wallMs, 'ms'),
      ...judged(page.ratio.wallMs, AIM),
    },
    {
      what: `counting ${REBUILT} requests anew`,
      ours: perSecond(rebuild.ours),
      bare: perSecond(rebuild.bare),
      ...inRounds(rebuild.ratio.wallMs),
    },
    {
      what: `xmr, per point of ${POINTS}`,
      ours: withSpread(perPoint(chart.ours.cpuMs), 'ns'),
      bare: withSpread(perPoint(chart.bare.cpuMs), 'ns'),
      ...inRounds(chart.ratio.cpuMs),
    },
  ];
  return {
    rows,
    means:
      `Monitoring: all the page is made of, read from Azurite and put together; bare is the same with ${FEW} closed sessions ` +
      'of the same two years. Counting anew: rows read, counted, months and releases worked out; bare reads the same rows and ' +
      'writes one row each. What was said of the sessions comes from memory in both. xmr: processor time; bare works out a ' +
      'mean and a standard deviation of the same values.',
  };
}

async function pageData(connectionString: string): Promise<Compared<Effort>> {
  const [many, few] = [
    await filled(connectionString, 'figmany', MANY),
    await filled(connectionString, 'figfew', FEW),
  ];
  return compare<Effort>({
    ...TURNS,
    ours: () => effortOf(() => many.monitoring(NOW)),
    bare: () => effortOf(() => few.monitoring(NOW)),
  });
}

/** Counted in memory and copied, because the emulator takes long to read months of many hundred sessions. */
async function filled(connectionString: string, prefix: string, count: number) {
  const storage = await prepared(connectionString, prefix);
  const facts = storiesOf(count).map(({ request, history, answers: said }) =>
    factOf(request, history, { answers: said, lessons: [] }, policy),
  );
  await putAll(storage.facts, facts);
  const memory = createMemoryFigures();
  for (const fact of facts) await memory.putFact(fact);
  const months = [...new Set(facts.flatMap(monthsOf))];
  for (const month of months) await bringUpToDate(memory, month);
  const requests = requestsOf([]);
  await createReleasing({ workbench: { open: async () => [] }, requests, rows: memory, policy }).freeze(NOW);
  const rows = createFigureRows(storage);
  for (const month of months) await rows.putSummary(month, (await memory.summary(month))!.summary, undefined);
  for (const block of await memory.blocks(months[0]!)) await rows.putBlock(block);
  for (const [year, cells] of await memory.years(0)) await rows.putYear(year, cells);
  return createFigures({
    requests,
    evaluations: evaluationsOf([]),
    rows,
    policy,
    openRequests: { all: async () => [] },
    pool: { all: async () => [] },
    tally: createTally(storage),
  });
}

/** As the table writes them, many at once. */
async function putAll(table: TableClient, facts: readonly RequestFact[]): Promise<void> {
  const byMonth = new Map<string, RequestFact[]>();
  for (const fact of facts)
    for (const month of monthsOf(fact)) byMonth.set(month, [...(byMonth.get(month) ?? []), fact]);
  for (const [month, all] of byMonth)
    for (let n = 0; n < all.length; n += ROWS_A_TRANSACTION)
      await table.submitTransaction(
        all
          .slice(n, n + ROWS_A_TRANSACTION)
          .map((fact) => [
            'create',
            { partitionKey: `facts-${month}`, rowKey: fact.id, data: JSON.stringify(fact) },
          ]),
      );
}

/** Spread evenly over two years; what people say of them goes round. */
function storiesOf(count: number): Story[] {
  const teams = ['cs-fs', 'ed-pri', 'hl-hv', 'po-ne'];
  const localities = ['norwich', 'north', 'breckland'];
  return Array.from({ length: count }, (_, n) =>
    aStory({
      id: requestId(n),
      day: addDays(FROM, Math.floor((n * DAYS) / count)),
      facilitator: FACILITATORS[n % FACILITATORS.length]!,
      team: teams[n % teams.length]!,
      locality: localities[n % localities.length]!,
      answers: answers(3 + (n % 4), n % 7 === 0 ? ['case-updates'] : 'none'),
    }),
  );
}

async function rebuilding(connectionString: string): Promise<Compared<Effort>> {
  const storage = await prepared(connectionString, 'figrebuild');
  const stories = storiesOf(REBUILT);
  const index = createRequestIndex(storage.index);
  const requests = createRequests({ requests: storage.requests, index });
  const limit = pLimit(WRITES_AT_ONCE);
  await Promise.all(
    stories.map(({ request, history }) =>
      limit(async () => {
        const [first, ...others] = history;
        await requests.save({ next: request, effects: [], audit: first! });
        for (const entry of others) await requests.audit(request.id, entry);
      }),
    ),
  );
  const rows = createFigureRows(storage);
  const allRequests = () => requestsOf(stories).all();
  const needs = { requests, evaluations: evaluationsOf(stories), rows, policy };
  const releasing = createReleasing({ workbench: { open: async () => [] }, requests, rows, policy });
  return compare<Effort>({
    ...REBUILD_TURNS,
    ours: () => effortOf(() => rebuildFigures({ ...needs, allRequests, releasing }, NOW)),
    bare: () => effortOf(() => copied(storage, stories, needs.requests)),
  });
}

async function copied(
  { tally }: Storage,
  stories: readonly Story[],
  requests: Pick<ReturnType<typeof createRequests>, 'load' | 'history'>,
): Promise<void> {
  const limit = pLimit(16);
  await Promise.all(
    stories.map(({ request: { id } }) =>
      limit(async () => {
        const [loaded] = await Promise.all([requests.load(id), requests.history(id)]);
        const data = JSON.stringify(localDate(loaded!.request.submittedAt));
        await tally.upsertEntity({ partitionKey: 'copied', rowKey: id, data }, 'Replace');
      }),
    ),
  );
}

async function charting(): Promise<Compared<Effort>> {
  const values = Array.from({ length: POINTS }, (_, n) => 8 + ((n * 7) % 5));
  // What nobody looks at would not be worked out at all.
  let sink = 0;
  const times = (chart: () => number) => {
    for (let n = 0; n < CHARTS; n += 1) sink += chart();
  };
  const compared = await compare<Effort>({
    ...CHART_TURNS,
    ours: () => effortOf(() => times(() => xmr(values).points[0]!.mean)),
    bare: () => effortOf(() => times(() => deviationOf(values))),
  });
  if (!Number.isFinite(sink)) throw new Error(`Expected charts to have a mean, got ${sink}`);
  return compared;
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length);
}

/** Nanoseconds, of milliseconds for so many charts. */
function perPoint(spread: Compared<Effort>['ours']['cpuMs']) {
  const one = (ms: number) => (ms * 1_000_000) / (CHARTS * POINTS);
  return spreadOf(spread.values.map(one));
}

async function prepared(connectionString: string, prefix: string): Promise<Storage> {
  const storage = createStorage({ connectionString, prefix });
  await storage.prepare();
  return storage;
}
