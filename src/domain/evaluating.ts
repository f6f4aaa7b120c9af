/**
 * How a session that was held is evaluated: everybody who took part is asked, reminded once, and nobody after that; its
 * facilitator is asked for a record. When the time is over the request is closed, and counted.
 */
import { type AgencyCode, findAgency } from './agencies';
import { endOfWorkingDayAfter, startOfWorkingDay } from './calendar';
import { type Instant, type Interval, MINUTE_MS } from './intervals';
import { plainMail } from './mail-address';
import type { Recipient } from './mail-news';
import type { PersonId } from './people';
import type { Policy } from './policy';
import type { Booked, Effect, Request } from './request';
import type { SessionRecord } from './session-record';

/** Whoever took part and is asked: never the facilitator, who records it. */
export type Respondent = Exclude<Recipient, { readonly as: 'facilitator' }>;

export type EvaluationEffect =
  | {
      readonly kind: 'ask-evaluation';
      readonly attempt: number;
      readonly to: Respondent;
      readonly reminder?: true;
      readonly at?: Instant;
    }
  /** Draws the facilitator's attention to the record; the second time only where there is none yet. */
  | { readonly kind: 'ask-record'; readonly attempt: number; readonly at?: Instant }
  | { readonly kind: 'end-evaluation'; readonly attempt: number; readonly at: Instant }
  /** A closed request becomes a fact that monitoring counts. */
  | { readonly kind: 'count-request' };

/** Nobody can evaluate the session of that attempt any more. */
export type EvaluationOutcome = { readonly kind: 'evaluation-over'; readonly attempt: number };

/** Who was asked about a session, as numbers and agencies, and until when they can answer. */
export interface Evaluating {
  readonly closesAt: Instant;
  /** How many were asked; of a session held before anybody was, nobody. */
  readonly invited: number;
  /** Their agencies, each once. */
  readonly agencies: readonly AgencyCode[];
}

/** What a closed request keeps of the session it came to. */
export interface HeldSession extends Omit<Evaluating, 'closesAt'> {
  readonly slot: Interval;
  readonly record?: SessionRecord;
}

/** Days after which a record that is missing is asked for once more. */
const RECORD_REMINDER_DAYS = 2;

/** Everybody who took part, each once: the requester, and the participants who had not said that they cannot come. */
export function respondentsOf({
  requester,
  ask,
  absent = [],
}: Pick<Booked, 'requester' | 'ask' | 'absent'>): readonly Respondent[] {
  const own = requester.mail === undefined ? undefined : plainMail(requester.mail);
  const mails = ask.participants.map(({ mail }) => plainMail(mail));
  const coming = mails.filter(
    (mail, n) => mail !== own && !absent.includes(mail) && mails.indexOf(mail) === n,
  );
  return [{ as: 'requester' }, ...coming.map((mail) => ({ as: 'participant', mail }) as const)];
}

/** Whose own chat it is that somebody is asked in; undefined for whoever has no Teams here. */
export function chatOf(
  { requester, ask }: Pick<Request, 'requester' | 'ask'>,
  to: Respondent,
): PersonId | undefined {
  if (to.as === 'requester') return requester.outside ? undefined : requester.id;
  const participant = ask.participants.find(({ mail }) => plainMail(mail) === to.mail);
  return participant?.gone ? undefined : participant?.id;
}

/** A session found to be over now can be evaluated for so many working days (*policy*, domain.md: 10). */
export function evaluatingOf(session: Booked, now: Instant, policy: Policy): Evaluating {
  const { requester, ask, absent = [] } = session;
  const coming = ask.participants.filter(({ mail }) => !absent.includes(plainMail(mail)));
  const agencies = [requester, ...coming].map(({ team }) => findAgency(policy.agencies, team)?.code ?? team);
  return {
    closesAt: endOfWorkingDayAfter(now, policy.evaluationDays, policy),
    invited: respondentsOf(session).length,
    agencies: [...new Set(agencies)],
  };
}

/** Asks everybody, and halfway once more whoever has not answered by then; the facilitator is asked for the record. */
export function evaluationEffects(
  session: Booked,
  { closesAt }: Evaluating,
  now: Instant,
  policy: Policy,
): Effect[] {
  const { attempt } = session;
  const respondents = respondentsOf(session);
  const halfway = startOfWorkingDay(now, Math.ceil(policy.evaluationDays / 2), policy);
  return [
    { kind: 'ask-record', attempt },
    ...respondents.map((to) => ({ kind: 'ask-evaluation', attempt, to }) as const),
    { kind: 'ask-record', attempt, at: startOfWorkingDay(now, RECORD_REMINDER_DAYS, policy) },
    ...respondents.map(
      (to) => ({ kind: 'ask-evaluation', attempt, to, reminder: true, at: halfway }) as const,
    ),
    { kind: 'end-evaluation', attempt, at: closesAt },
  ];
}

/**
 * When its facilitator can show everybody there the link to evaluate a session: from some minutes before its end (*policy*,
 * `evaluationEarlyMinutes`) until nobody can evaluate it any more. Undefined for what is not arranged, or not evaluated.
 */
export function shownDuring(request: Request, policy: Policy): Interval | undefined {
  const evaluating = sessionEvaluating(request, policy);
  if (!evaluating || !('match' in request)) return undefined;
  const start = request.match.slot.end - policy.evaluationEarlyMinutes * MINUTE_MS;
  return { start, end: evaluating.closesAt };
}

/** Of a session that is not over yet, as if it ended at the time it was booked for and everybody came who is expected. */
export function sessionEvaluating(request: Request, policy: Policy): Evaluating | undefined {
  if (request.state === 'held') return request.evaluating;
  return request.state === 'booked' ? evaluatingOf(request, request.match.slot.end, policy) : undefined;
}
