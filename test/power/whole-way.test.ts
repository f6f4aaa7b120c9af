/** From a decision to a receiver, on the tables and over HTTP, as main.ts puts it together. */
import type { Config } from '../../src/config';
import { createEffects } from '../../src/performing/effects';
import { announceToOthers, type AnnouncingParts } from '../../src/starting/announcing';
import { useEmbeddedStorage } from '../azure/embedded-storage';
import { aRequest, askedAt } from '../builders';
import { keyOfPerson } from '../../src/power/caller-key';
import { createMemoryDirectory, createMemoryLog } from '../fakes';
import { createMemoryClaims } from '../memory/claims';
import { createFigures } from '../../src/telemetry/figures';
import { type Receiver, startReceiver, status } from './receiver';

const embedded = useEmbeddedStorage();
const DAY_MS = 24 * 60 * 60_000;
const OWNER = '9ac70000-0000-4000-8000-0000000000a1';
const SECRET = 'sig=marked-secret';
const request = aRequest.booked();

let there: Receiver;
beforeEach(async () => {
  there = await startReceiver();
});
afterEach(() => there.close());

function open(over: Partial<Pick<Config, 'api' | 'signIn'>> = {}) {
  const clock = { now: askedAt };
  const log = createMemoryLog();
  const alerts: string[] = [];
  const members = new Set([OWNER]);
  const figures = createFigures();
  const parts = announceToOthers({
    config: {
      signIn: { kind: 'anonymous' },
      api: { audience: 'a', issuer: 'https://issuer.example', callbackHosts: ['*.flows.example'] },
      ...over,
    },
    storage: embedded.storage,
    directory: createMemoryDirectory({ coordinators: members }),
    alerts: { raise: async (alert) => (alerts.push(alert), 'shown') },
    claims: createMemoryClaims(),
    telemetry: figures,
    now: () => clock.now,
    log,
  });
  return { parts, clock, log, alerts, figures, members };
}

async function subscribed({ subscribing }: AnnouncingParts, caller = 'app-1'): Promise<string> {
  const callbackUrl = `${there.url}/workflows/a?${SECRET}`;
  const answer = await subscribing.subscribe(caller, { events: ['booked', 'held'], callbackUrl });
  if ('refused' in answer) throw new Error(`Expected it to be taken, got ${answer.refused}`);
  return answer.subscribed.id;
}

/** As a worker performs the effect of a decision. */
async function performs(
  { announcing }: AnnouncingParts,
  n: number,
  event: 'booked' | 'held',
  happenedAt: number,
) {
  const effects = createEffects({ announcing } as Parameters<typeof createEffects>[0]);
  const key = `effect-announce-${String(n).padStart(10, '0')}`;
  return effects.perform(request, { kind: 'announce', event, state: event, happenedAt }, key);
}

it('tells in order what was decided, once, however often the effect is performed', async () => {
  const { parts, clock, figures } = open();
  await subscribed(parts!);
  for (const n of [9, 10, 9]) await performs(parts!, n, n === 9 ? 'booked' : 'held', clock.now);
  await parts!.watch.look();
  await performs(parts!, 10, 'held', clock.now);
  await parts!.watch.look();
  expect(there.heard.map(({ body }) => [body['id'], body['event']])).toEqual([
    [`${request.id}-effect-announce-0000000009`, 'booked'],
    [`${request.id}-effect-announce-0000000010`, 'held'],
  ]);
  await parts!.watch.look();
  expect(figures.lineForLog()).toMatchObject({ deliveriesWaiting: 0, deliveriesParked: 0 });
});

it('says over two instances on the same tables everything once', async () => {
  const [one, two] = [open().parts!, open().parts!];
  await subscribed(one);
  for (let n = 1; n <= 12; n += 1) await performs(one, n, 'booked', askedAt);
  while ((await one.connections.deliveries.left()).length > 0)
    await Promise.all([one.watch.look(), two.watch.look()]);
  expect(there.heard).toHaveLength(12);
  const ids = there.heard.map(({ body }) => String(body['id']));
  expect(ids).toEqual([...ids].sort());
});

it('goes on trying for a day, parks, is counted, and says nowhere where it was to be told', async () => {
  const { parts, clock, log, alerts, figures } = open();
  await subscribed(parts!);
  there.behaves(status(302, { Location: 'http://169.254.169.254/' }));
  await performs(parts!, 1, 'booked', clock.now);
  const end = clock.now + DAY_MS + 60_000;
  while (clock.now < end) {
    await parts!.watch.look();
    clock.now += 2 * 60 * 60_000;
  }
  await parts!.watch.look();
  await parts!.watch.look();
  expect(figures.lineForLog()).toMatchObject({ deliveriesWaiting: 0, deliveriesParked: 1 });
  expect(alerts).toEqual(['deliveries-parked']);
  expect(log.lines.filter(({ outcome }) => outcome === 'status-302').length).toBeGreaterThan(3);
  const said = JSON.stringify(log.lines);
  for (const secret of [SECRET, '/workflows', 'localhost', String(there.port)])
    expect(said).not.toContain(secret);
});

it('tells a person nothing once they have left the coordinators, and those once that it does not', async () => {
  const { parts, clock, alerts, members } = open();
  await subscribed(parts!, keyOfPerson('7e4a0000-0000-4000-8000-000000000001', OWNER));
  await performs(parts!, 1, 'booked', clock.now);
  await parts!.watch.look();
  members.clear();
  await performs(parts!, 2, 'held', clock.now);
  await parts!.watch.look();
  await parts!.watch.look();
  expect(there.heard.map(({ body }) => body['event'])).toEqual(['booked']);
  expect(alerts).toEqual(['deliveries-ownerless']);
});

it('is nothing where there is no API, and takes nothing on this machine where the bot signs in', async () => {
  const { api: _api, ...none } = { api: undefined };
  expect(
    announceToOthers({ ...needsOf(), config: { signIn: { kind: 'anonymous' }, ...none } }),
  ).toBeUndefined();
  const signIn = { kind: 'managed-identity', botId: 'b', tenantId: 't' } as const;
  const { parts } = open({ signIn });
  await expect(subscribed(parts!)).rejects.toThrow(/got address/);
});

function needsOf() {
  return {
    storage: embedded.storage,
    directory: createMemoryDirectory({ coordinators: new Set() }),
    alerts: { raise: async () => 'shown' as const },
    claims: createMemoryClaims(),
    telemetry: createFigures(),
    now: () => askedAt,
    log: createMemoryLog(),
  };
}
