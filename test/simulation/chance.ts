/** Chance that is the same in every run: each question has its own stream, so that no answer moves another. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  pick<T>(values: readonly T[]): T;
  /** True as often as that, out of one. */
  happens(share: number): boolean;
}

/** What a key says; FNV-1a makes a seed of it, and mulberry32 a stream of numbers. */
export function chanceOf(...key: readonly (string | number)[]): Chance {
  let state = 0x811c9dc5;
  for (const char of key.join('\u0000')) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    pick: (values) => values[whole(0, values.length - 1)]!,
    happens: (share) => next() < share,
  };
}
