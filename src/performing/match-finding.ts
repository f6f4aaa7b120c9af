/** Asks the directory, the pool and the calendars what matching needs to know of a request, and lets the domain judge. */
import { windowOf } from '../domain/ask';
import type { Availability } from '../domain/availability';
import { type LocalDate, localDate, openHours, TIMES_OF_DAY, WEEKDAYS } from '../domain/calendar';
import { availabilityOf } from '../domain/declared';
import { lookedUp, toLookUp } from '../domain/directory';
import type { Facilitator } from '../domain/facilitator';
import type { Instant, Interval } from '../domain/intervals';
import type { Matches } from '../domain/match';
import { findMatches, type MatchingQuestion } from '../domain/matching';
import type { KnownPerson } from '../domain/people';
import { askedAnew, isStanding } from '../domain/rearranging';
import { asRearrangement, findRearrangements } from '../domain/rearrangements';
import type { Policy } from '../domain/policy';
import { findRelaxations, latestRelaxed } from '../domain/relaxing';
import type { Request } from '../domain/request';
import type { Calendars, Directory } from '../ports';
import type { Pool } from '../ports/pool';

export interface MatchFindingNeeds {
  readonly directory: Pick<Directory, 'known'>;
  readonly pool: Pick<Pool, 'all'>;
  readonly calendars: Calendars;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface MatchFinding {
  /** The matches of the request's round, and with none what would help; with whom the directory knows of its people. */
  find(request: Request): Promise<{ readonly matches: Matches; readonly known: readonly KnownPerson[] }>;
  /** Everything that matching is judged by, as it is now. */
  question(request: Request): Promise<MatchingQuestion>;
  /** The same, with calendars reaching as far as relaxations look. */
  relaxable(request: Request): Promise<MatchingQuestion>;
}

export function createMatchFinding({
  directory,
  pool,
  calendars,
  policy,
  now,
}: MatchFindingNeeds): MatchFinding {
  return {
    async find(request) {
      const known = await directory.known(toLookUp(request));
      const question = await ask(request, known, false);
      if (isStanding(request)) return { matches: findRearrangements(question, request), known };
      const matches = findMatches(question);
      if (matches.best.length > 0) return { matches, known };
      // Only where there is none: it reads further ahead.
      const relaxations = findRelaxations(await ask(request, known, true));
      return { matches: { ...matches, ...(relaxations.length > 0 && { relaxations }) }, known };
    },
    question: async (request) => ask(request, await directory.known(toLookUp(request)), false),
    relaxable: async (request) => ask(request, await directory.known(toLookUp(request)), true),
  };

  async function ask(
    request: Request,
    known: readonly KnownPerson[],
    further: boolean,
  ): Promise<MatchingQuestion> {
    const people = lookedUp(request, known);
    const { requester } = people;
    const asked = isStanding(request) ? askedAnew(people.ask, now(), policy) : people.ask;
    const entries = await pool.all();
    const mails = [requester, ...asked.participants].flatMap(({ mail }) => mail ?? []);
    const participants = [...new Set(mails.map((mail) => mail.toLowerCase()))];
    const open = stretch(requester, asked, further, isStanding(request));
    const over = isStanding(request) ? around(request.match.slot, open) : open;
    const pooled = toBeRead(
      entries.map(({ facilitator }) => facilitator),
      localDate(now()),
    );
    const seen = await readCalendars([...participants, ...pooled], over);
    const of = (mail: string): Availability =>
      seen.get(mail.toLowerCase()) ?? { known: false, why: 'no-answer' };
    const question: MatchingQuestion = {
      requestId: request.id,
      round: request.round,
      requester,
      ask: asked,
      passed: request.passed,
      candidates: entries.map((entry) => ({
        ...entry,
        availability: availabilityOfCandidate(entry.facilitator, over, of),
      })),
      participants: participants.map(of),
      unseen: participants.filter((mail) => !of(mail).known),
      ...(request.state === 'submitted' && request.poll && { poll: request.poll }),
      now: now(),
      policy,
    };
    return isStanding(request) ? asRearrangement(question, request) : question;
  }

  /** From the first open hour to the last; undefined where there is none. Whatever days and times: they may be relaxed. */
  function stretch(
    requester: Request['requester'],
    asked: Request['ask'],
    further: boolean,
    again: boolean,
  ): Interval | undefined {
    const noticed = again ? { ...policy, noticeDays: policy.rescheduleNoticeDays } : policy;
    const window = windowOf(requester, asked, policy);
    const wide = { earliest: window.earliest, latest: latestRelaxed(window.latest, policy), ...EVERY_HOUR };
    const open = openHours(further ? wide : window, now(), noticed);
    const first = open[0];
    const last = open.at(-1);
    return first && last && { start: first.start, end: last.end };
  }

  function availabilityOfCandidate(
    { declared, mail }: Facilitator,
    over: Interval | undefined,
    of: (mail: string) => Availability,
  ): Availability {
    if (!declared) return of(mail);
    return availabilityOf(declared, over ?? { start: now(), end: now() }, now(), policy);
  }

  /** Nobody is asked for a window in which no session can lie. */
  async function readCalendars(
    mails: readonly string[],
    over: Interval | undefined,
  ): Promise<ReadonlyMap<string, Availability>> {
    if (!over) return new Map();
    const wanted = [...new Set(mails.map((mail) => mail.toLowerCase()))];
    return calendars.availability(wanted, over, policy.tentativeIsBusy);
  }
}

/** With the time it is booked for, which may lie outside what is asked for. */
function around(slot: Interval, open: Interval | undefined): Interval {
  if (!open) return slot;
  return { start: Math.min(slot.start, open.start), end: Math.max(slot.end, open.end) };
}

const EVERY_HOUR = { days: WEEKDAYS, times: TIMES_OF_DAY };

/** Those whose calendars can tell something: still in the pool, and without hours of their own declaring. */
function toBeRead(facilitators: readonly Facilitator[], today: LocalDate): readonly string[] {
  return facilitators.flatMap(({ mail, declared, leftOn }) =>
    declared || (leftOn !== undefined && leftOn <= today) ? [] : [mail],
  );
}
