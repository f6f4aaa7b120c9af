/** What facilitators do about themselves: pause until a day, end it, keep their declared hours up to date. */
import { localDate } from '../../domain/calendar';
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Kept, PoolKeeping } from '../../pool-keeping';
import type { FeedbackOf } from '../../ports/figures';
import type { Pool } from '../../ports/pool';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import type { Submission } from '../commands';
import { canPauseUntil, declaredAnew } from '../../present/declaring';
import { offersOf, type OffersNeeds } from '../../present/afterwards';
import { presentOwnFacilitating } from '../../present/own-facilitating';
import { NOT_DECLARED, pausedInWords, POOL } from '../../wording/pool';
import { TROUBLE } from '../wording/refusals';

export interface OwnFacilitatingNeeds extends OffersNeeds {
  readonly pool: Pick<Pool, 'find'>;
  readonly poolKeeping: Pick<PoolKeeping, 'pause' | 'declare'>;
  /** Without it nothing is shown of what participants said. */
  readonly feedbackOf?: FeedbackOf;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface OwnFacilitating {
  show(by: Person, notice?: string): Promise<Answer>;
  pause(by: Person, until: string): Promise<Answer>;
  endPause(by: Person): Promise<Answer>;
  declare(by: Person, given: Submission<'declare'>): Promise<Answer>;
}

export function createOwnFacilitating(needs: OwnFacilitatingNeeds): OwnFacilitating {
  const { pool, poolKeeping, feedbackOf, policy, now } = needs;
  const offers = offersOf(needs);
  return {
    show,

    async pause(by, until) {
      if (!canPauseUntil(until, localDate(now()))) return show(by, POOL.badDate);
      const kept = await poolKeeping.pause(by.id, until, by);
      return show(by, kept.saved ? pausedInWords(until, kept.touched.length) : notKept(kept));
    },

    async endPause(by) {
      const kept = await poolKeeping.pause(by.id, undefined, by);
      return show(by, kept.saved ? POOL.pauseEnded : notKept(kept));
    },

    async declare(by, given) {
      const declared = (await pool.find(by.id))?.facilitator.declared;
      // Whose calendar is read declares nothing: a coordinator says which of the two it is.
      if (!declared) return show(by);
      const next = declaredAnew(declared, given, localDate(now()), policy);
      if (typeof next === 'string') return show(by, NOT_DECLARED[next]);
      const kept = await poolKeeping.declare(by.id, next, by);
      return show(by, kept.saved ? POOL.declared : notKept(kept));
    },
  };

  async function show(by: Person, notice = ''): Promise<Answer> {
    const entry = await pool.find(by.id);
    if (!entry) return refused(POOL.notInPool);
    const feedback = await feedbackOf?.(by.id);
    const besides = { offers, ...(feedback && { feedback }) };
    const card = renderCard('facilitating', presentOwnFacilitating(entry, now(), policy, notice, besides));
    return { kind: 'card', card, otherwise: TROUBLE.privateOnly };
  }
}

function notKept({ why }: Extract<Kept, { saved: false }>): string {
  return why === 'not-found' ? POOL.notInPool : POOL.conflict;
}
