/** The mutants that no test kills because there is nothing to see of them, each with why. */
import type { Explained } from './report';

export const EXPLAINED: readonly Explained[] = [];
