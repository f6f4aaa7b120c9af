/**
 * What a request is counted as: months, codes, waiting days, and of its session sums. Nothing of who asked or took part,
 * and nothing of the case; the facilitator's id alone, because a figure must be of several.
 */
import { type AgencyCode, findAgency } from '../agencies';
import { workingDaysSince } from '../calendar';
import type { Instant } from '../intervals';
import type { LocalityCode } from '../localities';
import type { PersonId } from '../people';
import type { EvaluationAnswer } from '../evaluation';
import type { Policy } from '../policy';
import type { Closed, Request, RequestId } from '../request';
import type { Outcome } from '../outcome';
import type { ThemeCode } from '../themes';
import type { Month, PeopleFigures } from './monitoring';
import { monthAt } from './month';
import { peopleOf } from './people';
import { type RecordedFigures, recordedOf } from './recorded';

/** A wait that is over, in working days, in the month in which it ended: what has been counted stays as it is. */
export interface Waited {
  readonly month: Month;
  readonly days: number;
}

/** How a request ended that came to no session, and why or where to, as a code. */
export interface Ended {
  readonly as: 'redirected' | 'declined' | 'unmatched' | 'cancelled' | 'not-held' | 'withdrawn';
  readonly code: string;
}

export interface SessionFact {
  readonly month: Month;
  readonly start: Instant;
  /** Absent where it is not known any more. */
  readonly facilitator?: PersonId;
  /** Of whoever asked. */
  readonly agency: AgencyCode;
  readonly locality?: LocalityCode;
  readonly invited: number;
  /** Agencies that came, by the facilitator's record; absent where there is none. */
  readonly came?: readonly AgencyCode[];
  readonly themes: readonly ThemeCode[];
  /** Sorted. */
  readonly lessons: readonly string[];
  /** Absent as long as it is evaluated, and where it never was. */
  readonly people?: PeopleFigures;
  /** What its facilitator recorded, counted; absent where there is none, and where it was counted before this was. */
  readonly recorded?: RecordedFigures;
}

export interface RequestFact {
  readonly id: RequestId;
  readonly asked: Month;
  /** To the first decision of a coordinator; absent where there was none. */
  readonly answered?: Waited;
  /** To the first offer to a facilitator. */
  readonly offered?: Waited;
  /** To the session, where one was held. */
  readonly met?: Waited;
  /** Absent while it is open. */
  readonly closedAt?: Instant;
  readonly ended?: Ended;
  readonly session?: SessionFact;
}

/** What the history of a request has to tell: see `AuditEntry`. */
export interface Happened {
  readonly at: Instant;
  readonly what: string;
  readonly from?: string;
  readonly to?: string;
  readonly refused?: unknown;
}

/** What was said of its session: see `Collected`. */
export interface Said {
  readonly answers: readonly EvaluationAnswer[];
  readonly lessons: readonly string[];
}

/** A coordinator has looked at it and decided something. */
const ANSWERS: readonly string[] = ['approve', 'appoint', 'decline', 'return'];

/** A request as it is counted, closed or as far as it has come; its history oldest first. */
export function factOf(
  request: Request,
  history: readonly Happened[],
  said: Said | undefined,
  policy: Policy,
): RequestFact {
  const { id, submittedAt } = request;
  const done = history.filter(({ refused }) => refused === undefined);
  const waited = (until: Instant | undefined): Waited | undefined =>
    until === undefined
      ? undefined
      : { month: monthAt(until), days: workingDaysSince(submittedAt, until, policy) };
  const answered = waited(done.find(({ what }) => ANSWERS.includes(what))?.at);
  const offered = waited(done.find(({ to }) => to === 'offered' || to === 'booked')?.at);
  const session = sessionOf(request, done, said, policy);
  const met = waited(session?.start);
  const ended = request.state === 'closed' ? endedAs(request, done) : undefined;
  return {
    id,
    asked: monthAt(submittedAt),
    ...(answered && { answered }),
    ...(offered && { offered }),
    ...(met && { met }),
    ...(request.state === 'closed' && { closedAt: request.closedAt }),
    ...(ended && { ended }),
    ...(session && { session }),
  };
}

/** Every month a fact is counted in. */
export function monthsOf({ asked, answered, offered, met, closedAt, session }: RequestFact): Month[] {
  const closed = closedAt === undefined ? undefined : monthAt(closedAt);
  const months = [asked, answered?.month, offered?.month, met?.month, closed, session?.month];
  return [...new Set(months.filter((month) => month !== undefined))].sort();
}

function sessionOf(
  request: Request,
  done: readonly Happened[],
  said: Said | undefined,
  policy: Policy,
): SessionFact | undefined {
  const { requester, ask } = request;
  const common = {
    agency: findAgency(policy.agencies, requester.team)?.code ?? 'unknown',
    ...(ask.locality !== undefined && { locality: ask.locality }),
  };
  if (request.state === 'held') {
    const { slot, facilitator } = request.match;
    const invited = request.evaluating?.invited ?? 0;
    const at = { month: monthAt(slot.start), start: slot.start, facilitator: facilitator.id };
    return { ...common, ...at, invited, ...tickedIn(request.record), lessons: [] };
  }
  if (request.state !== 'closed' || request.outcome.kind !== 'completed') return undefined;
  return { ...common, ...closedSession(request, done, said) };
}

function closedSession(
  { session, facilitatedBy, closedAt }: Closed,
  done: readonly Happened[],
  said: Said | undefined,
): Omit<SessionFact, 'agency' | 'locality'> {
  // Of a session held before its time was kept it is known when it was found to be over.
  const start = session?.slot.start ?? done.find(({ what }) => what === 'session-ended')?.at ?? closedAt;
  const invited = session?.invited ?? 0;
  return {
    month: monthAt(start),
    start,
    ...(facilitatedBy !== undefined && { facilitator: facilitatedBy }),
    invited,
    ...tickedIn(session?.record),
    lessons: [...(said?.lessons ?? [])].sort(),
    // Of a session nobody was asked about nothing is known of people.
    ...(session && invited > 0 && { people: peopleOf(invited, said?.answers ?? [], session.record) }),
    ...(session?.record && { recorded: recordedOf(session.record, session.slot) }),
  };
}

function tickedIn(
  record: { readonly agencies: readonly AgencyCode[]; readonly themes: readonly ThemeCode[] } | undefined,
): Pick<SessionFact, 'came' | 'themes'> {
  return record ? { came: record.agencies, themes: record.themes } : { themes: [] };
}

/** A session that was booked and did not come to be was cancelled, whoever ended it. */
function endedAs({ outcome, unmatched }: Closed, done: readonly Happened[]): Ended | undefined {
  const closing = done.find(({ to }) => to === 'closed');
  const wasBooked = closing?.from === 'booked' || closing?.from === 'uncovered';
  switch (outcome.kind) {
    case 'completed':
      return undefined;
    case 'declined':
      return declined(outcome);
    case 'cancelled':
    case 'not-held':
      return { as: outcome.kind, code: outcome.reason ?? 'unknown' };
    case 'withdrawn':
      if (wasBooked) return { as: 'cancelled', code: 'withdrawn' };
      return unmatched ? { as: 'unmatched', code: unmatched } : { as: 'withdrawn', code: 'requester' };
    case 'silent':
      return { as: 'unmatched', code: unmatched ?? 'no-other-dates' };
  }
}

function declined({ reason, door }: Extract<Outcome, { readonly kind: 'declined' }>): Ended {
  if (reason === 'another-door') return { as: 'redirected', code: door ?? 'unknown' };
  return { as: 'declined', code: reason };
}
