import type { Person } from '../src/domain/people';
import { defaultPolicy } from '../src/domain/policy';
import type { Command, Effect, PersonCommand, Request, SystemCommand } from '../src/domain/request';
import { Fault, type Lease, type Requests, type Save } from '../src/ports';
import { createWorkflow, type Finished, LeaseLost, type WorkflowNeeds } from '../src/workflow';
import {
  anotherFacilitator,
  answers,
  aRequest,
  askedAt,
  aSessionEvent,
  aStranger,
  theCoordinator,
  theFacilitator,
  theRequester,
} from './builders';
import { createMemoryWakeUps, type Wire } from './fakes';
import { openWorkshop } from './workshop';

let shop: ReturnType<typeof openWorkshop>;
beforeEach(() => {
  shop = openWorkshop();
});

const submitted = aRequest.submitted();
const { id } = submitted;
const approve: Command = { kind: 'approve', matchId: '1-1', requestId: id, by: theCoordinator };
const withdraw: Command = { kind: 'withdraw', requestId: id, by: theRequester };

function workflowWith(over: Partial<WorkflowNeeds>) {
  const { store, wakeUps, clock, log } = shop;
  return createWorkflow({
    requests: store,
    wakeUps,
    directory: { isCoordinator: async (person) => person === theCoordinator.id },
    policy: defaultPolicy,
    now: clock.now,
    log,
    ...over,
  });
}

/** The store as others see it who write something just before our next save arrives. */
function interrupted(meanwhile: () => Promise<unknown>, times = 1): Requests {
  let left = times;
  return {
    ...shop.store,
    async save(save: Save) {
      if (left > 0) {
        left -= 1;
        await meanwhile();
      }
      return shop.store.save(save);
    },
  };
}

async function stateOf(requestId = id): Promise<Request | undefined> {
  return (await shop.store.load(requestId))?.request;
}

describe('A command', () => {
  it('that is accepted is saved with what it asks for, who did it, and what changed', async () => {
    await shop.put(submitted);
    const handled = await shop.workflow.handle(approve);
    expect(handled).toEqual({ accepted: true, request: await stateOf() });
    expect(shop.kindsLeft(id)).toEqual(['reserve', 'show-coordinators', 'show-requester', 'announce']);
    expect((await shop.store.history(id)).at(-1)).toEqual({
      at: askedAt,
      by: theCoordinator,
      what: 'approve',
      from: 'submitted',
      to: 'approved',
    });
  });

  it('that is refused changes nothing, and says how it stands', async () => {
    const offered = aRequest.offered();
    await shop.put(offered);
    const handled = await shop.workflow.handle(approve);
    expect(handled).toEqual({ accepted: false, refusal: { refused: 'already-decided' }, request: offered });
    expect(shop.left(id)).toEqual([]);
    expect(shop.wakeUps.waiting).toEqual([]);
    expect(await shop.store.history(id)).toHaveLength(1);
  });

  it('is decided again on what somebody else saved in between', async () => {
    await shop.put(submitted);
    const requests = interrupted(() => shop.workflow.handle(withdraw));
    expect(await workflowWith({ requests }).handle(approve)).toMatchObject({
      accepted: false,
      refusal: { refused: 'closed' },
      request: { state: 'closed' },
    });
    expect(shop.kindsLeft(id)).not.toContain('reserve');
  });

  it('gets through in the end however often others are faster, and fails loudly when that never ends', async () => {
    await shop.put(submitted);
    const other = (): Promise<unknown> =>
      shop.workflow.handle({ kind: 'look-again', requestId: id, by: theCoordinator });
    const often = workflowWith({ requests: interrupted(other, 20) });
    expect(await often.handle(withdraw)).toMatchObject({ accepted: true });
    const never = workflowWith({ requests: { ...shop.store, save: async () => 'conflict' } });
    await expect(
      never.handle({ kind: 'submit', answers: answers(), requestId: 'another-request', by: theRequester }),
    ).rejects.toThrow('got a conflict every time');
  });

  it('sent twice as a form makes one request, and the second is told so', async () => {
    const submit: Command = { kind: 'submit', answers: answers(), requestId: 'form-0001', by: theRequester };
    const handled = await Promise.all([shop.workflow.handle(submit), shop.workflow.handle(submit)]);
    expect(handled.map(({ accepted }) => accepted).sort()).toEqual([false, true]);
    expect(handled).toContainEqual(
      expect.objectContaining({ accepted: false, refusal: { refused: 'already-submitted' } }),
    );
    expect(shop.store.all()).toHaveLength(1);
    expect(shop.kindsLeft('form-0001').filter((kind) => kind === 'find-matches')).toHaveLength(1);
  });

  it('of which a form is not right writes nothing at all', async () => {
    const submit: Command = {
      kind: 'submit',
      answers: answers({ reason: '' }),
      requestId: 'form-0002',
      by: theRequester,
    };
    expect(await shop.workflow.handle(submit)).toMatchObject({
      accepted: false,
      refusal: { refused: 'form' },
    });
    expect([await shop.store.open(), shop.wakeUps.waiting]).toEqual([[], []]);
  });
});

