/**
 * Free texts, read for what identifies a child or family (domain.md, harm 2). What is certain has to go. What is only
 * likely is asked about, and passes once whoever typed it says "No, it is not" to just these words.
 */
import type { FormProblem } from './form-fields';
import { type Finding, findIdentifiers, findIdentifiersInVenue, type IdentifierKind } from './identifiers';

/** A text as it was typed into a field; for a list, into which entry. */
export interface FreeText<Field extends string = string> {
  readonly field: Field;
  readonly text: string;
  readonly entry?: number;
  /** A venue may have the address of an institution, a practitioner has a name; everything else may have neither. */
  readonly of?: 'venue' | 'practitioner';
}

/** Where something stands, as people count: from 1. Nothing of the text itself. */
export interface FoundAt {
  readonly kind: IdentifierKind;
  readonly line: number;
  readonly word: number;
}

/** What must change or be answered. `notNames` is the answer given: the mark of the words it was given about. */
export function identifierProblems<Field extends string>(
  texts: readonly FreeText<Field>[],
  notNames: string,
  year: number,
): FormProblem<Field>[] {
  const isAnswered = notNames !== '' && notNames === likelyMark(texts, year);
  return texts.flatMap((free) => {
    const { field, entry, text } = free;
    const findings = findingsIn(free, year);
    const problem = (certainty: Finding['certainty'], fault: FormProblem['fault']): FormProblem<Field>[] => {
      const found = findings
        .filter((each) => each.certainty === certainty)
        .map((each) => foundAt(text, each));
      return found.length === 0 ? [] : [{ field, fault, found, ...(entry !== undefined && { entry }) }];
    };
    return [
      ...problem('certain', 'identifier'),
      ...(isAnswered ? [] : problem('likely', 'likely-identifier')),
    ];
  });
}

/**
 * Stands for the likely identifiers in the texts; '' when there are none. Other words have another mark, so an answer
 * given about some says nothing about others. It keeps no secret: whoever forges it has only ticked the box.
 */
export function likelyMark(texts: readonly FreeText[], year: number): string {
  const words = texts.flatMap((free) =>
    findingsIn(free, year)
      .filter(({ certainty }) => certainty === 'likely')
      .map(({ start, end }) => free.text.slice(start, end)),
  );
  return words.length === 0 ? '' : fingerprint(words.join('\n'));
}

function findingsIn({ text, of }: FreeText, year: number): readonly Finding[] {
  if (of === 'venue') return findIdentifiersInVenue(text, year);
  const findings = findIdentifiers(text, year);
  return of === 'practitioner' ? findings.filter(({ kind }) => kind !== 'name') : findings;
}

function foundAt(text: string, { kind, start }: Finding): FoundAt {
  const lines = text.slice(0, start).split('\n');
  const before = lines.at(-1)!;
  const words = before.split(/\s/).filter((word) => word !== '').length;
  // What begins within a word is counted as that word.
  return { kind, line: lines.length, word: /\S$/.test(before) ? words : words + 1 };
}

/** FNV-1a, 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}
