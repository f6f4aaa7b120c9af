/** Who did what to a request and when, oldest first; of a long history the newest part that Teams takes. */
import { referenceOf, type RequestId } from '../../domain/request';
import type { AuditEntry } from '../../ports';
import type { Line } from '../card-data';
import { cardBytes, MOST_CARD_BYTES, renderCard } from '../cards';
import { isolated } from '../../wording/typed-text';
import { endingInShort } from '../../wording/ending';
import {
  changedInWords,
  deedInWords,
  HISTORY_TEXTS,
  inNameOf,
  leftOutInWords,
  stateInWords,
} from '../wording/history';
import { OVERRULED } from '../../wording/matching';
import { minuteInWords } from '../../wording/when';

export interface HistoryCard {
  readonly reference: string;
  readonly hasSummary: boolean;
  readonly summary: string;
  readonly entries: readonly HistoryEntry[];
}

interface HistoryEntry {
  readonly when: string;
  readonly who: string;
  readonly deed: string;
  readonly lines: readonly Line[];
}

export function presentHistory(id: RequestId, audit: readonly AuditEntry[]): HistoryCard {
  const entries = audit.map(presentEntry);
  return withNewest(id, entries, howManyFit(id, entries));
}

/** Each takes a few hundred bytes; drawing a longer card only to find it too long would take seconds. */
const NEVER_MORE = 100;

/** The most of the newest that fit. What fits with one more also fits without it, so it is found by halving. */
function howManyFit(id: RequestId, entries: readonly HistoryEntry[]): number {
  const fits = (count: number): boolean =>
    cardBytes(renderCard('history', withNewest(id, entries, count))) <= MOST_CARD_BYTES;
  const all = Math.min(entries.length, NEVER_MORE);
  if (fits(all)) return all;
  let [most, tooMany] = [0, all];
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (fits(middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}

function withNewest(id: RequestId, entries: readonly HistoryEntry[], count: number): HistoryCard {
  const leftOut = entries.length - count;
  const summary = entries.length === 0 ? HISTORY_TEXTS.none : leftOut > 0 ? leftOutInWords(leftOut) : '';
  return { reference: referenceOf(id), hasSummary: summary !== '', summary, entries: entries.slice(leftOut) };
}

function presentEntry(entry: AuditEntry): HistoryEntry {
  const { at, from, to, note, because, reason, changed = [] } = entry;
  return {
    when: minuteInWords(at),
    who: whoInWords(entry),
    deed: deedInWords(entry),
    lines: [
      ...(to !== undefined && to !== from ? [stateInWords(to)] : []),
      ...(changed.length > 0 ? [`${HISTORY_TEXTS.changed}${changedInWords(changed)}`] : []),
      ...(because ? [`${HISTORY_TEXTS.because}${OVERRULED[because]}`] : []),
      ...(reason ? [`${HISTORY_TEXTS.reason}${endingInShort(reason)}`] : []),
      ...(note ? [`${HISTORY_TEXTS.note}${isolated(note)}`] : []),
    ].map((text) => ({ text })),
  };
}

/**
 * Whoever sat in a session and waited is not to be asked about it afterwards, and who asked for an arrangement would tell
 * whose condition it is; of one who tried to and may not, it is told.
 */
function whoInWords({ by, what, refused, via }: AuditEntry): string {
  if (by === 'system') return HISTORY_TEXTS.byItself;
  if (what === 'facilitator-missing' && refused === undefined) return HISTORY_TEXTS.somebodyThere;
  if (what === 'ask-arrangements' && refused === undefined) return HISTORY_TEXTS.somebodyWhoComes;
  const name = isolated(by.name);
  return via ? inNameOf(name) : name;
}