describe('The worker', () => {
  it('is woken before the save, so that no decision waits for the sweep because of a crash', async () => {
    await shop.put(submitted);
    const order: string[] = [];
    const requests: Requests = {
      ...shop.store,
      async save(save) {
        order.push('save');
        return shop.store.save(save);
      },
    };
    const wakeUps = {
      ...shop.wakeUps,
      async send() {
        order.push('wake');
      },
    };
    await workflowWith({ requests, wakeUps }).handle(approve);
    expect(order).toEqual(['wake', 'save']);
  });

  it('need not be woken for what it goes on with by itself', async () => {
    const request = aRequest.approved({ stage: { at: 'reserving' } });
    await shop.put(request, { kind: 'reserve', attempt: 1 });
    await report(request, { kind: 'reserved', attempt: 1 });
    expect(shop.kindsLeft(id)).toEqual(['create-event']);
    expect(shop.wakeUps.waiting).toEqual([]);
  });

  it('is woken by what it leaves to the other lane', async () => {
    await shop.put(aRequest.approved(), { kind: 'secure-meeting', attempt: 1 });
    await report(aRequest.approved(), { kind: 'meeting-secured', attempt: 1, openingChecks: [] });
    expect(shop.wakeUps.waiting).toEqual([id]);
  });

  it('may be out of reach: the decision is saved all the same, and the log says what comes of it', async () => {
    await shop.put(submitted);
    const wire: Wire = { cut: true };
    const handled = await workflowWith({ wakeUps: createMemoryWakeUps(wire) }).handle(approve);
    expect(handled).toMatchObject({ accepted: true, request: { state: 'approved' } });
    expect(shop.kindsLeft(id)).toContain('reserve');
    expect(shop.log.lines).toMatchObject([
      { level: 'warn', message: 'could not wake the worker; its sweep will find the work' },
    ]);
  });
});

it('storage that is out of reach is a fault, and nothing is half saved', async () => {
  await shop.put(submitted);
  const requests: Requests = {
    ...shop.store,
    save: async () => {
      throw new Fault('Expected storage to answer, got no connection');
    },
  };
  await expect(workflowWith({ requests }).handle(approve)).rejects.toThrow('no connection');
  expect(await stateOf()).toEqual(submitted);
});

