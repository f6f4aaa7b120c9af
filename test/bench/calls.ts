/** What each action asks of storage: counted, not timed. */
import { randomUUID } from 'node:crypto';
import type { Request } from '../../src/domain/request';
import { aRequest } from '../builders';
import type { Microsoft365 } from '../sandbox/microsoft365/microsoft365';
import { startStorage } from '../sandbox/storage';
import { accepts, approves, asksForStatus, looksAt, sendsForm, withdraws } from './presses';
import type { Row, Section } from './table';
import { startWholeBot } from './whole-bot';

interface Action {
  readonly what: string;
  /** Makes it possible; not counted. */
  readonly before?: Request;
  readonly activity: object;
  /** As `asText` writes it. */
  readonly aim: string;
}

const PREFIX = 'counted';
const A_DECISION = '1 read, 1 queue message, 1 transaction';
const A_NEW_REQUEST = '1 queue message, 2 index rows, 1 transaction';

export async function countCalls(graph: Microsoft365): Promise<Section> {
  const storage = await startStorage();
  try {
    const { connectionString } = storage;
    const bot = await startWholeBot({ connectionString, prefix: PREFIX, graph: graph.url });
    const rows: Row[] = [];
    for (const { what, before, activity, aim } of actions()) {
      if (before) await bot.put(before);
      const from = storage.calls.length;
      await bot.receive(activity);
      const ours = asText(storage.calls.slice(from));
      rows.push({ what, ours, bare: '', aim, met: ours === aim });
    }
    return {
      rows,
      means: 'Calls to Azure Storage until the answer. A status reads the list, then each own request.',
    };
  } finally {
    await storage.stop();
  }
}

/** In an order in which each leaves what the next needs. */
function actions(): readonly Action[] {
  const submitted = aRequest.submitted({ id: randomUUID() });
  const withdrawn = aRequest.submitted({ id: randomUUID() });
  const offered = aRequest.offered({ id: randomUUID() });
  const own = [submitted, withdrawn, offered].length;
  return [
    { what: 'refresh for a coordinator', before: submitted, activity: looksAt(submitted.id), aim: '1 read' },
    { what: 'approve', activity: approves(submitted.id), aim: A_DECISION },
    { what: 'withdraw', before: withdrawn, activity: withdraws(withdrawn.id), aim: A_DECISION },
    { what: 'accept', before: offered, activity: accepts(offered.id), aim: A_DECISION },
    { what: `status, ${own} own requests`, activity: asksForStatus(), aim: `1 list, ${own} reads` },
    { what: 'form', activity: sendsForm(randomUUID()), aim: A_NEW_REQUEST },
  ];
}

/** In the order they are told in; the first that fits counts. */
const KINDS: readonly (readonly [kind: string, fits: RegExp])[] = [
  ['list', new RegExp(`^GET table /${PREFIX}Index`)],
  ['read', /^GET table \//],
  ['queue message', /^POST queue \//],
  ['index row', new RegExp(`^P[A-Z]+ table /${PREFIX}Index`)],
  ['transaction', /^POST table \/\$batch/],
];

/** `1 read, 1 queue message, 1 transaction`; a call of no kind as it is. */
function asText(calls: readonly string[]): string {
  const kinds = calls.map((call) => KINDS.find(([, fits]) => fits.test(call))?.[0] ?? call);
  return [...new Set([...KINDS.map(([kind]) => kind), ...kinds])]
    .map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}${count === 1 ? '' : 's'}`)
    .join(', ');
}
