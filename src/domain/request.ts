/**
 * A request for a JAGS, from asking to closing: its states, the Commands that may change it, the Effects a change
 * asks for. One type variant per state; a field exists only where it is known.
 */
import type { AnnounceEffect } from './announcing';
import type { Ask } from './ask';
import type { CallAbout } from './call-about';
import type { FormAnswers } from './form';
import type { EditAnswers } from './edit';
import type { CancelReason, DeclineReason, NotHeldReason } from './ending';
import type { Outcome } from './outcome';
import type { FacilitatorMissing } from './facilitator-missing';
import type { NewDatesAnswers } from './form-dates';
import type { Instant, Interval } from './intervals';
import type { Invitation } from './invitation';
import type { Appointment, Beside, FacilitatorRef, Match, Matches, OverruleReason, Relaxing } from './match';
import type { MailEffect } from './mail-news';
import type { Note, NoteAnswer } from './note';
import type { Outlook, OutlookCommand, OutlookEffect, OutlookOutcome } from './outlook';
import type { KnownPerson, Person, PersonId, Requester } from './people';
import type { Poll, PollCommand, PollEffect, PollOutcome } from './poll';
import type { Rearranging } from './rearranging';
import type { Proposal, ProposalAnswer, ProposalCommand } from './proposal';
import type { Setback, Trouble } from './setback';
import type { Door } from './signpost';
import type { Evaluating, EvaluationEffect, EvaluationOutcome, HeldSession } from './evaluating';
import type { SessionRecord } from './session-record';
import type { Submission } from './submission';
import type { Absences, TakingPartCommand } from './taking-part';
import type { Unmatched } from './unmatched';
import type { DatesAsked, Raised, WaitEffect, WaitOutcome } from './waiting';

export type RequestId = string;

/** The event in the organiser's calendar, as Graph knows it. */
export interface SessionEvent {
  readonly id: string;
  readonly iCalUId: string;
  /** Absent for a session in person. */
  readonly joinUrl?: string;
}

/** A meeting option that should be off and could not be set: the facilitator checks it when opening. */
export type OpeningCheck = 'recording' | 'transcription' | 'lobby' | 'presenters' | 'ai-notes';

interface Common {
  readonly id: RequestId;
  readonly requester: Requester;
  readonly ask: Ask;
  readonly submittedAt: Instant;
  /** When the present wait for NSCP should be over: shown, and raised when it has passed; never an expiry. */
  readonly answerDueAt: Instant;
  /** Matching rounds asked for so far; answers of an earlier round are stale. */
  readonly round: number;
  /** Reservations tried so far; each has its own identity in ledger and calendar. */
  readonly attempt: number;
  /** The last attempt given out, where that is a later one than what stands; absent when it is not. */
  readonly tried?: number;
  /** Facilitators who cannot take this request: not offered again. */
  readonly passed: readonly PersonId[];
  /** How often what is asked for has been changed; absent when never. */
  readonly revision?: number;
  /** The last a coordinator wrote to the requester besides returning it. */
  readonly note?: Note;
  /** Absent when there are none. */
  readonly troubles?: readonly Trouble[];
  /** How often a coordinator asked that what could not be done be tried again at once; absent when never. */
  readonly triesAsked?: number;
  /** It was brought before the lead: their card is kept up to date from then on. */
  readonly leadTold?: true;
}

interface Arranged extends Common {
  readonly match: Match;
  readonly approvedBy: Person;
  /** Why the coordinator did not take the first of the matches; absent when they did. */
  readonly because?: OverruleReason;
  /** Somebody else of the pool who comes too; absent when nobody does. */
  readonly beside?: Beside;
}

