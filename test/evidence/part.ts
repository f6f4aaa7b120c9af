/** What a part of the evidence page is: promises, each held against what was seen, with the command that shows it. */

/** One promise and what came of it, a line of the page. */
export interface Finding {
  /** A sentence: what is promised. */
  readonly promise: string;
  /** The figure aimed at, where there is one: "at least 500 seeds". */
  readonly aim?: string;
  /** The figure that was seen, with its unit: "612 seeds, 0 failed". */
  readonly seen: string;
  /** `not-shown`: it could not be measured here; `seen` says why. */
  readonly met: 'met' | 'not-met' | 'not-shown';
  /** What anybody types to see it again. */
  readonly command: string;
}

export interface Measured {
  readonly findings: readonly Finding[];
  /** Paragraphs and tables in Markdown, below the lines: what a figure cannot say. */
  readonly text?: string;
}

/** Measures one subject. A promise that is not kept is a finding; only what keeps it from measuring is thrown. */
export interface Part {
  /** A code: "faults". */
  readonly name: string;
  readonly title: string;
  measure(): Promise<Measured>;
}
