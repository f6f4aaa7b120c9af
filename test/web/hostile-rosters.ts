/** Files that a reader of CSV could take the square of their length to read: `n` tells how long. */
export const HOSTILE_ROSTERS: readonly (readonly [what: string, text: (n: number) => string])[] = [
  ['a quote that is never closed', (n) => `Name"${'"x'.repeat(n)}${' '.repeat(2 * n)},`],
  ['a quoted field and much white space', (n) => `"${'"x'.repeat(n)}${'\t '.repeat(n)},`],
  ['nothing but quotes', (n) => `Name,E-mail,Team\n${'"'.repeat(4 * n)}`],
  ['nothing but fields', (n) => ','.repeat(4 * n)],
  ['nothing but lines', (n) => `Name,E-mail,Team\n${'\n'.repeat(4 * n)}`],
];
