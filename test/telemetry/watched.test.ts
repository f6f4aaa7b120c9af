/** What is watched in passing: the log, the subscription, commands and effects. */
import { defaultPolicy } from '../../src/domain/policy';
import { createLog } from '../../src/log';
import { Fault } from '../../src/ports';
import type { KnownSubscription, SharedRow } from '../../src/ports/calendar-watch';
import { createFigures } from '../../src/telemetry/figures';
import { noSpans, type Spans, type SpanStart } from '../../src/telemetry/spans';
import { createTelemetry } from '../../src/telemetry/telemetry';
import { measuredEffects, tracedRequests, tracedSteps, tracedWorkflow } from '../../src/telemetry/traced';
import { watchedBackups } from '../../src/telemetry/watched-backups';
import { watchedLog } from '../../src/telemetry/watched-log';
import { watchedSubscription } from '../../src/telemetry/watched-subscription';
import { createWorkflow } from '../../src/workflow';
import { aRequest, askedAt, aStranger, theCoordinator } from '../builders';
import { openWorkshop } from '../workshop';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** Keeps what was begun and counted; everything is done in one and the same span. */
function open() {
  const begun: SpanStart[] = [];
  const counted: unknown[] = [];
  const events: unknown[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = createLog({
    to: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const spans: Spans = {
    ...noSpans,
    span(start, work) {
      begun.push(start);
      return work();
    },
    traceparent: () => traceparent,
    event: (...given) => void events.push(given),
  };
  const instruments = {
    gauge: () => undefined,
    count: (name: string, fields: object) => void counted.push({ name, ...fields }),
    record: (name: string, _: number, fields: object) => void counted.push({ name, ...fields }),
  };
  const telemetry = createTelemetry({ spans, instruments, stop: async () => undefined }, log);
  return { telemetry, log, begun, counted, events, lines };
}

describe('the log', () => {
  it('counts error lines by part, keeps warnings with the span, and says which trace a line belongs to', async () => {
    const { telemetry, log, counted, events, lines } = open();
    const worker = watchedLog(log, telemetry).child({ part: 'worker' });
    worker.error({ tries: 3 }, 'effect parked');
    worker.child({ tries: 1 }).warn({}, 'effect failed');
    worker.info({}, 'effect performed');
    expect(counted).toEqual([{ name: 'jags.errors', part: 'worker' }]);
    expect(events).toEqual([
      ['effect parked', { part: 'worker', tries: 3 }],
      ['effect failed', { part: 'worker' }],
    ]);
    const traceId = traceparent.split('-')[1];
    expect(lines).toMatchObject(
      ['error', 'warn', 'info'].map((level) => ({ level, part: 'worker', traceId })),
    );
    await telemetry.stop();
    expect(lines.at(-1)).toMatchObject({ message: 'figures', errors: 1 });
  });
});

describe('commands', () => {
  it('are counted as accepted, or by why not', async () => {
    const { telemetry, begun, counted } = open();
    const shop = openWorkshop();
    const workflow = tracedWorkflow(shop.workflow, telemetry);
    const id = await shop.put(aRequest.submitted());
    await workflow.handle({ kind: 'approve', matchId: '1-1', requestId: id, by: aStranger });
    await workflow.handle({ kind: 'approve', matchId: '1-1', requestId: id, by: theCoordinator });
    expect(counted).toEqual([
      { name: 'jags.commands', kind: 'approve', outcome: 'coordinators-only' },
      { name: 'jags.commands', kind: 'approve', outcome: 'accepted' },
    ]);
    expect(begun).toMatchObject([{ name: 'command approve' }, { name: 'command approve' }]);
    expect(JSON.stringify(begun)).not.toContain(theCoordinator.id);
  });
});

describe('effects', () => {
  it('are saved with what they follow from, keep it while they are tried again, and go on from there', async () => {
    const { telemetry, begun, counted } = open();
    const shop = openWorkshop();
    const { clock, store, wakeUps, log } = shop;
    const workflow = createWorkflow({
      requests: tracedRequests(store, telemetry),
      wakeUps,
      directory: { isCoordinator: async () => true },
      policy: defaultPolicy,
      now: clock.now,
      log,
    });
    const id = await shop.put(aRequest.submitted());
    await workflow.handle({ kind: 'approve', matchId: '1-1', requestId: id, by: theCoordinator });
    expect(shop.left(id).map(({ trace }) => trace)).toEqual(shop.left(id).map(() => traceparent));
    shop.effects.on('reserve', () => ({ again: clock.now() + 5_000 }));
    const run = shop.runner({
      around: tracedSteps(telemetry),
      effects: measuredEffects(shop.effects, telemetry),
    });
    await run(id);
    shop.fails('reserve', new Fault('Expected an answer, got none'));
    clock.pass(5_000);
    await run(id);
    expect(shop.left(id).find(({ effect }) => effect.kind === 'reserve')).toMatchObject({
      trace: traceparent,
    });
    expect(begun).toMatchObject([
      { name: 'effect reserve', after: { traceparent, sameTrace: true } },
      { name: 'effect reserve', after: { traceparent, sameTrace: false } },
    ]);
    expect(counted).toEqual([
      { name: 'jags.effect.duration_ms', kind: 'reserve', outcome: 'again' },
      { name: 'jags.effect.duration_ms', kind: 'reserve', outcome: 'fault' },
    ]);
  });
});

describe('the subscription', () => {
  it('is told in minutes, as it is known now, and as nothing where there is none', async () => {
    const figures = createFigures();
    let now = askedAt;
    let row: KnownSubscription = {
      clientState: 's',
      notificationUrl: 'https://jags.example',
      since: askedAt,
    };
    const kept: SharedRow<KnownSubscription> = {
      find: async () => ({ row, version: '1' }),
      put: async (next) => ({ row: (row = next), version: '2' }),
    };
    const watched = watchedSubscription(kept, figures, () => now);
    await watched.find();
    expect(figures.lineForLog()).toEqual({ subscriptionMinutesLeft: 0 });
    const subscription = { id: '1', expiresAt: askedAt + 4_230 * 60_000 };
    await watched.put({ ...row, subscription }, undefined);
    expect(figures.lineForLog()).toEqual({ subscriptionMinutesLeft: 4_230 });
    now += 60 * 60_000;
    expect(figures.lineForLog()).toEqual({ subscriptionMinutesLeft: 4_170 });
  });
});

describe('backups', () => {
  const manifest = (startedAt: number) => ({
    ...{ id: 'backup', format: 1, prefix: 'jags', startedAt, finishedAt: startedAt, tables: {} },
  });

  function watching() {
    const figures = createFigures();
    const clock = { now: askedAt };
    const taken: ReturnType<typeof manifest>[] = [];
    const state: { unseen?: true } = {};
    const watched = watchedBackups(
      {
        take: async () => (taken.push(manifest(clock.now)), taken.at(-1)!),
        async newest() {
          if (state.unseen) throw new Error('the account is away');
          return taken.at(-1);
        },
      },
      figures,
      () => clock.now,
    );
    return { figures, clock, taken, state, watched };
  }

  it('are as old as the last that was taken or found; where there is none, as long as it has been waited for', async () => {
    const { figures, clock, taken, watched } = watching();
    await watched.newest();
    clock.now += 90_000;
    await watched.newest();
    expect(figures.lineForLog()).toEqual({ backupAgeSeconds: 90 });
    await watched.take();
    clock.now += 60_000;
    expect(figures.lineForLog()).toEqual({ backupAgeSeconds: 60 });
    taken.push(manifest(clock.now));
    await watched.newest();
    expect(figures.lineForLog()).toEqual({ backupAgeSeconds: 0 });
  });

  it('have no age where nobody takes them: a young one would hide that the last is old', async () => {
    const { figures, clock } = watching();
    clock.now += 90_000;
    expect(figures.lineForLog()).toEqual({});
  });

  it('age also where they cannot be seen', async () => {
    const { figures, clock, state, watched } = watching();
    state.unseen = true;
    await expect(watched.newest()).rejects.toThrow('the account is away');
    clock.now += 90_000;
    await expect(watched.newest()).rejects.toThrow('the account is away');
    expect(figures.lineForLog()).toEqual({ backupAgeSeconds: 90 });
  });
});
