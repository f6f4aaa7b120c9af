/** What a restored backup asks for goes outward only once somebody has confirmed it, and then exactly that. */
import { createDeliveries } from '../../src/azure/delivery-table';
import { createSubscriptions } from '../../src/azure/subscription-table';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import { createRequests } from '../../src/azure/request-table';
import type { Config } from '../../src/config';
import { defaultPolicy } from '../../src/domain/policy';
import { referenceOf, type Effect } from '../../src/domain/request';
import { createRestoreCommands } from '../../src/starting/restore-commands';
import { createHolding } from '../../src/watching/holding';
import { createWorker } from '../../src/worker';
import { createWorkflow } from '../../src/workflow';
import { aRequest, answers, theCoordinator, theRequester } from '../builders';
import { saved } from '../azure/embedded-storage';
import { until } from '../crash/until';
import { createMemoryLog } from '../fakes';
import { createScriptedEffects } from '../workshop';
import { type BackupTown, useBackupTown } from './backup-town';

const towns = useBackupTown();
/** Nobody listens there: a calendar that cannot be read. */
const NO_GRAPH = 'http://127.0.0.1:9';

function commandsOf({ prefix, clock }: BackupTown) {
  const { connectionString } = towns;
  const storage = { kind: 'connection-string', connectionString } as const;
  const config: Pick<
    Config,
    'storage' | 'backupStorage' | 'storagePrefix' | 'signIn' | 'graphUrl' | 'organiser' | 'policy'
  > = {
    storage,
    backupStorage: storage,
    storagePrefix: prefix,
    signIn: { kind: 'anonymous' },
    graphUrl: NO_GRAPH,
    organiser: theCoordinator.id,
    policy: defaultPolicy,
  };
  return createRestoreCommands(config as Config, clock.now);
}

/** A bot of these tables, as main.ts puts it together, whose effects only remember that they were performed. */
function aBot({ storage, requests, index, workbench, hold, instances, clock }: BackupTown) {
  const log = createMemoryLog();
  const effects = createScriptedEffects(clock.now);
  const performed: string[] = [];
  const wakeUps = createWakeUps({ wakeUps: storage.wakeUps, log });
  const directory = { isCoordinator: async () => true };
  const workflow = createWorkflow({
    requests: createRequests({ requests: storage.requests, index }),
    wakeUps,
    directory,
    policy: defaultPolicy,
    now: clock.now,
    log,
  });
  const worker = createWorker({
    workbench,
    workflow,
    wakeUps,
    effects: {
      ...effects,
      async perform(request, effect) {
        performed.push(`${request.id} ${effect.kind}`);
        return { done: true };
      },
    },
    owner: 'bot:1',
    now: clock.now,
    log,
    idleMs: 10,
    sweepEveryMs: 20,
  });
  const holding = createHolding({ hold, instances, name: 'bot:1', now: clock.now, log, everyMs: 10 });
  return {
    performed,
    workflow,
    requests,
    async start() {
      holding.start();
      await holding.take([worker]);
    },
    stop: () => holding.stop(),
  };
}

const SHOW: Effect[] = [{ kind: 'show-coordinators' }, { kind: 'show-requester' }];
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 150));

async function aRestoredTown() {
  const town = await towns.settle();
  await saved(town.requests, aRequest.booked({ id: 'aaaa1111-booked' }), SHOW);
  await saved(town.requests, aRequest.submitted({ id: 'bbbb2222-submitted' }), SHOW);
  const { id } = await town.backups.take();
  const commands = commandsOf(town);
  const said = await commands.run({ kind: 'restore', from: id, replace: true, apply: true });
  town.clock.pass(60_000);
  return { town, commands, id, said };
}

it('a bot that runs performs nothing until it is confirmed, and then what was left', async () => {
  const { town, commands, said } = await aRestoredTown();
  expect(said.refused).toBeUndefined();
  const bot = aBot(town);
  await bot.start();
  try {
    await aMoment();
    expect(bot.performed).toEqual([]);
    const review = (await commands.run({ kind: 'review' })).say.join('\n');
    expect(review).toContain('2 requests have something waiting:');
    expect(review).toContain('2 × show-coordinators');
    expect(review).toContain(
      `${referenceOf('aaaa1111')} (booked): at once show-coordinators, show-requester`,
    );
    expect(review).toContain('could not be read to compare it');
    await commands.run({ kind: 'drop', references: ['bbbb-2222', 'CCCC-3333'], by: 'Ada Admin' });
    await aMoment();
    expect(bot.performed).toEqual([]);
    town.clock.pass(60_000);
    await commands.run({ kind: 'confirm', by: 'Ada Admin' });
    await until(async () => bot.performed.length >= 2, 'what was left to be performed');
    await aMoment();
    expect([...bot.performed].sort()).toEqual([
      'aaaa1111-booked show-coordinators',
      'aaaa1111-booked show-requester',
    ]);
  } finally {
    await bot.stop();
  }
  expect((await town.operations.notes()).map(({ what, by }) => [what, by])).toEqual([
    ['restored', undefined],
    ['dropped', 'Ada Admin'],
    ['confirmed', 'Ada Admin'],
  ]);
});

