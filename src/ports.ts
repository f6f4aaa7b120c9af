/**
 * What the workflow, the worker and the doors need from outside, as small interfaces. Adapters in azure, graph and teams
 * implement them; a fault is an exception (a `Fault` where more is known), a "no" is a value.
 */
import type { Availability } from './domain/availability';
import type { CallAbout } from './domain/call-about';
import type { EndingReason } from './domain/ending';
import type { Instant, Interval } from './domain/intervals';
import type { Invitation } from './domain/invitation';
import type { Lane } from './domain/lanes';
import type { KnownPerson, PersonId } from './domain/people';
import type { FacilitatorRef, OverruleReason } from './domain/match';
import type { Answer, SeenEvent } from './domain/seen';
import type {
  Actor,
  Command,
  Effect,
  OpeningCheck,
  Request,
  RequestId,
  SessionEvent,
  State,
} from './domain/request';
import type { Refused } from './domain/refusal';

/** Opaque: what a conditional write is conditional on. */
export type Version = string;

/** A request as it was read, with what is needed to write it back. */
export interface Loaded {
  readonly request: Request;
  readonly version: Version;
  /** The last number given to an effect of this request. */
  readonly sequence: number;
}

/** An effect row: still to do. */
export interface SavedEffect {
  readonly key: string;
  readonly lane: Lane;
  readonly effect: Effect;
  /** Not before this instant: the effect's own moment, or the time it asked to be looked at again. */
  readonly dueAt?: Instant;
  /** Failed tries so far, and when the next may be made. */
  readonly tries: number;
  readonly retryAt?: Instant;
  /** Why trying again soon cannot help: a person has to look. Tried each hour all the same, and holds up nothing. */
  readonly parked?: string;
  /** How often a coordinator had asked for another try when it failed: asked since, what is parked waits no longer. */
  readonly triesAsked?: number;
  /** When it was decided on; absent in rows older than this field. */
  readonly savedAt?: Instant;
  /** What it follows from, for whoever watches the program: a `traceparent` of W3C Trace Context. */
  readonly trace?: string;
}

/** Who did what when: appended, never changed. */
export interface AuditEntry {
  readonly at: Instant;
  readonly by: Actor;
  readonly what: Tried;
  readonly from?: State;
  readonly to?: State;
  readonly refused?: Refused | 'unreadable';
  /** What a coordinator wrote to the requester. */
  readonly note?: string;
  /** Why a coordinator did not take the first match. */
  readonly because?: OverruleReason;
  /** Why a session was cancelled, or did not take place. */
  readonly reason?: EndingReason;
  /** The fields of the form that were changed. */
  readonly changed?: readonly string[];
  /** A form or a flow did it in that person's name; absent where they did it themself. */
  readonly via?: 'api';
}

/** A command; or something asked of a request that only ever appears here when it was refused. */
export type Tried = Command['kind'] | 'open' | 'coordinate' | 'reason' | 'history' | 'ask-again' | 'unknown';

/**
 * One worker's right to work one lane of one request for a while; a write under a lost lease fails. A write under it
 * renews it to `until` and gives it a new version: read it again before the next.
 */
export interface Lease {
  readonly requestId: RequestId;
  readonly lane: Lane;
  readonly owner: string;
  readonly until: Instant;
  readonly version: Version;
}

/** Everything there is to do for one request, read in one query. */
export interface Work {
  readonly loaded: Loaded;
  readonly effects: readonly SavedEffect[];
  readonly leases: readonly Lease[];
}

export interface Save {
  /** Absent when the request is new. */
  readonly was?: Loaded;
  readonly next: Request;
  readonly effects: readonly Effect[];
  readonly audit: AuditEntry;
  /** The effect whose outcome this is: removed in the same transaction, under the lease. */
  readonly completes?: { readonly effect: SavedEffect; readonly lease: Lease };
  /** A card that already shows it: known in the same moment, because its first update may follow at once. */
  readonly shown?: { readonly card: string; readonly where: ShownCard };
  /** See `SavedEffect`. */
  readonly trace?: string;
}

