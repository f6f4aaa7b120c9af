/**
 * The whole system as processes of their own: two bots that serve, two that work, storage; the simulated Microsoft 365 and the
 * Bot Connector in this one. All of them live on one clock, faster than ours, each a little wrong.
 */
import { createStorage } from '../../src/azure/clients';
import { createConversations } from '../../src/azure/conversation-table';
import { createEvaluations } from '../../src/azure/evaluation-table';
import { createFacilitatorTable } from '../../src/azure/facilitator-table';
import { createFigureRows } from '../../src/azure/figures-table';
import { createRequestIndex } from '../../src/azure/request-index';
import { createRequests } from '../../src/azure/request-table';
import { createWakeUps } from '../../src/azure/wake-up-queue';
import { createWorkbench } from '../../src/azure/workbench-table';
import { addDays, instantAt, localDate } from '../../src/domain/calendar';
import { defaultPolicy, type Policy } from '../../src/domain/policy';
import { createWorkflow } from '../../src/workflow';
import { makeAcquainted } from '../crash/acquainted';
import { openGate } from '../crash/gate';
import { putFacilitator } from '../put-facilitator';
import { startMicrosoft365 } from '../sandbox/microsoft365/microsoft365';
import { coordinators, everybody, facilitators } from '../sandbox/people';
import { startStorageAside } from '../sandbox/storage';
import { startHub } from '../sandbox/teams/hub';
import { createStormClock } from './clock';
import { startCrew } from './crew';
import { createMessagesSent } from './messages-sent';
import { createStrikes } from './strikes';

/**
 * As many of its seconds to one of ours. What takes long in the real world passes by jumps; much faster, and what two workers
 * leave to each other is asked for again before either could have done it.
 */
const RATE = 3;
/** Nothing is special about it: a Tuesday, far from any holiday. */
const FIRST_MORNING = instantAt('2026-09-08', '09:00');
const PUBLIC_URL = 'https://jags.storms.example';

/** Weeks become days, so that a seed costs seconds. */
export const POLICY: Policy = {
  ...defaultPolicy,
  noticeDays: 1,
  reminderDays: [1],
  evaluationDays: 2,
  notHeldDays: 1,
};
const SETTINGS = {
  POLICY_NOTICE_DAYS: '1',
  POLICY_REMINDER_DAYS: '1',
  POLICY_EVALUATION_DAYS: '2',
  POLICY_NOT_HELD_DAYS: '1',
  PUBLIC_URL,
};

const [fay, amber, basil] = facilitators;
/** Of three agencies, so few that requests compete for them. */
const POOL = [
  { id: fay.id, name: fay.name, mail: fay.mail, team: 'hl-mh' },
  { id: amber.id, name: amber.name, mail: amber.mail, team: 'vs-fa' },
  { id: basil.id, name: basil.name, mail: basil.mail, team: 'po-ch' },
];

export type Town = Awaited<ReturnType<typeof buildTown>>;

/** @param logs a folder for what the processes write down */
export async function buildTown(logs?: string) {
  const clock = createStormClock(FIRST_MORNING, RATE);
  const { now } = clock;
  const storage = await startStorageAside(clock.environment());
  const deliver: Record<string, string> = {};
  const microsoft365 = await startMicrosoft365({ busy: 'none', deliver, now: () => new Date(now()) });
  const hub = await startHub({ bot: 'http://127.0.0.1:9/api/messages' });
  const teamsGate = await openGate({ teams: hub.url });
  const endpoint = (name: string): string =>
    new RegExp(`${name}=([^;]+)`).exec(storage.connectionString)![1]!;
  const tables = createStorage({
    prefix: 'jags',
    connectionString: storage.connectionString,
    patient: true,
  });
  await tables.prepare();
  const serviceUrl = teamsGate.urls['teams']!;
  await makeAcquainted(createConversations(tables), serviceUrl, everybody);
  const pool = createFacilitatorTable({ facilitators: tables.facilitators, now });
  for (const facilitator of POOL)
    await putFacilitator(pool, {
      ...facilitator,
      trainedUntil: addDays(localDate(now()), 10_000),
      sessionsPerMonth: 1_000,
    });
  const crew = await startCrew({
    clock,
    storage: storage.connectionString,
    table: endpoint('TableEndpoint'),
    queue: endpoint('QueueEndpoint'),
    graph: microsoft365.url,
    settings: SETTINGS,
    ...(logs !== undefined && { logs }),
  });
  const strikes = createStrikes((member) => crew.kill(member));
  const sent = createMessagesSent(now);
  for (const [member, gate] of crew.gates) gate.reset(undefined, strikes.around(member));
  teamsGate.reset(undefined, sent.around(strikes.around(undefined)));
  deliver[PUBLIC_URL] = crew.serving()[0]!.url;

  const index = createRequestIndex(tables.index);
  const requests = createRequests({ requests: tables.requests, index });
  const log = { warn: () => undefined };
  const coordinating = new Set<string>(coordinators.map(({ id }) => id));
  return {
    clock,
    crew,
    strikes,
    serviceUrl,
    posts: sent.posts,
    tenant: microsoft365.tenant,
    tables,
    requests,
    pool,
    workbench: createWorkbench({ requests: tables.requests, index, now }),
    evaluations: createEvaluations({ evaluations: tables.evaluations, now }),
    figures: createFigureRows(tables),
    /** Around everything that breaks. */
    workflow: createWorkflow({
      requests,
      wakeUps: createWakeUps({ wakeUps: tables.wakeUps, log }),
      directory: { isCoordinator: async (id) => coordinating.has(id) },
      policy: POLICY,
      now,
      log,
    }),
    /** When a lease may have ended under work in hand. */
    leasesLost: [] as number[],
    jump(this: void, ms: number): void {
      clock.jump(ms);
      storage.tell({ jumpMs: ms });
      crew.jump(ms);
    },
    /** What became of notifications of Outlook. */
    astray: { lost: 0, doubled: 0, late: 0 },
    /** Where Outlook finds somebody to tell. */
    redirect(this: void): void {
      const [first] = crew.serving();
      if (first) deliver[PUBLIC_URL] = first.url;
    },
    async stop(this: void): Promise<void> {
      await crew.stop();
      await teamsGate.close();
      await hub.stop();
      await microsoft365.stop();
      await storage.stop();
    },
  };
}
