/** Which rows are over, and when: one of each kind, as it is stored. */
import { defaultPolicy as policy } from '../../src/domain/policy';
import { type Column, type StoredRow, TABLE_NAMES, type TableName } from '../../src/ports/backups';
import { DATA_MAP, kindOf, namesSomebody } from '../../src/retention/data-map';
import type { Known } from '../../src/retention/kinds-of-rows';
import { at } from '../builders';

const DAY_MS = 24 * 60 * 60_000;
const writtenAt = at('2026-06-01T10:00');
const THERE = 'there000';
const GONE = 'gone0000';
const IN_POOL = 'aaaaaaaa-0000-4000-8000-000000000001';
const LEFT = 'aaaaaaaa-0000-4000-8000-000000000002';
const STRANGER = 'aaaaaaaa-0000-4000-8000-000000000003';
const known: Known = {
  policy,
  requests: new Set([THERE]),
  erased: new Set(),
  pool: new Map([
    [IN_POOL, {}],
    [LEFT, { over: at('2026-09-01T00:00') }],
  ]),
};

function row(partitionKey: string, rowKey: string, data: object = {}) {
  const column: Column = { type: 'String', value: JSON.stringify(data) };
  return { partitionKey, rowKey, columns: { data: column }, writtenAt };
}

const slot = { start: at('2026-06-20T10:00'), end: at('2026-06-20T11:30') };
const quarter = at('2026-07-01T00:00');
const session = { month: '2026-06', facilitator: IN_POOL };

/** Table, kind, the row, and how many days after which moment it is over; undefined: never, as things are. */
const ROWS: readonly [
  TableName,
  string,
  StoredRow & { writtenAt: number },
  readonly [number, number] | undefined,
][] = [
  ['requests', 'request', row(THERE, 'request'), undefined],
  ['requests', 'audit', row(GONE, 'audit-2026'), [writtenAt, 1]],
  ['requests', 'card', row(GONE, 'card-requester'), [writtenAt, 1]],
  ['requests', 'effect', row(THERE, 'effect-a-1'), undefined],
  ['requests', 'lease', row(GONE, 'lease-a'), [writtenAt, 1]],
  ['index', 'open', row('open', THERE), undefined],
  ['index', 'person', row(`person-${STRANGER}`, GONE), [writtenAt, 1]],
  ['facilitators', 'profile', row(IN_POOL, 'profile'), undefined],
  ['facilitators', 'profile', row(LEFT, 'profile'), [at('2026-09-01T00:00'), 0]],
  [
    'facilitators',
    'reservation',
    row(IN_POOL, 'reservation-a-1', { requestId: THERE, slot }),
    [slot.end, 396],
  ],
  [
    'facilitators',
    'reservation',
    row(LEFT, 'reservation-a-1', { requestId: THERE, slot }),
    [at('2026-09-01T00:00'), 0],
  ],
  ['facilitators', 'audit', row(IN_POOL, 'audit-1'), [writtenAt, 180]],
  ['facilitators', 'notice', row(IN_POOL, 'notice-training-2026-06-01'), [writtenAt, 396]],
  ['facilitators', 'ledger', row(IN_POOL, 'ledger'), undefined],
  ['facilitators', 'ledger', row(STRANGER, 'ledger'), [writtenAt, 396]],
  ['conversations', 'channel', row('channel', 'coordination'), undefined],
  ['conversations', 'calendar', row('calendar', 'reading'), undefined],
  ['conversations', 'claim', row('claim', 'digest-2026-06-01'), [writtenAt, 60]],
  ['conversations', 'person', row('person', STRANGER), [writtenAt, 180]],
  ['conversations', 'person', row('person', LEFT), [writtenAt, 180]],
  ['conversations', 'person', row('person', IN_POOL), undefined],
  ['tally', 'count', row('2026-06', 'door-tafs_ed'), undefined],
  ['limits', 'count', row('ask-from', '2026-06-01T10_0'), [writtenAt, 1]],
  ['links', 'link', row('hash', 'link', { terms: { expiresAt: slot.end } }), [slot.end, 30]],
  ['links', 'link', row('hash', 'link', { terms: { expiresAt: slot.end, requestId: GONE } }), [writtenAt, 1]],
  [
    'links',
    'link',
    row('hash', 'link', { terms: { expiresAt: slot.end, requestId: THERE } }),
    [slot.end, 30],
  ],
  ['links', 'epoch', row('hash', 'epoch'), [writtenAt, 210]],
  ['links', 'code', row('hash', 'code'), [writtenAt, 30]],
  ['links', 'code', row('hash', 'proof-1'), [writtenAt, 30]],
  ['evaluations', 'answers', row(GONE, 'answers'), undefined],
  ['evaluations', 'tickets', row(GONE, 'tickets'), [writtenAt, 1]],
  ['evaluations', 'tickets', row(THERE, 'used'), undefined],
  ['facts', 'fact', row('facts-2026-06', THERE, { closedAt: writtenAt, session }), [quarter, 180]],
  ['facts', 'fact', row('facts-2026-06', THERE, { closedAt: writtenAt }), undefined],
  ['facts', 'own', row(`own-${IN_POOL}`, GONE, { closedAt: writtenAt, session }), [quarter, 180]],
  ['figures', 'figure', row('months', '2026-06'), undefined],
  ['responses', 'response', row('response', 'roles'), undefined],
  ['calls', 'call', row('caller', 'key-1', { requestId: GONE }), [writtenAt, 1]],
  ['calls', 'call', row('caller', `request-${THERE}`), undefined],
  ['subscriptions', 'subscription', row('subscription', 's'), undefined],
  ['deliveries', 'delivery', row('s', 'a-1', { announcement: { requestId: GONE } }), [writtenAt, 1]],
  ['deliveries', 'delivery', row('s', 'a-1'), undefined],
  ['governance', 'hold', row('hold', 'h'), undefined],
  [
    'governance',
    'note',
    row('note', 'n', { at: slot.start, by: { id: STRANGER, name: 'Olga Officer' } }),
    [slot.start, 365],
  ],
  ['erasures', 'erasure', row('2026-06', 'e'), undefined],
  ['operations', 'hold', row('hold', 'hold'), undefined],
  ['operations', 'instance', row('instance', 'here'), [writtenAt, 1]],
  ['operations', 'note', row('note', 'n', { at: slot.start, by: 'Olga Officer' }), [slot.start, 365]],
  ['operations', 'note', row('note', 'n', { at: slot.start }), undefined],
];

