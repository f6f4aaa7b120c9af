/** What monitoring counts and shows, and the rows it is kept in; see ports.ts. */
import type { Instant } from '../domain/intervals';
import type { RequestFact, SessionFact } from '../domain/monitoring/facts';
import type { Month, Monitoring, FeedbackKnown, OwnFeedback } from '../domain/monitoring/monitoring';
import type { MonthSummary } from '../domain/monitoring/month-summary';
import type { FrozenBlock } from '../domain/monitoring/release';
import type { YearlyCells } from '../domain/monitoring/yearly';
import type { PersonId } from '../domain/people';
import type { Closed, RequestId } from '../domain/request';
import type { Counted, Version } from '../ports';

export interface FactKeeping {
  /** Keeps what a closed request is counted as, and brings its months up to date. Kept again it counts once. */
  keep(request: Closed): Promise<void>;
}

/** What a facilitator is shown of their own; undefined where it cannot be read just now, which keeps nobody from anything. */
export type FeedbackOf = (facilitator: PersonId) => Promise<FeedbackKnown | undefined>;

export interface Figures {
  /** Everything the monitoring page and the reports are made of. Costs the same however many requests have closed. */
  monitoring(now: Instant): Promise<Monitoring>;
  /** A facilitator's own, pooled, for themselves; undefined before three sessions and enough answers. */
  own(facilitator: PersonId): Promise<OwnFeedback | undefined>;
}

/** A fact of a session of one's own, with when its request closed. */
export interface OwnSession {
  readonly session: SessionFact;
  readonly closedAt: Instant;
}

/** Facts by month, what months come to, and what was released. */
export interface FigureRows {
  /** Writes the fact of a closed request into each of its months, and beside its facilitator's others. */
  putFact(fact: RequestFact): Promise<void>;
  /** Takes facts out of months they do not belong to. */
  dropFact(id: RequestId, month: Month): Promise<void>;
  facts(month: Month): Promise<readonly RequestFact[]>;
  /** Every month there are facts of. Costs in proportion to all facts: for rebuilding alone. */
  monthsOfFacts(): Promise<readonly Month[]>;
  ownSessions(facilitator: PersonId): Promise<readonly OwnSession[]>;
  summary(month: Month): Promise<{ readonly version: Version; readonly summary: MonthSummary } | undefined>;
  /** `conflict`: written by somebody else since it was read (`was` absent: since there was none). */
  putSummary(month: Month, summary: MonthSummary, was: Version | undefined): Promise<'saved' | 'conflict'>;
  /** From a month on. */
  summaries(from: Month): Promise<ReadonlyMap<Month, MonthSummary>>;
  /** Those that begin in that month or later, oldest first. */
  blocks(from: Month): Promise<readonly FrozenBlock[]>;
  /** Once: `frozen` already, it stays as it is. */
  putBlock(block: FrozenBlock): Promise<'saved' | 'frozen'>;
  years(from: number): Promise<ReadonlyMap<number, YearlyCells>>;
  putYear(year: number, cells: YearlyCells): Promise<'saved' | 'frozen'>;
}

/** How often what was counted in a month; see `Tally`. */
export interface TallyCounts {
  counts(month: Month): Promise<readonly (Counted & { readonly count: number })[]>;
}
