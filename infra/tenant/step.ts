/** What a step of the set-up is. Each looks before it acts, so that repeating it all is harmless. */

export interface Change {
  /** Completes "would" and "done:", in words an administrator can check: `add the scope access_as_user`. */
  readonly says: string;
  make(): Promise<unknown>;
}

/** What was found: nothing to change means that it is right. */
export interface Look {
  readonly changes: readonly Change[];
  /** What is not ours to change, and must be known. */
  readonly warnings?: readonly string[];
  /** What the tenant has given, that the bot's settings need. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Something else has to be there first: what, and where it comes from. */
export interface Waiting {
  readonly waitsFor: string;
}

export interface Step {
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  look(): Promise<Look | Waiting>;
}

/** For services without a public interface but PowerShell: the script itself looks before it acts. */
export interface ScriptStep {
  readonly name: string;
  readonly purpose: string;
  /** File name of the script. */
  readonly file: string;
  script(): Promise<string | Waiting>;
}

export const isWaiting = (found: object): found is Waiting => 'waitsFor' in found;
