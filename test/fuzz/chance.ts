/** Chance from a seed: the same seed gives the same inputs, on every machine. */

export interface Chance {
  /** From 0 up to, not including, `below`. */
  below(below: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** True as often as one in so many times. */
  once(inSoMany: number): boolean;
}

/** Mulberry32, by Tommy Ettinger (public domain): small, and good enough to choose with. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    pick: (values) => values[below(values.length)]!,
    once: (inSoMany) => below(inSoMany) === 0,
  };
}
