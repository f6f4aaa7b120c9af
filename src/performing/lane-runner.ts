/** Works one lane of one request until nothing in it is due. */
import type { Instant } from '../domain/intervals';
import { isSameTelling, isStale, type Lane } from '../domain/lanes';
import type { Request, RequestId } from '../domain/request';
import { hasTrouble, type Stuck } from '../domain/setback';
import type { Effects, Performed } from './effects';
import { Fault, type Lease, type Loaded, type SavedEffect, type Work, type Workbench } from '../ports';
import { LeaseLost, type Workflow } from '../workflow';

export interface WorkLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface LaneRunnerNeeds {
  readonly workbench: Workbench;
  readonly workflow: Workflow;
  readonly effects: Effects;
  /** Names this worker. A process that takes the place of another of the same name takes over its leases at once. */
  readonly owner: string;
  readonly now: () => Instant;
  readonly log: WorkLog;
  /** Longer than the longest outside call, so that a lease never ends under one. */
  readonly leaseMs?: number;
  /** The first wait after a fault; doubled each time, up to five minutes. */
  readonly backOffMs?: number;
  /** Failed tries after which an effect is given up on. */
  readonly mostTries?: number;
  /** Put around each step; by default nothing is. */
  readonly around?: Around;
}

/** Runs the step; for whoever watches what is worked. */
export type Around = <T>(id: RequestId, saved: SavedEffect, step: () => Promise<T>) => Promise<T>;

/** `busy`: something is due that this worker leaves to another. `nextAt`: when the lane has something to do again. */
export type LaneRun = { readonly busy?: true; readonly nextAt?: Instant };

const LONGEST_BACK_OFF_MS = 5 * 60_000;
/** What is parked is tried again all the same: a permission may have been put right. */
const PARKED_MS = 60 * 60_000;

/** As many effects as one transaction removes. */
const MOST_AT_ONCE = 90;

type Next = { readonly now: SavedEffect } | { readonly at?: Instant };

