/** A workflow with its rows in memory, and effects that do as a test says and remember what was performed. */
import { defaultPolicy } from '../src/domain/policy';
import type { Lane } from '../src/domain/lanes';
import type { Effect, Request, RequestId } from '../src/domain/request';
import { createEffects, type Effects, type Performed } from '../src/performing/effects';
import { createLaneRunner, type LaneRun, type LaneRunnerNeeds } from '../src/performing/lane-runner';
import { Fault, type Requests, type SavedEffect } from '../src/ports';
import { createWorkflow } from '../src/workflow';
import { aRequest, askedAt, theCoordinator } from './builders';
import { createClock, createMemoryLog, createMemoryStore, createMemoryWakeUps } from './fakes';

type Behaviour = (request: Request, effect: Effect) => Performed | Promise<Performed>;

export interface ScriptedEffects extends Effects {
  /** Kinds in the order they were begun. */
  readonly performed: Effect['kind'][];
  /** From now on, this is what comes of an effect of that kind; otherwise it is simply done. */
  on(kind: Effect['kind'], behaviour: Behaviour): void;
}

/** Giving up is as the program does it. */
export function createScriptedEffects(now: () => number): ScriptedEffects {
  const program = createEffects({ now } as Parameters<typeof createEffects>[0]);
  const behaviours = new Map<Effect['kind'], Behaviour>();
  const performed: Effect['kind'][] = [];
  return {
    performed,
    on: (kind, behaviour) => void behaviours.set(kind, behaviour),
    async perform(request, effect) {
      performed.push(effect.kind);
      return (await behaviours.get(effect.kind)?.(request, effect)) ?? { done: true };
    },
    giveUp: (...given) => program.giveUp(...given),
  };
}

/** Puts a request there with things to do, as a decision would have. */
export async function put(requests: Requests, next: Request, effects: readonly Effect[]): Promise<RequestId> {
  await requests.enter(next.id, next.requester.id);
  const audit = { at: askedAt, by: next.requester, what: 'submit', to: next.state } as const;
  const saved = await requests.save({ next, effects, audit });
  if (saved !== 'saved') throw new Error(`Expected ${next.id} to be new`);
  return next.id;
}

export function openWorkshop() {
  const clock = createClock(askedAt);
  const store = createMemoryStore();
  const wakeUps = createMemoryWakeUps();
  const log = createMemoryLog();
  const effects = createScriptedEffects(clock.now);
  const directory = { isCoordinator: async (id: string) => id === theCoordinator.id };
  const workflow = createWorkflow({
    requests: store,
    wakeUps,
    directory,
    policy: defaultPolicy,
    now: clock.now,
    log,
  });
  const runner =
    (over: Partial<LaneRunnerNeeds> = {}) =>
    (id: RequestId, lane: Lane = 'arrange', stopping = new AbortController().signal): Promise<LaneRun> => {
      const needs = { workbench: store, workflow, effects, owner: 'worker-1', now: clock.now, log };
      return createLaneRunner({ ...needs, ...over })(id, lane, stopping);
    };
  return {
    clock,
    store,
    wakeUps,
    log,
    effects,
    workflow,
    runner,
    run: runner(),
    fails(kind: Effect['kind'], fault: Error = new Fault('Expected an answer, got none')): void {
      effects.on(kind, () => {
        throw fault;
      });
    },
    put: (next: Request, ...todo: Effect[]) => put(store, next, todo),
    /** A request nobody has to decide on, for effects that are never out of date. */
    closed: aRequest.closed({ attempt: 1 }),
    left: (id: RequestId): readonly SavedEffect[] => store.effectsOf(id),
    kindsLeft: (id: RequestId) => store.effectsOf(id).map(({ effect }) => effect.kind),
    async leasesOf(id: RequestId) {
      return (await store.work(id))?.leases ?? [];
    },
  };
}
