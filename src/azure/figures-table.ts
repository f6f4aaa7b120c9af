/**
 * Figures as rows. In the table of facts: `facts-{month}`, one row for each closed request that is counted in that month, and
 * `own-{facilitator}`, their sessions. In the table of figures, which is all a page reads: `months`, what each comes to, and
 * `blocks` and `years`, what was released, inserted once and never changed.
 */
import { odata, type TableClient } from '@azure/data-tables';
import type { RequestFact } from '../domain/monitoring/facts';
import { monthsOf } from '../domain/monitoring/facts';
import type { Month } from '../domain/monitoring/monitoring';
import type { MonthSummary } from '../domain/monitoring/month-summary';
import type { FrozenBlock } from '../domain/monitoring/release';
import type { YearlyCells } from '../domain/monitoring/yearly';
import type { FigureRows, OwnSession } from '../ports/figures';
import { monthKey, personKey, requestKey } from './keys';
import { inPieces, piecesOf } from './pieces';
import { commit, fromData, readRow, readRows, type Row, toData, unlessConflict } from './rows';

const MONTHS = 'months';
const BLOCKS = 'blocks';
const YEARS = 'years';

export function createFigureRows({
  facts,
  figures,
}: {
  readonly facts: TableClient;
  readonly figures: TableClient;
}): FigureRows {
  return {
    async putFact(fact) {
      const rowKey = requestKey(fact.id);
      const data = toData(fact, `what request ${fact.id} is counted as`);
      const copies = monthsOf(fact).map((month) => ({ partitionKey: factsOf(month), rowKey, data }));
      const rows = [...copies, ...ownRow(fact)];
      await Promise.all(rows.map((row) => facts.upsertEntity(row, 'Replace')));
    },

    async dropFact(id, month) {
      await unlessConflict(facts.deleteEntity(factsOf(month), requestKey(id)));
    },

    async facts(month) {
      const rows = await readRows(facts, odata`PartitionKey eq ${factsOf(month)}`);
      return rows.map((row) => fromData<RequestFact>(row));
    },

    async monthsOfFacts() {
      const filter = odata`PartitionKey ge ${'facts-'} and PartitionKey lt ${'facts.'}`;
      const rows = await readRows(facts, filter, ['PartitionKey']);
      return [...new Set(rows.map(({ partitionKey }) => partitionKey!.slice('facts-'.length)))];
    },

    async ownSessions(facilitator) {
      const rows = await readRows(facts, odata`PartitionKey eq ${`own-${personKey(facilitator)}`}`);
      return rows.map((row) => fromData<OwnSession>(row));
    },

    async summary(month) {
      const row = await readRow(figures, MONTHS, monthKey(month));
      return row && { version: row.etag, summary: fromData<MonthSummary>(row) };
    },

    async putSummary(month, summary, was) {
      const data = toData(summary, `what ${month} comes to`);
      const row = { partitionKey: MONTHS, rowKey: monthKey(month), data };
      const written =
        was === undefined ? figures.createEntity(row) : figures.updateEntity(row, 'Replace', { etag: was });
      return (await unlessConflict(written)) === 'conflict' ? 'conflict' : 'saved';
    },

    async summaries(from) {
      const rows = await rowsFrom(MONTHS, monthKey(from));
      return new Map(rows.map((row) => [row.rowKey!, fromData<MonthSummary>(row)]));
    },

    async blocks(from) {
      const rows = await rowsFrom(BLOCKS, monthKey(from));
      return inPieces(rows).map(({ first, rest }) => ({
        ...fromData<Omit<FrozenBlock, 'lessons'>>(first),
        lessons: rest.flatMap((row) => fromData<string[]>(row)),
      }));
    },

    /** In one transaction with its lessons, which may be more than a row holds. */
    async putBlock({ lessons, ...block }) {
      const rowKey = monthKey(block.from);
      const rows = [
        { rowKey, data: toData(block, `the block from ${block.from}`) },
        ...piecesOf(lessons).map(({ name, data }) => ({ rowKey: `${rowKey}-${name}`, data })),
      ];
      const actions = rows.map(
        (row) =>
          ['create', { partitionKey: BLOCKS, ...row }] as ['create', typeof row & { partitionKey: string }],
      );
      return (await commit(figures, actions)) === 'committed' ? 'saved' : 'frozen';
    },

    async years(from) {
      const rows = await rowsFrom(YEARS, yearKey(from));
      return new Map(rows.map((row) => [Number(row.rowKey), fromData<YearlyCells>(row)]));
    },

    async putYear(year, cells) {
      const data = toData(cells, `the figures of ${year}`);
      const row = { partitionKey: YEARS, rowKey: yearKey(year), data };
      return (await unlessConflict(figures.createEntity(row))) === 'conflict' ? 'frozen' : 'saved';
    },
  };

  function rowsFrom(partition: string, first: string): Promise<Row[]> {
    return readRows(figures, odata`PartitionKey eq ${partition} and RowKey ge ${first}`);
  }
}

function factsOf(month: Month): string {
  return `facts-${monthKey(month)}`;
}

function ownRow({ id, session, closedAt }: RequestFact) {
  if (session?.facilitator === undefined || closedAt === undefined) return [];
  const own: OwnSession = { session: { ...session, lessons: [] }, closedAt };
  const data = toData(own, `the session of request ${id}`);
  return [{ partitionKey: `own-${personKey(session.facilitator)}`, rowKey: requestKey(id), data }];
}

function yearKey(year: number): string {
  return String(year).padStart(4, '0');
}
