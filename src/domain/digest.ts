/** What a coordinator's day begins with: what needs somebody first, then whom is waited for, then the sessions of the week. */
import { addDays, addWorkingDays, localDate, type LocalDate, weekdayOf } from './calendar';
import type { Instant } from './intervals';
import type { Signal } from './monitoring/signals';
import { waitsInOutlook } from './outlook';
import type { Policy } from './policy';
import { isProposable } from './proposal';
import { dueAt, type OpenRequest } from './queue';
import { isOpen, type Request } from './request';
import { FACILITATOR_TROUBLES, needsHelp } from './setback';
import { waitsOnRequester } from './waiting';

/** By urgency. A request stands in at most one of them, the sessions aside: those are all of the week's. */
export const DIGEST_SECTIONS = [
  /** A session is arranged with somebody who cannot be relied on, or with nobody any more. */
  'replace',
  /** Something else could not be done, so that people would wait or come in vain. */
  'help',
  'decide',
  /** Offers that end today or on the next working day. */
  'answers',
  /** It is the requester's turn: no time fits the dates they gave. */
  'dates',
  'sessions',
] as const;
export type DigestSectionName = (typeof DIGEST_SECTIONS)[number];

export interface DigestEntry {
  readonly request: OpenRequest;
  /** The day that matters: until when somebody has to act, or when the session is. */
  readonly day: LocalDate;
  /** Of that day, where somebody has to act until then. */
  readonly due: 'overdue' | 'today' | 'later';
}

export interface DigestSection {
  readonly name: DigestSectionName;
  /** Never empty; what comes first is the most urgent. */
  readonly entries: readonly DigestEntry[];
}

export interface Digest {
  readonly on: LocalDate;
  /** Those with something in them, the most urgent first. */
  readonly sections: readonly DigestSection[];
  /** What monitoring has come to show and has not been told yet. */
  readonly signals: readonly Signal[];
}

/** Undefined when there is nothing to tell. */
export function digestOf(
  requests: readonly Request[],
  now: Instant,
  policy: Policy,
  signals: readonly Signal[] = [],
): Digest | undefined {
  const today = localDate(now);
  const soon = addWorkingDays(addDays(today, 1), 0, policy);
  const open = requests.filter((each): each is OpenRequest => isOpen(each));
  const sections = DIGEST_SECTIONS.flatMap((name) => {
    const found = open.filter((each) =>
      name === 'sessions' ? isThisWeek(each, now) : sectionOf(each, soon) === name,
    );
    const entries = found.sort(byMoment).map((request) => entryOf(request, now));
    return entries.length > 0 ? [{ name, entries }] : [];
  });
  return sections.length > 0 || signals.length > 0 ? { on: today, sections, signals } : undefined;
}

/** @param soon the last day on which an offer that ends is told of. */
function sectionOf(request: OpenRequest, soon: LocalDate): DigestSectionName | undefined {
  if (request.state === 'submitted') return waitsOnRequester(request) ? 'dates' : 'decide';
  if (needsSomebodyElse(request)) return 'replace';
  if (needsHelp(request)) return 'help';
  if (waitsForChoice(request)) return 'decide';
  if (request.state === 'offered' && localDate(request.answerBy) <= soon) return 'answers';
  return undefined;
}

/** Arranged, and something about it waits for a coordinator: another time, other people, or what was done in Outlook. */
function waitsForChoice(request: OpenRequest): boolean {
  if (isProposable(request) && request.proposal) return true;
  if (waitsInOutlook(request)) return true;
  return request.state === 'booked' && request.rearranging !== undefined && !request.rearranging.chosen;
}

/** A session that has taken place needs nobody any more. */
function needsSomebodyElse({ state, troubles = [] }: OpenRequest): boolean {
  const kinds: readonly string[] = FACILITATOR_TROUBLES;
  return state === 'uncovered' || (state !== 'held' && troubles.some(({ kind }) => kinds.includes(kind)));
}

/** From now until Sunday. */
function isThisWeek(request: OpenRequest, now: Instant): boolean {
  if (request.state !== 'booked' && request.state !== 'uncovered') return false;
  const { start, end } = request.match.slot;
  return end > now && localDate(start) <= sundayFrom(localDate(now));
}

function sundayFrom(day: LocalDate): LocalDate {
  return weekdayOf(day) === 'sunday' ? day : sundayFrom(addDays(day, 1));
}

function entryOf(request: OpenRequest, now: Instant): DigestEntry {
  const moment = momentOf(request);
  const day = localDate(moment);
  // Where nobody has to act, a moment that has passed is no fault.
  const isLate = dueAt(request) !== undefined && moment < now;
  return { request, day, due: isLate ? 'overdue' : day === localDate(now) ? 'today' : 'later' };
}

/** By what matters of it; the older request first where that is the same. */
function byMoment(one: OpenRequest, other: OpenRequest): number {
  const order = momentOf(one) - momentOf(other) || one.submittedAt - other.submittedAt;
  return order || (one.id < other.id ? -1 : 1);
}

function momentOf(request: OpenRequest): Instant {
  if (request.state === 'submitted' && waitsOnRequester(request))
    return request.datesAsked?.answerBy ?? request.answerDueAt;
  if (needsSomebodyElse(request) && 'match' in request) return request.match.slot.start;
  return dueAt(request) ?? ('match' in request ? request.match.slot.start : request.submittedAt);
}
