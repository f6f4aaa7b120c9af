/**
 * What Outlook tells of a booked session beside what is kept here: moved, somebody on its list who was not invited, the join
 * link gone. Shown to coordinators until it is put right or taken over; who answered what is told by agency alone.
 */
import { type AgencyCode, findAgency, type TeamCode } from './agencies';
import { type Instant, type Interval } from './intervals';
import type { Policy } from './policy';
import { facilitatorsOf, isSameTime, isStanding, type StandingSession } from './rearranging';
import type { Booked, OpeningCheck, Request, SystemCommand } from './request';
import type { Answer, SeenAttendee, SeenEvent } from './seen';
import { isInvited } from './setback';

/** How the event differs from what is kept here; a field is absent where nothing does. */
export interface Outlook {
  readonly movedTo?: Interval;
  /** On its list, and not invited: forwarded to, or added there. */
  readonly uninvited?: readonly string[];
  /** Invited, and taken off its list there. */
  readonly missing?: readonly string[];
  readonly linkGone?: true;
  /** Meeting options somebody had changed, and that were set again. */
  readonly putRight?: readonly OpeningCheck[];
  /** Absent until anybody has answered. */
  readonly answers?: readonly AgencyAnswers[];
  /** So many agencies come, as far as they have said so, and it is too few. */
  readonly tooFew?: number;
}

/** How many of an agency's people have said that they come, or do not. */
export interface AgencyAnswers {
  readonly agency: AgencyCode;
  readonly people: number;
  readonly coming: number;
  readonly notComing: number;
}

/** What was seen of the event, and of the meeting's options, at one look. */
export interface Sighting {
  readonly seen: SeenEvent;
  /** Options that are not as they should be, by now. Absent where they were not looked at. */
  readonly checks?: readonly OpeningCheck[];
  readonly putRight?: readonly OpeningCheck[];
  /** It is the day on which it is seen whether enough agencies come. */
  readonly counts?: true;
}

/** What a person decides about what was done in Outlook; only a coordinator. */
export type OutlookCommand =
  /** The new time is taken over; by its start, because it may have been moved once more. */
  | { readonly kind: 'take-over'; readonly attempt: number; readonly start: Instant }
  | { readonly kind: 'put-back'; readonly attempt: number }
  /** The list of those invited is made what it was. */
  | { readonly kind: 'put-list-right'; readonly attempt: number }
  /** Without its join link it is arranged anew. */
  | { readonly kind: 'arrange-anew'; readonly attempt: number };

export type OutlookOutcome =
  | ({ readonly kind: 'event-seen'; readonly attempt: number } & Sighting)
  | {
      readonly kind: 'move-judged';
      readonly attempt: number;
      readonly slot: Interval;
      readonly keeps: boolean;
    };

export type OutlookEffect =
  /** Whether the time it was moved to keeps every hard rule. */
  | { readonly kind: 'judge-move'; readonly attempt: number; readonly slot: Interval }
  | { readonly kind: 'put-back-event'; readonly attempt: number; readonly slot: Interval }
  | {
      readonly kind: 'look-at-event';
      readonly attempt: number;
      readonly at: Instant;
      readonly counts?: true;
    };

