/**
 * A Command from outside is decided by the domain; the new state is saved together with the Effects it asks for. Nothing
 * else happens here: the worker performs the effects afterwards.
 */
import { announcementsOf } from './domain/announcing';
import { changedFields } from './domain/ask';
import { decide } from './domain/decide';
import { type Facts, isRefusal } from './domain/decisions/decision';
import { laneOf } from './domain/lanes';
import type { Instant } from './domain/intervals';
import { ownersOf, type Person, type PersonId } from './domain/people';
import { isStanding } from './domain/rearranging';
import type { Policy } from './domain/policy';
import type { Command, Effect, Request, RequestId } from './domain/request';
import type { Refusal, Refused } from './domain/refusal';
import { isOpenTo } from './domain/who-may';
import type { AuditEntry, Directory, Loaded, Requests, Save, Tried, WakeUps } from './ports';

/** Accepted with the request as it is now, or refused with the request as it stands (when there is one). */
export type Handled =
  | { readonly accepted: true; readonly request: Request }
  | { readonly accepted: false; readonly refusal: Refusal; readonly request?: Request };

export interface Workflow {
  /** Decides and saves one command. A refusal is a value; storage that cannot be reached is thrown. */
  handle(command: Command, along?: Along): Promise<Handled>;
  /** Keeps an attempt in the audit of the request it was about, if there is one. */
  note(attempt: Attempt): Promise<void>;
}

/** Something a person tried on a request that was refused before it became a command. */
export interface Attempt {
  readonly requestId: RequestId;
  readonly by: Person;
  readonly what: Tried;
  readonly refused: NonNullable<AuditEntry['refused']>;
}

/** What is saved along with the decision, if it is accepted. */
export interface Along {
  readonly finished?: Finished;
  readonly shown?: Save['shown'];
  /** See `AuditEntry`. */
  readonly via?: AuditEntry['via'];
}

/** The effect that a command reports the outcome of, and the request as it was when the effect was performed. */
export interface Finished extends NonNullable<Save['completes']> {
  readonly was: Loaded;
}

export interface WorkflowNeeds {
  readonly requests: Requests;
  readonly wakeUps: WakeUps;
  readonly directory: Pick<Directory, 'isCoordinator'>;
  readonly policy: Policy;
  readonly now: () => Instant;
  readonly log: { warn(fields: object, message: string): void };
}

/** Refusals that say somebody tried what is not theirs to do, or was not offered to them: kept in the audit. */
const TRESPASSES: readonly Refused[] = [
  'coordinators-only',
  'requester-only',
  'facilitator-only',
  'not-found',
  'matches-outdated',
  'not-offered',
  'not-their-session',
  'not-taking-part',
];

/** Somebody else's save is met by deciding again on what they saved; more often than this there is something wrong. */
const MOST_CONFLICTS = 60;

/** Raised when a save is in conflict although the lease of its effect is lost: another worker goes on with it. */
export class LeaseLost extends Error {}

