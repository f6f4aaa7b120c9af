import { createAllRequests } from '../../src/azure/all-requests';
import { createFigureRows } from '../../src/azure/figures-table';
import { piecesOf } from '../../src/azure/pieces';
import { createFactKeeping } from '../../src/counting/fact-keeping';
import { rebuildFigures } from '../../src/counting/rebuilding';
import { createReleasing } from '../../src/counting/releasing';
import { defaultPolicy as policy } from '../../src/domain/policy';
import { nextBlock } from '../../src/domain/monitoring/release';
import { summaryOf } from '../../src/domain/monitoring/month-summary';
import { yearlyCells } from '../../src/domain/monitoring/yearly';
import { aRequest, at } from '../builders';
import { aStory, evaluationsOf, FACILITATORS, requestId, requestsOf } from '../closed-requests';
import { answers, aSession } from '../domain/monitoring/some-sessions';
import { createMemoryFigures } from '../memory/figures';
import { aSave, onTables, saved, useEmbeddedStorage } from './embedded-storage';

const embedded = useEmbeddedStorage();
const MONTH = '2026-02';

const stories = Array.from({ length: 20 }, (_, n) =>
  aStory({
    id: requestId(n),
    day: `2026-02-${String(1 + n).padStart(2, '0')}`,
    facilitator: FACILITATORS[n % 3]!,
    answers: answers(3),
    lesson: n % 4 === 0 ? `Lesson ${n}` : '',
  }),
);

function aBlock(lessons: readonly string[] = []) {
  const sessions = FACILITATORS.map((facilitator) => aSession(MONTH, { facilitator, lessons }));
  return nextBlock([{ month: MONTH, sessions }], undefined, at('2026-03-20T09:00'), policy)!;
}

it('comes to the same as figures in memory, with twenty closed at once by five instances', async () => {
  const memory = createMemoryFigures();
  const requests = requestsOf(stories);
  for (const rows of [memory, createFigureRows(embedded.storage)]) {
    const needs = { requests, evaluations: evaluationsOf(stories), rows, policy };
    const instances = Array.from({ length: 5 }, () => createFactKeeping(needs));
    await Promise.all(stories.map(({ request }, n) => instances[n % 5]!.keep(request)));
    await createReleasing({ workbench: { open: async () => [] }, requests, rows, policy }).freeze(
      at('2027-06-01T09:00'),
    );
  }
  const table = createFigureRows(embedded.storage);
  expect(await table.summaries('0001-01')).toEqual(await memory.summaries('0001-01'));
  expect(await table.blocks('0001-01')).toEqual(await memory.blocks('0001-01'));
  expect(await table.years(2026)).toEqual(await memory.years(2026));
  expect((await table.monthsOfFacts()).toSorted()).toEqual((await memory.monthsOfFacts()).toSorted());
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  expect((await table.facts(MONTH)).toSorted(byId)).toEqual((await memory.facts(MONTH)).toSorted(byId));
});

it('comes to the same when every request is read from its rows and counted anew', async () => {
  const { storage } = embedded;
  const tables = onTables(storage);
  const some = stories.slice(0, 7);
  for (const { request, history } of some) {
    await tables.requests.enter(request.id, request.requester.id);
    for (const entry of history) await tables.requests.audit(request.id, entry);
    await tables.requests.save(aSave(request, { audit: { at: 0, by: 'system', what: 'unknown' } }));
  }
  await saved(tables.requests, aRequest.submitted({ id: requestId(90) }));
  const rows = createFigureRows(storage);
  const needs = { requests: tables.requests, evaluations: evaluationsOf(some), rows, policy };
  const rebuilt = await rebuildFigures(
    {
      ...needs,
      allRequests: createAllRequests(storage),
      releasing: createReleasing({
        workbench: { open: async () => [] },
        ...needs,
        requests: tables.requests,
      }),
    },
    at('2027-06-01T09:00'),
  );
  expect(rebuilt).toEqual({ requests: 7, months: 2 });
  const before = [await rows.summaries('0001-01'), await rows.blocks('0001-01')];
  for (const { request } of some) await createFactKeeping(needs).keep(request);
  expect([await rows.summaries('0001-01'), await rows.blocks('0001-01')]).toEqual(before);
  expect((await rows.summary(MONTH))?.summary).toMatchObject({ requests: 7, held: 7 });
});

it('keeps beside a facilitator their own sessions and nobody else’s, without what was written about them', async () => {
  const rows = createFigureRows(embedded.storage);
  const needs = { requests: requestsOf(stories), evaluations: evaluationsOf(stories), rows, policy };
  for (const { request } of stories.slice(0, 6)) await createFactKeeping(needs).keep(request);
  const own = await rows.ownSessions(FACILITATORS[0].toUpperCase());
  expect(own.map(({ session }) => session.facilitator)).toEqual([FACILITATORS[0], FACILITATORS[0]]);
  expect(own.map(({ session }) => session.lessons)).toEqual([[], []]);
});

it('writes a month only over what was read', async () => {
  const rows = createFigureRows(embedded.storage);
  const [one, other] = [summaryOf(MONTH, []), { ...summaryOf(MONTH, []), requests: 2 }];
  expect(await rows.summary(MONTH)).toBeUndefined();
  expect(await rows.putSummary(MONTH, one, undefined)).toBe('saved');
  expect(await rows.putSummary(MONTH, other, undefined)).toBe('conflict');
  const was = await rows.summary(MONTH);
  expect(await rows.putSummary(MONTH, other, was?.version)).toBe('saved');
  expect(await rows.putSummary(MONTH, one, was?.version)).toBe('conflict');
  expect((await rows.summary(MONTH))?.summary).toEqual(other);
});

it('keeps a block as it was first written, with more lessons than one row holds', async () => {
  const rows = createFigureRows(embedded.storage);
  const lessons = Array.from({ length: 200 }, (_, n) => `${n} "${'é\n'.repeat(130)}"`);
  const block = aBlock(lessons);
  expect(await rows.putBlock(block)).toBe('saved');
  expect(await rows.putBlock(aBlock(['another']))).toBe('frozen');
  expect(await rows.blocks(MONTH)).toEqual([block]);
  expect(await rows.blocks('2026-03')).toEqual([]);
});

it('keeps a year as it was first written', async () => {
  const rows = createFigureRows(embedded.storage);
  const cells = yearlyCells([], policy);
  expect(await rows.putYear(2026, cells)).toBe('saved');
  expect(await rows.putYear(2026, { byAgency: [], byLocality: [] })).toBe('frozen');
  expect(await rows.years(2026)).toEqual(new Map([[2026, cells]]));
  expect(await rows.years(2027)).toEqual(new Map());
});

it('takes a fact out of a month, and one that is not there without a word', async () => {
  const rows = createFigureRows(embedded.storage);
  await rows.putFact({ id: requestId(1), asked: MONTH });
  await rows.dropFact(requestId(1), MONTH);
  await rows.dropFact(requestId(1), MONTH);
  expect(await rows.facts(MONTH)).toEqual([]);
});

it('cuts a list into pieces that fit, in order, and an empty one into none', () => {
  expect(piecesOf([])).toEqual([]);
  const list = Array.from({ length: 500 }, (_, n) => `${n} ${'x'.repeat(280)}`);
  const pieces = piecesOf(list);
  expect(pieces.flatMap(({ data }) => JSON.parse(data) as string[])).toEqual(list);
  for (const { data } of pieces) expect(data.length).toBeLessThan(32 * 1024);
  expect(pieces.map(({ name }) => name)).toEqual(pieces.map(({ name }) => name).toSorted());
});
