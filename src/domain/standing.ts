/** How somebody of the pool stands on a day, for the coordinators who look after it. */
import { isWithin, type LocalDate, localDate } from './calendar';
import { declaredUntil } from './declared';
import { type Facilitator, type Reservation, weightOf } from './facilitator';
import { type Burden, burdens, type Member } from './fair-share';
import type { Instant } from './intervals';
import type { Policy } from './policy';
import { idleSince, isTrainingEnding, lastFacilitatedOn } from './pool-notices';

/** `trainee`: never trained, may observe. */
export type Training =
  { readonly kind: 'trainee' } | { readonly kind: 'valid' | 'ending' | 'ended'; readonly until: LocalDate };

/** Where the hours they are free come from. `unknown`: declared too long ago. */
export type HoursKnown =
  { readonly from: 'calendar' } | { readonly from: 'declared' | 'unknown'; readonly on: LocalDate };

export interface Standing {
  readonly facilitator: Facilitator;
  readonly training: Training;
  readonly hours: HoursKnown;
  readonly burden: Burden;
  readonly weight: number;
  readonly lastOn?: LocalDate;
  /** Trained, nothing coming, and nothing since then for `policy.promptAfterMonths`. */
  readonly idleSince?: LocalDate;
  /** Last day of the pause they are in. */
  readonly pausedUntil?: LocalDate;
  readonly hasLeft: boolean;
  /** Held, still to come or going on, in order; those observed among them. */
  readonly coming: readonly Reservation[];
  /** Sessions they sat in on. */
  readonly observed: number;
}

/** Everybody, in the order of their names. */
export function standings(pool: readonly Member[], now: Instant, policy: Policy): readonly Standing[] {
  const shares = burdens(pool, now, policy);
  return pool
    .map((member) => standingOf(member, shares.get(member.facilitator.id)!, now, policy))
    .sort((a, b) => (a.facilitator.name.toLowerCase() < b.facilitator.name.toLowerCase() ? -1 : 1));
}

function standingOf(
  { facilitator, reservations }: Member,
  burden: Burden,
  now: Instant,
  policy: Policy,
): Standing {
  const today = localDate(now);
  const { pauses = [], leftOn } = facilitator;
  const hasLeft = leftOn !== undefined && leftOn <= today;
  const lastOn = lastFacilitatedOn(facilitator, reservations, now);
  const idle = hasLeft ? undefined : idleSince(facilitator, reservations, now, policy);
  const pause = pauses.find((span) => isWithin(today, [span]));
  const held = reservations.filter(({ state }) => state === 'held');
  return {
    facilitator,
    training: trainingOf(facilitator, today, policy),
    hours: hoursOf(facilitator, today, policy),
    burden,
    weight: weightOf(facilitator),
    ...(lastOn !== undefined && { lastOn }),
    ...(idle !== undefined && { idleSince: idle }),
    ...(pause && { pausedUntil: pause.until }),
    hasLeft,
    coming: held.filter(({ slot }) => slot.end > now).sort((a, b) => a.slot.start - b.slot.start),
    observed: held.filter(({ observes, slot }) => observes && slot.end <= now).length,
  };
}

function trainingOf(facilitator: Facilitator, today: LocalDate, policy: Policy): Training {
  const { trainedUntil: until } = facilitator;
  if (until === undefined) return { kind: 'trainee' };
  if (until < today) return { kind: 'ended', until };
  return { kind: isTrainingEnding(facilitator, today, policy) ? 'ending' : 'valid', until };
}

function hoursOf({ declared }: Facilitator, today: LocalDate, policy: Policy): HoursKnown {
  if (!declared) return { from: 'calendar' };
  return { from: today > declaredUntil(declared, policy) ? 'unknown' : 'declared', on: declared.on };
}