export function createWorkflow({ requests, wakeUps, directory, policy, now, log }: WorkflowNeeds): Workflow {
  return {
    async handle(command, { finished, shown, via } = {}) {
      const coordinator =
        command.by !== 'system' &&
        needsCoordinator(command) &&
        (await directory.isCoordinator(command.by.id));
      // A new request's id was minted with its form: it is inserted without looking, and read only if that fails.
      let was =
        command.kind === 'submit' ? undefined : (finished?.was ?? (await requests.load(command.requestId)));
      for (let conflicts = 0; conflicts < MOST_CONFLICTS; conflicts += 1) {
        const facts: Facts = { now: now(), policy, coordinator };
        const decision = decide(was?.request, command, facts);
        if (isRefusal(decision)) {
          await auditTrespass(was, command, decision, { at: facts.now, ...(via && { via }) });
          return { accepted: false, refusal: decision, ...(was && { request: was.request }) };
        }
        const effects = [...decision.effects, ...announcementsOf(was?.request, decision.next, facts.now)];
        const save: Save = {
          ...(was && { was }),
          next: decision.next,
          effects,
          audit: { ...entry(command, facts.now, was?.request, decision.next), ...(via && { via }) },
          ...(finished && { completes: { effect: finished.effect, lease: finished.lease } }),
          ...(shown && { shown }),
        };
        await Promise.all([
          // Woken before the save: a message that finds nothing is harmless, a save without one would wait for the sweep.
          effects.some(awaitsOthers(finished)) && wake(command.requestId),
          ...newOwners(was?.request, decision.next).map((id) => requests.enter(command.requestId, id)),
        ]);
        if ((await requests.save(save)) === 'saved') return { accepted: true, request: decision.next };
        const before = was?.version;
        was = await requests.load(command.requestId);
        if (finished && was?.version === before)
          throw new LeaseLost(`Lost the lease of ${finished.effect.key}`);
      }
      throw new Error(
        `Expected ${command.kind} to be saved within ${MOST_CONFLICTS} tries, got a conflict every time`,
      );
    },

    async note({ requestId, by, what, refused }) {
      const found = await requests.load(requestId);
      if (!found) return;
      await requests.audit(requestId, { at: now(), by, what, from: found.request.state, refused });
    },
  };

  /** A wake-up that is lost loses time, until the sweep; the decision itself must not be lost with it. */
  async function wake(id: RequestId): Promise<void> {
    try {
      await wakeUps.send(id);
    } catch (error) {
      log.warn({ requestId: id, err: error }, 'could not wake the worker; its sweep will find the work');
    }
  }

  async function auditTrespass(
    was: Loaded | undefined,
    command: Command,
    { refused }: Refusal,
    { at, via }: Pick<AuditEntry, 'at' | 'via'>,
  ): Promise<void> {
    if (!was || command.by === 'system' || !TRESPASSES.includes(refused)) return;
    await requests.audit(was.request.id, {
      ...entry(command, at, was.request),
      ...(via && { via }),
      refused,
    });
  }
}

/** Those among whose own requests it is to be from now on. */
function newOwners(before: Request | undefined, next: Request): readonly PersonId[] {
  const known = before ? ownersOf(before.requester) : [];
  return ownersOf(next.requester).filter((id) => !known.includes(id));
}

/** What is in the lane of the effect just finished is worked next by whoever finished it. */
function awaitsOthers(finished: Finished | undefined): (effect: Effect) => boolean {
  return (effect) => laneOf(effect) !== finished?.effect.lane;
}

/** Requester and facilitator may ask for some of it as well. */
function needsCoordinator({ kind }: Extract<Command, { readonly by: Person }>): boolean {
  return isOpenTo(kind, 'coordinator');
}

function entry(command: Command, at: Instant, from?: Request, to?: Request): AuditEntry {
  return {
    at,
    by: command.by,
    what: command.kind,
    ...(from && { from: from.state }),
    ...(to && { to: to.state }),
    ...(from && to && detail(command, from, to)),
  };
}

/** What the history tells besides: what a coordinator wrote, and which fields were changed, but not what they hold. */
function detail(command: Command, { ask: before }: Request, next: Request): Partial<AuditEntry> {
  switch (command.kind) {
    case 'return':
      return next.state === 'returned' ? { note: next.missing } : {};
    case 'note':
      return next.note ? { note: next.note.text } : {};
    case 'approve':
    case 'appoint':
      return because(next);
    case 'cancel':
    case 'not-held':
      return { reason: command.reason };
    case 'edit':
    case 'relax':
    case 'change':
    case 'ask-arrangements':
    case 'agree-proposal': {
      const changed = changedFields(before, next.ask);
      return changed.length > 0 ? { changed } : {};
    }
    default:
      return {};
  }
}

/** Why it was not the first match, of what is arranged or is to take its place. */
function because(next: Request): Partial<AuditEntry> {
  const chosen = isStanding(next) ? next.rearranging?.chosen : undefined;
  const why = chosen ? chosen.because : 'because' in next ? next.because : undefined;
  return why ? { because: why } : {};
}
