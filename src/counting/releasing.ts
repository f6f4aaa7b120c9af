/**
 * Freezes what may be shown about people: block after block, once the last evaluation of its months is over, and each year
 * when its last block is there. What is frozen was inserted once; whoever comes second finds it there and leaves it.
 */
import pLimit from 'p-limit';
import type { Instant } from '../domain/intervals';
import type { RequestFact } from '../domain/monitoring/facts';
import { monthAfter, monthAt, monthsBetween, yearOf } from '../domain/monitoring/month';
import type { Month } from '../domain/monitoring/monitoring';
import {
  type Evaluated,
  evaluatedIn,
  type FrozenBlock,
  nextBlock,
  startAfter,
} from '../domain/monitoring/release';
import { blocksOf, isYearOver, yearlyCells } from '../domain/monitoring/yearly';
import type { Policy } from '../domain/policy';
import type { Request, RequestId } from '../domain/request';
import type { Requests, Workbench } from '../ports';
import type { FigureRows } from '../ports/figures';

export interface ReleasingNeeds {
  /** Everything that may have something to do: what is open, and what is closed and not settled yet. */
  readonly workbench: Pick<Workbench, 'open'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly rows: FigureRows;
  readonly policy: Policy;
}

export interface Releasing {
  /** Everything there is enough of by now. Repeating it is harmless, by however many at once. */
  freeze(now: Instant): Promise<void>;
}

const EARLIEST: Month = '0001-01';
const READS_AT_ONCE = 16;

interface Ready {
  readonly month: Month;
  readonly sessions: readonly Evaluated[];
}

export function createReleasing({ workbench, requests, rows, policy }: ReleasingNeeds): Releasing {
  return {
    async freeze(now) {
      const unfinished = await unfinishedSessions();
      const blocks = [...(await rows.blocks(EARLIEST))];
      for (;;) {
        const last = blocks.at(-1);
        const ready = await readyMonths(last, now, unfinished);
        const block = nextBlock(ready, last, now, policy);
        if (!block) break;
        await rows.putBlock(block);
        // Somebody else may have been first: the next begins where the one that stands ends.
        blocks.push(...(await rows.blocks(block.from)));
      }
      await freezeYears(blocks);
    },
  };

  /** Sessions that can still be evaluated, or are not counted yet, by the month they are in. */
  async function unfinishedSessions(): Promise<ReadonlyMap<Month, readonly RequestId[]>> {
    const limit = pLimit(READS_AT_ONCE);
    const ids = await workbench.open();
    const loaded = await Promise.all(ids.map((id) => limit(() => requests.load(id))));
    const months = new Map<Month, RequestId[]>();
    for (const found of loaded) {
      const start = found && sessionStart(found.request);
      if (start === undefined) continue;
      const month = monthAt(start);
      months.set(month, [...(months.get(month) ?? []), found!.request.id]);
    }
    return months;
  }

  /** Whole months after the last block, as far as nothing of them can change any more. */
  async function readyMonths(
    last: FrozenBlock | undefined,
    now: Instant,
    unfinished: ReadonlyMap<Month, readonly RequestId[]>,
  ): Promise<Ready[]> {
    const from = last ? startAfter(last) : await firstMonth();
    if (from === undefined) return [];
    const ready: Ready[] = [];
    for (const month of monthsBetween(from, monthAfter(monthAt(now), -1))) {
      const facts = await closedFacts(month, now);
      const counted = new Set(facts.flatMap(({ id, session }) => (session?.month === month ? [id] : [])));
      if (!(unfinished.get(month) ?? []).every((id) => counted.has(id))) break;
      const sessions = evaluatedIn(month, facts);
      // Months before anybody was asked about a session are in no block.
      if (last || ready.length > 0 || sessions.length > 0) ready.push({ month, sessions });
    }
    return ready;
  }

  async function firstMonth(): Promise<Month | undefined> {
    const months = await rows.summaries(EARLIEST);
    return [...months].find(([, { held }]) => held > 0)?.[0];
  }

  async function freezeYears(blocks: readonly FrozenBlock[]): Promise<void> {
    const [first] = blocks;
    if (!first) return;
    const frozen = await rows.years(yearOf(first.from));
    for (let year = yearOf(first.from); isYearOver(year, blocks); year += 1) {
      if (frozen.has(year)) continue;
      const perBlock: Evaluated[][] = [];
      for (const block of blocksOf(year, blocks)) perBlock.push(await sessionsIn(block));
      await rows.putYear(year, yearlyCells(perBlock, policy));
    }
  }

  /** Exactly those it was frozen with: what was closed later is in no figure about people. */
  async function sessionsIn({ from, to, frozenAt }: FrozenBlock): Promise<Evaluated[]> {
    const sessions: Evaluated[] = [];
    for (const month of monthsBetween(from, to))
      sessions.push(...evaluatedIn(month, await closedFacts(month, frozenAt)));
    return sessions;
  }

  async function closedFacts(month: Month, until: Instant): Promise<readonly RequestFact[]> {
    const facts = await rows.facts(month);
    return facts.filter(({ closedAt = Infinity }) => closedAt <= until);
  }
}

/** When the session is that an open request is arranged for, or a closed one came to. */
function sessionStart(request: Request): Instant | undefined {
  if (request.state === 'closed') return request.session?.slot.start;
  return 'match' in request ? request.match.slot.start : undefined;
}
