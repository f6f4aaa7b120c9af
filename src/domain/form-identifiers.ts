/**
 * The form's free texts, read for what identifies a child or family (domain.md, harm 2). What is certain has to go. What
 * is only likely is asked about, and passes once whoever typed it says "No, it is not" to just these words.
 */
import { type Finding, findIdentifiers, findIdentifiersInVenue, type IdentifierKind } from './identifiers';

export interface FreeTexts {
  readonly caseReference: string;
  readonly reason: string;
  readonly venue: string;
}

/** Where something stands, as people count: from 1. Nothing of the text itself. */
export interface FoundAt {
  readonly kind: IdentifierKind;
  readonly line: number;
  readonly word: number;
}

export interface IdentifierProblem {
  readonly field: keyof FreeTexts;
  readonly fault: 'identifier' | 'likely-identifier';
  readonly found: readonly FoundAt[];
}

const FIELDS = ['caseReference', 'reason', 'venue'] as const;

/** What must change or be answered. `notNames` is the answer given: the mark of the words it was given about. */
export function identifierProblems(texts: FreeTexts, notNames: string, year: number): IdentifierProblem[] {
  const isAnswered = notNames !== '' && notNames === likelyMark(texts, year);
  return FIELDS.flatMap((field) => {
    const findings = findingsIn(texts, field, year);
    const at = (certainty: Finding['certainty']) =>
      findings.filter((each) => each.certainty === certainty).map((each) => foundAt(texts[field], each));
    const certain = at('certain');
    const likely = isAnswered ? [] : at('likely');
    return [
      ...(certain.length > 0 ? [{ field, fault: 'identifier', found: certain } as const] : []),
      ...(likely.length > 0 ? [{ field, fault: 'likely-identifier', found: likely } as const] : []),
    ];
  });
}

/**
 * Stands for the likely identifiers in the texts; '' when there are none. Other words have another mark, so an answer
 * given about some says nothing about others. It keeps no secret: whoever forges it has only ticked the box.
 */
export function likelyMark(texts: FreeTexts, year: number): string {
  const words = FIELDS.flatMap((field) =>
    findingsIn(texts, field, year)
      .filter(({ certainty }) => certainty === 'likely')
      .map(({ start, end }) => texts[field].slice(start, end)),
  );
  return words.length === 0 ? '' : fingerprint(words.join('\n'));
}

function findingsIn(texts: FreeTexts, field: keyof FreeTexts, year: number): readonly Finding[] {
  return field === 'venue' ? findIdentifiersInVenue(texts.venue, year) : findIdentifiers(texts[field], year);
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
