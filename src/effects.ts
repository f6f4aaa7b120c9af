/**
 * Performs one Effect: asks Graph, the pool or Teams for it, and says what came of it. Every effect looks before it
 * acts, because a former try may have got further than it could tell.
 */
import type { Availability } from './domain/availability';
import { localDate } from './domain/calendar';
import { availabilityOf } from './domain/declared';
import type { Reservation } from './domain/facilitator';
import type { Instant } from './domain/intervals';
import { contains, overlaps } from './domain/intervals';
import type { Policy } from './domain/policy';
import type { Matches } from './domain/match';
import type { Approved, Booked, Effect, Offered, Request, Submitted, SystemCommand } from './domain/request';
import { whenItComes } from './domain/waiting';
import { createDuplicateFinding, type DuplicateFindingNeeds } from './duplicate-finding';
import { createMatchFinding } from './match-finding';
import type { PoolKeeping } from './pool-keeping';
import { createSessionReminders } from './session-reminders';
import { createTelling, doneAtLast } from './telling';
import type { Pool } from './ports/pool';
import type { Reminders } from './ports/reminders';
import { type Calendars, type Directory, type EventKey, Fault, type Meetings, type Messenger } from './ports';

/** Done with nothing to report, an outcome for the domain, or to be looked at again at that time. */
export type Performed =
  { readonly done: true } | { readonly outcome: SystemCommand } | { readonly again: Instant };

export interface EffectsNeeds extends DuplicateFindingNeeds {
  readonly directory: Directory;
  readonly pool: Pool;
  readonly poolKeeping: Pick<PoolKeeping, 'knowsFamily'>;
  readonly calendars: Calendars;
  readonly meetings: Meetings;
  readonly messenger: Messenger;
  readonly reminders: Reminders;
  readonly policy: Policy;
  readonly now: () => Instant;
}