/** How the event stands beside what is kept; undefined when all is as it should be and nobody has answered. */
export function outlookOf(session: StandingSession, sighting: Sighting, policy: Policy): Outlook | undefined {
  const { seen, putRight = [], counts } = sighting;
  const { match, event, rearranging, outlook: known } = session;
  const target = rearranging?.chosen?.match.slot;
  const isMoved = !isSameTime(seen.slot, match.slot) && !(target && isSameTime(seen.slot, target));
  const answers = answersOf(session, seen, policy);
  const coming = agenciesComing(session, seen, policy);
  const isTooFew = (counts ?? known?.tooFew !== undefined) && coming < policy.leastAgencies;
  const found: Outlook = {
    ...(isMoved && { movedTo: seen.slot }),
    ...some('uninvited', uninvited(session, seen)),
    ...some('missing', missing(session, seen)),
    ...(event.joinUrl !== undefined && seen.joinUrl !== event.joinUrl && { linkGone: true as const }),
    ...some('putRight', [...new Set([...(known?.putRight ?? []), ...putRight])]),
    ...some('answers', answers),
    ...(isTooFew && { tooFew: coming }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

/**
 * What a look tells the workflow: the facilitator's answer first, because all else depends on it. Nothing when everything is
 * known already.
 */
export function newsOf(
  request: Request,
  sighting: Sighting | 'gone',
  asked: { readonly attempt: number; readonly mail: string } | undefined,
  policy: Policy,
): readonly SystemCommand[] {
  if (!('event' in request) || request.state === 'held') return [];
  const { attempt } = request;
  if (sighting === 'gone') return [{ kind: 'slot-lost', attempt, why: 'event-gone' }];
  const answer = asked && answerOf(sighting.seen, asked.mail);
  if (asked && (answer === 'accepted' || answer === 'declined'))
    return [{ kind: 'answered', attempt: asked.attempt, answer }];
  if (request.state === 'offered') {
    const isMoved = !isSameTime(sighting.seen.slot, request.match.slot);
    return isMoved ? [{ kind: 'slot-lost', attempt, why: 'event-moved' }] : [];
  }
  if (request.state === 'booked' && hasDroppedOut(request, sighting.seen))
    return [{ kind: 'answered', attempt, answer: 'declined' }];
  return isKnown(request, sighting, policy) ? [] : [{ kind: 'event-seen', attempt, ...sighting }];
}

/** Whether something done in Outlook waits for a coordinator. */
export function waitsInOutlook(request: Request): boolean {
  if (!isStanding(request)) return false;
  const { movedTo, linkGone, missing, tooFew } = request.outlook ?? {};
  const isMoved = movedTo !== undefined && !request.rearranging?.chosen;
  return isMoved || linkGone !== undefined || missing !== undefined || tooFew !== undefined;
}

/** Whether nothing of it is new. */
export function isKnown(session: StandingSession, sighting: Sighting, policy: Policy): boolean {
  const { checks } = sighting;
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return (
    isSame(outlookOf(session, sighting, policy), session.outlook) &&
    (checks === undefined || isSame(checks, session.openingChecks))
  );
}

/** Agencies of which somebody has said that they come; whoever asked for it comes unless they have declined. */
function agenciesComing(session: StandingSession, seen: SeenEvent, policy: Policy): number {
  const coming = people(session).flatMap(({ mail, team, asks }) => {
    const answer = answerOf(seen, mail);
    const isComing = answer === 'accepted' || answer === 'tentative' || (asks && answer !== 'declined');
    return isComing ? [agencyOf(team, policy)] : [];
  });
  return new Set(coming).size;
}

function answersOf(session: StandingSession, seen: SeenEvent, policy: Policy): AgencyAnswers[] {
  const byAgency = new Map<AgencyCode, AgencyAnswers>();
  for (const { mail, team } of people(session)) {
    const agency = agencyOf(team, policy);
    const { people: n, coming, notComing } = byAgency.get(agency) ?? { people: 0, coming: 0, notComing: 0 };
    const answer = answerOf(seen, mail);
    byAgency.set(agency, {
      agency,
      people: n + 1,
      coming: coming + Number(answer === 'accepted' || answer === 'tentative'),
      notComing: notComing + Number(answer === 'declined'),
    });
  }
  const all = [...byAgency.values()];
  return all.some(({ coming, notComing }) => coming + notComing > 0) ? all : [];
}

interface Counted {
  readonly mail: string;
  readonly team: TeamCode;
  readonly asks: boolean;
}

/** Those who think together; interpreters and facilitators are not of any agency there. */
function people({ requester, ask }: StandingSession): readonly Counted[] {
  const { mail, team } = requester;
  return [
    ...(mail === undefined ? [] : [{ mail, team, asks: true }]),
    ...ask.participants.map((each) => ({ mail: each.mail, team: each.team, asks: false })),
  ];
}

function expected(session: StandingSession): readonly { readonly mail: string; readonly name: string }[] {
  const { requester, ask } = session;
  return [
    ...facilitatorsOf(session),
    ...(requester.mail === undefined ? [] : [{ mail: requester.mail, name: requester.name }]),
    ...ask.participants,
    ...(ask.interpreters ?? []),
  ];
}

/** A facilitator who dropped out is none of them, and is taken off the list by us. */
function uninvited(session: StandingSession, { attendees }: SeenEvent): string[] {
  const known = new Set(expected(session).map(({ mail }) => mail.toLowerCase()));
  known.add(session.match.facilitator.mail.toLowerCase());
  const strangers = attendees.filter(({ mail }) => !known.has(mail.toLowerCase()));
  // Without an address of the requester nobody could tell who of them it is.
  return session.requester.mail === undefined ? [] : strangers.map(nameOf);
}

function missing(session: StandingSession, { attendees }: SeenEvent): string[] {
  // Those who could not be invited yet are told of as that.
  if (!isInvited(session)) return [];
  const there = new Set(attendees.map(({ mail }) => mail.toLowerCase()));
  return expected(session)
    .filter(({ mail }) => !there.has(mail.toLowerCase()))
    .map(({ name }) => name);
}

function nameOf({ name, mail }: SeenAttendee): string {
  return name === '' || name.toLowerCase() === mail.toLowerCase() ? mail : `${name} (${mail})`;
}

/** Whoever declined in Outlook and then accepted on their card has said yes last; Outlook goes on showing the no. */
function hasDroppedOut({ match, acceptedAt = 0 }: Booked, seen: SeenEvent): boolean {
  const { answer, answeredAt = Infinity } = attendeeOf(seen, match.facilitator.mail) ?? {};
  return answer === 'declined' && answeredAt >= acceptedAt;
}

function answerOf(seen: SeenEvent, mail: string): Answer | undefined {
  return attendeeOf(seen, mail)?.answer;
}

function attendeeOf({ attendees }: SeenEvent, mail: string): SeenAttendee | undefined {
  return attendees.find((each) => each.mail.toLowerCase() === mail.toLowerCase());
}

function agencyOf(team: TeamCode, { agencies }: Policy): AgencyCode {
  return findAgency(agencies, team)?.code ?? team;
}

function some<Key extends string, T>(key: Key, list: readonly T[]): { readonly [K in Key]?: readonly T[] } {
  return (list.length > 0 ? { [key]: list } : {}) as { readonly [K in Key]?: readonly T[] };
}
