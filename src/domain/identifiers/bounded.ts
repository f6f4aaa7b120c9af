/**
 * Patterns that cannot be made slow. Every quantifier has an upper bound, so a try from one place reads at most a fixed
 * stretch of text, whatever the text is, and a whole search takes time in proportion to its length.
 */

/** Compiles a pattern. An unbounded quantifier is a programmer's mistake and stops the start. */
export function bounded(source: string, flags = ''): RegExp {
  const withoutClasses = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/[*+]|\{\d+,\}/.test(withoutClasses))
    throw new Error(`Expected a pattern whose every quantifier is bounded, got ${source}`);
  return new RegExp(source, `u${flags}`);
}

/** Compiled once for each pattern: a text is read by some dozens, and compiling takes longer than reading. */
const searches = new WeakMap<RegExp, RegExp>();

function searchOf(pattern: RegExp): RegExp {
  const known = searches.get(pattern);
  if (known) return known;
  const search = new RegExp(pattern.source, `${pattern.flags}g`);
  searches.set(pattern, search);
  return search;
}

/** Every match, overlapping ones too: a number may begin inside what a first try took for another. */
export function* everyMatch(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  const search = searchOf(pattern);
  const matchFrom = (place: number): RegExpExecArray | null => {
    // Set anew each time, because another search with the same pattern may run in between.
    search.lastIndex = place;
    return search.exec(text);
  };
  for (let match = matchFrom(0); match;) {
    yield match;
    // Never into the middle of a pair of surrogates: `u` would step back to its start, and again.
    match = matchFrom(match.index + (text.codePointAt(match.index)! > 0xffff ? 2 : 1));
  }
}
