/**
 * Performs one Effect: asks Graph, the pool or Teams for it, and says what came of it. Every effect looks before it
 * acts, because a former try may have got further than it could tell.
 */
import { createArranging } from './arranging';
import type { Instant, Interval } from '../domain/intervals';
import type { Policy } from '../domain/policy';
import type { Matches } from '../domain/match';
import { keepsRules } from '../domain/rearrangements';
import { askedOf, chosenOf, facilitatorsOf, type StandingSession } from '../domain/rearranging';
import type {
  Approved,
  Booked,
  Closed,
  Effect,
  Held,
  Request,
  Submitted,
  SystemCommand,
} from '../domain/request';
import { whenItComes } from '../domain/waiting';
import { createEvaluating, type EvaluatingNeeds } from './evaluating';
import { createDuplicateFinding, type DuplicateFindingNeeds } from './duplicate-finding';
import { createMatchFinding } from './match-finding';
import type { PoolKeeping } from '../pool-keeping';
import { seenOf } from '../watching/session-looking';
import { createSessionReminders } from './session-reminders';
import { createTelling, doneAtLast } from './telling';
import { createWriting, recipientOf } from './writing';
import { mailReturned } from '../domain/setback';
import type { Announcing } from '../ports/announcing';
import type { Mailer } from '../ports/mailer';
import type { Polling } from '../ports/polling';
import type { Pool } from '../ports/pool';
import type { Reminders } from '../ports/reminders';
import { type Calendars, type Directory, Fault, type Meetings, type Messenger } from '../ports';

/** Done with nothing to report, an outcome for the domain, or to be looked at again at that time. */
export type Performed =
  { readonly done: true } | { readonly outcome: SystemCommand } | { readonly again: Instant };