it.each(ROWS)('%s, %s: %#', (table, kind, stored, over) => {
  const found = kindOf(table, stored)!;
  expect(found.kind).toBe(kind);
  expect(found.over(stored, known)?.since).toBe(over && over[0] + over[1] * DAY_MS);
});

it('has a kind for every table, and a case above for every kind', () => {
  expect(TABLE_NAMES.filter((name) => !DATA_MAP.some(({ table }) => table === name))).toEqual([]);
  const tried = new Set(ROWS.map(([table, kind]) => `${table} ${kind}`));
  expect(DATA_MAP.map(({ table, kind }) => `${table} ${kind}`).filter((each) => !tried.has(each))).toEqual(
    [],
  );
});

it('does not know what nobody has thought of', () => {
  expect(kindOf('requests', row(THERE, 'notes-about-the-family'))).toBeUndefined();
  expect(kindOf('facilitators', row(IN_POOL, 'diary'))).toBeUndefined();
});

it('is over at once where its request has just been erased', () => {
  const erased = { ...known, erased: new Set([GONE]) };
  for (const [table, , stored] of ROWS.filter(([, , { partitionKey, rowKey }]) =>
    [partitionKey, rowKey].includes(GONE),
  )) {
    const over = kindOf(table, stored)!.over(stored, erased);
    if (table !== 'evaluations' || stored.rowKey !== 'answers') expect(over?.since).toBe(0);
  }
});

it('finds nobody in answers, in figures, and in a fact whose facilitator is forgotten', () => {
  const named = (table: TableName, stored: StoredRow) => namesSomebody(kindOf(table, stored)!, stored);
  expect(named('evaluations', row(THERE, 'answers'))).toBe(false);
  expect(named('figures', row('blocks', '2026-06'))).toBe(false);
  expect(named('facts', row('facts-2026-06', THERE, { session: { month: '2026-06' } }))).toBe(false);
  expect(named('facts', row('facts-2026-06', THERE, { session }))).toBe(true);
});
