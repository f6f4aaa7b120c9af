/**
 * OWASP's Application Security Verification Standard, version 5.0.0 (May 2025), levels 1 and 2: what of it is met, and where
 * that is shown. Numbers and levels are the standard's, the words are ours. https://github.com/OWASP/ASVS/tree/v5.0.0
 */

export type Level = 1 | 2;

export type Verdict =
  /** Each place is a file of the repository, or a folder of tests. */
  | { readonly is: 'met'; readonly shown: readonly string[] }
  | { readonly is: 'not-met'; readonly because: string }
  /** Somebody else's to do: Entra, Azure, or whoever runs it. */
  | { readonly is: 'theirs'; readonly because: string }
  /** There is nothing here that it could be asked of. */
  | { readonly is: 'absent'; readonly because: string };

export interface Requirement {
  /** "3.4.1" */
  readonly id: string;
  readonly level: Level;
  readonly asks: string;
  readonly verdict: Verdict;
}

export function met(id: string, level: Level, asks: string, ...shown: readonly string[]): Requirement {
  return { id, level, asks, verdict: { is: 'met', shown } };
}

export function notMet(id: string, level: Level, asks: string, because: string): Requirement {
  return { id, level, asks, verdict: { is: 'not-met', because } };
}

export function theirs(id: string, level: Level, asks: string, because: string): Requirement {
  return { id, level, asks, verdict: { is: 'theirs', because } };
}

export function absent(id: string, level: Level, asks: string, because: string): Requirement {
  return { id, level, asks, verdict: { is: 'absent', because } };
}

/** Several of a section of which there is nothing here: of each level the numbers of the first and the last. */
export function allAbsent(
  section: string,
  levels: readonly (readonly [level: Level, first: number, last: number])[],
  asks: string,
  because: string,
): readonly Requirement[] {
  return levels.flatMap(([level, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, n) =>
      absent(`${section}.${first + n}`, level, asks, because),
    ),
  );
}
