/**
 * What the coordinators' day begins with, as a card. It stays in the channel for ever and is not brought up to date, so
 * it names nobody and nothing of a case: references, how each stands, and a day.
 */
import type { Digest, DigestEntry, DigestSection, DigestSectionName } from '../../domain/digest';
import { referenceOf } from '../../domain/request';
import { needsHelp } from '../../domain/setback';
import {
  decisionsInWords,
  DIGEST_HEADINGS,
  DIGEST_TEXTS,
  digestTitle,
  moreInWords,
  signalInWords,
  stateInWords,
  whenInWords,
} from '../wording/digest';

export interface DigestCard {
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly entries: readonly DigestItem[];
  }[];
  readonly hasMore: boolean;
  readonly more: string;
  readonly hasSignals: boolean;
  readonly signalsHeading: string;
  /** What monitoring has come to show, a sentence each. */
  readonly signals: readonly { readonly text: string }[];
}

interface DigestItem {
  readonly request: string;
  readonly reference: string;
  readonly state: string;
  readonly due: string;
  readonly color: 'attention' | 'default';
}

/** As many as Teams takes in one card. */
const MOST_ENTRIES = 28;

export function presentDigest({ on, sections, signals }: Digest): DigestCard {
  const shown = firstOf(sections, MOST_ENTRIES);
  const more = idsIn(sections).size - idsIn(shown).size;
  return {
    title: digestTitle(on),
    summary: `${decisions(sections)} ${DIGEST_TEXTS.onlyForYou}`,
    sections: shown.map(({ name, entries }) => ({
      heading: DIGEST_HEADINGS[name],
      entries: entries.map((entry) => presentEntry(name, entry)),
    })),
    hasMore: more > 0,
    more: more > 0 ? moreInWords(more) : '',
    hasSignals: signals.length > 0,
    signalsHeading: DIGEST_TEXTS.signals,
    signals: signals.map((signal) => ({ text: signalInWords(signal) })),
  };
}

/** What is left out is the least urgent. */
function firstOf(sections: readonly DigestSection[], most: number): DigestSection[] {
  let room = most;
  return sections.flatMap(({ name, entries }) => {
    const shown = entries.slice(0, room);
    room -= shown.length;
    return shown.length > 0 ? [{ name, entries: shown }] : [];
  });
}

function idsIn(sections: readonly DigestSection[]): ReadonlySet<string> {
  return new Set(sections.flatMap(({ entries }) => entries.map(({ request }) => request.id)));
}

function decisions(sections: readonly DigestSection[]): string {
  const waiting = sections.find(({ name }) => name === 'decide')?.entries ?? [];
  const of = (due: DigestEntry['due']) => waiting.filter((each) => each.due === due).length;
  return decisionsInWords(waiting.length, of('overdue'), of('today'));
}

function presentEntry(section: DigestSectionName, entry: DigestEntry): DigestItem {
  const { request, due } = entry;
  const isUrgent = section === 'replace' || section === 'help';
  return {
    request: request.id,
    reference: referenceOf(request.id),
    state: stateInWords(entry),
    due: whenInWords(section, entry),
    color: isUrgent || due === 'overdue' || needsHelp(request) ? 'attention' : 'default',
  };
}