export interface Effects {
  /** Performs an effect of the request as it is now. The effect must not be stale. Throws when it should be tried again. */
  perform(request: Request, effect: Effect): Promise<Performed>;
  /** What the domain is told when an effect is given up on; undefined when nobody waits for what it does. */
  giveUp(request: Request, effect: Effect): SystemCommand | undefined;
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
  policy,
  now,
  ...others
}: EffectsNeeds): Effects {
  const findDuplicates = createDuplicateFinding(others);
  const tell = createTelling({ messenger, now });
  const remind = createSessionReminders({ messenger, reminders, now });
  const matchFinding = createMatchFinding({ directory, pool, calendars, policy, now });
  return { perform, giveUp };

  async function perform(request: Request, effect: Effect): Promise<Performed> {
    switch (effect.kind) {
      case 'find-matches':
        return findMatchesFor(request as Submitted);
      case 'reserve':
        return reserve(request as Approved);
      case 'create-event':
        return createEvent(request as Approved, effect);
      case 'secure-meeting':
        return secureMeeting(request as Approved);
      case 'watch-answer':
        return watchAnswer(request as Offered);
      case 'end-wait':
        return endWait(request as Offered);
      case 'invite-participants':
        return inviteParticipants(request as Booked);
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
        await remind.ofSession(request as Booked, effect);
        return DONE;
      case 'remind-facilitator':
        await remind.ofAnswer(request as Offered, effect);
        return DONE;
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

  async function findMatchesFor(request: Submitted): Promise<Performed> {
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

  /** Whoever comes beside the facilitator is reserved too, in their own partition; both or neither. */
  async function reserve({ id, attempt, match, ask, beside }: Approved): Promise<Performed> {
    const wanted: Reservation = {
      requestId: id,
      attempt,
      slot: match.slot,
      state: 'held',
      givenOn: localDate(now()),
      ...(ask.place.kind === 'in-person' && { inPerson: true }),
    };
    const answer = await pool.reserve(match.facilitator.id, wanted, policy);
    if (answer !== 'reserved') return lost(answer);
    if (!beside) return { outcome: { kind: 'reserved', attempt } };
    const besides: Reservation = { ...wanted, ...(beside.as === 'observer' && { observes: true }) };
    const second = await pool.reserve(beside.facilitator.id, besides, policy);
    return second === 'reserved'
      ? { outcome: { kind: 'reserved', attempt } }
      : { outcome: { kind: 'slot-lost', attempt, why: 'beside-lost' } };

    function lost(why: Exclude<typeof answer, 'reserved'>): Performed {
      const known = why === 'released' || why === 'gone' ? 'could-not-arrange' : why;
      return { outcome: { kind: 'slot-lost', attempt, why: known } };
    }
  }

  /** Our event may be there from a former try; only if it is not, the diary is read once more and the event made. */
  async function createEvent(
    { id, attempt, match, beside }: Approved,
    { invitation }: Extract<Effect, { kind: 'create-event' }>,
  ): Promise<Performed> {
    const key: EventKey = { requestId: id, attempt };
    const made = await meetings.find(key);
    if (made && (made.joinUrl ?? !invitation.online))
      return { outcome: { kind: 'event-created', attempt, event: made } };
    if (!made && !(await stillFree(match)))
      return { outcome: { kind: 'slot-lost', attempt, why: 'diary-busy' } };
    if (!made && beside && !(await stillFree({ ...match, facilitator: beside.facilitator })))
      return { outcome: { kind: 'slot-lost', attempt, why: 'beside-lost' } };
    return { outcome: { kind: 'event-created', attempt, event: await meetings.create(key, invitation) } };
  }

  async function stillFree(match: Approved['match']): Promise<boolean> {
    const { facilitator, slot } = match;
    const diary = await diaryOf(match);
    if (!diary.known)
      throw new Fault(`Expected the diary of facilitator ${facilitator.id} to be readable, got ${diary.why}`);
    if (diary.declared) return diary.declared.free.some((free) => contains(free, slot));
    return !diary.busy.some((busy) => overlaps(busy, slot));
  }

  /** Just for that slot; what they declared, where that is what is known. */
  async function diaryOf({ facilitator, slot }: Approved['match']): Promise<Availability> {
    const declared = (await pool.find(facilitator.id))?.facilitator.declared;
    if (declared) return availabilityOf(declared, slot, now(), policy);
    const mail = facilitator.mail.toLowerCase();
    const told = await calendars.availability([mail], slot, policy.tentativeIsBusy);
    return told.get(mail) ?? { known: false, why: 'no-answer' };
  }

  async function secureMeeting({ attempt, match, stage }: Approved): Promise<Performed> {
    if (stage.at !== 'securing') return DONE;
    const openingChecks = await meetings.secure(stage.event, match.facilitator);
    return { outcome: { kind: 'meeting-secured', attempt, openingChecks } };
  }

  async function watchAnswer(request: Offered): Promise<Performed> {
    const outcome = await answerInOutlook(request);
    return outcome ? { outcome } : { again: now() + policy.answerCheckSeconds * 1000 };
  }

  /** A yes given in Outlook a minute ago counts, even when the wait is over. */
  async function endWait(request: Offered): Promise<Performed> {
    return {
      outcome: (await answerInOutlook(request)) ?? { kind: 'answer-overdue', attempt: request.attempt },
    };
  }

  async function answerInOutlook({ attempt, event, match }: Offered): Promise<SystemCommand | undefined> {
    const answer = await meetings.answer(event, match.facilitator.mail);
    if (answer === 'gone') return { kind: 'slot-lost', attempt, why: 'event-gone' };
    return answer === 'accepted' || answer === 'declined' ? { kind: 'answered', attempt, answer } : undefined;
  }

  async function inviteParticipants(request: Booked): Promise<Performed> {
    const { attempt, event, match, requester, ask, beside } = request;
    const mail = requester.mail ?? (await directory.known({ mails: [], ids: [requester.id] }))[0]?.mail;
    if (!mail)
      throw new Fault(`Expected the directory to know a mail address of requester ${requester.id}, got none`);
    await meetings.invite(event, [
      match.facilitator,
      ...(beside ? [beside.facilitator] : []),
      { name: requester.name, mail },
      ...ask.participants,
      ...(ask.interpreters ?? []),
    ]);
    return doneAtLast(request, { kind: 'not-invited', attempt });
  }

  function giveUp(request: Request, effect: Effect): SystemCommand | undefined {
    switch (effect.kind) {
      case 'find-matches':
        return { kind: 'matches-found', matches: unreachable(request, now()), known: [] };
      case 'reserve':
      case 'create-event':
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
        return { kind: 'trouble-met', trouble: { kind: 'not-invited', attempt: effect.attempt } };
      case 'cancel-event':
        return { kind: 'trouble-met', trouble: { kind: 'not-removed', attempt: effect.attempt } };
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