export interface Submitted extends Common {
  readonly state: 'submitted';
  /** Absent while they are being looked for. */
  readonly matches?: Matches;
  readonly setback?: Setback;
  /** Who appointed the facilitator that was lost, where the next match is offered without asking again (*policy*). */
  readonly reoffer?: Person;
  /** Nobody decided in time; absent until then. */
  readonly raised?: Raised;
  /** Absent while their dates can do. */
  readonly datesAsked?: DatesAsked;
  /** Absent until a coordinator has asked which times suit. */
  readonly poll?: Poll;
}
export interface Returned extends Common {
  readonly state: 'returned';
  /** What is missing. */
  readonly missing: string;
  readonly returnedBy: Person;
}
export interface Approved extends Arranged {
  readonly state: 'approved';
  readonly stage:
    | { readonly at: 'reserving' }
    | { readonly at: 'creating' }
    | { readonly at: 'securing'; readonly event: SessionEvent };
}
interface WithEvent extends Arranged, Absences {
  readonly event: SessionEvent;
  /** The attempt in whose name the event was made, where it has outlived that; see `eventAttempt`. */
  readonly madeIn?: number;
  readonly openingChecks: readonly OpeningCheck[];
  /** Absent until somebody who waits for the facilitator has said so. */
  readonly missing?: FacilitatorMissing;
  /** Absent while nobody else is proposed to take part. */
  readonly proposal?: Proposal;
  readonly proposalAnswer?: ProposalAnswer;
}
export interface Offered extends WithEvent {
  readonly state: 'offered';
  readonly answerBy: Instant;
}
export interface Booked extends WithEvent {
  readonly state: 'booked';
  readonly bookedAt: Instant;
  /** When its facilitator accepted on their card; absent where they did in Outlook, or need not be asked. */
  readonly acceptedAt?: Instant;
  /** Another time is wanted; absent when none is. */
  readonly rearranging?: Rearranging;
  /** What Outlook tells beside it; absent where it tells nothing else. */
  readonly outlook?: Outlook;
}
/** Booked, and nobody to facilitate it any more: `match` tells when it is, and who dropped out of it. */
export interface Uncovered extends WithEvent {
  readonly state: 'uncovered';
  readonly uncoveredAt: Instant;
  readonly rearranging: Rearranging;
  readonly outlook?: Outlook;
}
export interface Held extends WithEvent {
  readonly state: 'held';
  /** Absent where it was held before anybody was asked about it. */
  readonly evaluating?: Evaluating;
  /** Absent until its facilitator has recorded it. */
  readonly record?: SessionRecord;
}
export interface Closed extends Common {
  readonly state: 'closed';
  readonly outcome: Outcome;
  readonly closedAt: Instant;
  /** Whose session it was, where one was held: a follow-up asks for the same facilitator, or for a fresh one. */
  readonly facilitatedBy?: PersonId;
  /** What is known of that session beside its evaluation, or why nobody could be found; absent where it is not so, or not kept. */
  readonly session?: HeldSession;
  readonly unmatched?: Unmatched;
}

export type Request = Submitted | Returned | Approved | Offered | Booked | Uncovered | Held | Closed;
export type State = Request['state'];

/** Who acts: a person, known from the sign-in, or the program itself reporting what came of an effect. */
export type Actor = Person | 'system';

/** What a person may ask for. */
export type PersonCommand =
  | Submission
  | { readonly kind: 'approve'; readonly matchId: string; readonly because?: OverruleReason }
  | ({ readonly kind: 'appoint' } & Appointment)
  /** Somebody else than the facilitator it is arranged with; a booked session stands, and is uncovered meanwhile. */
  | { readonly kind: 'replace' }
  /** A booked session is wanted at another time; matches are looked for, and a coordinator decides. */
  | { readonly kind: 'another-time'; readonly attempt: number }
  /** It stays at the time it is booked for. */
  | { readonly kind: 'keep-time'; readonly attempt: number }
  | { readonly kind: 'decline'; readonly reason: DeclineReason; readonly door?: Door }
  | { readonly kind: 'return'; readonly missing: NoteAnswer }
  /** A coordinator completes or changes the request; the version they looked at is still the one that stands. */
  | { readonly kind: 'edit'; readonly answers: EditAnswers; readonly basedOn: number }
  | { readonly kind: 'note'; readonly note: NoteAnswer }
  | { readonly kind: 'transfer'; readonly to: KnownPerson }
  /** The requester sends the whole form again; the last one sent stands. */
  | { readonly kind: 'change'; readonly answers: FormAnswers }
  | { readonly kind: 'look-again' }
  /** A coordinator has agreed with the requester to ask for more: looked for matches anew. */
  | { readonly kind: 'relax'; readonly step: Relaxing }
  | { readonly kind: 'withdraw' }
  /** Whoever holds the mailbox says that it was they who asked. */
  | { readonly kind: 'confirm' }
  | { readonly kind: 'new-dates'; readonly dates: NewDatesAnswers }
  | { readonly kind: 'accept'; readonly attempt: number }
  /** `knowsFamily`: yes is all that is said; kept in the pool, so that no request about the family comes to them again. */
  | { readonly kind: 'cannot'; readonly attempt: number; readonly knowsFamily?: true }
  | { readonly kind: 'cancel'; readonly attempt: number; readonly reason: CancelReason }
  /** Its time is over, and it did not take place. */
  | { readonly kind: 'not-held'; readonly attempt: number; readonly reason: NotHeldReason }
  /** It took place, and its facilitator says how; said again, the later word counts. */
  | { readonly kind: 'record-session'; readonly attempt: number; readonly record: SessionRecord }
  | OutlookCommand
  | TakingPartCommand
  | PollCommand
  | ProposalCommand
  /** What was given up on for now, and whoever was not reached. */
  | { readonly kind: 'try-again' };

