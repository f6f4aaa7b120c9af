/** A share of some, with how sure it is: a figure of few is never shown without its interval. */
export interface Proportion {
  readonly count: number;
  readonly of: number;
  /** From 0 to 1, as are the ends of the interval. */
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/** The normal quantile of 97.5 %: an interval of 95 %. */
const Z = 1.959963984540054;

/**
 * The share with its Wilson score interval of 95 %, which keeps within 0 and 1 and stays honest for few and for none
 * (Wilson 1927; method 3 of Newcombe 1998). `undefined` of nothing: there is no share.
 * @param among how many people it is of, where each counts several times: what one person ticks resembles itself, so that the
 * interval is as wide as of one tick each.
 * @throws RangeError unless all are whole numbers and the count is from 0 to `of`.
 */
export function proportion(count: number, of: number, among: number = of): Proportion | undefined {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of)
    throw new RangeError(
      `proportion: expected whole numbers, the first from 0 to the second, got ${count} of ${of}`,
    );
  if (of === 0) return undefined;
  const share = count / of;
  const n = Math.min(among, of);
  const middle = (n * share + Z ** 2 / 2) / (n + Z ** 2);
  const half = (Z / (n + Z ** 2)) * Math.sqrt(n * share * (1 - share) + Z ** 2 / 4);
  return {
    count,
    of,
    share,
    // At the ends the interval reaches 0 and 1 exactly, but for rounding.
    lower: count === 0 ? 0 : middle - half,
    upper: count === of ? 1 : middle + half,
  };
}
