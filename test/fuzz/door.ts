/** A door somebody can send things to, and what must hold whatever it is given. */
import fc from 'fast-check';
import { chanceFrom } from './chance';
import { mutated } from './mutation';

/** What can be written down: an input is a case that can be kept. */
export type Input = unknown;

export interface OpenDoor {
  /** @returns what went wrong, in a few words; undefined where nothing did. */
  give(input: Input): Promise<string | undefined>;
  /** What is stored that must not be. */
  stored(): Promise<readonly string[]>;
  /** How many requests came of it, and of what was there before. */
  readonly kept?: () => number;
  close(): Promise<void>;
}

export interface Door {
  readonly name: string;
  readonly open: () => Promise<OpenDoor>;
  /** Of the right shape, hostile in its parts. */
  readonly grammar: fc.Arbitrary<Input>;
  /** Inputs that are right, to be changed. */
  readonly recorded: readonly Input[];
  /** Opened anew after so many, so that what is kept in memory is what the bot keeps; 2,000 where it is not said. */
  readonly freshAfter?: number;
  /** How often of a thousand inputs in all. */
  readonly share: number;
}

/** So many inputs of one seed: half by the grammar, half changed from recorded ones. */
export function inputsOf({ grammar, recorded }: Door, seed: number, count: number): readonly Input[] {
  const chance = chanceFrom(seed);
  const made = fc.sample(grammar, { seed, numRuns: Math.ceil(count / 2) });
  return Array.from({ length: count }, (_, n) =>
    n % 2 === 0 || recorded.length === 0 ? made[n >> 1] : mutated(chance.pick(recorded), chance),
  ).slice(0, count);
}
