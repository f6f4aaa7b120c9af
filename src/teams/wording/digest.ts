/** What the coordinators' day begins with, in words. */
import type { LocalDate } from '../../domain/calendar';
import type { DigestEntry, DigestSectionName } from '../../domain/digest';
import type { Signal, WatchedId } from '../../domain/monitoring/signals';
import { needsHelp } from '../../domain/setback';
import { dayInWords, monthInWords } from '../../wording/when';
import { QUEUE_TEXTS } from './queue';
import { COORDINATOR_STATES } from '../../wording/states';
import { waitForCoordinators } from '../../wording/waiting';

export const DIGEST_HEADINGS: Record<DigestSectionName, string> = {
  replace: 'Sessions that need somebody else',
  help: 'Something could not be done',
  decide: 'Waiting for a decision',
  answers: 'Offers that end soon without an answer',
  dates: 'Waiting for other dates from the requester',
  sessions: 'Sessions this week',
};

export const DIGEST_TEXTS = {
  nothing: 'Nothing needs a coordinator today, and no session is booked for the rest of this week.',
  onlyForYou: 'What you open, only you see.',
  signals: 'What monitoring shows',
} as const;

export function digestTitle(on: LocalDate): string {
  return `Today, ${dayInWords(on)}`;
}

/** "3 wait for a decision: 1 is overdue, 1 is due today." */
export function decisionsInWords(waiting: number, overdue: number, today: number): string {
  if (waiting === 0) return 'No request waits for a decision.';
  const all = waiting === 1 ? '1 request waits for a decision' : `${waiting} requests wait for a decision`;
  const parts = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(today > 0 ? [`${today} due today`] : []),
  ];
  return parts.length > 0 ? `${all}: ${parts.join(', ')}.` : `${all}.`;
}

export function stateInWords({ request }: DigestEntry): string {
  return request.state === 'submitted' ? waitForCoordinators(request) : COORDINATOR_STATES[request.state];
}

/** Until when, or when; and that a person has to look, where that is so. */
export function whenInWords(section: DigestSectionName, entry: DigestEntry): string {
  const help = needsHelp(entry.request) ? ` ${QUEUE_TEXTS.needsHelp}` : '';
  return `${momentOf(section, entry)}${help}`;
}

function momentOf(section: DigestSectionName, entry: DigestEntry): string {
  const { request, day, due } = entry;
  const date = dayInWords(day);
  switch (section) {
    case 'decide':
      if ('match' in request) return sessionOn(entry);
      if (due === 'overdue') return `An answer was due by ${date}.`;
      return due === 'today' ? 'An answer is due today.' : `An answer is due by ${date}.`;
    case 'answers':
      if (due === 'overdue') return `The offer was to end on ${date}.`;
      return due === 'today' ? 'The offer ends today.' : `The offer ends on ${date}.`;
    case 'dates':
      return due === 'today' ? 'The requester has until today.' : `The requester has until ${date}.`;
    case 'replace':
    case 'help':
    case 'sessions':
      if (!('match' in request)) return `Asked for on ${date}.`;
      return sessionOn(entry);
  }
}

function sessionOn({ day, due }: DigestEntry): string {
  return due === 'today' ? 'The session is today.' : `The session is on ${dayInWords(day)}.`;
}

export function moreInWords(more: number): string {
  return `And ${more} more: say "queue".`;
}

const WATCHED: Record<WatchedId, { readonly rises: string; readonly falls: string }> = {
  requests: { rises: 'more requests came in', falls: 'fewer requests came in' },
  'days-to-answer': { rises: 'requests waited longer for an answer', falls: 'requests were answered sooner' },
  'days-to-session': {
    rises: 'sessions came later after asking',
    falls: 'sessions came sooner after asking',
  },
};

/** One sentence, with where to look. A signal is no cause: it says that chance is a poor explanation. */
export function signalInWords(signal: Signal): string {
  const month = (each: string) => monthInWords(`${each}-01`);
  if (signal.kind === 'month') {
    const { rises, falls } = WATCHED[signal.id];
    const what = signal.rises ? rises : falls;
    return `In ${month(signal.month)} ${what} than chance explains: see Monitoring in the tab.`;
  }
  return `By the end of ${month(signal.to)} more sessions had drifted towards case management than chance explains: see Monitoring in the tab.`;
}
