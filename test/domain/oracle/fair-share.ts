/** What is a fair share, straight from its definition and without any economy: everybody against every session. */
import type { Facilitator, Reservation } from '../../../src/domain/facilitator';
import type { Policy } from '../../../src/domain/policy';
import { isInSpan, londonDay } from './clock';

interface Member {
  readonly facilitator: Facilitator;
  readonly reservations: readonly Reservation[];
}

export interface Share {
  readonly sessions: number;
  readonly level: number;
  /** Their level with half a session more. */
  readonly turn: number;
  readonly share: number;
}

/** The same day of the month so many months before; the last of a shorter month. */
function monthsBefore(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0));
  return new Date(lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()))).toISOString().slice(0, 10);
}

function countedOf({ reservations }: Member, since: string): { day: string; givenOn: string }[] {
  return reservations
    .filter((each) => each.state === 'held' && !each.observes)
    .map(({ slot, givenOn }) => ({ day: londonDay(slot.start), givenOn: givenOn ?? londonDay(slot.start) }))
    .filter(({ day }) => day >= since);
}

function couldHaveHad(
  { joinedOn, leftOn, pauses }: Facilitator,
  { day, givenOn }: { readonly day: string; readonly givenOn: string },
): boolean {
  if (joinedOn !== undefined && givenOn < joinedOn) return false;
  if (leftOn !== undefined && day >= leftOn) return false;
  return !isInSpan(day, pauses ?? []);
}

/** A thousandth of a session is no difference. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

export function sharesOf(pool: readonly Member[], now: number, policy: Policy): Map<string, Share> {
  const today = londonDay(now);
  const since = monthsBefore(today, policy.fairShareMonths);
  const weightOf = (member: Member) => member.facilitator.weight ?? 1;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const everySession = pool.flatMap((member) => countedOf(member, since));
  const owedTo = (member: Member): number => {
    const owed = everySession
      .filter((session) => !couldHaveHad(member.facilitator, session))
      .map((session) => pool.filter((each) => couldHaveHad(each.facilitator, session)))
      .map((others) => (others.length === 0 ? 0 : 1 / sum(others.map(weightOf))));
    return sum(owed);
  };
  const levelOf = (member: Member) => countedOf(member, since).length / weightOf(member) + owedTo(member);
  const present = pool.filter(({ facilitator: { leftOn } }) => leftOn === undefined || leftOn > today);
  const work = sum(present.map((member) => levelOf(member) * weightOf(member)));
  const average = present.length === 0 ? 0 : work / sum(present.map(weightOf));
  return new Map(
    pool.map((member) => [
      member.facilitator.id,
      {
        sessions: countedOf(member, since).length,
        level: rounded(levelOf(member)),
        turn: rounded((countedOf(member, since).length + 0.5) / weightOf(member) + owedTo(member)),
        share: rounded(average * weightOf(member)),
      },
    ]),
  );
}
