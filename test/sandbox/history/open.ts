/** A request whose session is yet to come: the bot itself takes it on from where it stands, as soon as it runs. */
import { endOfWorkingDay } from '../../../src/domain/calendar';
import type { Instant } from '../../../src/domain/intervals';
import type { Policy } from '../../../src/domain/policy';
import type { Approved, Submitted } from '../../../src/domain/request';
import type { Chance } from '../../simulation/chance';
import type { PastRequest } from './past-request';
import { type Arrangement, bookedSession } from './session';

/** Approved where a coordinator has looked at it by now, else waiting for one; undefined where nobody has asked yet. */
export function openRequest(
  chance: Chance,
  arrangement: Arrangement,
  now: Instant,
  policy: Policy,
): PastRequest | undefined {
  const { booked, history } = bookedSession(chance, arrangement, policy);
  const past = history.filter(({ at }) => at < now);
  if (past.length === 0) return undefined;
  const { event: _event, openingChecks: _checks, bookedAt: _at, approvedBy, match, ...common } = booked;
  if (past.some(({ what }) => what === 'approve')) {
    // Whoever facilitates it need not be asked: nobody is at their Playground to say yes.
    const request: Approved = {
      ...common,
      ...{ state: 'approved', stage: { at: 'reserving' }, approvedBy },
      match: { ...match, automatic: true },
    };
    const effects = [{ kind: 'reserve', attempt: request.attempt }] as const;
    return { request, effects, history: past.slice(0, 3) };
  }
  const request: Submitted = {
    ...common,
    ...{ state: 'submitted', attempt: 0 },
    answerDueAt: endOfWorkingDay(common.submittedAt, policy.answerTargetDays, policy),
  };
  return { request, effects: [{ kind: 'find-matches', round: 1 }], history: past.slice(0, 1) };
}
