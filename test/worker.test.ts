import { setTimeout as pause } from 'node:timers/promises';
import { defaultPolicy } from '../src/domain/policy';
import type { Effect, RequestId } from '../src/domain/request';
import type { WakeUps } from '../src/ports';
import { createWorker, type Worker, type WorkerNeeds } from '../src/worker';
import { createWorkflow } from '../src/workflow';
import { onTables, useEmbeddedStorage } from './azure/embedded-storage';
import { aFacilitatorRef, aRequest } from './builders';
import { createMemoryLog, createMemoryStore, createMemoryWakeUps } from './fakes';
import { until } from './crash/until';
import { createScriptedEffects, put } from './workshop';

const RELEASE: Effect = { kind: 'release', attempt: 1, facilitator: aFacilitatorRef().id };
const SHOW: Effect = { kind: 'show-coordinators' };
const NEVER_MS = 3_600_000;

let workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
});

function factory(over: Partial<WorkerNeeds> = {}) {
  const store = createMemoryStore();
  const wakeUps = createMemoryWakeUps();
  const log = createMemoryLog();
  const effects = createScriptedEffects(Date.now);
  const directory = { isCoordinator: async () => false };
  const policy = defaultPolicy;
  const needs = (): WorkerNeeds => ({
    workbench: store,
    workflow: createWorkflow({ requests: store, wakeUps, directory, policy, now: Date.now, log }),
    effects,
    wakeUps,
    owner: 'worker-1',
    now: Date.now,
    log,
    idleMs: 10,
    sweepEveryMs: NEVER_MS,
    backOffMs: 20,
    ...over,
  });
  return {
    store,
    wakeUps,
    log,
    effects,
    needs,
    hire: (more: Partial<WorkerNeeds> = {}): Worker => {
      const worker = createWorker({ ...needs(), ...more });
      workers.push(worker);
      return worker;
    },
    /** A closed request, whose effects are never out of date. */
    put: (id: RequestId, ...todo: Effect[]) => put(store, aRequest.closed({ id, attempt: 1 }), todo),
    isDone: async (id: RequestId) => store.effectsOf(id).length === 0,
  };
}

function aGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** Nothing is told by it until the first sweep is over: what happens after that is the queue's or a timer's doing. */
async function started(worker: Worker): Promise<void> {
  worker.start();
  await pause(50);
}

