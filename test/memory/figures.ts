/** Figures in memory, with versions and what is inserted once, as the table has them. */
import { monthsOf, type RequestFact } from '../../src/domain/monitoring/facts';
import type { Month } from '../../src/domain/monitoring/monitoring';
import type { MonthSummary } from '../../src/domain/monitoring/month-summary';
import type { FrozenBlock } from '../../src/domain/monitoring/release';
import type { YearlyCells } from '../../src/domain/monitoring/yearly';
import type { FigureRows, OwnSession } from '../../src/ports/figures';
import { overWire, type Wire } from '../fakes';

export interface MemoryFigures extends FigureRows {
  /** All that is kept, as data: to be compared. */
  kept(): object;
}

/** Keeps texts, so that nobody changes what is kept by changing what they were given. */
export function createMemoryFigures(wire: Wire = { cut: false }): MemoryFigures {
  const facts = new Map<Month, Map<string, string>>();
  const own = new Map<string, Map<string, string>>();
  const summaries = new Map<Month, { data: string; version: number }>();
  const blocks = new Map<Month, string>();
  const years = new Map<number, string>();
  const insertOnce = async <Key>(into: Map<Key, string>, key: Key, value: object) => {
    await overWire(wire);
    if (into.has(key)) return 'frozen';
    into.set(key, JSON.stringify(value));
    return 'saved';
  };

  return {
    kept: () => ({
      facts: sorted(facts, (rows) => sorted(rows, (data) => data)),
      summaries: sorted(summaries, ({ data }) => data),
      blocks: sorted(blocks, (data) => data),
      years: sorted(years, (data) => data),
    }),
    async putFact(fact) {
      await overWire(wire);
      for (const month of monthsOf(fact)) rowOf(facts, month).set(fact.id, JSON.stringify(fact));
      const { session, closedAt } = fact;
      if (session?.facilitator === undefined || closedAt === undefined) return;
      rowOf(own, session.facilitator).set(fact.id, JSON.stringify({ session, closedAt }));
    },
    async dropFact(id, month) {
      await overWire(wire);
      facts.get(month)?.delete(id);
    },
    async facts(month) {
      await overWire(wire);
      return [...(facts.get(month)?.values() ?? [])].map((data) => JSON.parse(data) as RequestFact);
    },
    monthsOfFacts: async () => [...facts].filter(([, rows]) => rows.size > 0).map(([month]) => month),
    ownSessions: async (facilitator) =>
      [...(own.get(facilitator)?.values() ?? [])].map((data) => JSON.parse(data) as OwnSession),
    async summary(month) {
      await overWire(wire);
      const row = summaries.get(month);
      return row && { version: String(row.version), summary: JSON.parse(row.data) as MonthSummary };
    },
    async putSummary(month, summary, was) {
      await overWire(wire);
      const row = summaries.get(month);
      if (was !== (row && String(row.version))) return 'conflict';
      summaries.set(month, { data: JSON.stringify(summary), version: (row?.version ?? 0) + 1 });
      return 'saved';
    },
    summaries: async (from) =>
      new Map(
        [...summaries]
          .filter(([month]) => month >= from)
          .sort(byKey)
          .map(([month, { data }]) => [month, JSON.parse(data) as MonthSummary]),
      ),
    async blocks(from) {
      await overWire(wire);
      const kept = [...blocks].filter(([first]) => first >= from).sort(byKey);
      return kept.map(([, data]) => JSON.parse(data) as FrozenBlock);
    },
    putBlock: (block) => insertOnce(blocks, block.from, block),
    years: async (from) =>
      new Map(
        [...years]
          .filter(([year]) => year >= from)
          .map(([year, data]) => [year, JSON.parse(data) as YearlyCells]),
      ),
    putYear: (year, cells) => insertOnce(years, year, cells),
  };
}

function rowOf(of: Map<string, Map<string, string>>, key: string): Map<string, string> {
  const row = of.get(key) ?? new Map<string, string>();
  of.set(key, row);
  return row;
}

function sorted<Value>(map: ReadonlyMap<string | number, Value>, shown: (value: Value) => unknown): object {
  return [...map].sort(byKey).map(([key, value]) => [key, shown(value)]);
}

function byKey(
  [one]: readonly [string | number, unknown],
  [other]: readonly [string | number, unknown],
): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
