/** The labelled set: texts with what should be found in them. */
import type { IdentifierKind, Finding } from '../../../src/domain/identifiers';
import { HARDER } from './harder';
import { SEEN_CLEAN } from './seen-clean';
import { SEEN_MARKED } from './seen-marked';
import { UNSEEN_CLEAN } from './unseen-clean';
import { UNSEEN_MARKED } from './unseen-marked';

export type Label = Pick<Finding, 'kind' | 'start' | 'end'>;

export interface Labelled {
  readonly text: string;
  readonly labels: readonly Label[];
}

/** The year in which all of them are written. */
export const WRITTEN_IN = 2026;

/** "A child called {name:X}" as its text and where the name stands. */
export function labelled(marked: string): Labelled {
  const labels: Label[] = [];
  let text = '';
  let end = 0;
  for (const match of marked.matchAll(/\{([a-z-]+):([^{}]+)\}/g)) {
    text += marked.slice(end, match.index);
    const start = text.length;
    text += match[2];
    labels.push({ kind: match[1] as IdentifierKind, start, end: text.length });
    end = match.index + match[0].length;
  }
  return { text: text + marked.slice(end), labels };
}

export const SEEN: readonly Labelled[] = [...SEEN_MARKED, ...SEEN_CLEAN].map(labelled);
export const UNSEEN: readonly Labelled[] = [...UNSEEN_MARKED, ...UNSEEN_CLEAN].map(labelled);
export const LATER: readonly Labelled[] = HARDER.map(labelled);
export const LABELLED: readonly Labelled[] = [...SEEN, ...UNSEEN, ...LATER];