describe('A worker', () => {
  it('works both lanes of a request it is woken for, and the message goes', async () => {
    const { hire, wakeUps, effects, isDone, ...here } = factory();
    await started(hire());
    const id = await here.put('request-1', RELEASE, SHOW);
    await wakeUps.send(id);
    await until(() => isDone(id), 'the effects to be performed');
    expect([...effects.performed].sort()).toEqual(['release', 'show-coordinators']);
    await pause(50);
    expect(wakeUps.waiting).toEqual([]);
  });

  it('finds by its sweep what no message told of', async () => {
    const { hire, isDone, ...here } = factory();
    await started(hire({ sweepEveryMs: 100 }));
    const id = await here.put('request-1', RELEASE);
    await until(() => isDone(id), 'the sweep to find it');
  });

  it('goes on by its sweep while the queue cannot be read, and by the queue once it can', async () => {
    const { hire, isDone, log, wakeUps, ...here } = factory();
    const wire = { cut: true };
    const queue: WakeUps = {
      send: (id) => wakeUps.send(id),
      receive: async (most) => {
        if (wire.cut) throw new Error('Expected the queue to answer, got no connection');
        return wakeUps.receive(most);
      },
    };
    await started(hire({ wakeUps: queue, sweepEveryMs: 100 }));
    const id = await here.put('request-1', RELEASE);
    await until(() => isDone(id), 'the sweep to find it');
    expect(log.lines).toContainEqual(
      expect.objectContaining({ message: 'could not read the queue; the sweep goes on without it' }),
    );
    wire.cut = false;
    await wakeUps.send(id);
    await until(async () => wakeUps.waiting.length === 0, 'the queue to be read again');
  });

  it('keeps sweeping when a sweep fails', async () => {
    const { hire, isDone, store, ...here } = factory();
    let failures = 2;
    const open = async (): Promise<readonly string[]> => {
      failures -= 1;
      if (failures >= 0) throw new Error('Expected storage to answer, got no connection');
      return store.open();
    };
    const id = await here.put('request-1', RELEASE);
    hire({ workbench: { ...store, open }, sweepEveryMs: 50 }).start();
    await until(() => isDone(id), 'a later sweep to find it');
  });

  it('does not let one request with broken rows stop the others', async () => {
    const { hire, isDone, store, log, ...here } = factory();
    const work = async (id: string) => {
      if (id === 'broken-1') throw new SyntaxError('Unexpected end of JSON input');
      return store.work(id);
    };
    const ids = ['request-1', 'broken-1', 'request-2'];
    for (const id of ids) await here.put(id, RELEASE);
    hire({ workbench: { ...store, work } }).start();
    await until(async () => (await isDone('request-1')) && isDone('request-2'), 'the others to be worked');
    expect(await isDone('broken-1')).toBe(false);
    expect(log.lines).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: expect.stringContaining('sweep will try again') as string,
      }),
    );
  });

  it('comes back at the moment an effect waits for, without a sweep or a message', async () => {
    const { hire, isDone, effects, ...here } = factory();
    const at = Date.now() + 400;
    let performedAt = 0;
    effects.on('cancel-event', () => {
      performedAt = Date.now();
      return { done: true };
    });
    const id = await here.put('request-1', { kind: 'cancel-event', attempt: 1, at });
    hire().start();
    await until(() => isDone(id), 'the moment to come');
    expect(performedAt).toBeGreaterThanOrEqual(at);
  });

  it('comes back soon after a fault', async () => {
    const { hire, isDone, effects, ...here } = factory();
    let failures = 3;
    effects.on('release', () => {
      failures -= 1;
      if (failures >= 0) throw new Error('Expected an answer, got none');
      return { done: true };
    });
    const id = await here.put('request-1', RELEASE);
    hire().start();
    await until(() => isDone(id), 'the fourth try');
    expect(effects.performed).toHaveLength(4);
  });

  it('comes back to a lane that was in other hands when it was woken', async () => {
    const { hire, isDone, store, ...here } = factory();
    const id = await here.put('request-1', RELEASE);
    await store.claim(id, 'arrange', 'another-worker', Date.now() + 1_000, undefined);
    hire().start();
    await pause(300);
    expect(await isDone(id)).toBe(false);
    await until(() => isDone(id), 'the lease to end');
  });

  it('shows cards while Graph keeps somebody waiting', async () => {
    const { hire, isDone, effects, store, ...here } = factory();
    const graph = aGate();
    effects.on('release', async () => {
      await graph.opened;
      return { done: true };
    });
    const ids = Array.from({ length: 20 }, (_, n) => `request-${n}`);
    for (const id of ids) await here.put(id, RELEASE, SHOW);
    hire().start();
    const cardsLeft = () => ids.flatMap((id) => store.effectsOf(id)).filter(({ lane }) => lane === 'tell');
    await until(async () => cardsLeft().length === 0, 'all cards to be shown');
    graph.open();
    await until(async () => (await Promise.all(ids.map(isDone))).every(Boolean), 'the rest');
  });

  it('told to stop, ends what is in hand, frees the lane, and gives the rest back to the queue', async () => {
    const { hire, effects, store, wakeUps, ...here } = factory();
    const graph = aGate();
    effects.on('release', async () => {
      await graph.opened;
      return { done: true };
    });
    const worker = hire();
    await started(worker);
    const id = await here.put('request-1', RELEASE, RELEASE);
    await wakeUps.send(id);
    await until(async () => effects.performed.length === 1, 'the first effect to be begun');
    let stopped = false;
    const stopping = worker.stop().then(() => (stopped = true));
    await pause(100);
    expect(stopped).toBe(false);
    graph.open();
    await stopping;
    expect(effects.performed).toHaveLength(1);
    expect(store.effectsOf(id)).toHaveLength(1);
    expect((await store.work(id))?.leases).toEqual([]);
    expect(wakeUps.waiting).toEqual([id]);
  });
});

describe('Two workers side by side', () => {
  const embedded = useEmbeddedStorage();

  it('perform each effect once', async () => {
    const { requests, workbench } = onTables(embedded.storage);
    const one = factory();
    const performed: string[] = [];
    for (const kind of ['release', 'show-coordinators', 'show-requester'] as const)
      one.effects.on(kind, async ({ id }) => {
        performed.push(`${id} ${kind}`);
        await pause(5);
        return { done: true };
      });
    const ids = Array.from({ length: 12 }, (_, n) => `request-${String(n).padStart(2, '0')}`);
    const todo: Effect[] = [RELEASE, SHOW, { kind: 'show-requester' }];
    for (const id of ids) await put(requests, aRequest.closed({ id, attempt: 1 }), todo);
    const pair = ['worker-1', 'worker-2'].map((owner) => one.hire({ workbench, owner }));
    pair.forEach((worker) => worker.start());
    for (const id of [...ids, ...ids]) await one.wakeUps.send(id);
    await until(async () => (await workbench.open()).length === 0, 'everything to be worked');
    expect(performed.sort()).toEqual(
      ids.flatMap((id) => [`${id} release`, `${id} show-coordinators`, `${id} show-requester`]),
    );
  });
});
