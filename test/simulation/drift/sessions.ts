/**
 * Sessions month by month, some of which drift. How many a month has is left to chance (Poisson). What is told of them is
 * either everything, or what the answers that come in and the facilitator tell: then some cannot be assessed, and some that
 * drifted look as if they had not.
 */
import type { Chance } from '../chance';

export interface HeldSession {
  /** Who facilitated, by a number. */
  readonly facilitator: number;
  readonly answers: number;
  /** What it counts as; missing where that cannot be told. */
  readonly drifted?: boolean;
}

export type Month = readonly HeldSession[];

export type Telling = 'every session told' | 'answers as they come in';

/** Assumed, as nothing else is here: who is asked, who answers, and how a session that drifted shows. */
export const ASSUMED = {
  facilitators: 12,
  participants: 5,
  answering: 0.6,
  /** Fewer answers, and a session is not assessable (domain/fidelity). */
  fewestAnswers: 3,
  /** How many of the five would tick the same sign of a session that drifted: as likely each. */
  ticking: [0, 1, 2, 2, 2, 3, 3, 3, 4, 5],
  /** How often its facilitator says so; always where fewer than two of the participants would. */
  facilitatorSays: 0.5,
  /** How often one of the five ticks a sign of a session that did not drift. */
  mistaken: 0.2,
} as const;

/** The months of a world: `shares` says for each how many of its sessions drift, out of one. */
export function monthsOf(
  chance: Chance,
  { aMonth, shares, telling }: { aMonth: number; shares: readonly number[]; telling: Telling },
): Month[] {
  const tell = telling === 'every session told' ? toldWhole : toldByAnswers;
  return shares.map((share) =>
    Array.from({ length: byChance(chance, aMonth) }, () => ({
      facilitator: chance.whole(1, ASSUMED.facilitators),
      ...tell(chance, chance.happens(share)),
    })),
  );
}

type Told = Omit<HeldSession, 'facilitator'>;

function toldWhole(_chance: Chance, drifted: boolean): Told {
  return { answers: ASSUMED.participants, drifted };
}

/** Those who answer are any of the five; at least two and at least a third of them, or the facilitator, have to say so. */
function toldByAnswers(chance: Chance, drifted: boolean): Told {
  const { participants, answering, fewestAnswers } = ASSUMED;
  const wouldTick = drifted ? chance.pick(ASSUMED.ticking) : Number(chance.happens(ASSUMED.mistaken));
  const facilitatorSays = drifted && (wouldTick < 2 || chance.happens(ASSUMED.facilitatorSays));
  const answered = Array.from({ length: participants }, () => chance.happens(answering));
  const answers = answered.filter(Boolean).length;
  if (answers < fewestAnswers) return { answers };
  const ticks = answered.slice(0, wouldTick).filter(Boolean).length;
  return { answers, drifted: facilitatorSays || (ticks >= 2 && ticks >= answers / 3) };
}

/** Poisson, by Knuth: how many uniform numbers it takes for their product to fall below e to the minus mean. */
function byChance(chance: Chance, mean: number): number {
  let count = 0;
  for (let product = chance.next(); product > Math.exp(-mean); product *= chance.next()) count += 1;
  return count;
}
