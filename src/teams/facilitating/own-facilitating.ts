/** What facilitators do about themselves: pause until a day, end it, keep their declared hours up to date. */
import { addDays, isLocalDate, type LocalDate, localDate, WEEKDAYS } from '../../domain/calendar';
import type { Declared } from '../../domain/declared';
import type { Instant } from '../../domain/intervals';
import type { Person } from '../../domain/people';
import type { Policy } from '../../domain/policy';
import type { Kept, PoolKeeping } from '../../pool-keeping';
import type { Pool } from '../../ports/pool';
import { type Answer, refused } from '../answers';
import { renderCard } from '../cards';
import type { Submission } from '../commands';
import { hoursOf, presentOwnFacilitating } from '../../present/own-facilitating';
import { pausedInWords, POOL } from '../../wording/pool';
import { TROUBLE } from '../wording/refusals';

export interface OwnFacilitatingNeeds {
  readonly pool: Pick<Pool, 'find'>;
  readonly poolKeeping: Pick<PoolKeeping, 'pause' | 'declare'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface OwnFacilitating {
  show(by: Person, notice?: string): Promise<Answer>;
  pause(by: Person, until: string): Promise<Answer>;
  endPause(by: Person): Promise<Answer>;
  declare(by: Person, given: Submission<'declare'>): Promise<Answer>;
}

const LONGEST_PAUSE_DAYS = 366;

export function createOwnFacilitating(needs: OwnFacilitatingNeeds): OwnFacilitating {
  const { pool, poolKeeping, policy, now } = needs;
  return {
    show,

    async pause(by, until) {
      const today = localDate(now());
      if (!isLocalDate(until) || until < today || until > addDays(today, LONGEST_PAUSE_DAYS))
        return show(by, POOL.badDate);
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
      const next = declaredAnew(declared, given);
      if (typeof next === 'string') return show(by, next);
      const kept = await poolKeeping.declare(by.id, next, by);
      return show(by, kept.saved ? POOL.declared : notKept(kept));
    },
  };

  async function show(by: Person, notice = ''): Promise<Answer> {
    const entry = await pool.find(by.id);
    if (!entry) return refused(POOL.notInPool);
    const card = renderCard('facilitating', presentOwnFacilitating(entry, now(), policy, notice));
    return { kind: 'card', card, otherwise: TROUBLE.privateOnly };
  }

  /** The hours as given, with today's date; or what is wrong with them. Leave that is over is dropped. */
  function declaredAnew(declared: Declared, given: Submission<'declare'>): Declared | string {
    const today = localDate(now());
    const days = WEEKDAYS.map(
      (day) => [day, hoursOf(given[day], policy) ?? declared.week[day] ?? []] as const,
    );
    if (days.every(([, hours]) => hours.length === 0)) return POOL.noHours;
    const { leaveFrom: from, leaveUntil: until } = given;
    if ((from !== '' || until !== '') && !isSpan(from, until)) return POOL.badLeave;
    const leave = declared.leave.filter((each) => each.until >= today);
    return {
      on: today,
      week: Object.fromEntries(days.filter(([, hours]) => hours.length > 0)),
      exceptions: declared.exceptions.filter(({ date }) => date >= today),
      leave: from === '' ? leave : [...leave, { from, until }],
    };
  }
}

function isSpan(from: LocalDate, until: LocalDate): boolean {
  return isLocalDate(from) && isLocalDate(until) && from <= until;
}

function notKept({ why }: Extract<Kept, { saved: false }>): string {
  return why === 'not-found' ? POOL.notInPool : POOL.conflict;
}