export interface Requests {
  /** One point read. */
  load(id: RequestId): Promise<Loaded | undefined>;
  /**
   * Lists a request as open and as a person's own: before the save that makes it so, because a listed request that is not
   * there is harmless, and one that is there and not listed would be lost.
   */
  enter(id: RequestId, owner: PersonId): Promise<void>;
  /** State, effects and audit in one transaction; `conflict` when somebody wrote in between (or the lease is lost). */
  save(save: Save): Promise<'saved' | 'conflict'>;
  /** Notes an attempt that was refused; changes nothing else. */
  audit(id: RequestId, entry: AuditEntry): Promise<void>;
  /** Who did what when, oldest first. */
  history(id: RequestId): Promise<readonly AuditEntry[]>;
  /** The requests a person may act for, newest first. */
  ofPerson(id: PersonId): Promise<readonly Request[]>;
}

/** What coordinators have in hand; see `Requests` for one of them. */
export interface OpenRequests {
  /** Every open request, oldest first. Costs in proportion to what is open. */
  all(): Promise<readonly Request[]>;
}

/** The worker's side of the same rows. Each write but `claim` is under the lease and answers `lost` when it is gone. */
export interface Workbench {
  work(id: RequestId): Promise<Work | undefined>;
  claim(
    id: RequestId,
    lane: Lane,
    owner: string,
    until: Instant,
    held: Lease | undefined,
  ): Promise<Lease | undefined>;
  release(lease: Lease): Promise<void>;
  /** Removes effects that are done (or stale) and have no outcome; at most 90 at once. */
  complete(lease: Lease, ...effects: readonly SavedEffect[]): Promise<'saved' | 'lost'>;
  /** Keeps an effect for later with new due time, tries, or parked. */
  postpone(lease: Lease, effect: SavedEffect): Promise<'saved' | 'lost'>;
  /** Ids of all requests that may have something to do. Costs in proportion to what is open. */
  open(): Promise<readonly RequestId[]>;
  /** Takes a closed request without effects off the open list. */
  settle(id: RequestId): Promise<void>;
}

/** The queue that makes the worker faster than its sweep; losing a message loses only time. */
export interface WakeUps {
  send(id: RequestId): Promise<void>;
  receive(most: number): Promise<readonly WakeUp[]>;
}

export interface WakeUp {
  readonly requestId: RequestId;
  done(): Promise<void>;
  /** Shows up again after so many seconds. */
  again(seconds: number): Promise<void>;
}

export interface Calendars {
  /** One answer per address. Addresses that cannot be seen are unknown, never free. `tentativeIsBusy` is policy. */
  availability(
    mails: readonly string[],
    over: Interval,
    tentativeIsBusy: boolean,
  ): Promise<ReadonlyMap<string, Availability>>;
}

/** Names the one event of one attempt, in every try. */
export interface EventKey {
  readonly requestId: RequestId;
  readonly attempt: number;
}

export interface Meetings {
  /** Our event by its extended property, however it came to be there. */
  find(key: EventKey): Promise<SessionEvent | undefined>;
  /** Creates it (at most once per key). Throws a `Fault` when the join link is missing: looked for again later. */
  create(key: EventKey, invitation: Invitation): Promise<SessionEvent>;
  /** Recording, transcription and the rest as domain.md says; read back; what is not as it should be is returned. */
  secure(event: SessionEvent, facilitator: FacilitatorRef): Promise<readonly OpeningCheck[]>;
  /** Makes the attendee list exactly these people (mail and name). */
  invite(
    event: SessionEvent,
    people: readonly { readonly name: string; readonly mail: string }[],
  ): Promise<void>;
  /** What the attendee answered in Outlook; `gone` when the event is not there any more. */
  answer(event: SessionEvent, mail: string): Promise<Answer | 'gone'>;
  /** How it stands in Outlook now; `gone` when it is not there any more. */
  look(event: SessionEvent): Promise<SeenEvent | 'gone'>;
  /** Another time, and nothing else: the join link stays. Throws a `Fault` when it did not. */
  move(event: SessionEvent, slot: Interval): Promise<'moved' | 'gone'>;
  /** Like `secure`, by looking only: what is not as it should be now. */
  optionsStand(event: SessionEvent, facilitator: FacilitatorRef): Promise<readonly OpeningCheck[]>;
  /** Takes every event of that key out of the calendar, telling those invited. Done when there is none. */
  cancel(key: EventKey, comment: string): Promise<void>;
}

