import type { Effect } from '../../src/domain/request';
import { createFigures } from '../../src/telemetry/figures';
import { watchedWorkbench } from '../../src/telemetry/waiting-effects';
import { aRequest, askedAt } from '../builders';
import { createClock, createMemoryStore } from '../fakes';
import { put } from '../workshop';

const MINUTE_MS = 60_000;
const effects: readonly Effect[] = [
  { kind: 'show-requester' },
  { kind: 'show-coordinators' },
  { kind: 'end-session', attempt: 1, at: askedAt + 60 * MINUTE_MS },
];

function open() {
  const clock = createClock(askedAt);
  const store = createMemoryStore();
  const figures = createFigures();
  const workbench = watchedWorkbench(store, figures, clock.now);
  return {
    clock,
    store,
    workbench,
    figures: () => figures.lineForLog(),
    sweep: async (): Promise<void> => {
      for (const id of await workbench.open()) await workbench.work(id);
    },
  };
}

it('tells nothing before a sweep has looked', () => {
  expect(open().figures()).toEqual({
    effectsWaiting: undefined,
    effectsParked: undefined,
    effectsOldestSeconds: undefined,
  });
});

it('counts what is due as waiting, since it was decided on, and not what waits for its own moment', async () => {
  const { clock, store, sweep, figures } = open();
  await put(store, aRequest.held({ attempt: 1 }), effects);
  clock.pass(5 * MINUTE_MS);
  await sweep();
  expect(figures()).toEqual({ effectsWaiting: 2, effectsParked: 0, effectsOldestSeconds: 300 });
});

it('counts what waited for its own moment from that moment on', async () => {
  const { clock, store, sweep, figures } = open();
  await put(store, aRequest.held({ attempt: 1 }), effects.slice(2));
  clock.pass(61 * MINUTE_MS);
  await sweep();
  expect(figures()).toEqual({ effectsWaiting: 1, effectsParked: 0, effectsOldestSeconds: 60 });
});

it('goes by when it first saw rows that are older than the field', async () => {
  const { clock, store, workbench, sweep, figures } = open();
  const id = await put(store, aRequest.held({ attempt: 1 }), effects.slice(0, 1));
  const [{ savedAt: _savedAt, ...row }] = store.effectsOf(id) as [ReturnType<typeof store.effectsOf>[number]];
  const lease = await workbench.claim(id, row.lane, 'worker-1', askedAt + MINUTE_MS, undefined);
  await workbench.postpone(lease!, row);
  await sweep();
  clock.pass(2 * MINUTE_MS);
  await sweep();
  expect(figures()).toMatchObject({ effectsWaiting: 1, effectsOldestSeconds: 120 });
});

it('counts what is parked apart, and lets it make nothing old', async () => {
  const { clock, store, workbench, sweep, figures } = open();
  const id = await put(store, aRequest.held({ attempt: 1 }), effects.slice(0, 1));
  const [row] = store.effectsOf(id);
  const lease = await workbench.claim(id, row!.lane, 'worker-1', askedAt + MINUTE_MS, undefined);
  await workbench.postpone(lease!, { ...row!, parked: 'Expected an answer, got none' });
  clock.pass(5 * MINUTE_MS);
  await sweep();
  expect(figures()).toEqual({ effectsWaiting: 0, effectsParked: 1, effectsOldestSeconds: 0 });
});

it('forgets requests that are not open any more', async () => {
  const { store, workbench, sweep, figures } = open();
  const id = await put(store, aRequest.closed(), effects.slice(0, 1));
  await sweep();
  const [row] = store.effectsOf(id);
  const lease = await workbench.claim(id, row!.lane, 'worker-1', askedAt + MINUTE_MS, undefined);
  await workbench.complete(lease!, row!);
  await workbench.settle(id);
  await sweep();
  expect(figures()).toMatchObject({ effectsWaiting: 0 });
});

it('tells nothing rather than what it saw long ago', async () => {
  const { clock, store, sweep, figures } = open();
  await put(store, aRequest.held({ attempt: 1 }), effects);
  await sweep();
  clock.pass(11 * MINUTE_MS);
  expect(figures()).toMatchObject({ effectsWaiting: undefined });
});