export function createLaneRunner(
  needs: LaneRunnerNeeds,
): (id: RequestId, lane: Lane, stopping: AbortSignal) => Promise<LaneRun> {
  const {
    workbench,
    workflow,
    effects,
    owner,
    now,
    log,
    leaseMs = 240_000,
    backOffMs = 2_000,
    mostTries = 10,
    around = (_id, _saved, step) => step(),
  } = needs;

  return async function runLane(id, lane, stopping) {
    for (;;) {
      const work = await workbench.work(id);
      if (!work) {
        // A submit that did not get through has left its index row.
        await workbench.settle(id);
        return {};
      }
      const next = nextOf(work, lane);
      const held = work.leases.find((lease) => lease.lane === lane);
      const mine = held?.owner === owner && held.until > now() ? held : undefined;
      if (!('now' in next)) return finish(work, mine, next.at);
      if (stopping.aborted) return { ...(await finish(work, mine, undefined)), busy: true };
      if (held && !mine && held.until > now() && held.owner !== owner) return { busy: true };
      const fresh = mine && mine.until - now() > leaseMs / 2;
      const lease = fresh ? mine : await workbench.claim(id, lane, owner, now() + leaseMs, held);
      if (!lease) return { busy: true };
      // Read before it was ours: another may have held it in between, done the work and let go of it.
      if (!mine) continue;
      const { now: saved } = next;
      if ((await around(id, saved, () => step(work, lease, saved))) === 'lost') {
        await showAsItIsNow(id, saved);
        return { busy: true };
      }
    }
  };

  /** Whoever took the lane over may have shown something newer before this came through: the last word is what is kept. */
  async function showAsItIsNow(id: RequestId, { key, effect }: SavedEffect): Promise<void> {
    const work = effect.kind.startsWith('show-') ? await workbench.work(id) : undefined;
    if (!work || isStale(effect, work.loaded.request)) return;
    try {
      await effects.perform(work.loaded.request, effect, key);
    } catch (error) {
      log.warn(
        { requestId: id, effect: key, err: error },
        'a card may say what held before another worker took over',
      );
    }
  }

  async function finish(work: Work, mine: Lease | undefined, nextAt: Instant | undefined): Promise<LaneRun> {
    if (mine) await workbench.release(mine);
    if (work.loaded.request.state === 'closed' && work.effects.length === 0)
      await workbench.settle(work.loaded.request.id);
    return nextAt === undefined ? {} : { nextAt };
  }

  /** In order within the lane: what failed holds up what comes after it; what shows something, or is parked, nothing. */
  function nextOf({ loaded, effects: all }: Work, lane: Lane): Next {
    let at: Instant | undefined;
    for (const saved of all) {
      if (saved.lane !== lane) continue;
      if (isStale(saved.effect, loaded.request)) return { now: saved };
      const from = isAskedFor(saved, loaded.request) ? 0 : Math.max(saved.dueAt ?? 0, saved.retryAt ?? 0);
      if (from <= now()) return { now: saved };
      at = Math.min(at ?? Infinity, from);
      if (lane !== 'tell' && (saved.retryAt ?? 0) > now() && saved.parked === undefined) break;
    }
    return at === undefined ? {} : { at };
  }

  async function step(work: Work, lease: Lease, saved: SavedEffect): Promise<'saved' | 'lost'> {
    const { loaded } = work;
    const { request } = loaded;
    const twins = work.effects.filter((each) => each !== saved && isSameTelling(each.effect, saved.effect));
    if (isStale(saved.effect, request)) {
      await noLongerStuck(work, [saved]);
      return workbench.complete(renewed(lease), saved);
    }
    const fields = { requestId: request.id, effect: saved.key, kind: saved.effect.kind };
    let performed: Performed;
    try {
      performed = await effects.perform(request, saved.effect, saved.key);
    } catch (error) {
      log.warn({ ...fields, tries: saved.tries + 1, err: error }, 'effect failed');
      return failed(loaded, lease, saved, error);
    }
    log.info(fields, 'effect performed');
    const done = 'done' in performed ? [saved, ...twins.slice(0, MOST_AT_ONCE - 1)] : [saved];
    await noLongerStuck(work, done);
    if ('outcome' in performed) return report(loaded, lease, saved, performed.outcome);
    if ('again' in performed) {
      const { key, lane, effect, trace } = saved;
      const again = { key, lane, effect, tries: 0, ...(trace !== undefined && { trace }) };
      return workbench.postpone(renewed(lease), { ...again, dueAt: performed.again });
    }
    return workbench.complete(renewed(lease), ...done);
  }

  /** Before it is removed: a crash in between only has it done and told once more. */
  async function noLongerStuck({ loaded, effects: all }: Work, done: readonly SavedEffect[]): Promise<void> {
    const { request } = loaded;
    const { kind: work } = done[0]!.effect;
    const isLeft = all.some(
      (each) => each.parked !== undefined && each.effect.kind === work && !done.includes(each),
    );
    if (!isLeft && hasTrouble(request, { kind: 'stuck', work })) await tell(request, 'trouble-over', work);
  }

  /** Not the outcome of an effect, which is still there or has one of its own. */
  async function tell(
    { id }: Request,
    kind: 'trouble-met' | 'trouble-over',
    work: Stuck['work'],
  ): Promise<void> {
    await workflow.handle({ kind, trouble: { kind: 'stuck', work }, requestId: id, by: 'system' });
  }

  /**
   * Later, as Graph asked or with growing, jittered waits. When that cannot help, or has been tried enough, the domain is
   * told what came of it; where nothing can come of it, it is parked, and the coordinators are told that it is stuck.
   */
  async function failed(
    was: Loaded,
    lease: Lease,
    saved: SavedEffect,
    error: unknown,
  ): Promise<'saved' | 'lost'> {
    const tries = saved.tries + 1;
    const { triesAsked = 0 } = was.request;
    const permanent = error instanceof Fault && error.detail.permanent === true;
    const outcome =
      permanent || tries >= mostTries ? effects.giveUp(was.request, saved.effect, permanent) : undefined;
    if (outcome) return report(was, lease, saved, outcome);
    // Cards are shown as soon as Teams answers again: they hold up nothing meanwhile.
    if (!permanent && (tries < mostTries || saved.lane === 'tell'))
      return workbench.postpone(renewed(lease), {
        ...saved,
        tries,
        triesAsked,
        retryAt: now() + waitAfter(tries, error),
      });
    log.error(
      { requestId: was.request.id, kind: saved.effect.kind, tries, err: error },
      'effect parked: a person has to look',
    );
    const parked = error instanceof Error ? error.message : String(error);
    const retryAt = now() + PARKED_MS;
    const kept = await workbench.postpone(renewed(lease), { ...saved, tries, triesAsked, parked, retryAt });
    // Parked first: a crash in between has it told in an hour, when it is parked again.
    const { kind: work } = saved.effect;
    if (kept === 'saved' && !hasTrouble(was.request, { kind: 'stuck', work }))
      await tell(was.request, 'trouble-met', work);
    return kept;
  }

  function waitAfter(tries: number, error: unknown): number {
    const asked = error instanceof Fault ? (error.detail.retryAfterMs ?? 0) : 0;
    const backOff = Math.min(backOffMs * 2 ** (tries - 1), LONGEST_BACK_OFF_MS);
    return Math.max(asked, backOff * (0.75 + Math.random() / 2));
  }

  /** The outcome is the next command; it, the new state and the end of this effect are one transaction. */
  async function report(
    was: Loaded,
    lease: Lease,
    effect: SavedEffect,
    outcome: Extract<Performed, { outcome: unknown }>['outcome'],
  ): Promise<'saved' | 'lost'> {
    try {
      const handled = await workflow.handle(
        { ...outcome, requestId: was.request.id, by: 'system' },
        { finished: { was, effect, lease: renewed(lease) } },
      );
      if (!handled.accepted)
        throw new Error(
          `Expected the outcome ${outcome.kind} to be accepted, got ${handled.refusal.refused}`,
        );
      return 'saved';
    } catch (error) {
      if (error instanceof LeaseLost) return 'lost';
      throw error;
    }
  }

  function renewed(lease: Lease): Lease {
    return { ...lease, until: now() + leaseMs };
  }
}

/** Whether a coordinator has asked, since it was given up on for now, that it be tried again at once. */
function isAskedFor(saved: SavedEffect, { triesAsked: asked = 0 }: Request): boolean {
  const { effect, parked, retryAt, triesAsked = 0 } = saved;
  if (parked !== undefined) return triesAsked < asked;
  const isNextTry = 'triesAsked' in effect && retryAt === undefined;
  return isNextTry && (effect.triesAsked ?? asked) < asked;
}
