import { defaultPolicy as policy } from '../../src/domain/policy';
import type { Command, Request } from '../../src/domain/request';
import { createReleaseWatch } from '../../src/watching/release-watch';
import { createWorkflow } from '../../src/workflow';
import { aMatch, aRequest, aSlot, at } from '../builders';
import {
  createMemoryDirectory,
  createMemoryOpenRequests,
  createMemoryStore,
  createMemoryWakeUps,
} from '../fakes';

const OVER = at('2026-12-22T17:00');
const DAY_MS = 24 * 60 * 60_000;

async function watching(requests: readonly Request[], now: number) {
  const store = createMemoryStore();
  for (const next of requests) {
    await store.enter(next.id, next.requester.id);
    await store.save({
      next,
      effects: [],
      audit: { at: 0, by: 'system', what: 'session-ended', to: next.state },
    });
  }
  const log = {
    warn: () => undefined,
    error: (_fields: object, message: string) => void errors.push(message),
  };
  const errors: string[] = [];
  const workflow = createWorkflow({
    requests: store,
    wakeUps: createMemoryWakeUps(),
    directory: createMemoryDirectory({ coordinators: new Set() }),
    policy,
    now: () => now,
    log,
  });
  const asked: Command[] = [];
  const frozen: number[] = [];
  const world = { failsFor: '' };
  const watch = createReleaseWatch({
    openRequests: createMemoryOpenRequests(store),
    workflow: {
      async handle(command) {
        asked.push(command);
        if (command.requestId === world.failsFor) throw new Error('no answer');
        return workflow.handle(command);
      },
    },
    releasing: { freeze: async (when) => void frozen.push(when) },
    policy,
    now: () => now,
    log,
  });
  const stateOf = (id: string) => store.all().find((each) => each.id === id);
  return { watch, asked, frozen, errors, world, stateOf };
}

const held = (id: string, over: Parameters<typeof aRequest.held>[0] = {}) => aRequest.held({ id, ...over });
const evaluating = { closesAt: OVER, invited: 4, agencies: ['cs'] };

describe('an evaluation that should be over', () => {
  it.each([
    ['is left while people can answer', OVER - 1, 'held'],
    ['is left to the worker for a day', OVER + DAY_MS - 1, 'held'],
    ['is ended then', OVER + DAY_MS, 'closed'],
  ])('%s', async (_what, now, state) => {
    const { watch, stateOf } = await watching([held('aaaaaaaa', { evaluating })], now);
    await watch.look();
    expect(stateOf('aaaaaaaa')?.state).toBe(state);
  });

  it('is counted, with all that is known of its session', async () => {
    const { watch, stateOf } = await watching([held('aaaaaaaa', { evaluating })], OVER + DAY_MS);
    await watch.look();
    expect(stateOf('aaaaaaaa')).toMatchObject({ outcome: { kind: 'completed' }, session: { invited: 4 } });
  });

  it('is one of a session too that nobody was asked about, once they could have answered', async () => {
    const match = aMatch({ slot: aSlot('2026-12-08T10:00') });
    const { evaluating: _none, ...before } = held('aaaaaaaa', { match });
    const early = await watching([before], OVER + DAY_MS - 1);
    await early.watch.look();
    expect(early.stateOf('aaaaaaaa')?.state).toBe('held');
    const late = await watching([before], OVER + DAY_MS);
    await late.watch.look();
    expect(late.stateOf('aaaaaaaa')?.state).toBe('closed');
  });

  it('is ended for the others where one cannot be, and that is said', async () => {
    const all = ['aaaaaaaa', 'bbbbbbbb'].map((id) => held(id, { evaluating }));
    const { watch, world, stateOf, errors, frozen } = await watching(all, OVER + DAY_MS);
    world.failsFor = 'aaaaaaaa';
    await watch.look();
    expect([stateOf('aaaaaaaa')?.state, stateOf('bbbbbbbb')?.state]).toEqual(['held', 'closed']);
    expect(errors).toEqual(['could not close a session whose evaluation is over']);
    expect(frozen).toEqual([OVER + DAY_MS]);
  });

  it('asks nothing of what is not held, and freezes what there is', async () => {
    const others = [aRequest.booked({ id: 'bbbbbbbb' }), aRequest.submitted({ id: 'cccccccc' })];
    const { watch, asked, frozen } = await watching(others, OVER + DAY_MS);
    await watch.look();
    expect(asked).toEqual([]);
    expect(frozen).toEqual([OVER + DAY_MS]);
  });
});