export interface Directory {
  /** Whether the person is in the coordinators' group. Cached; throws when older than an hour and unrefreshable. */
  isCoordinator(id: PersonId): Promise<boolean>;
  /** Whether the person has the quality role, by the same rule; nobody has where no group is named for it. */
  isQuality(id: PersonId): Promise<boolean>;
  /** Whether the person has the information-governance role, by the same rule. */
  isGovernance(id: PersonId): Promise<boolean>;
  coordinators(): Promise<ReadonlySet<PersonId>>;
  /** Those of the addresses and ids that are in the tenant. */
  known(people: {
    readonly mails: readonly string[];
    readonly ids: readonly PersonId[];
  }): Promise<readonly KnownPerson[]>;
}

export type Audience =
  | { readonly kind: 'coordinators' }
  | { readonly kind: 'requester' }
  /** Whom the coordinators answer to, when one has been named. */
  | { readonly kind: 'lead' }
  | { readonly kind: 'facilitator'; readonly facilitator: FacilitatorRef; readonly attempt: number };

export interface Messenger {
  /**
   * Posts the card, or updates it where it already stands. `nowhere`: no channel chosen, or no way to reach the person.
   * `nobody`: no lead has been named, or they are outside the tenant and asked by Outlook on purpose.
   */
  show(request: Request, audience: Audience): Promise<'shown' | 'nowhere' | 'nobody'>;
  /** A short line that draws attention to the card; `about` where the state alone does not tell to what. */
  call(request: Request, audience: Audience, about?: CallAbout): Promise<'shown' | 'nowhere'>;
}

/** Where one card of a request stands. `sending` is recorded before the post, so that an unknown outcome is known as one. */
export interface ShownCard {
  readonly conversationId: string;
  /** Absent while sending. */
  readonly activityId?: string;
}

export interface Cards {
  find(requestId: RequestId, card: string): Promise<ShownCard | undefined>;
  put(requestId: RequestId, card: string, shown: ShownCard): Promise<void>;
}

/** Stored whole conversation references (as JSON), by person and for the one coordination channel. */
export interface Conversations {
  ofPerson(id: PersonId): Promise<string | undefined>;
  keepPerson(id: PersonId, reference: string): Promise<void>;
  /** Nothing is there any more; a reference kept since is left. */
  forgetPerson(id: PersonId, reference: string): Promise<void>;
  channel(): Promise<string | undefined>;
  keepChannel(reference: string): Promise<void>;
}

/** What monitoring will ask for, and nothing more: nothing about a person or a case, and no moment. */
export interface Counted {
  /** What happened, as a code: "door-tafs". */
  readonly kind: string;
  /** The agency's code, or "unknown". */
  readonly agency: string;
  /** London's month, YYYY-MM. */
  readonly month: string;
}

export interface Tally {
  /** One more of these. Whoever is waiting for an answer need not wait for it: see teams/counting.ts. */
  count(what: Counted): Promise<void>;
}

/** A fault that says whether trying again can help, and when. Anything else thrown is taken as worth a try. */
export class Fault extends Error {
  constructor(
    message: string,
    readonly detail: {
      readonly permanent?: boolean;
      readonly retryAfterMs?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: detail.cause });
    this.name = 'Fault';
  }
}
