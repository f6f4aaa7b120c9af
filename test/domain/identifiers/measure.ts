/** How often the rules are right: precision and recall of each kind, over spans that overlap. */
import { findIdentifiers, type IdentifierKind, IDENTIFIER_KINDS } from '../../../src/domain/identifiers';
import { overlaps, type Span } from '../../../src/domain/identifiers/finding';
import { type Labelled, WRITTEN_IN } from './labelled';

export interface Quality {
  readonly kind: IdentifierKind;
  /** Of those marked in the texts. */
  readonly marked: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly precision: number;
  readonly recall: number;
}

/** Each kind that the set has marks of. */
export function measure(set: readonly Labelled[]): Quality[] {
  return IDENTIFIER_KINDS.map((kind) => qualityOf(kind, set)).filter(({ marked }) => marked > 0);
}

function qualityOf(kind: IdentifierKind, set: readonly Labelled[]): Quality {
  let marked = 0;
  let right = 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { text, labels } of set) {
    const wanted = labels.filter((label) => label.kind === kind);
    const found = findIdentifiers(text, WRITTEN_IN).filter((finding) => finding.kind === kind);
    const shown = (span: Span) => `${text.slice(span.start, span.end)} | ${text}`;
    marked += wanted.length;
    missed.push(...wanted.filter((label) => !found.some((each) => overlaps(each, label))).map(shown));
    const strays = found.filter((each) => !wanted.some((label) => overlaps(each, label)));
    wrong.push(...strays.map(shown));
    right += found.length - strays.length;
  }
  const precision = right + wrong.length === 0 ? 0 : right / (right + wrong.length);
  return { kind, marked, missed, wrong, precision, recall: marked === 0 ? 0 : 1 - missed.length / marked };
}
