/** How many letters must be put in, taken out or replaced to make one word of the other (Levenshtein's distance). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = row[column]! + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, row[column + 1]! + 1, next[column]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}

/** The name most like the given one, to suggest after a typing mistake. `names` must not be empty. */
export function nearestTo(given: string, names: readonly string[]): string {
  return names.reduce((best, name) => (distance(given, name) < distance(given, best) ? name : best));
}