it('what programs are still to be told waits too, is said, and goes with the request that is dropped', async () => {
  const town = await towns.settle();
  const now = town.clock.now;
  const deliveries = createDeliveries({ ...town.storage, now });
  const subscriptions = createSubscriptions({ ...town.storage, deliveries, now });
  const callbackUrl = 'https://flow-1.flows.example/a?sig=marked-secret';
  const { id: to } = await subscriptions.add({ caller: 'app-1', events: ['booked'], callbackUrl });
  for (const requestId of ['aaaa1111-booked', 'bbbb2222-booked']) {
    await saved(town.requests, aRequest.booked({ id: requestId }));
    const id = `${requestId}-effect-announce-0000000001`;
    await deliveries.add(to, { id, requestId, event: 'booked', state: 'booked', happenedAt: now() });
  }
  const { id } = await town.backups.take();
  const commands = commandsOf(town);
  await commands.run({ kind: 'restore', from: id, replace: true, apply: true });
  town.clock.pass(60_000);
  const review = (await commands.run({ kind: 'review' })).say.join('\n');
  expect(review).toContain('2 events wait to be told to programs; 1 program has asked to be told.');
  expect(review).not.toContain('flows.example');
  const { say } = await commands.run({ kind: 'drop', references: ['AAAA-1111'], by: 'Ada Admin' });
  expect(say[0]).toContain('taken away: 1 event to programs');
  expect((await deliveries.left()).map(({ announcement }) => announcement.requestId)).toEqual([
    'bbbb2222-booked',
  ]);
  expect((await town.operations.notes()).map(({ what }) => what)).toEqual(['restored', 'dropped']);
});

it('what people decide meanwhile is kept, and waits with the rest', async () => {
  const { town, commands } = await aRestoredTown();
  const bot = aBot(town);
  await bot.start();
  try {
    const handled = await bot.workflow.handle({
      kind: 'submit',
      requestId: 'cccc3333-new',
      by: theRequester,
      answers: answers(),
    });
    expect(handled.accepted).toBe(true);
    await aMoment();
    expect(bot.performed).toEqual([]);
    await commands.run({ kind: 'confirm', by: 'Ada Admin' });
    await until(
      async () => bot.performed.some((each) => each.startsWith('cccc3333-new')),
      'what was decided meanwhile to go out',
    );
  } finally {
    await bot.stop();
  }
});

it('a hold that is set while the bot works stops it', async () => {
  const town = await towns.settle();
  const bot = aBot(town);
  await bot.start();
  try {
    await saved(town.requests, aRequest.booked({ id: 'aaaa1111-booked' }), [SHOW[0]!]);
    await until(async () => bot.performed.length === 1, 'the bot to work');
    await town.hold.set({ backup: 'some', takenAt: 1, since: 2, stage: 'held' });
    await until(async () => (await town.instances.all())[0]?.rests === true, 'the bot to rest');
    await saved(town.requests, aRequest.submitted({ id: 'bbbb2222-submitted' }), [SHOW[1]!]);
    await aMoment();
    expect(bot.performed).toHaveLength(1);
    await town.hold.lift();
    await until(async () => bot.performed.length === 2, 'the bot to go on');
  } finally {
    await bot.stop();
  }
  expect(await town.instances.all()).toEqual([]);
});

it('into other tables it is they that are held, and the bot of these goes on', async () => {
  const town = await towns.settle();
  await saved(town.requests, aRequest.submitted(), SHOW);
  const { id } = await town.backups.take();
  const other = await towns.settle();
  const { say } = await commandsOf(town).run({
    kind: 'restore',
    from: id,
    intoPrefix: other.prefix,
    replace: false,
    apply: true,
  });
  expect(say[0]).toContain(`into the tables of ${other.prefix}`);
  expect(await town.hold.find()).toBeUndefined();
  expect(await other.hold.find()).toMatchObject({ backup: id, stage: 'held' });
  expect(await other.openRequests.all()).toHaveLength(1);
});

describe('The commands', () => {
  it('list backups, newest first, and those that were not finished as such', async () => {
    const town = await towns.settle();
    const commands = commandsOf(town);
    expect((await commands.run({ kind: 'list' })).say[0]).toContain('There is no backup yet.');
    const first = (await town.backups.take()).id;
    town.clock.pass(60_000);
    const second = (await town.backups.take()).id;
    town.clock.pass(60_000);
    await town.backups.store.put('2026-11-24T11-00-00Z-abcdef', 'facts', nothing());
    const { say } = await commands.run({ kind: 'list' });
    expect(say.map((each) => each.split('  ')[0])).toEqual(['2026-11-24T11-00-00Z-abcdef', second, first]);
    expect(say[0]).toContain('was not finished');
  });

  it('say what would be restored, and what keeps it from being', async () => {
    const town = await towns.settle();
    const commands = commandsOf(town);
    const { id } = await town.backups.take();
    const wanted = { kind: 'restore', from: id, replace: false } as const;
    expect((await commands.run({ ...wanted, apply: false })).say[0]).toContain(`Backup ${id} is whole.`);
    const other = await commands.run({ ...wanted, from: 'none', apply: true });
    expect(other).toMatchObject({ refused: true });
    expect(other.say[1]).toContain('There is no finished backup none.');
  });

  it.each(['review', 'confirm'] as const)('%s nothing where nothing is held', async (kind) => {
    const { refused, say } = await commandsOf(await towns.settle()).run({ kind, by: 'Ada Admin' });
    expect(refused).toBe(true);
    expect(say[0]).toContain('Nothing is held');
  });

  it('do not confirm what is only half restored', async () => {
    const town = await towns.settle();
    await town.hold.set({ backup: 'some', takenAt: 1, since: 2, stage: 'restoring' });
    const { refused, say } = await commandsOf(town).run({ kind: 'confirm', by: 'Ada Admin' });
    expect(refused).toBe(true);
    expect(say[0]).toContain('was not finished');
    expect(await town.hold.find()).toBeDefined();
  });
});

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(0);
}
