/** Building Graph addresses. The Graph client encodes no query value, so everything is encoded here. */

/** An OData string literal; quotes inside are doubled. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `?$filter=…&$select=…` with every value percent-encoded once, a value's own escapes (join links) included. */
export function query(options: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `?${pairs.join('&')}`;
}

/** A path of literal words and values: each value becomes one encoded segment. */
export function path(words: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: words }, ...values.map(encodeURIComponent));
}

/** The list in pieces of at most that many. */
export function chunks<T>(items: readonly T[], most: number): T[][] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, i) => items.slice(i * most, (i + 1) * most));
}