describe('The audit', () => {
  const cancel: PersonCommand = { kind: 'cancel', attempt: 1, reason: 'too-few' };
  const notHeld: PersonCommand = { kind: 'not-held', attempt: 1, reason: 'other' };
  it.each<[string, Request, PersonCommand, Person, string]>([
    ['approves', submitted, { kind: 'approve', matchId: '1-1' }, aStranger, 'coordinators-only'],
    ['declines', submitted, { kind: 'decline', reason: 'another-door' }, theRequester, 'coordinators-only'],
    ['withdraws', submitted, { kind: 'withdraw' }, aStranger, 'requester-only'],
    ['accepts', aRequest.offered(), { kind: 'accept', attempt: 1 }, anotherFacilitator, 'facilitator-only'],
    ['cancels', aRequest.booked(), cancel, theFacilitator, 'coordinators-only'],
    ['says it was not held', aRequest.held(), notHeld, theRequester, 'not-their-session'],
    ['accepts nothing', submitted, { kind: 'accept', attempt: 1 }, aStranger, 'not-offered'],
    ['invents a match', submitted, { kind: 'approve', matchId: '7-7' }, theCoordinator, 'matches-outdated'],
    ['reuses an id', submitted, { kind: 'submit', answers: answers() }, aStranger, 'not-found'],
  ])('keeps who %s without being entitled to it', async (_, request, command, by, refused) => {
    await shop.put(request);
    expect(await shop.workflow.handle({ ...command, by, requestId: id })).toMatchObject({ accepted: false });
    expect((await shop.store.history(id)).slice(1)).toEqual([
      { at: askedAt, by, what: command.kind, from: request.state, refused },
    ]);
    expect(await stateOf()).toEqual(request);
  });

  it.each<[string, Request, Command]>([
    ['a double click', aRequest.offered(), approve],
    ['one who comes too late', aRequest.closed(), withdraw],
  ])('says nothing of %s', async (_, request, command) => {
    await shop.put(request);
    await shop.workflow.handle(command);
    expect(await shop.store.history(id)).toHaveLength(1);
  });

  it('keeps what was refused at the door, for requests there are', async () => {
    await shop.put(submitted);
    const attempt = { by: aStranger, what: 'reason', refused: 'coordinators-only' } as const;
    await shop.workflow.note({ ...attempt, requestId: id });
    await shop.workflow.note({ ...attempt, requestId: 'no-such-request' });
    expect((await shop.store.history(id)).at(-1)).toEqual({ ...attempt, at: askedAt, from: 'submitted' });
    expect(await shop.store.history('no-such-request')).toEqual([]);
  });
});

describe('The outcome of an effect', () => {
  it('is saved in one go with the end of the effect', async () => {
    const request = aRequest.approved({ stage: { at: 'reserving' } });
    await shop.put(request, { kind: 'reserve', attempt: 1 });
    await report(request, { kind: 'reserved', attempt: 1 });
    expect(await stateOf()).toMatchObject({ stage: { at: 'creating' } });
    expect(shop.kindsLeft(id)).toEqual(['create-event']);
  });

  it('that comes after a withdrawal is answered by taking it down again', async () => {
    const request = aRequest.approved({ stage: { at: 'creating' } });
    const effect: Effect = { kind: 'secure-meeting', attempt: 1 };
    await shop.put(request, effect);
    const was = (await shop.store.load(id))!;
    await shop.workflow.handle(withdraw);
    const handled = await report(request, { kind: 'event-created', attempt: 1, event: aSessionEvent() }, was);
    expect(handled).toMatchObject({ accepted: true, request: { state: 'closed' } });
    expect(shop.kindsLeft(id).at(-1)).toBe('cancel-event');
    expect(shop.kindsLeft(id)).not.toContain('secure-meeting');
  });

  it.each([
    ['and nothing else happened', async () => undefined],
    ['and somebody decided meanwhile', () => shop.workflow.handle(withdraw)],
  ])('is dropped when the lease is lost, %s: the new holder finds out by itself', async (_, meanwhile) => {
    const request = aRequest.approved({ stage: { at: 'reserving' } });
    await shop.put(request, { kind: 'reserve', attempt: 1 });
    const was = (await shop.store.load(id))!;
    const lost: Lease = (await shop.store.claim(id, 'arrange', 'one', askedAt + 1, undefined))!;
    await shop.store.claim(id, 'arrange', 'other', askedAt + 1, lost);
    await meanwhile();
    const before = await stateOf();
    const finished = { was, effect: shop.left(id)[0]!, lease: lost };
    const outcome: Command = { kind: 'reserved', attempt: 1, requestId: id, by: 'system' };
    await expect(handle(outcome, finished)).rejects.toThrow(LeaseLost);
    expect(await stateOf()).toEqual(before);
    expect(shop.kindsLeft(id)).toContain('reserve');
  });
});

async function report(request: Request, outcome: SystemCommand, was?: Awaited<ReturnType<Requests['load']>>) {
  const lease = (await shop.store.claim(request.id, 'arrange', 'one', askedAt + 1, undefined))!;
  const loaded = was ?? (await shop.store.load(request.id))!;
  const effect = shop.left(request.id)[0]!;
  return handle(
    { ...outcome, requestId: request.id, by: 'system' },
    {
      was: loaded,
      effect,
      lease,
    },
  );
}

function handle(command: Command, finished: Finished) {
  return shop.workflow.handle(command, { finished });
}
