/** What facilitators do about their own time: a break until a day, the end of it, and the hours they declare. */
import { localDate, WEEKDAYS } from '../../../domain/calendar';
import type { Instant } from '../../../domain/intervals';
import type { Person } from '../../../domain/people';
import type { Policy } from '../../../domain/policy';
import type { Kept, PoolKeeping } from '../../../pool-keeping';
import type { PoolEntry } from '../../../ports/pool';
import { canPauseUntil, declaredAnew, type DeclaredAnswers } from '../../../present/declaring';
import { DAY_CHOICES } from '../../../present/own-facilitating';
import { NOT_DECLARED, POOL } from '../../../wording/pool';
import type { Wrong } from '../fields';
import type { Said } from '../wording/said';
import { oneOf, textIn } from './reading';

export interface OwnTimeNeeds {
  readonly poolKeeping: Pick<PoolKeeping, 'pause' | 'declare'>;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface OwnTimeAsked {
  readonly by: Person;
  readonly entry: PoolEntry;
  readonly form: URLSearchParams;
}

export type OwnTimeOutcome =
  { readonly said: Said } | { readonly wrong: readonly Wrong[] } | { readonly notice: string };

export type OwnTimeAct = (asked: OwnTimeAsked, needs: OwnTimeNeeds) => Promise<OwnTimeOutcome>;

export const pause: OwnTimeAct = async ({ by, form }, { poolKeeping, now }) => {
  const until = textIn(form, 'until');
  if (!canPauseUntil(until, localDate(now()))) return { wrong: [{ field: 'until', text: POOL.badDate }] };
  const kept = await poolKeeping.pause(by.id, until, by);
  return outcome(kept, kept.saved && kept.touched.length > 0 ? 'paused-over-sessions' : 'paused');
};

export const endPause: OwnTimeAct = async ({ by }, { poolKeeping }) =>
  outcome(await poolKeeping.pause(by.id, undefined, by), 'pause-ended');

/** Whose calendar is read declares nothing: a coordinator says which of the two it is. */
export const declare: OwnTimeAct = async ({ by, entry, form }, { poolKeeping, policy, now }) => {
  const { declared } = entry.facilitator;
  if (!declared) return { notice: POOL.calendarRead };
  const next = declaredAnew(declared, declaredIn(form), localDate(now()), policy);
  if (typeof next === 'string')
    return { wrong: [{ field: next === 'bad-leave' ? 'leaveFrom' : WEEKDAYS[0], text: NOT_DECLARED[next] }] };
  return outcome(await poolKeeping.declare(by.id, next, by), 'declared');
};

/** A day that a form did not show stays as it is. */
function declaredIn(form: URLSearchParams): DeclaredAnswers {
  const day = (name: string) => oneOf(form, name, DAY_CHOICES) ?? 'keep';
  return {
    monday: day('monday'),
    tuesday: day('tuesday'),
    wednesday: day('wednesday'),
    thursday: day('thursday'),
    friday: day('friday'),
    leaveFrom: textIn(form, 'leaveFrom'),
    leaveUntil: textIn(form, 'leaveUntil'),
  };
}

function outcome(kept: Kept, said: Said): OwnTimeOutcome {
  if (kept.saved) return { said };
  return { notice: kept.why === 'not-found' ? POOL.notInPool : POOL.conflict };
}
