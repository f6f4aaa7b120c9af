/** Everything a promise is held against, read once all is quiet: what is kept, the calendar, what was said and what was told. */
import type { Instant } from '../../src/domain/intervals';
import type { EvaluationAnswer } from '../../src/domain/evaluation';
import type { Request, RequestId } from '../../src/domain/request';
import type { AuditEntry, SavedEffect } from '../../src/ports';
import type { PoolEntry } from '../../src/ports/pool';
import type { StoredEvent, StoredMeeting } from '../sandbox/microsoft365/state';
import type { Answered } from './evaluating';
import type { Post } from './messages-sent';
import type { Press } from './pressing';
import type { Struck } from './strikes';
import type { Town } from './town';

/** A person was told that it is done. */
export interface Acknowledged {
  readonly id: RequestId;
  readonly by: string;
  readonly kind: NonNullable<Press['kind']>;
}

export interface Kept {
  readonly request: Request;
  readonly history: readonly AuditEntry[];
  readonly effects: readonly SavedEffect[];
  readonly events: readonly StoredEvent[];
  /** Undefined where none was opened. */
  readonly evaluations: readonly EvaluationAnswer[] | undefined;
}

/** What may have kept somebody from learning what became of what they did. Real times. */
export interface Upsets {
  readonly struck: readonly Pick<Struck, 'at' | 'text' | 'unknown'>[];
  readonly kills: readonly { readonly at: number }[];
  readonly leasesLost: readonly number[];
}

export interface Seen {
  readonly now: Instant;
  readonly ids: readonly RequestId[];
  readonly acknowledged: readonly Acknowledged[];
  readonly kept: readonly Kept[];
  readonly pool: readonly PoolEntry[];
  readonly meetings: readonly StoredMeeting[];
  readonly posts: readonly Post[];
  readonly answered: Answered;
  readonly upsets: Upsets;
  /** Ids of closed requests that figures count. */
  readonly counted: readonly RequestId[];
}

export interface Heard {
  readonly ids: readonly RequestId[];
  readonly acknowledged: readonly Acknowledged[];
  readonly answered: Answered;
  /** Only what was said since; earlier seeds had theirs. */
  readonly postsFrom: number;
}

export async function look(town: Town, heard: Heard): Promise<Seen> {
  const { ids, acknowledged, answered, postsFrom } = heard;
  const events = town.tenant.events.list();
  const kept = await Promise.all(
    ids.map(async (id): Promise<Kept[]> => {
      const [work, history, collected] = await Promise.all([
        town.workbench.work(id),
        town.requests.history(id),
        town.evaluations.collected(id),
      ]);
      if (!work) return [];
      return [
        {
          request: work.loaded.request,
          history,
          effects: work.effects,
          events: events.filter(({ extendedProperties }) =>
            extendedProperties.some(({ value }) => value.startsWith(`${id}-`)),
          ),
          evaluations: collected?.answers,
        },
      ];
    }),
  );
  const months = await town.figures.monthsOfFacts();
  const facts = (await Promise.all(months.map((month) => town.figures.facts(month)))).flat();
  return {
    now: town.clock.now(),
    ids,
    acknowledged,
    kept: kept.flat(),
    pool: await town.pool.all(),
    meetings: town.tenant.meetings.list(),
    posts: town.posts.slice(postsFrom),
    answered,
    upsets: { struck: town.strikes.struck, kills: town.crew.kills, leasesLost: town.leasesLost },
    counted: facts.map(({ id }) => id),
  };
}
