/** What can be packed, as `npm run package` sees it. */
import type { Environment } from './environment';

export interface Packed {
  /** The name of the file in `dist/`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Why something cannot be packed: each a sentence that says what was expected and what was got. */
export interface Unpacked {
  readonly problems: readonly string[];
}

/** @param root the folder of the checkout. Throws only for what is wrong with the checkout itself. */
export type Packing = (root: string, environment: Environment) => readonly Packed[] | Unpacked;