export interface EffectsNeeds
  extends DuplicateFindingNeeds, Pick<EvaluatingNeeds, 'evaluations' | 'askingEvaluation' | 'facts'> {
  readonly directory: Directory;
  readonly pool: Pool;
  readonly poolKeeping: Pick<PoolKeeping, 'knowsFamily'>;
  readonly calendars: Calendars;
  readonly meetings: Meetings;
  readonly messenger: Messenger;
  readonly reminders: Reminders;
  /** Without one no mail is written. */
  readonly mailer?: Pick<Mailer, 'tell'>;
  /** Without one nobody has asked to hear of anything. */
  readonly announcing?: Announcing;
  /** Without one everybody is asked by mail. */
  readonly polling?: Polling;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface Effects {
  /**
   * Performs an effect of the request as it is now. The effect must not be stale. `key` is the saved effect's, the same in
   * every try. Throws when it should be tried again.
   */
  perform(request: Request, effect: Effect, key: string): Promise<Performed>;
  /**
   * What the domain is told when an effect is given up on; undefined when nobody waits for what it does. `permanent`: not
   * because it was tried so often, but because no other try can do.
   */
  giveUp(request: Request, effect: Effect, permanent: boolean): SystemCommand | undefined;
}

const DONE: Performed = { done: true };

/** Said in Outlook's cancellation; neutral, like the invitation. */
const CANCELLATION = 'This session will not take place at this time. Nothing needs to be done.';

export function createEffects({
  directory,
  pool,
  poolKeeping,
  calendars,
  meetings,
  messenger,
  reminders,
  mailer,
  polling,
  announcing,
  policy,
  now,
  ...others
}: EffectsNeeds): Effects {
  const findDuplicates = createDuplicateFinding(others);
  const tell = createTelling({ messenger, now });
  const writing = createWriting({ ...(mailer && { mailer }), ...(polling && { polling }) });
  const evaluating = createEvaluating({ ...others, directory, messenger, writing });
  const remind = createSessionReminders({ messenger, reminders, writing, now });
  const arranging = createArranging({ pool, calendars, meetings, policy, now });
  const matchFinding = createMatchFinding({ directory, pool, calendars, policy, now });
  return { perform, giveUp };

  async function perform(request: Request, effect: Effect, key: string): Promise<Performed> {
    switch (effect.kind) {
      case 'find-matches':
        return findMatchesFor(request as Submitted | StandingSession);
      case 'reserve':
        return { outcome: await arranging.reserve(request as Approved | StandingSession, effect) };
      case 'create-event':
        return { outcome: await arranging.createEvent(request as Approved, effect) };
      case 'move-event':
        return { outcome: await arranging.moveEvent(request as StandingSession, effect) };
      case 'judge-move': {
        const { attempt, slot } = effect;
        return {
          outcome: { kind: 'move-judged', attempt, slot, keeps: await keeps(request as Booked, slot) },
        };
      }
      case 'put-back-event':
        await arranging.putBack(request as StandingSession, effect);
        return DONE;
      case 'look-at-event': {
        const [outcome] = await seenOf(request, meetings, policy, effect.counts);
        return outcome ? { outcome } : DONE;
      }
      case 'secure-meeting': {
        const outcome = await arranging.secureMeeting(request as Approved | StandingSession, effect);
        return outcome ? { outcome } : DONE;
      }
      case 'watch-answer':
        return watchAnswer(request, effect.attempt);
      case 'end-wait':
        return endWait(request, effect.attempt);
      case 'invite-participants':
        return inviteParticipants(request as StandingSession, effect.attempt);
      case 'end-uncovered':
        return { outcome: { kind: 'uncovered-begun', attempt: effect.attempt } };
      case 'end-session':
        return { outcome: { kind: 'session-ended', attempt: effect.attempt } };
      case 'raise':
      case 'watch-dates':
      case 'remind-dates':
      case 'end-dates-wait':
        return { outcome: whenItComes(effect) };
      case 'cancel-event':
        await meetings.cancel({ requestId: request.id, attempt: effect.attempt }, CANCELLATION);
        return doneAtLast(request, { kind: 'not-removed', attempt: effect.attempt });
      case 'release':
        await pool.release(effect.facilitator, request.id, effect.attempt);
        return DONE;
      case 'note-family':
        await poolKeeping.knowsFamily(effect.facilitator, request.id, true, 'system');
        return DONE;
      case 'remind-session':
        return remind.ofSession(request as Booked, effect);
      case 'remind-facilitator':
        return remind.ofAnswer(request, effect, key);
      case 'mail':
        return writing.write(request, effect, key);
      case 'ask-poll':
        return writing.askPoll(request as Submitted, effect, key);
      case 'end-poll':
        return { outcome: { kind: 'poll-over', at: effect.poll } };
      case 'ask-evaluation':
        return evaluating.ask(request as Held, effect, key);
      case 'ask-record':
        return evaluating.askRecord(request as Held, effect, key);
      case 'end-evaluation':
        return { outcome: { kind: 'evaluation-over', attempt: effect.attempt } };
      case 'count-request':
        return evaluating.count(request as Closed);
      case 'announce': {
        const { kind: _kind, ...told } = effect;
        await announcing?.announce({ id: `${request.id}-${key}`, requestId: request.id, ...told });
        return DONE;
      }
      case 'show-on-the-day':
        return tell(request, { kind: 'show-requester' });
      case 'show-coordinators':
      case 'show-requester':
      case 'show-lead':
      case 'show-facilitator':
      case 'call-coordinators':
      case 'call-requester':
      case 'call-lead':
        return tell(request, effect);
    }
  }

  async function findMatchesFor(request: Submitted | StandingSession): Promise<Performed> {
    const { matches, known } = await matchFinding.find(request);
    const duplicates = await findDuplicates(request, known);
    return {
      outcome: {
        kind: 'matches-found',
        matches: { ...matches, ...(duplicates.length > 0 && { possibleDuplicates: duplicates }) },
        known,
      },
    };
  }

  async function keeps(session: Booked, slot: Interval): Promise<boolean> {
    return keepsRules(await matchFinding.question(session), session, slot);
  }

  async function watchAnswer(request: Request, attempt: number): Promise<Performed> {
    const outcome = await answerInOutlook(request, attempt);
    return outcome ? { outcome } : { again: now() + policy.answerCheckSeconds * 1000 };
  }

  /** A yes given in Outlook a minute ago counts, even when the wait is over. */
  async function endWait(request: Request, attempt: number): Promise<Performed> {
    return { outcome: (await answerInOutlook(request, attempt)) ?? { kind: 'answer-overdue', attempt } };
  }

  async function answerInOutlook(request: Request, attempt: number): Promise<SystemCommand | undefined> {
    const asked = askedOf(request, attempt);
    if (!asked) return undefined;
    const answer = await meetings.answer(asked.event, asked.match.facilitator.mail);
    if (answer === 'gone') return { kind: 'slot-lost', attempt, why: 'event-gone' };
    return answer === 'accepted' || answer === 'declined' ? { kind: 'answered', attempt, answer } : undefined;
  }

  async function inviteParticipants(request: StandingSession, attempt: number): Promise<Performed> {
    const { event, requester, ask } = request;
    const mail = requester.mail ?? (await directory.known({ mails: [], ids: [requester.id] }))[0]?.mail;
    if (!mail)
      throw new Fault(`Expected the directory to know a mail address of requester ${requester.id}, got none`);
    await meetings.invite(event, [
      ...facilitatorsOf(request),
      { name: requester.name, mail },
      ...ask.participants,
      ...(ask.interpreters ?? []),
    ]);
    return doneAtLast(request, { kind: 'not-invited', attempt });
  }

  function giveUp(request: Request, effect: Effect, permanent: boolean): SystemCommand | undefined {
    switch (effect.kind) {
      case 'find-matches':
        return { kind: 'matches-found', matches: unreachable(request, now()), known: [] };
      case 'reserve':
      case 'create-event':
      case 'move-event':
        return { kind: 'slot-lost', attempt: effect.attempt, why: 'could-not-arrange' };
      case 'secure-meeting':
        return {
          kind: 'meeting-secured',
          attempt: effect.attempt,
          openingChecks: ['recording', 'transcription', 'lobby', 'presenters', 'ai-notes'],
        };
      case 'end-wait':
        return { kind: 'answer-overdue', attempt: effect.attempt };
      case 'invite-participants':
        // Whoever is asked and not invited would never know.
        return chosenOf(request, effect.attempt)
          ? { kind: 'slot-lost', attempt: effect.attempt, why: 'could-not-arrange' }
          : { kind: 'trouble-met', trouble: { kind: 'not-invited', attempt: effect.attempt } };
      case 'cancel-event':
        return { kind: 'trouble-met', trouble: { kind: 'not-removed', attempt: effect.attempt } };
      case 'mail':
      case 'remind-facilitator':
      case 'ask-poll':
      case 'ask-evaluation':
      case 'ask-record': {
        // A mail service that is down gives its mails back later; an address that can take none never does.
        const to = permanent ? recipientOf(request, effect) : undefined;
        return to && { kind: 'trouble-met', trouble: mailReturned(to) };
      }
      default:
        return undefined;
    }
  }
}

function unreachable({ round, ask }: Request, now: Instant): Matches {
  return {
    round,
    foundAt: now,
    best: [],
    calendars: { seen: 0, asked: ask.participants.length + 1 },
    unreachable: true,
    removed: {},
  };
}
