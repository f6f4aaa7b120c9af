/** What Stryker found of each file, counted, and which of the survivors somebody has explained. */

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'CompileError' | 'RuntimeError';

interface Position {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** One change of one place: of mutation-testing-report-schema, what is read here. */
export interface Mutant {
  readonly status: Status;
  readonly location: { readonly start: Position; readonly end: Position };
  readonly replacement?: string;
}

export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

export interface Counts {
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  /** No test comes near it. */
  readonly noCoverage: number;
}

/** Neither killed nor timed out: no test is another for it. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  /** What stands there, and what it was changed to; white space as one blank. */
  readonly original: string;
  readonly replacement: string;
}

/** Changes that make no difference, or none that a rule forbids; `why` says which. */
export interface Explained {
  readonly file: string;
  readonly why: string;
  /** What stands there and what it was changed to. Of the same change in several places each is named. */
  readonly mutants: readonly (readonly [original: string, replacement: string])[];
}

export const NOTHING: Counts = { killed: 0, timedOut: 0, survived: 0, noCoverage: 0 };

export function countsOf(mutants: readonly Mutant[]): Counts {
  const of = (status: Status) => mutants.filter((mutant) => mutant.status === status).length;
  return {
    killed: of('Killed'),
    timedOut: of('Timeout'),
    survived: of('Survived'),
    noCoverage: of('NoCoverage'),
  };
}

export function plus(one: Counts, other: Counts): Counts {
  return {
    killed: one.killed + other.killed,
    timedOut: one.timedOut + other.timedOut,
    survived: one.survived + other.survived,
    noCoverage: one.noCoverage + other.noCoverage,
  };
}

export function mutantsIn({ killed, timedOut, survived, noCoverage }: Counts): number {
  return killed + timedOut + survived + noCoverage;
}

/** Per cent of the mutants that some test noticed, as Stryker defines it: what is not covered counts against it. */
export function score(counts: Counts): number {
  return (100 * (counts.killed + counts.timedOut)) / mutantsIn(counts);
}

export function survivorsOf({ files }: Report): Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location, replacement }) => ({
        file,
        line: location.start.line,
        original: oneLine(textAt(source, location)),
        replacement: oneLine(replacement ?? ''),
      })),
  );
}

/** Those that nobody has explained, and the explanations of what has not survived: each explains one. */
export function heldAgainst(
  survivors: readonly Survivor[],
  explained: readonly Explained[],
): { readonly unexplained: readonly Survivor[]; readonly idle: readonly Omit<Survivor, 'line'>[] } {
  const idle = explained.flatMap(({ file, mutants }) =>
    mutants.map(([original, replacement]) => ({ file, original, replacement })),
  );
  const unexplained = survivors.filter((survivor) => {
    const at = idle.findIndex((each) => isOf(each, survivor));
    if (at >= 0) idle.splice(at, 1);
    return at < 0;
  });
  return { unexplained, idle };
}

function isOf(one: Omit<Survivor, 'line'>, other: Survivor): boolean {
  return one.file === other.file && one.original === other.original && one.replacement === other.replacement;
}

function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, n) => line.slice(n === 0 ? start.column - 1 : 0, n === last ? end.column - 1 : line.length))
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
