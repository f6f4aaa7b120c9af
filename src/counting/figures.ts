/** Puts monitoring together: months and releases as they are kept, what is open now, and the pool. */
import pLimit from 'p-limit';
import type { RequestFact } from '../domain/monitoring/facts';
import { monthsOf } from '../domain/monitoring/facts';
import { monthAfter, monthAt, monthsBetween, yearOf } from '../domain/monitoring/month';
import type { Counts, Month, YearlyFigures } from '../domain/monitoring/monitoring';
import { added, summaryOf, together } from '../domain/monitoring/month-summary';
import { MONTHS_SHOWN, monthsShown, seriesOf, type Summaries } from '../domain/monitoring/months';
import { nowOf } from '../domain/monitoring/now';
import { ownFeedback } from '../domain/monitoring/own-feedback';
import {
  answeredOf,
  type Evaluated,
  evaluatedIn,
  type FrozenBlock,
  keepsRule,
  releasedOf,
} from '../domain/monitoring/release';
import type { PersonId } from '../domain/people';
import { atTheTableIn, talliesOf } from '../domain/monitoring/tallies';
import { yearlyCells } from '../domain/monitoring/yearly';
import { createFactReading, type FactKeepingNeeds } from './fact-keeping';
import type { Directory, OpenRequests } from '../ports';
import type { FeedbackOf, FigureRows, Figures, TallyCounts } from '../ports/figures';
import type { Pool } from '../ports/pool';

export interface FiguresNeeds extends FactKeepingNeeds {
  readonly openRequests: OpenRequests;
  readonly pool: Pick<Pool, 'all'>;
  readonly tally: TallyCounts;
}

const READS_AT_ONCE = 16;
const LONGEST_BLOCK_MONTHS = 12;
const DOOR = 'door-';
/** Leads to asking, and nowhere else. */
const OWN_DOOR = 'jags';

export function createFigures(needs: FiguresNeeds): Figures {
  const { rows, openRequests, pool, tally, policy } = needs;
  const read = createFactReading(needs);
  return {
    async monitoring(now) {
      const current = monthAt(now);
      const earliest = monthAfter(current, -MONTHS_SHOWN);
      const firstYear = yearOf(earliest);
      const [kept, blocks, frozenYears, open, entries, doors] = await Promise.all([
        rows.summaries(`${firstYear}-01`),
        recentBlocks(earliest),
        rows.years(firstYear),
        openRequests.all(),
        pool.all(),
        doorsShown(monthsBetween(earliest, monthAfter(current, -1))),
      ]);
      const summaries = withOpen(kept, await inTurn(open, read));
      const months = monthsShown(summaries, current);
      const withSessions = months.filter((month) => (summaries.get(month)?.held ?? 0) > 0);
      return {
        at: now,
        months,
        series: seriesOf(months, summaries, policy),
        tallies: talliesOf(months, summaries, doors),
        years: yearsOf(months, current, summaries, frozenYears),
        released: releasedOf(blocks, withSessions),
        now: nowOf(open, entries, now, policy),
      };
    },

    async own(facilitator) {
      const own = await rows.ownSessions(facilitator);
      const first = own.map(({ session }) => session.month).sort()[0];
      if (first === undefined) return undefined;
      // A block may have begun long before the first of them.
      const blocks = (await rows.blocks(EARLIEST)).filter(({ from, to }) =>
        own.some(({ session }) => from <= session.month && session.month <= to),
      );
      const counted = await Promise.all(blocks.map((block) => ownIn(block, facilitator)));
      return ownFeedback(counted.flat(), policy);
    },
  };

  /** Those that end in the months shown: one may have begun before, but hardly more than a year. */
  async function recentBlocks(earliest: Month) {
    const blocks = await rows.blocks(monthAfter(earliest, -LONGEST_BLOCK_MONTHS));
    return blocks.filter(({ to }) => to >= earliest);
  }

  /** Before anybody asked for anything. */
  /**
   * A facilitator's own sessions of a block, unless what is left of it without them is too little to be shown: they may have
   * read what the whole of it says, and would have the others' by taking theirs away.
   */
  async function ownIn(block: FrozenBlock, facilitator: PersonId): Promise<readonly Evaluated[]> {
    const months = monthsBetween(block.from, block.to);
    const facts = await Promise.all(months.map((month) => rows.facts(month)));
    const sessions = months.flatMap((month, n) =>
      evaluatedIn(
        month,
        facts[n]!.filter(({ closedAt }) => closedAt !== undefined && closedAt <= block.frozenAt),
      ),
    );
    const isOwn = (each: Evaluated) => each.facilitator === facilitator;
    const others = sessions.filter((each) => !isOwn(each));
    return keepsRule(others.map(answeredOf), policy) ? sessions.filter(isOwn) : [];
  }

  async function doorsShown(months: readonly Month[]): Promise<ReadonlyMap<Month, Counts>> {
    return new Map(
      await inTurn(months, async (month) => {
        const doors = (await tally.counts(month)).filter(({ kind }) => kind.startsWith(DOOR));
        const { [OWN_DOOR]: _asked, ...elsewhere } = added(
          doors.map(({ kind, count }) => ({ [kind.slice(DOOR.length)]: count })),
        );
        return [month, elsewhere] as const;
      }),
    );
  }

  function yearsOf(
    months: readonly Month[],
    current: Month,
    summaries: Summaries,
    frozen: Awaited<ReturnType<FigureRows['years']>>,
  ): YearlyFigures[] {
    const years = [...new Set([...months, current].map(yearOf))];
    return years.map((year) => ({
      year,
      ...atTheTableIn(year, summaries, policy),
      ...(frozen.get(year) ?? yearlyCells([], policy)),
    }));
  }
}

const EARLIEST: Month = '0001-01';

/** Months with what is open counted in as far as it has come: closing it changes no count of what has already happened. */
function withOpen(kept: Summaries, open: readonly RequestFact[]): Summaries {
  const months = new Set([...kept.keys(), ...open.flatMap(monthsOf)]);
  return new Map(
    [...months].map((month) => [
      month,
      together([...(kept.has(month) ? [kept.get(month)!] : []), summaryOf(month, open)]),
    ]),
  );
}

async function inTurn<From, To>(each: readonly From[], make: (one: From) => Promise<To>): Promise<To[]> {
  const limit = pLimit(READS_AT_ONCE);
  return Promise.all(each.map((one) => limit(() => make(one))));
}

export interface FeedbackNeeds {
  readonly figures: Pick<Figures, 'own'>;
  readonly directory: Pick<Directory, 'isCoordinator' | 'isQuality'>;
  readonly log: { error(fields: object, message: string): void };
}

/** A facilitator's own, unless they could work out a colleague's from it and the figures of all. */
export function createFeedback({ figures, directory, log }: FeedbackNeeds): FeedbackOf {
  return async (facilitator) => {
    try {
      const seesAll =
        (await directory.isCoordinator(facilitator)) || (await directory.isQuality(facilitator));
      return seesAll ? 'sees-all' : ((await figures.own(facilitator)) ?? 'too-few');
    } catch (error) {
      log.error({ err: error }, 'could not read what participants said; the facilitator is shown the rest');
      return undefined;
    }
  };
}