/** What came of an effect, or of time. */
export type SystemCommand =
  | { readonly kind: 'matches-found'; readonly matches: Matches; readonly known: readonly KnownPerson[] }
  | { readonly kind: 'reserved'; readonly attempt: number }
  | { readonly kind: 'slot-lost'; readonly attempt: number; readonly why: Setback['why'] }
  | { readonly kind: 'event-created'; readonly attempt: number; readonly event: SessionEvent }
  | {
      readonly kind: 'meeting-secured';
      readonly attempt: number;
      readonly openingChecks: readonly OpeningCheck[];
    }
  | { readonly kind: 'answered'; readonly attempt: number; readonly answer: 'accepted' | 'declined' }
  | { readonly kind: 'answer-overdue'; readonly attempt: number }
  /** Start and end of the event are those chosen. */
  | { readonly kind: 'moved'; readonly attempt: number }
  /** The time of a session has come, and nobody was found to facilitate it. */
  | { readonly kind: 'uncovered-begun'; readonly attempt: number }
  | { readonly kind: 'session-ended'; readonly attempt: number }
  | { readonly kind: 'trouble-met'; readonly trouble: Trouble }
  | { readonly kind: 'trouble-over'; readonly trouble: Trouble }
  /** It is the morning on which those who come are reminded. */
  | { readonly kind: 'reminder-due'; readonly attempt: number; readonly days: number }
  | OutlookOutcome
  | PollOutcome
  | EvaluationOutcome
  | WaitOutcome;

/** A command on one request. A person's commands and the program's can never stand in for one another. */
export type Command = Addressed &
  ((PersonCommand & { readonly by: Person }) | (SystemCommand & { readonly by: 'system' }));

export interface Addressed {
  readonly requestId: RequestId;
}

/** Of work that waits for its next try: how often a person had asked for one by then. Asked again since, it waits no longer. */
interface NextTry {
  readonly triesAsked?: number;
}

/** Work a decision asks for. Saved with the state, performed afterwards, as often as it takes. */
export type Effect =
  | { readonly kind: 'find-matches'; readonly round: number }
  | { readonly kind: 'reserve'; readonly attempt: number }
  | { readonly kind: 'create-event'; readonly attempt: number; readonly invitation: Invitation }
  | { readonly kind: 'secure-meeting'; readonly attempt: number }
  | { readonly kind: 'watch-answer'; readonly attempt: number; readonly at: Instant }
  | { readonly kind: 'end-wait'; readonly attempt: number; readonly at: Instant }
  | ({ readonly kind: 'invite-participants'; readonly attempt: number; readonly at?: Instant } & NextTry)
  | { readonly kind: 'end-session'; readonly attempt: number; readonly at: Instant }
  | { readonly kind: 'move-event'; readonly attempt: number; readonly slot: Interval }
  | { readonly kind: 'end-uncovered'; readonly attempt: number; readonly at: Instant }
  | ({ readonly kind: 'cancel-event'; readonly attempt: number; readonly at?: Instant } & NextTry)
  | { readonly kind: 'release'; readonly attempt: number; readonly facilitator: PersonId }
  | { readonly kind: 'note-family'; readonly facilitator: PersonId }
  | { readonly kind: 'remind-session'; readonly attempt: number; readonly days: number; readonly at: Instant }
  | { readonly kind: 'remind-facilitator'; readonly attempt: number; readonly at: Instant }
  | OutlookEffect
  | PollEffect
  | EvaluationEffect
  | WaitEffect
  | MailEffect
  | AnnounceEffect
  | { readonly kind: 'show-coordinators' }
  | { readonly kind: 'show-lead' }
  | { readonly kind: 'show-requester' }
  | { readonly kind: 'show-on-the-day'; readonly attempt: number; readonly at: Instant }
  | { readonly kind: 'show-facilitator'; readonly attempt: number; readonly facilitator: FacilitatorRef }
  /** A short line that draws attention, because a card updated in place rings no bell. */
  | { readonly kind: 'call-coordinators'; readonly about?: CallAbout }
  | { readonly kind: 'call-lead' }
  | { readonly kind: 'call-requester'; readonly about?: CallAbout };

/** The short name people use for a request: the first eight characters of its id, in two groups. */
export function referenceOf(id: RequestId): string {
  return `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase();
}

/** The attempt whose event and reservation stand, or undefined in states without one. */
export function standingAttempt(request: Request): number | undefined {
  return 'match' in request ? request.attempt : undefined;
}

/** Whether nothing more can happen to it. */
export function isOpen(request: Request): boolean {
  return request.state !== 'closed';
}
